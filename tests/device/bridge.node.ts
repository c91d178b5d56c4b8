/** The page's side of a bridge against one that really listens, and lies, stalls and breaks off like a real one. */
import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, test } from 'node:test';

import { openBridge } from '../../scripts/bridge.mjs';
import { bridgeCardReader } from '../../src/device/card/index.ts';
import { bridgePrinter, type Slip } from '../../src/device/printer/index.ts';

const slip: Slip = {
  lang: 'zh-CN',
  title: '预约回执',
  lines: [
    { kind: 'heading', text: '结婚登记预约' },
    { kind: 'large', text: '482 913 7705' },
  ],
};
const token = 'as installed';
const origin = 'http://127.0.0.1:8080';

const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function bridge() {
  const opened = await openBridge({ origin, token });
  open.push(opened);
  return opened;
}

/** Something else that happens to listen there. */
async function stranger(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  open.push({
    close: () =>
      new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      }),
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a printer behind a bridge', () => {
  test('prints a slip as it was given, and says how much paper is left', async () => {
    const there = await bridge();
    there.printer = { state: 'ready', paper: 'low' };
    const printer = bridgePrinter({ url: there.url, token });
    assert.deepEqual(await printer.status(), { state: 'ready', paper: 'low' });
    assert.deepEqual(await printer.print(slip), { status: 'printed', paper: 'low' });
    assert.deepEqual(there.printed, [slip]);
  });

  test('is asked before: out of paper, nothing is sent to it', async () => {
    const there = await bridge();
    there.printer = { state: 'trouble', trouble: 'no-paper' };
    const printed = await bridgePrinter({ url: there.url, token }).print(slip);
    assert.deepEqual(printed, { status: 'failed', trouble: 'no-paper', begun: false });
    assert.deepEqual(there.printed, []);
  });

  test('an answer lost on the way does not print the slip a second time', async () => {
    const names: string[] = [];
    const url = await stranger((request, response) => {
      if (request.method === 'GET') return response.end('{"state":"ready","paper":"enough"}');
      names.push(request.url ?? '');
      if (names.length === 1) return request.socket.destroy(); // printed, and then the cable
      response.end('{"status":"printed","paper":"enough"}');
    });
    const printed = await bridgePrinter({ url }).print(slip);
    assert.deepEqual(printed, { status: 'printed', paper: 'enough' });
    assert.equal(names.length, 2);
    assert.equal(names[0], names[1], 'the job must keep its name');
  });

  test('the sample bridge prints a job once, however often it is told', async () => {
    const there = await bridge();
    const tell = () =>
      fetch(`${there.url}/printer/jobs/one`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify(slip),
      }).then((response) => response.json());
    assert.deepEqual(await tell(), await tell());
    assert.equal(there.printed.length, 1);
  });

  test('nobody there is “offline”, in the status and in print, without a throw', async () => {
    const there = await bridge();
    await there.close();
    const printer = bridgePrinter({ url: there.url, token });
    assert.deepEqual(await printer.status(), { state: 'trouble', trouble: 'offline' });
    assert.deepEqual(await printer.print(slip), {
      status: 'failed',
      trouble: 'offline',
      begun: false,
    });
  });

  test('a bridge that breaks off each time leaves it open whether something came out', async () => {
    const url = await stranger((request, response) => {
      if (request.method === 'GET') return response.end('{"state":"ready"}');
      request.socket.destroy();
    });
    const printed = await bridgePrinter({ url }).print(slip);
    assert.deepEqual(printed, { status: 'failed', trouble: 'offline', begun: true });
  });

  test('another program on that port is taken for no printer', async () => {
    for (const said of ['<html>hello</html>', '[]', 'null', '"ready"', '{"state":"READY"}']) {
      const url = await stranger((_, response) => response.end(said));
      const { state } = await bridgePrinter({ url }).status();
      assert.equal(state, 'trouble', said);
    }
  });

  test('a trouble it has no word for is a fault, and a sensor it does not have is unknown', async () => {
    const there = await bridge();
    const printer = bridgePrinter({ url: there.url, token });
    there.printer = { state: 'trouble', trouble: 'on fire' };
    assert.deepEqual(await printer.status(), { state: 'trouble', trouble: 'fault' });
    there.printer = { state: 'ready', paper: 17 };
    assert.deepEqual(await printer.status(), { state: 'ready', paper: 'unknown' });
  });
});

describe('a card reader behind a bridge', () => {
  const card = { kind: 'resident', idNumber: '11010519491231002X', name: '示例' } as const;

  test('waits for a card and passes on what is needed, and nothing else of a person', async () => {
    const there = await bridge();
    const reading = bridgeCardReader({ url: there.url, token }).read({ seconds: 5 });
    await until(() => there.readers.size === 1);
    there.lay({ ...card, address: '某路 1 号', photo: '…', nation: '汉' });
    assert.deepEqual(await reading, { status: 'read', card });
  });

  test('nobody lays a card: it says so when the time is up', async () => {
    const there = await bridge();
    const reading = await bridgeCardReader({ url: there.url, token }).read({ seconds: 0.05 });
    assert.deepEqual(reading, { status: 'failed', trouble: 'no-card' });
  });

  test('whoever stops waiting has no card read behind their back', async () => {
    const there = await bridge();
    const stop = new AbortController();
    const reading = bridgeCardReader({ url: there.url, token }).read({
      seconds: 60,
      signal: stop.signal,
    });
    await until(() => there.readers.size === 1);
    stop.abort();
    await assert.rejects(reading, { name: 'AbortError' });
    await until(() => there.readers.size === 0);
  });

  test('a number that can be none is a fault, not a person', async () => {
    const there = await bridge();
    for (const idNumber of ['', '1', '<img>', 110105194912310020, null]) {
      const reading = bridgeCardReader({ url: there.url, token }).read({ seconds: 5 });
      await until(() => there.readers.size === 1);
      there.lay({ ...card, idNumber });
      assert.deepEqual(await reading, { status: 'failed', trouble: 'fault' });
    }
  });

  test('a card left behind can be seen, to remind whoever leaves', async () => {
    const there = await bridge();
    there.card = { state: 'ready', occupied: true };
    const status = await bridgeCardReader({ url: there.url, token }).status();
    assert.deepEqual(status, { state: 'ready', occupied: true });
  });
});

describe('the sample bridge', () => {
  test('hears the kiosk only: another page, or one without the token, is sent away', async () => {
    const there = await bridge();
    const asked = async (headers: Record<string, string>) =>
      (await fetch(`${there.url}/card`, { headers })).status;
    assert.equal(await asked({ authorization: `Bearer ${token}` }), 200);
    assert.equal(
      await asked({ authorization: `Bearer ${token}`, origin: 'https://evil.example' }),
      403,
    );
    assert.equal(await asked({ authorization: 'Bearer guess' }), 401);
    assert.equal(await asked({}), 401);
  });
});

async function until(is: () => boolean): Promise<void> {
  for (let waited = 0; !is(); waited += 5) {
    if (waited > 5000) throw new Error('it never came to that');
    await new Promise((later) => setTimeout(later, 5));
  }
}
