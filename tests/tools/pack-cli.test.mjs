// The command line that judges service packs, run as a bureau runs it; and the pack of Yangpu, which must pass.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { packCommand } from '../../bin/pack-command.mjs';
import { servicePack } from '../../scripts/pack-plugin.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const yangpu = join(root, 'kiosk/packs/yangpu');
const temporary = mkdtempSync(join(tmpdir(), 'mulin-pack-'));
after(() => rmSync(temporary, { recursive: true, force: true }));

/** As a bureau types it; a process for each is only started where the process is what is asked about. */
const typed = (...args) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'bin/mulin-pack.mjs'), ...args]);
    const output = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr']) {
      child[stream].setEncoding('utf8').on('data', (text) => (output[stream] += text));
    }
    child.on('close', (code) => resolve({ code, ...output }));
  });

/** The same without a process of its own. */
async function run(...args) {
  const { code, stdout, stderr } = await packCommand(args);
  return { code, stdout: stdout.join('\n'), stderr: stderr.join('\n') };
}

/** A copy of the pack with some of its files rewritten. */
function copyWith(name, edits) {
  const folder = join(temporary, name);
  cpSync(yangpu, folder, { recursive: true });
  for (const [file, edit] of Object.entries(edits)) {
    const path = join(folder, file);
    const before = readFileSync(path, 'utf8');
    const edited = edit(before);
    assert.notEqual(edited, before, `the edit of ${file} found nothing to change`);
    writeFileSync(path, edited);
  }
  return folder;
}

