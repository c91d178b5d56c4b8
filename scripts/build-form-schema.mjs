/**
 * Writes the shape of a form for editors and other programs: docs/form-definition.schema.json, from src/model/form.
 *
 *   node scripts/build-form-schema.mjs            writes it
 *   node scripts/build-form-schema.mjs --check    fails if it is not what would be written
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { tsImport } from 'tsx/esm/api';

const file = new URL('../docs/form-definition.schema.json', import.meta.url);
const { FormDefinition } = await tsImport('../src/model/form/definition.ts', import.meta.url);

const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A form of a service pack',
  description:
    'JSON Schema 2020-12, JSON Forms UI schema, and an envelope. See docs/forms.md of mulin.',
  ...JSON.parse(JSON.stringify(FormDefinition)),
};
const wanted = await format(JSON.stringify(lifted(schema)), { parser: 'json', printWidth: 100 });

if (!process.argv.includes('--check')) writeFileSync(file, wanted);
else if (readFileSync(file, 'utf8') !== wanted) {
  console.error(
    'docs/form-definition.schema.json is out of date: run node scripts/build-form-schema.mjs',
  );
  process.exitCode = 1;
}

/** Shapes that contain themselves come with definitions of their own; other programs look for those at the root. */
function lifted(root) {
  const $defs = {};
  const walk = (value) => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const { $defs: own, $id: _, ...rest } = value;
    for (const [name, inner] of Object.entries(own ?? {})) $defs[name] ??= walk(inner);
    return Object.fromEntries(
      Object.entries(rest).map(([key, inner]) => [
        key,
        key === '$ref' && typeof inner === 'string' && !inner.startsWith('#')
          ? `#/$defs/${inner}`
          : walk(inner),
      ]),
    );
  };
  return { ...walk(root), $defs };
}
