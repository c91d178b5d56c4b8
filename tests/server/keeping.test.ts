/** What an operator relies on: the log tells when somebody meddled, backups restore, keys change. On both stores. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setImmediate as breath } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import Database from 'libsql';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { openAuditKey } from '../../server/audit/key.ts';
import { chainLog } from '../../server/audit/keeper.ts';
import { verifyLog, type Verdict } from '../../server/audit/verify.ts';
import { readBackup, writeBackup } from '../../server/backup/file.ts';
import { fillPostgres, rowsOfPostgres } from '../../server/backup/postgres.ts';
import { fillSqlite, rowsOfSqlite } from '../../server/backup/sqlite.ts';
import type { TableRow } from '../../server/backup/tables.ts';
import { run as runCli } from '../../server/cli.ts';
import { openHall, type Hall } from '../../server/hall.ts';
import { resealAll } from '../../server/reseal.ts';
import { openSealer, type SealKey } from '../../server/seal.ts';
import { openPostgres } from '../../server/store/postgres.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { writePages } from '../harness/hall-process.ts';
import { testSealer } from '../harness/hall-server.ts';
import { registryPack } from '../harness/packs.ts';
import { startPostgres } from '../harness/postgres.ts';
import { toyLaw } from '../harness/toy-law.ts';

const root = mkdtempSync(join(tmpdir(), 'mulin-keeping-'));
const postgres = await startPostgres();
test.after(async () => {
  await postgres.stop();
  rmSync(root, { recursive: true });
});

/** A fresh place for a store, with what a thief or an operator can do to it. */
interface Ground {
  open(isBeside?: boolean): Promise<Store>;
  /** As somebody who got at the database, with `?` for values. */
  meddle(sql: string, values?: (string | number)[]): Promise<void>;
  rows(): AsyncIterable<TableRow>;
  fill(rows: AsyncIterable<TableRow>): Promise<number>;
  readonly env: Record<string, string>;
}

let places = 0;
function sqlite(): Ground {
  const folder = join(root, `sqlite-${(places += 1)}`);
  return {
    open: (isBeside = false) => Promise.resolve(openSqlite(folder, { isBeside })),
    meddle(sql, values = []) {
      const db = new Database(join(folder, 'hall.sqlite'), { timeout: 5000 });
      db.prepare(sql).run(values);
      db.close();
      return Promise.resolve();
    },
    rows: () => rowsOfSqlite(folder),
    fill: (rows) => fillSqlite(folder, rows),
    env: { MULIN_DATA: folder },
  };
}
async function shared(): Promise<Ground> {
  const url = await postgres.database();
  return {
    open: () => openPostgres(url),
    async meddle(sql, values = []) {
      const client = new pg.Client(url);
      await client.connect();
      let at = 0;
      await client.query(
        sql.replace(/\?/g, () => `$${(at += 1)}`),
        values,
      );
      await client.end();
    },
    rows: () => rowsOfPostgres(url),
    fill: (rows) => fillPostgres(url, rows),
    env: { DATABASE_URL: url, MULIN_DATA: join(root, `keys-${(places += 1)}`) },
  };
}
const grounds = [
  { name: 'SQLite', make: () => Promise.resolve(sqlite()) },
  { name: 'PostgreSQL', make: shared },
];

const openAt = async (
  ground: Ground,
  sealer = testSealer,
): Promise<{ hall: Hall; store: Store }> => {
  const store = await ground.open();
  return { store, hall: await openHall({ pack: registryPack(), law: toyLaw, sealer, store }) };
};

let boxes = 0;
const put = (hall: Hall, box = `box-${(boxes += 1)}`) =>
  hall.command(
    'toy.put',
    { box, thing: 'ball', owner: 'Li Nobody' },
    { actor: { kind: 'device', id: 'kiosk-1' }, idempotencyKey: uuidv7() },
  );
const lookInto = (hall: Hall, box: string) =>
  hall.query('toy.look', { box }, { kind: 'device', id: 'kiosk-1' });

/** A minute from now everything has settled. */
const later = (): number => Date.now() + 60_000;

