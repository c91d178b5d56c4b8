/**
 * What Node itself costs: a server that answers every command with the same bytes as the hall, and sends the same bytes to
 * everybody who listens, without looking at anything.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';

let answer = '{}';
let frame = Buffer.alloc(0);
const listening = new Set();
const server = createServer((request, response) => {
  if (request.url === '/api/watch') {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write(frame);
    listening.add(response);
    response.on('close', () => listening.delete(response));
    return;
  }
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => {
    JSON.parse(body);
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(answer),
    });
    response.end(answer);
    if (request.url === '/api/command/push') for (const one of listening) one.write(frame);
  });
}).listen(0, '127.0.0.1');
await once(server, 'listening');

process.on('disconnect', () => process.exit());
process.on('message', (asked) => {
  if (asked.answer) answer = asked.answer;
  if (asked.frame) frame = Buffer.from(asked.frame);
  process.send({});
});
process.send({ url: `http://127.0.0.1:${server.address().port}` });
