// A new part must stand on its first day: the script runs in a copy of the house, and the copy is judged as `npm run check`
// would judge it.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const house = mkdtempSync(join(tmpdir(), 'mulin-new-part-'));
after(() => rmSync(house, { recursive: true, force: true }));

/** Runs a file of the copy, or of a package, with Node. */
const run = (file, ...args) =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(house, file), ...args],
      { cwd: house, maxBuffer: 2 ** 26, env: { ...process.env, NO_COLOR: '1' } },
      (error, stdout, stderr) => resolve({ code: error ? error.code : 0, stdout, stderr }),
    );
  });

/** Every file of the copy with its text. */
const filesOf = (folder) =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      .map((path) => [path, readFileSync(path, 'utf8')]),
  );
const present = () => new Map([...filesOf(join(house, 'src')), ...filesOf(join(house, 'tests'))]);

before(() => {
  for (const path of [
    ...['src', 'scripts', 'tests/harness', 'floors.cjs', 'package.json', '.size-limit.json'],
    ...['tsconfig.json', 'tsconfig.model.json', '.oxlintrc.json', '.prettierrc.json'],
  ]) {
    cpSync(join(root, path), join(house, path), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
});

describe('npm run new:part', () => {
  test('a name that would break the house is refused with a sentence, and nothing is changed', async () => {
    const files = present();
    for (const [name, sentence] of [
      ['Opinion', /can't name a part/],
      ['opinion_poll', /can't name a part/],
      ['../opinion', /can't name a part/],
      ['opinion--poll', /can't name a part/],
      ['2nd-opinion', /can't name a part/],
      ['booking', /src\/model\/booking is there already/],
      ['shared', /src\/model\/shared is there already/],
      ['button', /<mulin-button> is src\/ui\/button\.ts already/],
      ['element', /<mulin-element> is src\/ui\/base\.ts already/],
      ['delete', /means something else/],
      ['booking-day', /means something else/],
    ]) {
      const { code, stderr } = await run('scripts/new-part.mjs', name);
      assert.match(stderr, sentence);
      assert.match(stderr, /^[^\n]+\.\n$/, 'one sentence');
      assert.equal(code, 1);
    }
    const { code, stderr } = await run('scripts/new-part.mjs');
    assert.match(stderr, /^Usage: npm run new:part -- <name>/);
    assert.equal(code, 2);
    assert.deepEqual(present(), files);
  });

  test('a house it no longer knows its way around in is left alone', async () => {
    const door = join(house, 'src/index.ts');
    const text = readFileSync(door, 'utf8');
    writeFileSync(door, text.replace('./journeys/index.ts', './trips/index.ts'));
    const files = present();
    const { code, stderr } = await run('scripts/new-part.mjs', 'opinion');
    assert.match(stderr, /^src\/index\.ts no longer looks as this script expects/);
    assert.equal(code, 1);
    assert.deepEqual(present(), files);
    writeFileSync(door, text);
  });

  test('what it makes passes types, floors, lint, templates and format', async () => {
    for (const name of ['opinion', 'time-bank']) {
      const { code, stdout, stderr } = await run('scripts/new-part.mjs', name);
      assert.equal(stderr, '');
      assert.match(stdout, new RegExp(`<mulin-${name}> works`));
      assert.equal(code, 0);
    }
    const fresh = [
      ...['opinion', 'time-bank'].flatMap((name) => [
        `src/model/${name}`,
        `src/parts/${name}`,
        `stories/${name}.stories.ts`,
        `tests/model/${name}`,
        `tests/parts/${name}.test.ts`,
      ]),
      'src/model/registry.ts',
      'src/index.ts',
    ];
    const elements = ['opinion', 'time-bank'].map((name) => `src/parts/${name}/${name}.ts`);
    const tsc = 'node_modules/@typescript/native/bin/tsc';
    const floors = ['--config', 'floors.cjs', '--output-type', 'err-long', ...fresh];
    // Without what else lies in the harness: whoever is at work there must not make this fail.
    const narrow = {
      extends: './tsconfig.json',
      include: ['src', 'stories', 'tests/model', 'tests/parts'],
    };
    writeFileSync(join(house, 'tsconfig.narrow.json'), JSON.stringify(narrow));
    const checks = [
      [tsc, '-p', 'tsconfig.narrow.json'],
      [tsc, '-p', 'tsconfig.model.json'],
      ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', ...floors],
      [
        'node_modules/oxlint/bin/oxlint',
        '--type-aware',
        '--report-unused-disable-directives',
        ...fresh,
      ],
      [
        'node_modules/@jackolope/lit-analyzer/cli.mjs',
        '--strict',
        '--maxWarnings',
        '0',
        ...elements,
      ],
      ['node_modules/prettier/bin/prettier.cjs', '--check', '.size-limit.json', ...fresh],
    ];
    const told = await Promise.all(
      checks.map(async (check) => {
        const { code, stdout, stderr } = await run(...check);
        return code === 0 ? '' : `$ ${check.join(' ')}\n${stdout}${stderr}`;
      }),
    );
    assert.equal(told.join(''), '');
  });

  test('the registry, the door and the size limits know each part once', () => {
    const registry = readFileSync(join(house, 'src/model/registry.ts'), 'utf8');
    assert.equal(registry.match(/'opinion\.add': opinion\.add,/g)?.length, 1);
    assert.equal(registry.match(/'time-bank\.count': timeBankQueries\.count,/g)?.length, 1);
    assert.match(registry, /documents: \[[^\]]*opinionTally,\s+timeBankTally,?\s*\]/);
    const door = readFileSync(join(house, 'src/index.ts'), 'utf8');
    assert.equal(door.match(/parts\/opinion\/index\.ts/g)?.length, 1);
    const limits = JSON.parse(readFileSync(join(house, '.size-limit.json'), 'utf8'));
    assert.equal(limits.filter(({ path }) => path.includes('/parts/time-bank/')).length, 1);
  });
});