describe('mulin-pack check', { concurrency: 2 }, () => {
  test('the pack of Yangpu opens its hall without a mistake', async () => {
    const { code, stdout, stderr } = await typed('check', yangpu);
    assert.equal(stderr, '');
    assert.equal(stdout.trim().split('\n').length, 1);
    const count = (folder) => readdirSync(join(yangpu, folder)).length;
    assert.ok(
      stdout.includes(
        `no mistakes; 16 places, ${count('services')} services (${count('booking/services')} bookable), `,
      ),
      stdout,
    );
    assert.match(stdout, new RegExp(`${count('forms')} forms, 313 goods, calendar 2026`));
    assert.equal(code, 0);
  });

  test('every mistake is named with its file, its place and a sentence, and the build stops', async () => {
    const folder = copyWith('broken', {
      'booking/openings.json': (text) => text.replace('"to": "11:00"', '"to": "08:00"'),
      'places.json': (text) => text.replace('"address"', '"adress"'),
      'services/marriage.json': (text) => text.replace('"sample": false', '"sample": nein'),
    });
    const { code, stdout, stderr } = await typed('check', folder);
    // On which line it is depends on the guide, which is edited more often than this test.
    assert.deepEqual(
      stdout
        .trim()
        .replace(/line \d+/, 'line …')
        .split('\n'),
      [
        `${folder}/booking/openings.json#/0/to: closes at 08:00, not after it opens at 09:00`,
        `${folder}/places.json#/0: lacks “address”`,
        `${folder}/places.json#/0/adress: is not known here; did you mean “address”?`,
        `${folder}/services/marriage.json: is not JSON at line …, column 14: Unexpected token 'e'`,
      ],
    );
    assert.match(stderr, /4 mistakes/);
    assert.equal(code, 1);
  });

  test('a file saved in GBK is asked for in UTF-8, not read as gibberish', async () => {
    const folder = copyWith('gbk', {});
    const gbk = Buffer.from([0x7b, 0x22, 0xd6, 0xd0, 0xce, 0xc4, 0x22, 0x3a, 0x31, 0x7d]);
    writeFileSync(join(folder, 'booking/closures.json'), gbk);
    const { code, stdout } = await run('check', folder);
    assert.match(stdout, /closures\.json: is not text in UTF-8/);
    assert.equal(code, 1);
  });

  test('one bad pack among good ones is not forgotten', async () => {
    const bad = copyWith('bad', { 'pack.json': (text) => text.replace('"marriage"', '"mariage"') });
    const { code, stdout } = await run('check', bad, yangpu);
    assert.match(stdout, /pack\.json#\/frequent\/0: names an unknown service, “mariage”/);
    assert.match(stdout, /yangpu: no mistakes/);
    assert.equal(code, 1);
  });

  test('a command nobody understands explains itself and is never taken for a passed check', async () => {
    const wrong = [[], ['check'], ['chekc', yangpu], ['check', join(temporary, 'nowhere')]];
    for (const { code, stderr } of [
      await typed(),
      ...(await Promise.all(wrong.map((args) => run(...args)))),
    ]) {
      assert.match(stderr, /Usage: mulin-pack check <folder>/);
      assert.equal(code, 2);
    }
  });
});

describe('mulin-pack slots', { concurrency: 2 }, () => {
  const registry = ['--site', 'yangpu-registry', '--service', 'marriage', '--from', '2026-12-11'];

  test('prints what a citizen would be offered, with the rows that make it', async () => {
    const { code, stdout } = await run('slots', yangpu, ...registry, '--to', '2026-12-13');
    assert.match(
      stdout,
      /^2026-12-11 Fri\n {2}09:00 {2}30 min {3}open 6 of 6 {3}staff 1 of 1 {3}marriage-morning$/m,
    );
    assert.match(stdout, /^2026-12-13 Sun \(closed\)$/m);
    assert.equal(code, 0);
  });

  test('counts what is booked already, whatever row it was booked in', async () => {
    const file = join(temporary, 'taken.json');
    const taken = { date: '2026-12-11', time: '09:00', minutes: 30, service: 'marriage' };
    writeFileSync(file, JSON.stringify([taken, taken, { ...taken, quota: 'staff' }]));
    const { stdout } = await run('slots', yangpu, ...registry, '--taken', file, '--json');
    const [day] = JSON.parse(stdout);
    assert.equal(day.kind, 'workday');
    assert.deepEqual(day.slots[0], {
      ...{ time: '09:00', minutes: 30, rows: ['marriage-morning'] },
      open: { capacity: 6, free: 4 },
      staff: { capacity: 1, free: 0 },
    });
  });

  test('says what it did not understand', async () => {
    const wrong = [
      [
        ['--site', 'moon', '--service', 'marriage', '--from', '2026-12-11'],
        /--site must be one of/,
      ],
      [[...registry.slice(0, 4), '--from', '2026-02-30'], /--from must be a date/],
      [
        [...registry.slice(0, 2), '--service', 'adoption', '--from', '2026-12-11'],
        /unknown-service/,
      ],
      [[...registry, '--to', '2026-12-01'], /--to must be the same day/],
    ];
    for (const [args, sentence] of wrong) {
      const { code, stderr } = await run('slots', yangpu, ...args);
      assert.match(stderr, sentence);
      assert.equal(code, 2);
    }
  });
});

describe('the build', () => {
  /** What the plugin hands to Vite, which stands in here for `this`. */
  async function emittedFrom(folder) {
    const emitted = [];
    const plugin = servicePack(folder);
    plugin.configResolved({ root });
    await plugin.generateBundle.call({
      emitFile: (file) => emitted.push(file),
      error(message) {
        throw new Error(message);
      },
    });
    return emitted;
  }

  test('a good pack leaves as one file', async () => {
    const [file, ...more] = await emittedFrom('kiosk/packs/yangpu');
    assert.equal(more.length, 0);
    assert.equal(file.fileName, 'packs/yangpu.json');
    const pack = JSON.parse(file.source);
    assert.equal(pack.home, 'wujiaochang-self-service');
    assert.equal(pack.services.length, readdirSync(join(yangpu, 'services')).length);
    // Search needs it, and no browser has to know how characters are read.
    const { reading } = pack.goods.find(({ id }) => id === 'trolley-suitcase');
    assert.equal(reading, 'la gan xing li xiang');
  });

  test('no build passes with a pack in error', async () => {
    const folder = copyWith('build', {
      'booking/openings.json': (text) => text.replace('"to": "11:00"', '"to": "08:00"'),
      'pack.json': (text) => text.replace('"marriage"', '"mariage"'),
    });
    await assert.rejects(emittedFrom(folder), ({ message }) => {
      assert.match(message, /openings\.json#\/0\/to: closes at 08:00/);
      assert.match(message, /pack\.json#\/frequent\/0: names an unknown service/);
      return true;
    });
  });
});

describe('mulin-pack form', { concurrency: 2 }, () => {
  const schema = {
    type: 'object',
    required: ['name'],
    properties: { name: { type: 'string', minLength: 2 }, pet: { type: 'boolean' }, petName: {} },
  };
  const uischema = {
    type: 'VerticalLayout',
    elements: [
      { type: 'Control', scope: '#/properties/name' },
      { type: 'Control', scope: '#/properties/pet' },
      {
        type: 'Control',
        scope: '#/properties/petName',
        rule: { effect: 'SHOW', condition: { scope: '#/properties/pet', schema: { const: true } } },
      },
    ],
  };
  const file = (name, content) => {
    const path = join(temporary, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };

  test('tells what a person would see of a pair written for JSON Forms, and the verdict', async () => {
    const { code, stdout } = await run(
      ...['form', '--schema', file('schema.json', schema)],
      ...['--uischema', file('uischema.json', uischema)],
      ...['--data', file('data.json', { name: 'A', pet: false }), '--json', '--locale', 'en'],
    );
    const { elements, verdict } = JSON.parse(stdout);
    assert.deepEqual(
      elements.map(({ type, scope, label, visible, enabled, required }) =>
        [type, scope, label, visible, enabled, required].join(' '),
      ),
      [
        'VerticalLayout   true true false',
        'Control #/properties/name Name true true true',
        'Control #/properties/pet Pet true true false',
        'Control #/properties/petName Pet Name false true false',
      ],
    );
    assert.equal(verdict.ok, false);
    assert.deepEqual(verdict.errors, [
      {
        path: '/name',
        label: 'Name',
        keyword: 'minLength',
        sentence: '“Name” needs at least 2 characters and has 1. Please write a little more.',
      },
    ]);
    assert.equal(code, 0);
  });

  test('tells the same of a form of a pack, in words', async () => {
    const meals = join(yangpu, 'forms/meal-assistance.json');
    const { code, stdout } = await run('form', meals);
    assert.match(stdout, /Control 姓名 \(required; 请填写“姓名”。\)/);
    assert.match(stdout, /Control 为什么要送餐 \(hidden/);
    assert.match(stdout, /cannot be handed in:/);
    assert.equal(code, 0);
  });

  test('names the mistakes in the shape of a form, and says what it did not understand', async () => {
    const wrong = { id: 'x', version: 0, schema };
    const { code, stdout } = await run('form', file('wrong.json', wrong));
    assert.match(stdout, /wrong\.json#\/version: must be at least 1, is 0/);
    assert.equal(code, 1);
    const nothing = await run('form', join(temporary, 'nowhere.json'));
    assert.match(nothing.stderr, /nowhere\.json: ENOENT/);
    assert.equal(nothing.code, 2);
    const locale = await run('form', '--schema', file('s.json', schema), '--locale', 'fr');
    assert.match(locale.stderr, /--locale must be zh-CN or en/);
  });
});
