/**
 * Turns src/theme/tokens.json (a DTCG 2025.10 resolver document) into CSS, twice: tokens.ts for mulin-scope and tokens.css
 * for pages without Lit. Both are committed, so nobody needs this script to use the house.
 *
 *   node scripts/build-tokens.mjs            writes both
 *   node scripts/build-tokens.mjs --check    fails when one is stale
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = (path) => fileURLToPath(new URL(`../src/theme/${path}`, import.meta.url));
const document = JSON.parse(readFileSync(file('tokens.json'), 'utf8'));

/** What the system's own colours stand for when the reader has forced them. */
const FORCED = {
  Canvas:
    'paper surface sunken river-wash cinnabar-wash amber-wash leaf-wash on-river on-cinnabar veil',
  CanvasText: 'ink ink-2 line edge card-edge river river-deep cinnabar cinnabar-deep amber leaf',
  Highlight: 'focus',
};

/** Names that sort the file but say nothing in CSS. */
const SILENT = new Set(['color', 'size', '$root']);

function* tokensOf(group, path = [], type) {
  for (const [name, entry] of Object.entries(group)) {
    if (typeof entry !== 'object' || (name.startsWith('$') && name !== '$root')) continue;
    const here = entry.$type ?? group.$type ?? type;
    if ('$value' in entry) yield { path: [...path, name], type: here, value: entry.$value };
    else yield* tokensOf(entry, [...path, name], here);
  }
}

const nameOf = (path) => `--mulin-${path.filter((name) => !SILENT.has(name)).join('-')}`;

const dimension = ({ value, unit }) => (value === 0 ? '0' : `${value}${unit}`);

function colorOf({ components, alpha = 1, hex }, path) {
  const bytes = components.map((part) => Math.round(part * 255));
  if (alpha !== 1) return `rgb(${bytes.join(' ')} / ${alpha})`;
  const computed = `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  if (hex !== undefined && hex !== computed)
    throw new Error(`${path.join('.')}: hex says ${hex}, but its components make ${computed}.`);
  return computed;
}

function cssOf(type, value, path) {
  if (typeof value === 'string' && value.startsWith('{'))
    return `var(${nameOf(value.slice(1, -1).split('.'))})`;
  switch (type) {
    case 'color':
      return colorOf(value, path);
    case 'dimension':
    case 'duration':
      return type === 'duration' ? `${value.value}${value.unit}` : dimension(value);
    case 'number':
    case 'fontWeight':
      return String(value);
    case 'fontFamily':
      return value.map((name) => (/[^\w-]/.test(name) ? `'${name}'` : name)).join(', ');
    case 'cubicBezier':
      return `cubic-bezier(${value.join(', ')})`;
    case 'shadow':
      return value
        .map((layer) =>
          [
            dimension(layer.offsetX),
            dimension(layer.offsetY),
            dimension(layer.blur),
            dimension(layer.spread),
            colorOf(layer.color, path),
          ].join(' '),
        )
        .join(', ');
    default:
      throw new Error(`${path.join('.')}: no CSS for tokens of type ${type}.`);
  }
}

const declarations = (...sources) =>
  sources
    .flat()
    .flatMap((source) => [...tokensOf(source)])
    .map(({ path, type, value }) => `${nameOf(path)}: ${cssOf(type, value, path)};`);

const rule = (selector, lines) =>
  `${selector} {\n${lines.map((line) => `  ${line}`).join('\n')}\n}`;
const media = (query, ...rules) => `@media ${query} {\n${rules.join('\n').replace(/^/gm, '  ')}\n}`;

/** `root` is the element that carries the tokens, `attribute` how its themes are asked for. */
function sheet(root, attribute, terminal) {
  const { house } = document.sets;
  const { colours, sizes, motion } = document.modifiers;
  const elder = attribute('elder');
  const contrast = attribute('contrast');
  return [
    rule(root(''), [
      'color-scheme: light;',
      ...declarations(house.sources, colours.contexts.standard, sizes.contexts.hand),
    ]),
    rule(root(elder), declarations(sizes.contexts['hand-elder'])),
    rule(root(contrast), ['color-scheme: dark;', ...declarations(colours.contexts.contrast)]),
    media(
      '(min-width: 800px)',
      rule(root(terminal), declarations(sizes.contexts.terminal)),
      rule(root(terminal + elder), declarations(sizes.contexts['terminal-elder'])),
    ),
    media('(prefers-reduced-motion: reduce)', rule(root(''), declarations(motion.contexts.still))),
    media(
      '(forced-colors: active)',
      rule(
        `${root('')}, ${root(contrast)}`,
        Object.entries(FORCED).flatMap(([system, names]) =>
          names.split(' ').map((name) => `--mulin-${name}: ${system};`),
        ),
      ),
    ),
  ].join('\n');
}

const HEAD = 'Made from tokens.json by scripts/build-tokens.mjs: change that, not this.';
const inScope = sheet(
  (condition) => (condition ? `:host(${condition})` : ':host'),
  (theme) => `[theme~='${theme}']`,
  '[terminal]',
);
const inPage = sheet(
  (condition) => `:root${condition}`,
  (theme) => `[data-mulin-theme~='${theme}']`,
  '[data-mulin-terminal]',
);

const files = {
  'tokens.ts': `// ${HEAD}
/** Every token as a custom property on \`:host\`, by theme and place: the ground of mulin-scope. */
export const tokens = \`
${inScope}
\`;
`,
  'tokens.css': `/* ${HEAD}
   For pages without Lit: <html data-mulin-theme="elder contrast" data-mulin-terminal>, both at will. */
${inPage}
`,
};

let stale = false;
for (const [path, text] of Object.entries(files)) {
  if (!process.argv.includes('--check')) {
    writeFileSync(file(path), text);
    continue;
  }
  let present = '';
  try {
    present = readFileSync(file(path), 'utf8');
  } catch {
    // absent is stale
  }
  if (present === text) continue;
  stale = true;
  console.error(`src/theme/${path} is stale: node scripts/build-tokens.mjs`);
}
if (stale) process.exitCode = 1;
