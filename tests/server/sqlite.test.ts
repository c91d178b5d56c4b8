import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openSqlite } from '../../server/store/sqlite.ts';
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
