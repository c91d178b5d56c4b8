/** The disk is full: the hall says so, changes nothing, keeps answering, and goes on by itself once there is room. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { openPostgres } from '../../server/store/postgres.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { command, query, type Told } from '../harness/client.ts';
import { startHall } from '../harness/hall-server.ts';
import { startPostgres } from '../harness/postgres.ts';

/** Only root may make a small disk. CI is root; a person who runs this on a laptop is told. */
const skip = process.getuid?.() === 0 ? false : 'making a small disk needs root';

const root = mkdtempSync(join(tmpdir(), 'mulin-disk-'));
chmodSync(root, 0o755);
test.after(() => rmSync(root, { recursive: true }));

interface Disk {
  readonly folder: string;
  /** Leaves no byte free. */
  fill(): void;
  makeRoom(): void;
  remove(): void;
}

function smallDisk(name: string, megabytes: number, owner = 'root'): Disk {
  const folder = join(root, name);
  mkdirSync(folder);
  const uid = execFileSync('id', ['-u', owner], { encoding: 'utf8' }).trim();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,uid=${uid}`, 'tmpfs', folder]);
  const filler = join(folder, 'filler');
  return {
    folder,
    fill() {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(filler, Buffer.alloc(bavail * bsize), { flag: 'a' });
    },
    makeRoom: () => rmSync(filler),
    remove: () => execFileSync('umount', ['-l', folder]),
  };
}

async function fillAndGoOn(disk: Disk, store: Store): Promise<void> {
  const hall = await startHall(store);
  const put = (box: string, key = uuidv7()): Promise<Told> =>
    command(hall.url, 'toy.put', { box, thing: 'x'.repeat(100), owner: 'Li' }, key);
  assert.equal((await put('first')).says, 'sent');
  disk.fill();
  let n = 0;
  let told: Told;
  do told = await put(`box ${(n += 1)}`, `gesture-${n}`);
  while (told.says === 'sent' && n < 5000); // what it has reserved before is used up first
  assert.deepEqual([told.status, told.says], [507, 'disk-full']);
  assert.equal(await query(hall.url, 'toy.look', { box: `box ${n}` }), undefined);
  const first = (await query(hall.url, 'toy.look', { box: 'first' })) as { owner: string };
  assert.equal(first.owner, 'Li', 'what is there can still be read');
  disk.makeRoom();
  assert.equal(
    (await put(`box ${n}`, `gesture-${n}`)).says,
    'sent',
    'the same gesture goes through',
  );
  for (const box of ['first', `box ${n - 1}`, `box ${n}`])
    if (box !== 'box 0') assert.ok(await query(hall.url, 'toy.look', { box }), `${box} is there`);
  await hall.close();
}

test(
  'SQLite: a full disk changes nothing, is told, and is forgotten as soon as there is room',
  { skip },
  async (t) => {
    const disk = smallDisk('sqlite', 8);
    t.after(() => disk.remove());
    await fillAndGoOn(disk, openSqlite(join(disk.folder, 'hall')));
  },
);

test(
  'PostgreSQL: a full disk changes nothing, is told, and is forgotten as soon as there is room',
  { skip },
  async (t) => {
    const postgres = await startPostgres();
    const disk = smallDisk('postgres', 64, 'postgres');
    t.after(async () => {
      await postgres.stop();
      disk.remove();
    });
    const url = new URL(await postgres.database());
    const client = new pg.Client(url.href);
    await client.connect();
    await client.query(`create tablespace small location '${disk.folder}'`);
    await client.query('create database small tablespace small');
    await client.end();
    url.pathname = 'small';
    await fillAndGoOn(disk, await openPostgres(url.href));
  },
);
