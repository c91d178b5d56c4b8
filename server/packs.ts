import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPack } from '../src/model/pack-check.ts';
import type { Pack } from '../src/model/pack.ts';
import { OperatorMistake } from './mistake.ts';

/** The pack that the pages bring with them, judged once more: it may have been edited since they were built. */
export function packIn(pages: string, wanted?: string): Pack {
  const folder = join(pages, 'packs');
  const ids = packsIn(folder);
  const id = wanted ?? ids[0];
  if (id === undefined) throw new OperatorMistake(`There is no pack in ${folder}.`);
  if (!ids.includes(id))
    throw new OperatorMistake(
      `There is no pack ${id} in ${folder}; there is ${ids.join(', ') || 'none'}.`,
    );
  if (wanted === undefined && ids.length > 1)
    throw new OperatorMistake(
      `There are several packs in ${folder}. Say which one: MULIN_PACK=${ids.join(' or MULIN_PACK=')}.`,
    );
  const file = join(folder, `${id}.json`);
  const pack = readJson(file);
  const mistakes = checkPack(pack);
  if (mistakes.length > 0)
    throw new OperatorMistake(
      [`The pack ${file} has mistakes:`]
        .concat(mistakes.map(({ file: at, path, sentence }) => `${at}#${path}: ${sentence}`))
        .join('\n  '),
    );
  return pack as Pack;
}

function packsIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => file.slice(0, -'.json'.length))
      .toSorted();
  } catch {
    return [];
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch (error) {
    throw new OperatorMistake(`The pack ${file} is not JSON: ${(error as Error).message}`);
  }
}