for (const { name, make } of grounds) {
  test(`${name}: whatever is done to the log behind the hall’s back is found`, async () => {
    const ground = await make();
    const { hall, store } = await openAt(ground);
    const key = await openAuditKey(hall.id, store, testSealer, Date.now());
    for (let i = 0; i < 12; i += 1) await put(hall);
    await chainLog(hall.id, store, key, later());
    const kept = (await verifyLog(hall.id, store, key.public)).head!;
    for (let i = 0; i < 4; i += 1) await put(hall);
    await chainLog(hall.id, store, key, later());
    const entries = await store.entries(hall.id, '', 100);
    const check = (known?: { seq: number; hash: string }): Promise<Verdict> =>
      verifyLog(hall.id, store, key.public, known);
    const sound = await check(kept);
    assert.deepEqual(sound.findings, []);
    assert.equal(sound.links, entries.length);
    const [victim, next] = [entries[5]!, entries[6]!];
    await hall.close();

    const crimes: [string, RegExp, (string | number)[], string?][] = [
      ["update log set events = '[]' where id = ?", /Entry .+ was changed/, [victim.id]],
      ["update log set actor = 'staff/nobody' where id = ?", /was changed/, [victim.id]],
      ['update log set at = at - 1 where id = ?', /was changed/, [victim.id]],
      ['delete from log where id = ?', /is missing from the log/, [victim.id]],
      ['delete from chain where entry = ?', /Links? .+ missing/, [victim.id]],
      ["update chain set hash = '00' where entry = ?", /was changed/, [next.id]],
      ["update head set signature = 'AAAA' where seq > ?", /is not that of this hall/, [0]],
      ['delete from head where seq > ?', /end of the chain, link 1\d, is not signed/, [kept.seq]],
      ['delete from chain where seq > ?', /but link 1\d was signed for/, [kept.seq]],
      [
        "insert into log (hall, id, at, actor, command, keys, events) values (?, ?, 1, 'staff/x', 'toy.put', '[]', '[]')",
        /was added to the log afterwards/,
        [hall.id, '01900000-0000-7000-8000-000000000000'],
      ],
    ];
    const backup = join(root, `before-${places}.gz`);
    await writeBackup(backup, ground.rows());
    for (const [crime, finding, values] of crimes) {
      const scene = await make();
      await scene.fill(readBackup(backup));
      await scene.meddle(crime, values);
      const seen = await scene.open(true);
      const { findings } = await verifyLog(hall.id, seen, key.public, undefined);
      assert.match(findings.join('\n'), finding, crime);
      await seen.close();
    }

    // Whoever cuts chain and signatures alike is caught by a head that was kept elsewhere.
    const scene = await make();
    await scene.fill(readBackup(backup));
    for (const table of ['chain', 'head'])
      await scene.meddle(`delete from ${table} where seq > ?`, [kept.seq - 1]);
    const seen = await scene.open(true);
    assert.match(
      (await verifyLog(hall.id, seen, key.public, kept)).findings.join(),
      /that was kept/,
    );
    await seen.close();
  });

  test(`${name}: two processes that chain at once make one chain`, async () => {
    const ground = await make();
    const { hall, store } = await openAt(ground);
    const key = await openAuditKey(hall.id, store, testSealer, Date.now());
    for (let i = 0; i < 20; i += 1) await put(hall);
    const other = await ground.open(true);
    await Promise.all([
      chainLog(hall.id, store, key, later()),
      chainLog(hall.id, other, key, later()),
    ]);
    await chainLog(hall.id, other, key, later());
    const { findings, links } = await verifyLog(hall.id, store, key.public);
    assert.deepEqual(findings, []);
    assert.equal(links, (await store.entries(hall.id, '', 100)).length);
    await Promise.all([hall.close(), other.close()]);
  });

  test(`${name}: a new key takes over while people come and go, and the old one can be thrown away`, async () => {
    const ground = await make();
    const old: SealKey = { id: 'k1', bytes: randomBytes(32) };
    const fresh: SealKey = { id: 'k2', cipher: 'sm4', bytes: randomBytes(48) };
    const before = await openAt(ground, openSealer([old]));
    for (let i = 0; i < 30; i += 1) await put(before.hall, `kept-${i}`);
    await before.hall.close();

    const both = openSealer([fresh, old]);
    const during = await openAt(ground, both);
    const [count] = await Promise.all([
      resealAll(during.hall.id, during.store, both),
      ...Array.from({ length: 30 }, (_, i) => put(during.hall, `kept-${i}`)),
    ]);
    assert.ok(count > 0);
    assert.equal(await resealAll(during.hall.id, during.store, both), 0);
    await during.hall.close();

    const after = await openAt(ground, openSealer([fresh]));
    for (let i = 0; i < 30; i += 1)
      assert.deepEqual(await lookInto(after.hall, `kept-${i}`), {
        status: 'answer',
        value: { things: ['ball', 'ball'], owner: 'Li Nobody' },
      });
    await after.hall.close();
  });

  for (const other of grounds) {
    test(`a backup of ${name} under load is one moment, and restores into ${other.name}`, async () => {
      const target = await other.make();
      const ground = await make();
      const { hall } = await openAt(ground);
      await put(hall, 'before');
      let isBusy = true;
      const load = (async () => {
        // Each command changes a document and adds an entry: whoever sees one must see the other.
        while (isBusy) await Promise.all([put(hall), breath()]);
      })();
      const file = join(root, `${name}-to-${other.name}.gz`);
      const count = await writeBackup(file, ground.rows());
      isBusy = false;
      await load;
      await hall.close();
      assert.equal(statSync(file).mode & 0o777, 0o600);
      assert.ok(!gunzipSync(readFileSync(file)).includes('Li Nobody'), 'sealed as in the store');

      assert.equal(await target.fill(readBackup(file)), count);
      const restored = await openAt(target);
      const entries = await restored.store.entries(hall.id, '', 100_000);
      const documents = await restored.store.load(hall.id, [{ from: 'toy/', to: 'toy0' }]);
      const changed = new Set(
        entries.flatMap(({ keys }) => keys).filter((one) => one.startsWith('toy')),
      );
      assert.deepEqual(new Set(documents.keys()), changed);
      assert.deepEqual(await lookInto(restored.hall, 'before'), {
        status: 'answer',
        value: { things: ['ball'], owner: 'Li Nobody' },
      });
      assert.equal((await put(restored.hall)).status, 'sent', 'and it goes on');
      await restored.hall.close();
      await assert.rejects(target.fill(readBackup(file)), /This store is not empty/);
    });
  }
}

