/**
 * A backup is one file: all rows of all tables as of one moment, a line of JSON each, gzipped. It fits either store. The
 * last line counts and digests the others, so a file that was cut short or damaged is not taken for a whole one. Personal
 * fields are sealed in it as in the store; the keys are not in it.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { OperatorMistake } from '../mistake.ts';
import { columns, type TableName, type TableRow } from './tables.ts';

const FORMAT = { mulin: 'backup', format: 1 };

/** Writes the file whole or not at all, for this user only. Answers the number of rows. */
export async function writeBackup(file: string, rows: AsyncIterable<TableRow>): Promise<number> {
  if (existsSync(file))
    throw new OperatorMistake(`${file} is there already. Give the backup a name of its own.`);
  const digest = createHash('sha256');
  let count = 0;

  async function* lines(): AsyncGenerator<string> {
    const line = (value: unknown): string => {
      const text = `${JSON.stringify(value)}\n`;
      digest.update(text);
      return text;
    };
    yield line({ ...FORMAT, made: new Date().toISOString() });
    for await (const row of rows) {
      count += 1;
      yield line(row);
    }
    yield `${JSON.stringify({ rows: count, sha256: digest.digest('hex') })}\n`;
  }

  const part = `${file}.part`;
  try {
    await pipeline(
      Readable.from(lines()),
      createGzip(),
      createWriteStream(part, { mode: 0o600, flags: 'wx' }),
    );
    const written = await open(part, 'r+');
    await written.sync();
    await written.close();
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  return count;
}

/** The rows of a backup. Throws a sentence at its end where the file is not whole: take back what you did with them. */
export async function* readBackup(file: string): AsyncGenerator<TableRow> {
  if (!existsSync(file)) throw new OperatorMistake(`There is no file ${file}.`);
  const digest = createHash('sha256');
  let count = -1; // the first line is no row
  let end: { readonly rows: number; readonly sha256: string } | undefined;
  for await (const line of linesOf(file)) {
    if (end) throw damaged(file);
    const value = parsed(line, file);
    if (Array.isArray(value) && count >= 0) {
      const row = value as unknown as TableRow;
      if (columns[row[0] as TableName]?.length !== row.length - 1) throw damaged(file);
      yield row;
    } else if (count < 0) {
      const { mulin, format } = value as Partial<typeof FORMAT>;
      if (mulin !== FORMAT.mulin || format !== FORMAT.format)
        throw new OperatorMistake(`${file} is no backup of this version of Mulin.`);
    } else {
      end = value as { rows: number; sha256: string };
      continue;
    }
    count += 1;
    digest.update(`${line}\n`);
  }
  if (!end || end.rows !== count || end.sha256 !== digest.digest('hex')) throw damaged(file);
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const bytes = createReadStream(file).pipe(createGunzip());
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      const lines = (text + decoder.decode(chunk, { stream: true })).split('\n');
      text = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith('Z_')) throw damaged(file);
    throw error;
  }
  if (text) throw damaged(file);
}

function parsed(line: string, file: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    throw damaged(file);
  }
}

const damaged = (file: string): OperatorMistake =>
  new OperatorMistake(`${file} is damaged or was cut short. Nothing was restored.`);
