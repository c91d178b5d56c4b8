// Papers rot where nobody looks: every link leads somewhere, every command exists, every word of the glossary is in use.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path) => readFileSync(join(root, path), 'utf8');
const below = (folder, ending) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((path) => path.endsWith(ending))
    .map((path) => join(folder, path));

const papers = [
  ...readdirSync(root).filter((path) => path.endsWith('.md')),
  ...below('docs', '.md'),
];

describe('the papers', () => {
  test('every link leads to a file that is there', () => {
    const lost = papers.flatMap((paper) =>
      [...read(paper).matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)]
        .map(([, link]) => link)
        .filter((link) => !existsSync(join(root, dirname(paper), link)))
        .map((link) => `${paper}: ${link}`),
    );
    assert.deepEqual(lost, []);
  });

  test('every npm command in them exists', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const unknown = papers.flatMap((paper) =>
      [...read(paper).matchAll(/\bnpm (?:run (?:--silent )?([\w:-]+)|(start|test))/g)]
        .map(([, script, short]) => script ?? short)
        .filter((script) => !(script in scripts))
        .map((script) => `${paper}: npm run ${script}`),
    );
    assert.deepEqual(unknown, []);
  });

  test('every file that a sentence names in code is there', () => {
    const lost = papers.flatMap((paper) =>
      [...read(paper).matchAll(/`((?:src|kiosk|server|tests|scripts|bin|docs|bench)\/[\w./-]+)`/g)]
        .map(([, path]) => path)
        .filter(
          (path) => !existsSync(join(root, path)) && !/calligraphy-class|\/opinion$/.test(path),
        ) // the reader's own, as examples
        .map((path) => `${paper}: ${path}`),
    );
    assert.deepEqual(lost, []);
  });

  test('every name in the glossary is a name in the code', () => {
    const code = [...below('src', '.ts'), ...below('kiosk', '.ts')].map(read).join('\n');
    const rows = [...read('docs/glossary.md').matchAll(/^\|[^|]+\|[^|]+\|([^|]+)\|/gm)];
    const names = rows.flatMap(([, cell]) =>
      [...cell.matchAll(/`(.+?)`/g)].map(([, name]) => name),
    );
    assert.ok(names.length > 50);
    const unused = names.filter((name) => !new RegExp(`\\b${name}\\b`).test(code));
    assert.deepEqual(unused, []);
  });
});
