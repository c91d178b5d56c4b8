#!/usr/bin/env node
// Judges service packs before a hall opens with them, and shows what they offer.
import { packCommand } from './pack-command.mjs';

const { stdout, stderr, code } = await packCommand(process.argv.slice(2));
if (stdout.length > 0) console.log(stdout.join('\n'));
if (stderr.length > 0) console.error(stderr.join('\n'));
process.exitCode = code;
