/**
 * The process that is measured: as many halls as it is told to open, on one store, each at an address of its own. It answers
 * what its parent says, one thing at a time:
 *
 *   { open, pack }     opens a hall of this name: { url }
 *   { shape: name }    what the store was asked for by the last command of this name: { loads, write }
 *   { alone: seconds } that same over and over, without law and network: { rate }
 *   { usage }          what it has cost so far: { cpu, rss }
 */
import type { AddressInfo } from 'node:net';
import { v7 as uuidv7 } from 'uuid';
import { createApi } from '../../server/api.ts';
import { openHall } from '../../server/hall.ts';
import { listen } from '../../server/listen.ts';
import { openSealer } from '../../server/seal.ts';
import { openPostgres } from '../../server/store/postgres.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { planOf, type Store, type Write } from '../../server/store/store.ts';
import { openWho, type Who } from '../../server/who/who.ts';
import type { Pack } from '../../src/model/pack.ts';
import { law } from '../../src/model/registry.ts';
import type { Actor, Key } from '../../src/model/shared/law.ts';
import { morning, placeOf, registryPack, serviceOf, text } from '../../tests/harness/packs.ts';
import { manyCounters, queueTown } from '../../tests/harness/queues.ts';

const [, , data = ''] = process.argv;
const store = data.startsWith('postgres') ? await openPostgres(data) : openSqlite(data);
const sealer = openSealer([{ id: 'bench', bytes: new Uint8Array(32).fill(7) }]);

/** A Monday at nine, whenever this runs. */
const ahead = Date.parse('2026-12-07T09:00+08:00') - store.now();
const now = (): number => store.now() + ahead;

const PLACES = Array.from({ length: 64 }, (_, i) => `place-${i}`);
const packs: Readonly<Record<string, Pack>> = {
  // Sixty-four places, so that everybody can have one of their own; in each half hour sixty-four may come.
  booking: registryPack({
    places: PLACES.map(placeOf),
    services: [serviceOf('marriage', text('结婚登记', 'Marriage'), PLACES)],
    openings: PLACES.map((place) => ({ ...morning, id: place, place, capacity: 64, staffOnly: 0 })),
  }),
  queue: queueTown(manyCounters(8, 1)),
};

const clerk: Actor = { kind: 'staff', id: 'clerk-1', roles: ['counter'] };
const kiosk: Actor = { kind: 'device', id: 'kiosk-1', as: 'kiosk' };
/** Finding out who asks is not what is measured: a header says it. */
const askerOf: Who['ask'] = ({ req }) => {
  const actor = req.header('x-clerk') ? clerk : kiosk;
  return Promise.resolve({ caller: { actor }, from: 'bench', onGone: () => () => undefined });
};

interface Shape {
  readonly loads: readonly (readonly Key[])[];
  readonly write: Write;
}
const shapes = new Map<string, Shape>();
let loads: (readonly Key[])[] = [];
/** Only says something about a command that runs alone. */
const watched: Store = {
  ...store,
  load(hall, wanted) {
    loads.push(wanted as readonly Key[]);
    return store.load(hall, wanted);
  },
  write(hall, write) {
    shapes.set(write.entry.command, { loads, write });
    loads = [];
    return store.write(hall, write);
  },
};

async function open(id: string, pack: Pack): Promise<string> {
  const hall = await openHall({
    id,
    pack,
    store: id === 'shapes' ? watched : store,
    sealer,
    now,
    law,
  });
  const who = { ...(await openWho({ hall, store, sealer })), ask: askerOf };
  const { routes } = createApi({ hall, who });
  const server = await listen(routes.fetch, 0, '127.0.0.1');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The store's own share of a command: what it was asked for once, again and again, on documents of its own. */
async function alone(command: string, seconds: number): Promise<number> {
  const shape = shapes.get(command)!;
  const hall = `alone-${uuidv7()}`;
  const mine = new Set(
    [...shape.write.seen].filter(([, version]) => version > 0).map(([key]) => key),
  );
  let version = 0;
  let count = 0;
  const start = performance.now();
  while (performance.now() - start < seconds * 1000) {
    const named = (key: Key): Key => (mine.has(key) ? key : `${key}/${count}`);
    for (const keys of shape.loads) await store.load(hall, keys.map(named));
    const { write } = shape;
    const seen = new Map([...write.seen].map(([key]) => [named(key), mine.has(key) ? version : 0]));
    const isDone = await store.write(hall, {
      seen,
      changes: write.changes.map((change) => ({ ...change, key: named(change.key) })),
      entry: { ...write.entry, id: uuidv7() },
      sent: { ...write.sent, key: `gesture-${count}` },
    });
    if (!isDone) throw new Error('The store alone lost a race.');
    version += 1;
    count += 1;
  }
  return count / seconds;
}

interface Asked {
  readonly open?: string;
  readonly pack?: string;
  readonly shape?: string;
  readonly alone?: { readonly command: string; readonly seconds: number };
}
async function answer(asked: Asked): Promise<object> {
  if (asked.open) return { url: await open(asked.open, packs[asked.pack ?? '']!) };
  if (asked.alone) return { rate: await alone(asked.alone.command, asked.alone.seconds) };
  if (asked.shape) {
    const { loads: keys, write } = shapes.get(asked.shape)!;
    return { loads: keys, write: { ...write, seen: [...write.seen] }, plan: planOf(write) };
  }
  const { user, system } = process.cpuUsage();
  return { cpu: (user + system) / 1e6, rss: process.memoryUsage().rss };
}
process.on('disconnect', () => process.exit());
process.on('message', (asked: Asked) => {
  answer(asked).then(
    (told) => process.send?.(told),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.send?.({ ready: true });
