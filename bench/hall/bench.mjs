/**
 * What the hall costs: commands by many terminals at once, and one change that reaches many screens. Beside each figure
 * stands a floor that was measured in turn with it: the hall's own statements by pgbench, its store alone, and a bare Node
 * server that answers with the same bytes. Medians of short rounds; every run ends with a rush for one slot, and a place
 * given twice fails the benchmark.
 */
import { cpus } from 'node:os';
import { register } from 'tsx/esm/api';

export async function run(options) {
  register(); // the hall's own files are TypeScript
  const { commands } = await import('./commands.mjs');
  const { fanOut } = await import('./fan-out.mjs');
  const where = `${cpus()[0].model.trim()}, ${cpus().length} cores for everything, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`;
  return `${await commands(options)}\n\n${await fanOut(options)}\n\n${where}`;
}
