/** What operators, partners and attackers meet at the door of a hall. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { v7 as uuidv7 } from 'uuid';
import { serve, type Serving } from '../../server/serve.ts';
import { readSettings } from '../../server/settings.ts';
import { law, type AnyCommand } from '../../src/model/registry.ts';
import { startHallProcess, writePages } from '../harness/hall-process.ts';
import { couple, groom, phone } from '../harness/persons.ts';
import { registryPack } from '../harness/packs.ts';

const root = mkdtempSync(join(tmpdir(), 'mulin-operations-'));
test.after(() => rmSync(root, { recursive: true }));
const pages = writePages(join(root, 'pages'), registryPack({ calendar: [] }));

let folders = 0;
const env = (more: Record<string, string> = {}): Record<string, string> => ({
  PAGES: pages,
  PORT: '0',
  MULIN_DATA: join(root, `data-${(folders += 1)}`),
  ...more,
});
async function withHall(
  more: Record<string, string>,
  work: (url: string, serving: Serving) => Promise<void>,
): Promise<void> {
  const serving = await serve(readSettings(env(more)));
  try {
    await work(serving.url.replace(/\/$/, ''), serving);
  } finally {
    await serving.close();
  }
}

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'idempotency-key': uuidv7(), ...headers },
  });

interface Contract {
  readonly openapi: string;
  readonly paths: Record<
    string,
    Record<string, { responses: Record<string, unknown>; parameters?: { name: string }[] }>
  >;
}

/** How many bytes this path takes at most: a few commands carry a file. */
const mostFor = (path: string): number => {
  const commands: Readonly<Record<string, AnyCommand>> = law.commands;
  return commands[path.split('/').at(-1) ?? '']?.maxBytes ?? 64_000;
};

test('the contract is valid OpenAPI 3.1, names all that is served, and the hall does as it says', async () => {
  await withHall({}, async (url) => {
    const contract = (await (await fetch(`${url}/openapi.json`)).json()) as Contract;
    assert.equal(contract.openapi, '3.1.0');
    const { valid, errors } = await new Validator().validate(contract as never);
    assert.deepEqual(errors ?? [], []);
    assert.ok(valid);
    for (const name of Object.keys(law.commands))
      assert.ok(contract.paths[`/api/command/${name}`]?.['post'], name);
    for (const name of Object.keys(law.queries))
      assert.ok(contract.paths[`/api/query/${name}`]?.['post'], name);

    for (const [path, methods] of Object.entries(contract.paths))
      for (const [method, { responses, parameters = [] }] of Object.entries(methods)) {
        const ask = (body: string | undefined, headers: Record<string, string> = {}) =>
          fetch(url + path, {
            method: method.toUpperCase(),
            ...(method === 'post' && body !== undefined && { body }),
            headers: { 'idempotency-key': uuidv7(), ...headers },
          });
        const json = { 'content-type': 'application/json' };
        const statuses =
          method !== 'post'
            ? [(await ask(undefined)).status]
            : [
                (await ask('{"odd":[]}', json)).status,
                (await ask('{', json)).status,
                (await ask('{}', { 'content-type': 'text/plain' })).status,
                (await ask(`"${'x'.repeat(mostFor(path) + 6_000)}"`, json)).status,
              ];
        for (const status of statuses)
          assert.ok(responses[String(status)], `${method} ${path} answered ${status}`);
        // Who comes is asked first, what they bring afterwards.
        if (method === 'post' && /^\/api\/(command|query|watch)/.test(path)) {
          assert.ok([400, 403].includes(statuses[0]!), path);
          assert.deepEqual(statuses.slice(1), [400, 415, 413], path);
        }
        if (parameters.some(({ name }) => name === 'Idempotency-Key')) {
          const without = await fetch(url + path, { method: 'POST', body: '{}', headers: json });
          assert.equal(without.status, 400, path);
        }
      }
    const offer = await post(`${url}/api/query/booking.offer`, { service: 'marriage' });
    assert.equal(((await offer.json()) as { status: string }).status, 'answer');
  });
});

test('the contract can be read as a page, under the policy that forbids every script', async () => {
  await withHall({}, async (url) => {
    const response = await fetch(`${url}/openapi`);
    assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    const page = await response.text();
    assert.match(page, /POST \/api\/command\/booking\.hold/);
    assert.doesNotMatch(page, /<script|style="|https?:\/\//);
    const style = await fetch(`${url}/openapi.css`);
    assert.match(style.headers.get('content-type') ?? '', /^text\/css/);
  });
});

test('pages of origins that are named may use the API, with cookies; no others, and never everybody', async () => {
  const partner = 'https://www.shyp.example';
  await withHall({ MULIN_ORIGINS: partner }, async (url) => {
    const ask = async (origin: string) => {
      const { headers } = await fetch(`${url}/api/query/booking.offer`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type,idempotency-key',
        },
      });
      return headers;
    };
    const good = await ask(partner);
    assert.equal(good.get('access-control-allow-origin'), partner);
    assert.equal(good.get('access-control-allow-credentials'), 'true');
    for (const origin of [
      'https://evil.example',
      `${partner}.evil.example`,
      'http://www.shyp.example',
      'null',
    ])
      assert.equal((await ask(origin)).get('access-control-allow-origin'), null, origin);
    const leaving = new AbortController();
    const queries = [{ name: 'booking.offer', input: { service: 'marriage' } }];
    const stream = await fetch(`${url}/api/watch`, {
      method: 'POST',
      body: JSON.stringify({ queries }),
      headers: { 'content-type': 'application/json', origin: partner },
      signal: leaving.signal,
    });
    assert.equal(stream.headers.get('access-control-allow-origin'), partner, 'live answers too');
    leaving.abort();
  });
  await withHall({}, async (url) => {
    const { headers } = await fetch(`${url}/healthz`, { headers: { origin: partner } });
    assert.equal(headers.get('access-control-allow-origin'), null);
  });
  for (const bad of ['*', 'https://a.example/path', 'a.example', 'null'])
    assert.throws(() => readSettings(env({ MULIN_ORIGINS: bad })), /MULIN_ORIGINS/);
});

