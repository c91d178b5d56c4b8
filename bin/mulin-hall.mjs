#!/usr/bin/env node
// Looks after a hall from a command line: its data, its keys, its log. All of it is in server/cli.ts.
import { existsSync } from 'node:fs';

const cli = new URL('../server/cli.ts', import.meta.url);
if (existsSync(cli)) {
  const { tsImport } = await import('tsx/esm/api');
  const { run } = await tsImport(cli.href, import.meta.url);
  process.exitCode = await run(process.argv.slice(2), process.env);
} else {
  console.error('The package holds the elements only. A hall runs from a clone of the repository.');
  process.exitCode = 1;
}
