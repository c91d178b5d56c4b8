// What mulin-pack does with its words, without the process around it.
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

/** What is printed, what is complained of, and the exit code. */
export async function packCommand([command, ...words]) {
  const said = { stdout: [], stderr: [], code: 0 };
  if (command === '--help' || command === '-h') {
    said.stdout.push(usage);
  } else if (command === 'check' && words.length > 0) {
    for (const folder of words) {
      const pack = await judge(folder, said);
      if (pack) said.stdout.push(`${folder}: no mistakes; ${count(pack)}`);
    }
  } else if (command === 'slots' && words.length > 0) {
    const [folder, ...options] = words;
    const pack = await judge(folder, said);
    const { text, problem } = pack ? await slots(pack, options) : {};
    if (problem) notUnderstood(problem, said);
    else if (text) said.stdout.push(text);
  } else if (command === 'form' && words.length > 0) {
    const { text, mistakes = [], problem } = await form(words);
    said.stdout.push(...mistakes);
    if (mistakes.length > 0) said.code = 1;
    if (problem) notUnderstood(problem, said);
    else if (text) said.stdout.push(text);
  } else {
    said.stderr.push(usage);
    said.code = 2;
  }
  return said;
}

function notUnderstood(sentence, said) {
  said.stderr.push(`${sentence}\n\n${usage}`);
  said.code = 2;
}

/** The pack, or nothing: then what is wrong with it has been said. */
async function judge(folder, said) {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    notUnderstood(`${folder}: there is no such folder`, said);
    return undefined;
  }
  const { pack, mistakes } = await readPack(folder);
  if (pack) return pack;
  said.stdout.push(...mistakes.map((mistake) => tellMistake(folder, mistake)));
  said.stderr.push(
    `${folder}: ${mistakes.length} ${mistakes.length === 1 ? 'mistake' : 'mistakes'}`,
  );
  said.code ||= 1;
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
