#!/usr/bin/env node
// Judges service packs before a hall opens with them.
import { statSync } from 'node:fs';
import { readPack, tellMistake } from './pack-files.mjs';

const usage = `Usage: mulin-pack check <folder> …

Checks the service packs in these folders and names every mistake as file#/path: sentence.
Exit code: 0 no mistakes, 1 mistakes, 2 not understood.`;

const [command, ...folders] = process.argv.slice(2);
if (command === '--help' || command === '-h') {
  console.log(usage);
} else if (command !== 'check' || folders.length === 0) {
  console.error(usage);
  process.exitCode = 2;
} else {
  for (const folder of folders) await check(folder);
}

async function check(folder) {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    console.error(`${folder}: there is no such folder\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  const { pack, mistakes } = await readPack(folder);
  if (pack) {
    console.log(`${folder}: no mistakes; ${count(pack)}`);
    return;
  }
  for (const mistake of mistakes) console.log(tellMistake(folder, mistake));
  console.error(`${folder}: ${mistakes.length} ${mistakes.length === 1 ? 'mistake' : 'mistakes'}`);
  process.exitCode ||= 1;
}

function count({ places, services, bookables, openings, closures, calendar }) {
  const years = calendar.map(({ year }) => year).join(', ') || 'no year';
  return (
    `${places.length} places, ${services.length} services (${bookables.length} bookable), ` +
    `${openings.length} openings, ${closures.length} closures, calendar ${years}`
  );
}
