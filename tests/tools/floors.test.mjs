// floors.cjs is only worth its sentences if it trips. Each row below is one import: the rule that must catch it, who
// imports, what is imported. The rows are laid out as a small house in a temporary folder, and cruised once.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const rules = createRequire(import.meta.url)('../../floors.cjs').forbidden.map(({ name }) => name);

const ILLEGAL = [
  ['no-circles', 'src/model/shared/egg.ts', 'src/model/shared/hen.ts'],
  ['leads-somewhere', 'src/ui/lost.ts', 'nowhere'],
  ['brings-what-it-needs', 'src/ui/greedy.ts', 'esbuild'],
  ['model-stands-on-nothing', 'src/model/booking/proud.ts', 'src/gateway/contract.ts'],
  ['model-stands-on-nothing', 'src/model/court.ts', 'server/clock.ts'],
  ['model-packs-light', 'src/model/shared/heavy.ts', 'qrcode'],
  ['model-packs-light', 'src/model/shared/reader.ts', 'node:fs'],
  ['model-parts-are-strangers', 'src/model/queue/nosy.ts', 'src/model/booking/rules.ts'],
  ['model-parts-are-strangers', 'src/model/queue/homesick.ts', 'src/model/registry.ts'],
  ['model-parts-are-strangers', 'src/model/shared/partial.ts', 'src/model/booking/rules.ts'],
  ['gateway-sees-the-model-only', 'src/gateway/local/chatty.ts', 'src/i18n/index.ts'],
  ['device-sees-the-model-only', 'src/device/loud.ts', 'src/gateway/contract.ts'],
  ['i18n-sees-the-model-only', 'src/i18n/colourful.ts', 'src/theme/index.ts'],
  ['theme-sees-the-model-only', 'src/theme/vain.ts', 'src/ui/index.ts'],
  ['one-file-opens-indexeddb', 'src/gateway/local/archive.ts', 'idb-keyval'],
  ['one-file-opens-indexeddb', 'kiosk/hoard.ts', 'idb-keyval'],
  ['lit-starts-at-ui', 'src/i18n/drawn.ts', 'lit'],
  ['lit-starts-at-ui', 'server/rendered.ts', '@lit/context'],
  ['ui-knows-no-subject', 'src/ui/partial.ts', 'src/parts/booking/index.ts'],
  ['parts-know-no-journey', 'src/parts/booking/restless.ts', 'src/journeys/index.ts'],
  ['parts-are-strangers', 'src/parts/queue/nosy.ts', 'src/parts/booking/index.ts'],
  ['elements-see-contracts', 'src/parts/booking/bold.ts', 'src/gateway/store/store.ts'],
  ['elements-see-contracts', 'src/ui/bold.ts', 'src/gateway/local/index.ts'],
  ['elements-see-contracts', 'src/journeys/bold.ts', 'src/device/printer/simulated.ts'],
  ['journeys-string-parts', 'src/journeys/far.ts', 'kiosk/wiring.ts'],
  ['the-door-opens-inwards', 'src/index.ts', 'kiosk/wiring.ts'],
  ['use-the-door', 'kiosk/burglar.ts', 'src/ui/field.ts'],
  ['use-the-door', 'stories/burglar.ts', 'src/gateway/store/store.ts'],
  ['kiosk-is-built-from-the-library', 'kiosk/cheat.ts', 'tests/harness/clock.ts'],
  ['server-shares-the-law', 'server/furnished.ts', 'src/gateway/local/index.ts'],
  ['stories-show-the-doors', 'stories/deep.ts', 'kiosk/wiring.ts'],
  ['tests-may-look-anywhere', 'tests/ui/late.ts', 'stories/plain.ts'],
  ['bench-measures-from-outside', 'bench/vain.ts', 'kiosk/wiring.ts'],
  ['scripts-are-tools', 'scripts/grown.ts', 'src/model/court.ts'],
  ['bin-judges-by-the-law', 'bin/worldly.ts', 'src/i18n/index.ts'],
];

/** Makes the first row above a circle; a circle is told once, from one of its ends. */
const OTHER_HALF = ['src/model/shared/hen.ts', 'src/model/shared/egg.ts'];

