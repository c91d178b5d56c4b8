/** What a page downloads for each door of the library, all that it needs included: minified by esbuild, and gzipped. */
import { existsSync, readdirSync } from 'node:fs';
import { bundle, gzipped, root, table } from '../tools.mjs';

const lit = await bundle({
  code: `export * from 'lit'; export * from 'lit/decorators.js'; export * from '@lit/context';`,
});

export async function run({ say }) {
  const rooms = readdirSync(`${root}src/parts`, { withFileTypes: true });
  const doors = [
    ['src/index.ts', '**everything**'],
    ['src/ui/index.ts', 'elements without a subject'],
    ...rooms
      .filter((room) => room.isDirectory())
      .map(({ name }) => [`src/parts/${name}/index.ts`, `the part ${name}`]),
    ['src/journeys/index.ts', 'parts in a row'],
    ['src/gateway/local/index.ts', 'the hall in one browser'],
    ['src/ui/calendar.ts', 'mulin-calendar alone'],
    ['src/i18n/lunar.ts', 'lunar calendar and solar terms, 1930 to 2050'],
    ['src/ui/qr.ts', 'mulin-qr alone'],
  ];
  const peers = [
    ['cally', `import 'cally';`, 'month grid and range'],
    [
      'vanilla-calendar-pro',
      `export { Calendar } from 'vanilla-calendar-pro'; import 'vanilla-calendar-pro/styles/index.css';`,
      'month grid, with its styles',
    ],
    ['tyme4ts', `export * from 'tyme4ts';`, 'an almanac'],
  ];

  const rows = [];
  for (const [entry, what] of doors) {
    if (!existsSync(`${root}${entry}`)) continue;
    say(entry);
    const { js, css, later } = await bundle(entry);
    rows.push(
      row(
        `\`${entry}\``,
        what,
        js,
        css,
        later,
        entry.startsWith('src/gateway') || entry.startsWith('src/i18n'),
      ),
    );
  }
  rows.push(row('`lit`', 'what every element shares', lit.js, '', '', true));
  for (const [name, code, what] of peers) {
    const { js, css } = await bundle({ code });
    rows.push(row(name, what, js, css, '', true));
  }
  return [
    table(['KiB', 'what', 'minified', 'gzip', 'gzip beside Lit', 'later, gzip'], rows),
    `“Beside Lit”: what it adds where Lit (${kib(gzipped(lit.js))} KiB) is on the page anyway. No door brings fonts or packs. “Later”: what a door fetches by itself once its first screen stands, or when somebody comes to it: the later steps of a booking, rare questions of a form, QR codes. Pages that bundle everything into one script get it with the rest.`,
  ].join('\n\n');
}

function row(name, what, js, css, later, withoutLit) {
  const gzip = gzipped(js) + gzipped(css);
  return [
    name,
    what,
    kib(js.length + css.length),
    kib(gzip),
    withoutLit ? '–' : kib(gzip - gzipped(lit.js)),
    later ? kib(gzipped(later)) : '–',
  ];
}

const kib = (bytes) => (bytes / 1024).toFixed(1);
