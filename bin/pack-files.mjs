// What the command line and the build share: reading the folder of a pack, and finding the rules to judge it by.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Reads the folder of a pack and judges it: `{ pack?, mistakes }`, see `assemblePack`. */
export async function readPack(dir) {
  const [{ assemblePack }, files] = await Promise.all([model('pack-check'), readFolder(dir)]);
  return assemblePack(files);
}

/** The sentence of a mistake with its place, as editors and people find it. */
export function tellMistake(dir, { file, path, sentence }) {
  return `${join(dir, file)}${path && `#${path}`}: ${sentence}`;
}

const modules = new Map();

/** A module of the rules, `booking/slot-table`. */
export function model(name) {
  let module = modules.get(name);
  if (!module) modules.set(name, (module = loaded(name)));
  return module;
}

async function loaded(name) {
  const source = new URL(`../src/model/${name}.ts`, import.meta.url);
  if (!existsSync(source)) return import(`../dist/lib/model/${name}.js`);
  // In a clone the rules are TypeScript, which Node 20 cannot read; they must be today's, not those of the last build.
  const { tsImport } = await import('tsx/esm/api');
  return tsImport(source.href, import.meta.url);
}

async function readFolder(dir) {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath ?? entry.path, entry.name)))
    .map((file) => file.split(sep).join('/'))
    // What an operating system leaves behind, and notes for those who edit the pack.
    .filter((file) => !/(^|\/)\.|\.md$/.test(file))
    .sort();
  return new Map(
    await Promise.all(files.map(async (file) => [file, await readJson(join(dir, file))])),
  );
}

/** What the file says, or the `Error` that says why it cannot be read. */
async function readJson(file) {
  // Only the name of such a file is judged.
  if (!file.endsWith('.json')) return undefined;
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch {
    // Editors on Chinese Windows like to save in GBK.
    return new Error('is not text in UTF-8; please save it in that encoding');
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    return new Error(`is not JSON${placeOf(error.message, text)}: ${reasonOf(error.message)}`);
  }
}

const reasonOf = (message) => message.replace(/ in JSON at position.*$|, (\.{3})?".*$/s, '');

function placeOf(message, text) {
  const offset = offsetOf(message, text);
  if (offset === undefined) return '';
  const lines = text.slice(0, offset).split('\n');
  return ` at line ${lines.length}, column ${lines.at(-1).length + 1}`;
}

/** V8 gives the position for some mistakes; for others it quotes ten characters on either side. */
function offsetOf(message, text) {
  const position = /at position (\d+)/.exec(message);
  if (position) return Number(position[1]);
  if (message.includes('end of JSON')) return text.length;
  const quoted = /, (\.{3})?"(.*)"(\.{3})? is not valid JSON$/s.exec(message);
  if (!quoted) return undefined;
  const [, before, snippet, after] = quoted;
  const start = text.indexOf(snippet);
  if (start < 0 || start !== text.lastIndexOf(snippet)) return undefined;
  if (before) return start + 10;
  return after ? snippet.length - 10 : undefined;
}
