/** Terminals that press without a pause, over raw sockets: a client that cost more than the hall would measure itself. */
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';

/**
 * `clients` connections for `seconds`; `script(client)` gives the next request each time, `{ path, input, headers? }`, told
 * what was answered last. Answers with the moments of the answers and how long each took.
 */
export async function press(url, clients, seconds, script) {
  const until = performance.now() + seconds * 1000;
  const took = [];
  const start = performance.now();
  await Promise.all(
    Array.from({ length: clients }, (_, client) => terminal(url, script(client), until, took)),
  );
  took.sort((a, b) => a - b);
  return {
    rate: took.length / ((performance.now() - start) / 1000),
    p50: at(took, 0.5),
    p99: at(took, 0.99),
    count: took.length,
  };
}

export const at = (sorted, part) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

async function terminal(url, next, until, took) {
  const line = await openLine(url);
  let answer;
  while (performance.now() < until) {
    const asked = next(answer);
    if (!asked) break;
    const start = performance.now();
    answer = await line.ask(asked);
    took.push(performance.now() - start);
  }
  line.close();
}

let gestures = 0;
const mark = Math.random().toString(36).slice(2, 10);

/** One connection that is kept; the head of every request is the same but for its path, key and length. */
export async function openLine(url) {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname).setNoDelay(true);
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  let answered;
  let failed;
  let bytes = Buffer.alloc(0);
  socket.on('error', (error) => failed?.(error));
  socket.on('close', () => failed?.(new Error('The server hung up.')));
  socket.on('data', (more) => {
    bytes = bytes.length ? Buffer.concat([bytes, more]) : more;
    const head = bytes.indexOf('\r\n\r\n');
    if (head < 0) return;
    const length = Number(
      /\r\ncontent-length: (\d+)/i.exec(bytes.toString('latin1', 0, head))?.[1],
    );
    if (Number.isNaN(length)) return failed?.(new Error('No length: ' + bytes.toString()));
    if (bytes.length < head + 4 + length) return;
    const text = bytes.toString('utf8', head + 4);
    bytes = Buffer.alloc(0);
    answered?.(JSON.parse(text));
  });
  return {
    ask({ path, input, headers = '' }) {
      const body = JSON.stringify(input);
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: hall\r\nContent-Type: application/json\r\n` +
          `Idempotency-Key: ${mark}-${(gestures += 1)}\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
      return new Promise((resolve, reject) => {
        answered = resolve;
        failed = reject;
      });
    },
    close() {
      failed = undefined;
      socket.destroy();
    },
  };
}
