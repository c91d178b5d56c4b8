/** What docs/hall.md tells an operator to write down works as it is written there. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../../server/serve.ts';
import { readSettings } from '../../server/settings.ts';
import { readEvents } from '../harness/events.ts';
import { writePages } from '../harness/hall-process.ts';
import { startNginx } from '../harness/nginx.ts';
import { registryPack } from '../harness/packs.ts';
import { visitor } from '../harness/visitor.ts';

const house = fileURLToPath(new URL('../../', import.meta.url));
const manual = readFileSync(`${house}docs/hall.md`, 'utf8');
const lines = (language: string): string =>
  new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(manual)?.[1] ?? '';
const root = mkdtempSync(join(tmpdir(), 'mulin-install-'));
test.after(() => rmSync(root, { recursive: true }));

test('behind nginx: pages, commands and live answers pass at once, and a made-up address is no help', async () => {
  const hall = await serve(
    readSettings({
      PAGES: writePages(join(root, 'pages'), registryPack({ calendar: [] })),
      PORT: '0',
      MULIN_DATA: join(root, 'data'),
      MULIN_PROXIES: '1',
      MULIN_RATE: '30',
    }),
  );
  const upstream = new URL(hall.url).host;
  assert.match(lines('nginx'), /127\.0\.0\.1:8080/, 'it is the right block');
  const nginx = await startNginx(lines('nginx').replace('127.0.0.1:8080', upstream));
  try {
    const page = await fetch(nginx.url);
    assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    const anybody = visitor(nginx.url);
    const session = await anybody.get('/api/session');
    assert.deepEqual(session.body['actor'], { kind: 'anonymous' }, 'nobody is this machine');
    const large = await anybody.query('booking.offer', { service: 'x'.repeat(70_000) });
    assert.deepEqual([large.status, large.body['code']], [413, 'body.too-large']);

    // Not a Sunday: then nobody marries there.
    const days = [3, 4].map((n) => new Date(hall.hall.now() + (n * 24 + 8) * 3_600_000));
    const day = days
      .find((one) => one.getUTCDay() !== 0)
      ?.toISOString()
      .slice(0, 10);
    const slot = { service: 'marriage', place: 'registry', date: day };
    const stream = await readEvents(`${nginx.url}/api/watch`, {
      method: 'POST',
      body: JSON.stringify({ queries: [{ name: 'booking.times', input: slot }] }),
      headers: { 'content-type': 'application/json' },
    });
    assert.equal((await stream.next()).event, 'open');
    const first = await stream.next();
    const { value } = first.data as { value: { times: { time: string; free: number }[] } };
    const [time] = value.times;
    const held = await anybody.command('booking.hold', { ...slot, time: time?.time });
    assert.equal(held.body['status'], 'sent');
    await stream.next(); // nginx collects nothing, or it would wait in vain
    stream.stop();

    // One line is one line, whatever it says in front of the address that nginx adds.
    const statuses = [];
    for (let n = 0; n < 40; n += 1) {
      const made = visitor(nginx.url, { 'x-forwarded-for': `203.0.113.${n}` });
      statuses.push((await made.get('/api/session')).status);
    }
    assert.ok(statuses.includes(429));
  } finally {
    await nginx.stop();
    await hall.close();
  }
});

test('the service of systemd starts what is there, with settings that are known', (t) => {
  const unit = lines('ini');
  const [, variables = ''] = /^Environment=(.*)$/m.exec(unit) ?? [];
  const names = variables.split(' ').map((one) => one.split('=')[0] ?? '');
  assert.deepEqual(
    names.filter((name) => !manual.includes(`| \`${name}\``) && !manual.includes(`, \`${name}\``)),
    [],
    'every variable is explained below',
  );
  const { scripts } = JSON.parse(readFileSync(`${house}package.json`, 'utf8')) as {
    scripts: Record<string, string>;
  };
  const [, script = ''] = /^ExecStartPre=.* run --silent (\S+)$/m.exec(unit) ?? [];
  assert.ok(scripts[script], `npm run ${script}`);
  const [, started = ''] = /^ExecStart=\S+ --import tsx (\S+)$/m.exec(unit) ?? [];
  assert.ok(existsSync(join(house, started)), started);
  const file = join(root, 'mulin.service');
  writeFileSync(file, unit);
  try {
    const said = execFileSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
    assert.equal(said, '');
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error;
    t.diagnostic('There is no systemd here to ask; the rest was looked at.');
  }
});
