#!/usr/bin/env node
// Judges service packs before a hall opens with them, and shows what they offer.
import { statSync } from 'node:fs';
import { readPack, tellMistake } from './pack-files.mjs';
import { form } from './pack-form.mjs';
import { slots } from './pack-slots.mjs';

const usage = `Usage: mulin-pack check <folder> …
       mulin-pack slots <folder> --site <place> --service <service> --from <date> --to <date>
                        [--also <service>] [--party <number>] [--taken <file>] [--json]
       mulin-pack form <file> [--data <file>] [--locale zh-CN|en] [--today <date>] [--json]
       mulin-pack form --schema <file> [--uischema <file>] [--data <file>] …

check  Checks the service packs in these folders and names every mistake as file#/path: sentence.
slots  Prints every slot of some days: places for everybody and for staff, what is free, and the rows that make it.
form   Prints what a person would see of a form with these answers: for every element of its UI schema whether it is
       visible, enabled and required, its label and its errors; and whether it could be handed in.

Exit code: 0 no mistakes, 1 mistakes, 2 not understood.`;

const [command, ...words] = process.argv.slice(2);
if (command === '--help' || command === '-h') {
  console.log(usage);
} else if (command === 'check' && words.length > 0) {
  for (const folder of words) {
    const pack = await judge(folder);
    if (pack) console.log(`${folder}: no mistakes; ${count(pack)}`);
  }
} else if (command === 'slots' && words.length > 0) {
  const [folder, ...options] = words;
  const pack = await judge(folder);
  const { text, problem } = pack ? await slots(pack, options) : {};
  if (problem) notUnderstood(problem);
  else if (text) console.log(text);
} else if (command === 'form' && words.length > 0) {
  const { text, mistakes = [], problem } = await form(words);
  for (const mistake of mistakes) console.log(mistake);
  if (mistakes.length > 0) process.exitCode = 1;
  if (problem) notUnderstood(problem);
  else if (text) console.log(text);
} else {
  console.error(usage);
  process.exitCode = 2;
}

function notUnderstood(sentence) {
  console.error(`${sentence}\n\n${usage}`);
  process.exitCode = 2;
}

/** The pack, or nothing: then what is wrong with it has been said. */
async function judge(folder) {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    notUnderstood(`${folder}: there is no such folder`);
    return undefined;
  }
  const { pack, mistakes } = await readPack(folder);
  if (pack) return pack;
  for (const mistake of mistakes) console.log(tellMistake(folder, mistake));
  console.error(`${folder}: ${mistakes.length} ${mistakes.length === 1 ? 'mistake' : 'mistakes'}`);
  process.exitCode ||= 1;
  return undefined;
}

function count({ places, services, bookables, openings, closures, forms, goods, calendar }) {
  const years = calendar.map(({ year }) => year).join(', ') || 'no year';
  return (
    `${places.length} places, ${services.length} services (${bookables.length} bookable), ` +
    `${openings.length} openings, ${closures.length} closures, ` +
    `${forms.length > 0 ? `${forms.length} forms, ` : ''}` +
    `${goods ? `${goods.length} goods, ` : ''}calendar ${years}`
  );
}