test('a damaged backup restores nothing', async () => {
  const ground = sqlite();
  const { hall } = await openAt(ground);
  for (let i = 0; i < 50; i += 1) await put(hall);
  await hall.close();
  const file = join(root, 'whole.gz');
  await writeBackup(file, ground.rows());
  await assert.rejects(writeBackup(file, ground.rows()), /is there already/);
  const bytes = readFileSync(file);
  const lines = gunzipSync(bytes).toString().split('\n');
  const damages: [string, Buffer][] = [
    ['cut short', bytes.subarray(0, bytes.length / 2)],
    ['a line less', gzipSync(lines.toSpliced(5, 1).join('\n'))],
    ['a line changed', gzipSync(lines.join('\n').replace('toy.put', 'toy.pet'))],
    ['no end', gzipSync(`${lines.slice(0, -2).join('\n')}\n`)],
    ['something else', gzipSync('{"hello":"world"}\n')],
    ['not gzipped', Buffer.from('hello')],
  ];
  for (const [damage, content] of damages) {
    const damaged = join(root, 'damaged.gz');
    writeFileSync(damaged, content);
    for (const target of [sqlite(), await shared()]) {
      await assert.rejects(
        target.fill(readBackup(damaged)),
        /damaged or was cut|is no backup/,
        damage,
      );
      const store = await target.open();
      assert.deepEqual(await store.entries(hall.id, '', 1), [], damage);
      await store.close();
    }
  }
});

test('mulin-hall does all that from a command line, beside a hall that serves', async (t) => {
  const run = async (env: Record<string, string>, ...words: string[]) => {
    const said: unknown[] = [];
    const hear = (text: unknown): void => void said.push(text);
    const mocks = (['log', 'error'] as const).map((name) => t.mock.method(console, name, hear));
    const code = await runCli(words, env);
    for (const mock of mocks) mock.mock.restore();
    return { code, said: said.join('\n') };
  };
  const PAGES = writePages(join(root, 'pages'));
  const MULIN_KEY = `test:${Buffer.alloc(32, 7).toString('base64')}`;
  const ground = sqlite();
  const env = { PAGES, MULIN_KEY, ...ground.env };
  const { hall } = await openAt(ground);
  await put(hall);
  const { stdout } = await promisify(execFile)(process.execPath, ['bin/mulin-hall.mjs', '--help']);
  assert.match(stdout, /^Usage: mulin-hall/);
  assert.equal((await run(env, 'steal')).code, 2);
  const file = join(root, 'by-hand.gz');
  assert.match((await run(env, 'backup', file)).said, /rows are in .+by-hand\.gz/);
  const verified = await run(env, 'audit', 'verify');
  assert.match(verified.said, /entries of the log of registry-town are as they were written/);
  const added = ['registry-town', '01900000-0000-7000-8000-000000000000'];
  await hall.close();
  await ground.meddle("insert into chain values (?, 999, ?, 'ab')", added);
  const caught = await run(env, 'audit', 'verify');
  assert.equal(caught.code, 1);
  assert.match(caught.said, /The log was tampered with/);
  const again = sqlite();
  assert.match((await run({ ...env, ...again.env }, 'restore', file)).said, /rows were restored/);
  const twice = await run({ ...env, ...again.env }, 'restore', file);
  assert.deepEqual([twice.code, /not empty/.test(twice.said)], [1, true]);
  const resealed = await run({ ...env, ...again.env }, 'reseal');
  assert.match(resealed.said, /0 documents were sealed anew/);
  const lost = await run(
    { ...env, ...again.env, MULIN_KEY: MULIN_KEY.replace('test', 'k2') },
    'reseal',
  );
  assert.equal(lost.code, 1);
});
