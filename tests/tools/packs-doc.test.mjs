// docs/packs.md is what somebody reads who writes a pack, so it must name every field of every file, and none besides.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';

const root = fileURLToPath(new URL('../../', import.meta.url));
const model = (path) => tsImport(`${root}src/model/${path}`, import.meta.url);
const { packFiles } = await model('pack.ts');

/** `{ file: rows }` of the tables in the manual; a row's first cell names a field. */
const manual = new Map(
  readFileSync(`${root}docs/packs.md`, 'utf8')
    .split(/^## /m)
    .filter((section) => section.startsWith('`'))
    .map((section) => [
      /^`(.+)`/.exec(section)[1],
      new Map(
        [...section.matchAll(/^\| `(.+?)` *\|(.+)\|$/gm)].map(([, field, says]) => [field, says]),
      ),
    ]),
);

const isText = ({ properties }) => properties?.['zh-CN'] !== undefined;

/** Every field of a schema as the manual writes it, with the schema of its value. */
function* fieldsOf(schema, path = '') {
  if (schema.type === 'array') yield* fieldsOf(schema.items, path && `${path}[]`);
  // Texts by key, and what says itself what it consists of (a UI schema, an expression), have a manual of their own.
  else if (schema.type !== 'object' || isText(schema) || !schema.properties) yield [path, schema];
  else {
    for (const [name, value] of Object.entries(schema.properties)) {
      const mark = schema.required?.includes(name) ? '' : '?';
      yield* fieldsOf(value, `${path && `${path}.`}${name}${mark}`);
    }
  }
}

describe('docs/packs.md', () => {
  test('has a chapter for every file of a pack', () => {
    assert.deepEqual([...manual.keys()].sort(), Object.keys(packFiles).sort());
  });

  for (const [file, schema] of Object.entries(packFiles)) {
    test(`names every field of ${file}, and which may be left out`, () => {
      const fields = new Map(fieldsOf(schema));
      assert.ok(fields.size > 1);
      assert.deepEqual([...(manual.get(file)?.keys() ?? [])], [...fields.keys()]);
      for (const [field, { minimum, maximum, anyOf = [] }] of fields) {
        const says = manual.get(file).get(field);
        for (const limit of [minimum, maximum].filter((one) => one !== undefined)) {
          assert.match(says, new RegExp(`(?<!\\d)${limit}(?!\\d)`), `the limits of ${field}`);
        }
        for (const one of anyOf) {
          // A choice of objects is named by its kind, or by what it does.
          const word = one.const ?? (one.properties.kind ?? one.properties.op).const;
          assert.ok(says.includes(`\`${word}\``), `${field}: ${word}`);
        }
      }
    });
  }
});