test('an address that asks too much is told when to come back; others are not in its way', async () => {
  await withHall({ MULIN_PROXIES: '1', MULIN_RATE: '5' }, async (url) => {
    const ask = (address: string) =>
      post(
        `${url}/api/query/booking.offer`,
        { service: 'marriage' },
        { 'x-forwarded-for': address },
      );
    for (let i = 0; i < 5; i += 1) assert.equal((await ask('203.0.113.7')).status, 200);
    const refused = await ask('203.0.113.7');
    assert.equal(refused.status, 429);
    assert.match(refused.headers.get('content-type') ?? '', /problem\+json/);
    assert.ok(Number(refused.headers.get('retry-after')) >= 1);
    assert.equal((await ask('203.0.113.8')).status, 200);
    assert.equal((await ask('198.51.100.1, 203.0.113.7')).status, 429, 'a made-up hop is no help');
    assert.equal((await fetch(`${url}/healthz`)).status, 200, 'and health is never limited');
  });
});

test('metrics say how it goes, to this machine or to whoever shows the token', async () => {
  await withHall({}, async (url) => {
    await post(`${url}/api/query/booking.offer`, { service: 'marriage' });
    await post(`${url}/api/query/${groom}`, {});
    const text = await (await fetch(`${url}/metrics`)).text();
    assert.match(text, /mulin_requests_total\{name="booking\.offer",status="200"\} 1/);
    assert.match(text, /mulin_requests_total\{name="unknown",status="404"\} 1/);
    assert.match(text, /mulin_streams 0/);
    assert.match(text, /process_cpu/);
    const proxied = await fetch(`${url}/metrics`, {
      headers: { 'x-forwarded-for': '203.0.113.7' },
    });
    assert.equal(proxied.status, 404);
  });
  await withHall({ MULIN_METRICS_TOKEN: 'hush' }, async (url) => {
    const ask = async (headers: Record<string, string>) =>
      (await fetch(`${url}/metrics`, { headers })).status;
    assert.equal(await ask({}), 404);
    assert.equal(await ask({ authorization: 'Bearer hash' }), 404);
    assert.equal(await ask({ authorization: 'Bearer hush' }), 200);
  });
});

test('no identity number and no telephone gets into logs, metrics or the audit log, wherever it is sent', async () => {
  const data = join(root, `data-${(folders += 1)}`);
  const hall = await startHallProcess({ PAGES: pages, MULIN_DATA: data, MULIN_LOG: 'requests' });
  const url = hall.url!;
  const json = { 'content-type': 'application/json', 'idempotency-key': uuidv7() };
  const secrets = [groom, phone];
  for (const secret of secrets) {
    const everywhere = Object.fromEntries(
      ['id', 'code', 'place', 'service', 'date', 'time', 'phone', 'phoneTail', 'idNumber'].map(
        (field) => [field, secret],
      ),
    );
    for (const name of Object.keys(law.commands))
      await post(`${url}/api/command/${name}`, { ...everywhere, ...couple });
    for (const name of Object.keys(law.queries)) await post(`${url}/api/query/${name}`, everywhere);
    await post(`${url}/api/command/${secret}`, {});
    await post(`${url}/api/watch`, { queries: [{ name: secret, input: secret }] }).then(
      (response) => response.body?.cancel(),
    );
    await fetch(`${url}/api/${secret}?q=${secret}`);
    await fetch(`${url}/api/command/booking.hold`, {
      method: 'POST',
      body: `{"a":"${secret}`,
      headers: json,
    });
    await post(
      `${url}/api/query/booking.offer`,
      {},
      {
        'idempotency-key': secret,
        'x-forwarded-for': secret,
        'user-agent': secret,
        cookie: `a=${secret}`,
      },
    );
  }
  const metrics = await (await fetch(`${url}/metrics`)).text();
  hall.signal('SIGTERM');
  assert.equal(await hall.exited, 0);
  const said = hall.said();
  assert.match(said, /"event":"request","name":"booking\.offer"/, 'it is the right log');
  for (const secret of secrets)
    for (const [what, text] of Object.entries({ said, metrics }))
      assert.ok(!text.includes(secret), `${secret} in ${what}`);
});
