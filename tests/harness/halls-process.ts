/**
 * Real halls for tests that run in a browser: one process, a hall for each test, on SQLite or on PostgreSQL. The test runner
 * starts it (halls-plugin.mjs) and hands requests on to it; its first line of output is its address.
 *
 *   POST   /halls                {"store":"sqlite","pack":…,"now":…}  → {"id":…}
 *   ANY    /halls/{id}/api/…     that hall, as the network lets it through
 *   ANY    /halls/{id}/desk/api/…  the same, for a clerk who has signed in
 *   POST   /halls/{id}/test      {"now":…} | {"network":"fine"|"cut"|"one-way"}
 *   GET    /halls/{id}/test/events, /halls/{id}/test/raw, /halls/{id}/test/connections
 *   DELETE /halls/{id}
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import { URI, type TOTP } from 'otpauth';
import pg from 'pg';
import { createApi, type Api } from '../../server/api.ts';
import { openHall, type Hall } from '../../server/hall.ts';
import { openPostgres } from '../../server/store/postgres.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { openWho, type Who } from '../../server/who/who.ts';
import type { Pack } from '../../src/model/pack.ts';
import { testSealer } from './hall-server.ts';
import { startPostgres, type Postgres } from './postgres.ts';
import { toyLaw } from './toy-law.ts';

/** `one-way`: what is sent arrives, and its answer gets lost. */
type Network = 'fine' | 'cut' | 'one-way';
type Kind = 'sqlite' | 'postgres';

interface Ground {
  readonly store: Store;
  /** Everything that lies on the disk, bytes read as text. */
  raw(hall: string): Promise<string>;
}

interface Open {
  readonly ground: Ground;
  readonly hall: Hall;
  readonly api: Api;
  readonly clock: { now: number };
  network: Network;
  readonly sockets: Set<HttpBindings['outgoing']>;
  /** Shown with every request, as a terminal's cookie would be. */
  readonly token?: string;
  readonly who: Who;
  /** What a clerk's cookie says, once somebody has come to the desk. */
  clerk?: Promise<string>;
}

const root = mkdtempSync(join(tmpdir(), 'mulin-halls-'));
const grounds = new Map<Kind, Promise<Ground>>();
const halls = new Map<string, Open>();
let opened = 0;
let postgres: Postgres | undefined;

async function openGround(kind: Kind): Promise<Ground> {
  if (kind === 'sqlite') {
    const folder = join(root, 'sqlite');
    const read = (file: string): string => readFileSync(join(folder, file), 'latin1');
    return {
      store: openSqlite(folder),
      raw: () => Promise.resolve(readdirSync(folder).map(read).join()),
    };
  }
  postgres = await startPostgres();
  const url = await postgres.database();
  return {
    store: await openPostgres(url),
    async raw(hall) {
      const client = new pg.Client(url);
      await client.connect();
      const tables = ['document', 'log', 'sent'];
      const rows: unknown[] = [];
      for (const table of tables)
        rows.push(
          (await client.query(`select t::text from ${table} t where hall = $1`, [hall])).rows,
        );
      await client.end();
      return JSON.stringify(rows);
    },
  };
}

function groundOf(kind: Kind): Promise<Ground> {
  const ground = grounds.get(kind) ?? openGround(kind);
  grounds.set(kind, ground);
  return ground;
}

async function open({ store: kind, pack, now, device }: Wanted): Promise<string> {
  const ground = await groundOf(kind);
  const id = `test-${(opened += 1)}`;
  const clock = { now };
  // One store for all halls of a kind, so a hall that closes leaves it open.
  const store: Store = { ...ground.store, close: () => Promise.resolve() };
  const hall = await openHall({
    pack,
    id,
    law: toyLaw,
    sealer: testSealer,
    now: () => clock.now,
    store,
  });
  const who = await openWho({ hall, store, sealer: testSealer });
  const token = device === undefined ? undefined : `token-of-${device}`;
  if (device !== undefined && token !== undefined) {
    const digest = createHash('sha256').update(token).digest('hex');
    await who.devices.admit('test', digest, { id: device, as: 'kiosk', name: device });
  }
  const api = createApi({ hall, who });
  const one: Open = {
    ground,
    hall,
    api,
    clock,
    network: 'fine',
    sockets: new Set(),
    who,
    ...(token !== undefined && { token }),
  };
  halls.set(id, one);
  return id;
}

