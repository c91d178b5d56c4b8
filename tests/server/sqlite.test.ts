import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { Write } from '../../server/store/store.ts';
import { storeSuite } from './store-suite.ts';

const folder = mkdtempSync(join(tmpdir(), 'mulin-sqlite-'));
test.after(() => rmSync(folder, { recursive: true }));

storeSuite('SQLite', { open: () => Promise.resolve(openSqlite(join(folder, 'suite'))) });

test('SQLite: a second hall in the same folder is told so, until the first one leaves', async () => {
  const first = openSqlite(join(folder, 'alone'));
  assert.throws(() => openSqlite(join(folder, 'alone')), /Another hall is at work in .+alone/);
  await first.ping();
  await first.close();
  await openSqlite(join(folder, 'alone')).close();
});

test('SQLite: of many that write at once, one that can’t be written takes no other with it', async () => {
  const store = openSqlite(join(folder, 'together'));
  const writeOf = (key: string, id = uuidv7()): Write => ({
    seen: new Map(),
    changes: [{ key, open: '{}', sealed: null }],
    entry: { id, at: 1, actor: 'anonymous', command: 'toy.put', keys: [key], events: [] },
    sent: { key, outcome: '' },
  });
  const twice = uuidv7();
  const told = await Promise.allSettled(
    [writeOf('a'), writeOf('b', twice), writeOf('a'), writeOf('c', twice), writeOf('d')].map(
      (one) => store.write('hall', one),
    ),
  );
  assert.deepEqual(
    told.map((one) => (one.status === 'fulfilled' ? one.value : 'fault')),
    [true, true, false, 'fault', true],
  );
  const rows = await store.load('hall', ['a', 'b', 'c', 'd']);
  assert.deepEqual([...rows.keys()], ['a', 'b', 'd']);
  assert.equal((await store.entries('hall', '', 10)).length, 3);
  await store.close();
});

test('SQLite: what is still being written when it closes is there afterwards', async () => {
  const store = openSqlite(join(folder, 'closing'));
  const written = store.write('hall', {
    seen: new Map(),
    changes: [{ key: 'a', open: '{}', sealed: null }],
    entry: { id: uuidv7(), at: 1, actor: 'anonymous', command: 'toy.put', keys: ['a'], events: [] },
    sent: { key: 'a', outcome: '' },
  });
  await store.close();
  assert.equal(await written, true);
  const again = openSqlite(join(folder, 'closing'));
  assert.equal((await again.load('hall', ['a'])).size, 1);
  await again.close();
});
