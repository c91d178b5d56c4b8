/**
 * Every command and query, asked for over HTTP as everybody who may come, and compared with the table in docs/who.md that a
 * reviewer reads. A law without a row fails, and so does a row without a law.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { URI, type TOTP } from 'otpauth';
import { openSqlite } from '../../server/store/sqlite.ts';
import { operatorToken } from '../../server/who/who.ts';
import type { TObject } from 'typebox';
import { law, type AnyCommand, type AnyQuery } from '../../src/model/registry.ts';
import { startHall } from '../harness/hall-server.ts';
import { startPartner } from '../harness/partner.ts';
import { groom } from '../harness/persons.ts';
import { visitor, type Visitor } from '../harness/visitor.ts';

const text = readFileSync(new URL('../../docs/who.md', import.meta.url), 'utf8');
const [, heads = ''] = /<!-- who: (.+) -->/.exec(text) ?? [];
const actors = heads.split(' | ');
const rows = [...text.matchAll(/^\| `([^`]+)`\s+\| (.+) \|$/gm)].map(
  // The last cell says why, for people.
  ([, name = '', cells = '']) =>
    [
      name,
      cells
        .split('|')
        .map((cell) => cell.trim())
        .slice(0, -1),
    ] as const,
);
const table = new Map(rows);

const root = mkdtempSync(join(tmpdir(), 'mulin-table-'));
const key = { id: 'k', bytes: new Uint8Array(32).fill(3) };
const now = Date.parse('2026-12-07T08:00+08:00');
const partner = await startPartner('https://club.example', () => now);
const { url, close } = await startHall(openSqlite(root), {
  law,
  now: () => now,
  who: {
    keys: [key],
    partners: [{ issuer: 'https://club.example', audience: 'hall', keys: partner.keys }],
  },
});
test.after(async () => {
  await close();
  partner.close();
  rmSync(root, { recursive: true });
});

const operator = visitor(url, { authorization: `Bearer ${operatorToken(key)}` });
async function terminal(as: string): Promise<Visitor> {
  const { body } = await operator.post('/api/devices', { as, name: as });
  const one = visitor(url);
  await one.post('/api/enrol', { code: body['code'] });
  return one;
}
async function atKiosk(): Promise<Visitor> {
  const one = await terminal('kiosk');
  await one.post('/api/session', { proof: { kind: 'card', idNumber: groom } });
  return one;
}
async function elsewhere(): Promise<Visitor> {
  const one = visitor(url);
  await one.post('/api/session', { proof: { kind: 'token', jwt: await partner.token() } });
  return one;
}
async function clerk(role: string): Promise<Visitor> {
  const { body } = await operator.post('/api/staff', { id: role, roles: [role] });
  const { password, totp } = body as { password: string; totp: string };
  const code = (URI.parse(totp) as TOTP).generate({ timestamp: now });
  const one = visitor(url);
  const proof = { kind: 'password', user: role, password, totp: code };
  assert.equal((await one.post('/api/session', { proof })).status, 200);
  return one;
}

const everybody = new Map<string, Visitor>([
  ['anybody', visitor(url)],
  ['kiosk', await terminal('kiosk')],
  ['board', await terminal('board')],
  ['counter terminal', await terminal('counter')],
  ['citizen at a kiosk', await atKiosk()],
  ['citizen elsewhere', await elsewhere()],
  ['staff: counter', await clerk('counter')],
  ['staff: case', await clerk('case')],
  ['staff: admin', await clerk('admin')],
]);

/** Asked with nothing: whoever may is told that something is missing, whoever may not is told that. */
async function mayAsk(one: Visitor, name: string): Promise<boolean> {
  const [method, path] = name.startsWith('/') || name.includes(' /') ? name.split(' ') : [];
  if (method && path) {
    const { status } = await one.ask(method, path, method === 'GET' ? undefined : {});
    return status !== 403;
  }
  const isCommand = name in law.commands;
  const { status, body } = await (isCommand ? one.command(name, {}) : one.query(name, {}));
  assert.notEqual(status, 401, name);
  return body['code'] !== 'actor.not-allowed';
}

test('everybody in the table is somebody here', () => {
  assert.deepEqual(actors, [...everybody.keys()]);
});

test('every command and query has its row, and every row is served', () => {
  const served = [...Object.keys(law.commands), ...Object.keys(law.queries)];
  const named = [...table.keys()].filter((name) => !name.includes(' '));
  assert.deepEqual(named.toSorted(), served.toSorted());
});

test('whatever is opened by a short secret is counted, so that nobody tries them through', () => {
  for (const { name, input, guess } of [
    ...Object.values<AnyCommand>(law.commands),
    ...Object.values<AnyQuery>(law.queries),
  ]) {
    const { properties } = input as TObject;
    if ('phoneTail' in properties || 'pass' in properties)
      assert.ok(guess, `${name} must say what is guessed at`);
  }
});

for (const [name, cells] of table)
  test(`${name}: ${cells.flatMap((cell, i) => (cell === 'yes' ? actors[i] : [])).join(', ')}`, async () => {
    assert.equal(cells.length, actors.length, 'a cell for each');
    for (const [i, [actor, one]] of [...everybody].entries())
      assert.equal(await mayAsk(one, name), cells[i] === 'yes', actor);
  });
