/** Near misses of every input of the law: each is refused with the field and the reason, and nothing is changed. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { Check } from 'typebox/schema';
import { v7 as uuidv7 } from 'uuid';
import { rowsOfSqlite } from '../../server/backup/sqlite.ts';
import { openHall } from '../../server/hall.ts';
import { problemOfRefusal } from '../../server/problem.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { Actor, DeviceKind, StaffRole, Who } from '../../src/model/shared/law.ts';
import { fitting, type Schema } from '../harness/fitting.ts';
import { testSealer } from '../harness/hall-server.ts';
import { registryPack } from '../harness/packs.ts';
import { toyLaw } from '../harness/toy-law.ts';

const folder = mkdtempSync(join(tmpdir(), 'mulin-fuzz-'));
const hall = await openHall({
  pack: registryPack(),
  law: toyLaw,
  sealer: testSealer,
  store: openSqlite(folder),
});
test.after(async () => {
  await hall.close();
  rmSync(folder, { recursive: true });
});

async function everything(): Promise<string> {
  let text = '';
  for await (const row of rowsOfSqlite(folder)) text += `${JSON.stringify(row)}\n`;
  return text;
}

/** Somebody who may. */
function somebody([who = 'house']: readonly Who[]): Actor {
  const [kind, more] = who.split(':');
  if (kind === 'anonymous') return { kind };
  if (kind === 'device') return { kind, id: 'd-1', ...(more && { as: more as DeviceKind }) };
  if (kind === 'staff') return { kind, id: 's-1', ...(more && { roles: [more as StaffRole] }) };
  return { kind: kind as 'citizen' | 'house', id: 'c-1' };
}

/** What clients get wrong, and what attackers try. */
const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    null,
    true,
    0,
    -1,
    1.5,
    1e308,
    '',
    ' ',
    'x'.repeat(5000),
    '\0',
    '\ud800',
    '2026-02-30',
    '24:00',
    '../..',
    "'; drop table document; --",
    '${7*7}',
    [],
    [[]],
    {},
    { length: 1 },
    { $ne: null },
    JSON.parse('{"__proto__":{"admin":true}}'),
    JSON.parse('{"constructor":{"prototype":{}}}'),
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

type Path = readonly (string | number)[];
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, one]) => pathsIn(one, [...path, name]))];
}

/** The value with what lies at the path replaced, or taken away. */
function changed(
  value: unknown,
  [name, ...rest]: Path,
  put: { readonly value: unknown } | 'gone',
): unknown {
  if (name === undefined) return put === 'gone' ? undefined : put.value;
  const copy = (
    Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }
  ) as Record<string | number, unknown>;
  if (rest.length === 0 && put === 'gone') {
    if (Array.isArray(copy)) copy.splice(Number(name), 1);
    else delete copy[name];
  } else copy[name] = changed(copy[name], rest, put);
  return copy;
}

const nearMiss = (schema: Schema): fc.Arbitrary<unknown> =>
  fitting(schema).chain((value) => {
    const at = fc.constantFrom(...pathsIn(value));
    return fc.oneof(
      fc.tuple(at, odd).map(([path, put]) => changed(value, path, { value: put })),
      at.map((path) => changed(value, path, 'gone')),
      fc
        .tuple(at, fc.constantFrom('admin', '__proto__', 'constructor', 'toString', ''))
        .map(([path, name]) => {
          const holder = path.reduce<unknown>(
            (one, step) => (one as Record<string, unknown>)[step],
            value,
          );
          return typeof holder === 'object' && holder !== null && !Array.isArray(holder)
            ? changed(value, path, {
                value: JSON.parse(
                  JSON.stringify({ ...holder }).replace(
                    /\}$/,
                    `${Object.keys(holder).length ? ',' : ''}${JSON.stringify(name)}:true}`,
                  ),
                ) as unknown,
              })
            : changed(value, path, { value: [holder, holder] });
        }),
      odd,
    );
  });

const laws = [
  ...Object.values(toyLaw.commands).map((one) => ({ ...one, isCommand: true })),
  ...Object.values(toyLaw.queries).map((one) => ({ ...one, isCommand: false })),
];

for (const { name, input: schema, who, isCommand } of laws)
  test(`${name}: what nearly fits is refused with field and reason, and changes nothing`, async () => {
    const actor = somebody(who);
    const ask = (input: unknown) =>
      isCommand
        ? hall.command(name, input, { actor, idempotencyKey: uuidv7() })
        : hall.query(name, input, actor);
    const before = await everything();
    let misses = 0;
    await fc.assert(
      fc.asyncProperty(nearMiss(schema as Schema), async (made) => {
        // As it comes over the line.
        const input = made === undefined ? null : (JSON.parse(JSON.stringify(made)) as unknown);
        if (Check(schema, input)) return; // it fits after all; other tests say what happens then
        misses += 1;
        const told = await ask(input);
        assert.equal(told.status, 'refused');
        const problem = problemOfRefusal(told.status === 'refused' ? told.refusal : { code: '' })!;
        assert.equal(problem.status, 400);
        assert.equal(problem.code, 'input.invalid');
        assert.match(problem.at ?? '', /^(\/.*)?$/s);
        assert.ok(String(problem.facts?.['reason'] ?? '').length > 0);
      }),
      { numRuns: 150 },
    );
    assert.ok(misses > 0);
    assert.equal(await everything(), before);
    // What fits is heard, whatever it says: an outcome or an answer, and never a fall.
    // All at once: what guesses wrong is told so on the next beat only.
    const fits = fc.sample(fitting(schema as Schema), 40).filter((input) => Check(schema, input));
    const told = await Promise.all(fits.map(ask));
    for (const [i, { status }] of told.entries())
      assert.notEqual(status, 'fault', JSON.stringify(fits[i]));
  });