const LEGAL = [
  ['src/model/booking/rules.ts', 'src/model/booking/documents.ts'],
  ['src/model/booking/rules.ts', 'src/model/shared/law.ts'],
  ['src/model/booking/documents.ts', 'typebox'],
  ['src/model/registry.ts', 'src/model/booking/rules.ts'],
  ['src/model/court.ts', 'src/model/registry.ts'],
  ['src/model/pack.ts', 'src/model/booking/documents.ts'],
  ['src/gateway/contract.ts', 'src/model/registry.ts'],
  ['src/gateway/store/store.ts', 'idb-keyval'],
  ['src/gateway/local/index.ts', 'src/gateway/contract.ts'],
  ['src/i18n/index.ts', 'src/model/shared/law.ts'],
  ['src/ui/base.ts', 'lit'],
  ['src/ui/base.ts', '@lit/context'],
  ['src/ui/base.ts', 'src/gateway/contract.ts'],
  ['src/ui/base.ts', 'src/i18n/index.ts'],
  ['src/ui/base.ts', 'src/device/printer/contract.ts'],
  ['src/parts/booking/index.ts', 'src/ui/base.ts'],
  ['src/parts/booking/index.ts', 'src/parts/booking/strings.ts'],
  ['src/journeys/index.ts', 'src/parts/booking/index.ts'],
  ['src/index.ts', 'src/journeys/index.ts'],
  ['kiosk/main.ts', 'src/index.ts'],
  ['kiosk/main.ts', 'src/gateway/local/index.ts'],
  ['kiosk/main.ts', 'kiosk/wiring.ts'],
  ['server/main.ts', 'src/model/court.ts'],
  ['server/main.ts', 'src/gateway/contract.ts'],
  ['server/main.ts', 'node:fs'],
  ['stories/booking.stories.ts', 'src/parts/booking/index.ts'],
  ['stories/booking.stories.ts', 'tests/harness/booking.ts'],
  ['tests/kiosk/journey.ts', 'kiosk/wiring.ts'],
  ['tests/kiosk/journey.ts', 'scripts/browser.ts'],
  ['bench/main.ts', 'src/ui/base.ts'],
  ['bin/check.ts', 'src/model/court.ts'],
  ['scripts/plugin.ts', 'bin/check.ts'],
];

const isOurs = (target) => /^(src|kiosk|server|stories|tests|bench|scripts|bin)\//.test(target);
const isInstalled = (target) => !isOurs(target) && !['nowhere', 'node:fs'].includes(target);

/** Lays out the rows as files, cruises them, and answers with `rule: from → to` for each violation. */
function cruise(rows) {
  const house = mkdtempSync(join(tmpdir(), 'floors-'));
  after(() => rmSync(house, { recursive: true, force: true }));
  const files = new Map();
  for (const [from, to] of rows) {
    const specifier = isOurs(to) ? `${'../'.repeat(from.split('/').length - 1)}${to}` : to;
    files.set(from, `${files.get(from) ?? ''}import '${specifier}';\n`);
    if (isOurs(to) && !files.has(to)) files.set(to, '');
    if (isInstalled(to)) {
      files.set(`node_modules/${to}/package.json`, `{"name":"${to}","main":"index.js"}`);
      files.set(`node_modules/${to}/index.js`, '');
    }
  }
  files.set('tsconfig.json', '{}');
  files.set(
    'package.json',
    JSON.stringify({
      dependencies: Object.fromEntries(
        rows.map(([, to]) => [to, '*']).filter(([to]) => isInstalled(to) && to !== 'esbuild'),
      ),
      devDependencies: { esbuild: '*' },
    }),
  );
  for (const [path, text] of files) {
    mkdirSync(join(house, dirname(path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }

  const rooms = [...new Set([...files.keys()].filter(isOurs).map((path) => path.split('/')[0]))];
  const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { summary } = JSON.parse(
    execFileSync(
      process.execPath,
      [bin, '--config', join(root, 'floors.cjs'), '--output-type', 'json', ...rooms],
      { cwd: house, encoding: 'utf8', maxBuffer: 1 << 26 },
    ),
  );
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

describe('the floors', () => {
  test('every rule trips on what it forbids', () => {
    const caught = cruise([...ILLEGAL.map(([, from, to]) => [from, to]), OTHER_HALF]);
    for (const [rule, from, to] of ILLEGAL) {
      const target = isInstalled(to) ? `node_modules/${to}/index.js` : to.replace('node:', '');
      assert.ok(
        caught.includes(`${rule}: ${from} → ${target}`),
        `${rule} let ${from} import ${to}. Caught were:\n${caught.join('\n')}`,
      );
    }
  });

  test('a house that keeps to the floors passes', () => {
    assert.deepEqual(cruise(LEGAL), []);
  });

  test('no rule is without its row here', () => {
    assert.deepEqual([...new Set(ILLEGAL.map(([rule]) => rule))].sort(), rules.sort());
  });
});