interface Wanted {
  readonly store: Kind;
  readonly pack: Pack;
  readonly now: number;
  readonly device?: string;
}

async function signIn({ who, api, clock }: Open, env: HttpBindings): Promise<string> {
  const secrets = await who.staff.add('test', 'clerk-1', ['counter', 'case']);
  if (!secrets) throw new Error('There is such a clerk already.');
  const { id: user, password, totp } = secrets;
  const code = (URI.parse(totp) as TOTP).generate({ timestamp: clock.now });
  const body = JSON.stringify({ proof: { kind: 'password', user, password, totp: code } });
  const headers = { 'Content-Type': 'application/json' };
  const request = new Request('http://hall/api/session', { method: 'POST', headers, body });
  const answered = await api.routes.fetch(request, env);
  const [cookie] = answered.headers.getSetCookie();
  if (!cookie) throw new Error(`The clerk can't sign in: ${await answered.text()}`);
  return cookie.split(';')[0] as string;
}

/** Asked anew after waiting: a cut may have come in between. */
const isFine = ({ network }: Open): boolean => network === 'fine';

const app = new Hono<{ Bindings: HttpBindings }>();

app.post('/halls', async (context) => {
  return context.json({ id: await open(await context.req.json<Wanted>()) });
});

app.all('/halls/:id/*', async (context, next) => {
  const opened = halls.get(context.req.param('id'));
  if (!opened) return context.text('There is no such hall.', 404);
  const place = context.req.path.replace(/^\/halls\/[^/]+/, '');
  const path = place.replace(/^\/desk/, '');
  if (!path || path.startsWith('/test')) return next();
  const { outgoing } = context.env;
  if (opened.network === 'cut') {
    outgoing.destroy();
    return RESPONSE_ALREADY_SENT;
  }
  opened.sockets.add(outgoing);
  outgoing.once('close', () => opened.sockets.delete(outgoing));
  const { search } = new URL(context.req.url);
  const { method, body } = context.req.raw;
  const headers = new Headers(context.req.raw.headers);
  if (path !== place) headers.set('Cookie', await (opened.clerk ??= signIn(opened, context.env)));
  else if (opened.token) headers.set('Authorization', `Bearer ${opened.token}`);
  const init = { method, headers, ...(body && { body, duplex: 'half' }) };
  const request = new Request(`http://hall${path}${search}`, init);
  const response = await opened.api.routes.fetch(request, context.env);
  if (!isFine(opened)) outgoing.destroy();
  return response;
});

app.post('/halls/:id/test', async (context) => {
  const opened = halls.get(context.req.param('id'))!;
  const { now, network } = await context.req.json<{ now?: number; network?: Network }>();
  if (now !== undefined) opened.clock.now = now;
  if (network) opened.network = network;
  if (network === 'cut') for (const socket of opened.sockets) socket.destroy();
  return context.json({});
});

app.get('/halls/:id/test/events', async (context) => {
  const { hall, ground } = halls.get(context.req.param('id'))!;
  const entries = await ground.store.entries(hall.id, '', 10_000);
  return context.json(entries.flatMap(({ events }) => events));
});

app.get('/halls/:id/test/connections', (context) =>
  context.json(halls.get(context.req.param('id'))!.sockets.size),
);

app.get('/halls/:id/test/raw', async (context) => {
  const { hall, ground } = halls.get(context.req.param('id'))!;
  return context.text(await ground.raw(hall.id));
});

app.delete('/halls/:id', async (context) => {
  const { api, hall } = halls.get(context.req.param('id'))!;
  api.close();
  await hall.close();
  return context.json({});
});

app.onError((error, context) => context.text(String(error.stack), 500));

const server = createAdaptorServer({ fetch: app.fetch }).listen(0, '127.0.0.1');
await once(server, 'listening');
console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);

// Whoever started us holds the other end; however it ends, so do we.
process.stdin.resume().on('end', () => {
  void (async () => {
    for (const ground of grounds.values())
      await (await ground.catch(() => undefined))?.store.close();
    await postgres?.stop();
    rmSync(root, { recursive: true, force: true });
    process.exit(0);
  })();
});
