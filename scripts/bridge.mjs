/**
 * A bridge to try with, and to read for whoever writes a real one: it speaks docs/devices.md, prints on the console and
 * reads a sample card when somebody presses Enter.
 *
 *   node scripts/bridge.mjs --origin http://127.0.0.1:8080 --token try
 *
 * Then open the kiosk once at  http://127.0.0.1:8080/#bridge=http://127.0.0.1:8124&token=try
 */
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** A slip with two QR codes and a long checklist has some kilobytes. */
const LARGEST = 64 * 1024;

/** Nobody's card: the standard's own example (GB 11643-1999). */
const sampleCard = {
  kind: 'resident',
  idNumber: '11010519491231002X',
  name: '示例',
  validUntil: '2030-12-31',
};

/**
 * Listens on loopback. `printer` and `card` hold the state of the devices and may be changed while it runs; `printed` are
 * the slips that came out, `readers` who waits for a card; `lay()` puts one on.
 */
export async function openBridge({ port = 0, origin, token, onSlip = () => {} }) {
  const jobs = new Map();
  const readers = new Set();
  const bridge = {
    printer: { state: 'ready', paper: 'enough' },
    card: { state: 'ready', occupied: false },
    printed: [],
    readers,
    lay(card = sampleCard) {
      for (const read of [...readers]) read({ status: 'read', card });
    },
  };

  function print(id, slip) {
    const known = jobs.get(id);
    if (known) return known; // told again because the answer was lost: it is not printed again
    const { state, paper, trouble } = bridge.printer;
    const outcome =
      state === 'ready'
        ? { status: 'printed', paper }
        : { status: 'failed', trouble, begun: false };
    if (state === 'ready') bridge.printed.push(slip);
    if (state === 'ready') onSlip(slip);
    jobs.set(id, outcome);
    return outcome;
  }

  const read = (request, seconds) =>
    new Promise((resolve) => {
      if (bridge.card.state !== 'ready')
        return resolve({ status: 'failed', trouble: bridge.card.trouble });
      const end = (reading) => {
        clearTimeout(timer);
        readers.delete(end);
        resolve(reading);
      };
      const timer = setTimeout(() => end({ status: 'failed', trouble: 'no-card' }), seconds * 1000);
      request.socket.once('close', () => end({ status: 'failed', trouble: 'no-card' })); // nobody waits any more
      readers.add(end);
    });

  async function answer(request) {
    const { method, url } = request;
    const job = /^\/printer\/jobs\/([\w-]{1,64})$/.exec(url)?.[1];
    if (method === 'GET' && url === '/printer') return bridge.printer;
    if (method === 'PUT' && job) return print(job, await bodyOf(request));
    if (method === 'GET' && url === '/card') return bridge.card;
    if (method === 'POST' && url === '/card/read') {
      const { seconds } = await bodyOf(request);
      return read(request, Math.min(Number(seconds) || 0, 120));
    }
    return undefined;
  }

  async function serve(request, response) {
    const reply = (status, body) =>
      response
        .writeHead(status, {
          'content-type': 'application/json',
          'cache-control': 'no-store',
          'access-control-allow-origin': origin,
          'access-control-allow-methods': 'GET, POST, PUT',
          'access-control-allow-headers': 'authorization, content-type',
          'access-control-allow-private-network': 'true',
          vary: 'Origin',
        })
        .end(body && JSON.stringify(body));
    // Any page could call; only the kiosk's is heard, and only with what it was given when it was installed.
    if (request.headers.origin && request.headers.origin !== origin) return reply(403);
    if (request.method === 'OPTIONS') return reply(204);
    if (token && request.headers.authorization !== `Bearer ${token}`) return reply(401);
    try {
      const body = await answer(request);
      reply(body ? 200 : 404, body);
    } catch {
      reply(400);
    }
  }

  const server = createServer((request, response) => void serve(request, response));
  await new Promise((listening) => server.listen(port, '127.0.0.1', listening));
  return Object.assign(bridge, {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((closed) => (server.close(closed), server.closeAllConnections())),
  });
}

async function bodyOf(request) {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > LARGEST) throw new Error('too large');
  }
  return JSON.parse(text);
}

function textOf({ lines }) {
  const text = {
    heading: ({ text }) => `\n  ${text}`,
    large: ({ text }) => `\n      ${text}\n`,
    text: ({ text }) => `  ${text}`,
    fact: ({ label, value }) => `  ${label}: ${value}`,
    check: ({ text, note }) => `  [ ] ${text}${note ? ` (${note})` : ''}`,
    qr: ({ value }) => `  <QR ${value.replaceAll('\n', ' / ').slice(0, 60)}>`,
    rule: () => `  ${'-'.repeat(32)}`,
  };
  return lines.map((line) => text[line.kind]?.(line) ?? '').join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8124' },
      origin: { type: 'string', default: 'http://127.0.0.1:8080' },
      token: { type: 'string', default: 'try' },
    },
  });
  const bridge = await openBridge({
    port: Number(values.port),
    origin: values.origin,
    token: values.token,
    onSlip: (slip) => console.log(`${textOf(slip)}\n  ${'='.repeat(32)}`),
  });
  console.log(
    `Bridge at ${bridge.url} for ${values.origin}. Enter lays the sample card on the reader.`,
  );
  process.stdin.on('data', () => bridge.lay());
}
