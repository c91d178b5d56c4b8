/**
 * Lays the ground for a new part: its law, its element, its words, a story and its first tests, registered and checked by
 * `npm run check` from the first minute. What it makes works (a count that goes up at a press), so that one line after the
 * other can be replaced by what the part is for.
 *
 *   npm run new:part -- time-bank
 *
 * The files come from scripts/new-part/, where `part-name` stands for the name.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (path) => readFileSync(root + path, 'utf8');

class Refusal extends Error {}

/** What comes from which template. */
const made = (part) => ({
  [`src/model/${part}/documents.ts`]: 'model/documents.ts.txt',
  [`src/model/${part}/commands.ts`]: 'model/commands.ts.txt',
  [`src/model/${part}/queries.ts`]: 'model/queries.ts.txt',
  [`src/parts/${part}/${part}.ts`]: 'parts/element.ts.txt',
  [`src/parts/${part}/${part}.styles.ts`]: 'parts/styles.ts.txt',
  [`src/parts/${part}/strings.ts`]: 'parts/strings.ts.txt',
  [`src/parts/${part}/index.ts`]: 'parts/index.ts.txt',
  [`stories/${part}.stories.ts`]: 'stories.ts.txt',
  [`tests/model/${part}/${part}.test.ts`]: 'model.test.ts.txt',
  [`tests/parts/${part}.test.ts`]: 'parts.test.ts.txt',
});

/** What is known elsewhere: each file with its edit. */
const edited = (part) => {
  const camel = camelOf(part);
  return {
    'src/model/registry.ts': (text) =>
      [
        [
          /^(?=import type \{ Pack \} from '\.\/pack\.ts';)/m,
          `import * as ${camel} from './${part}/commands.ts';
import { ${camel}Tally } from './${part}/documents.ts';
import * as ${camel}Queries from './${part}/queries.ts';
`,
        ],
        [/(?<=^ {2}commands: \{\n[^}]*)(?=^ {2}\},)/m, `    '${part}.add': ${camel}.add,\n`],
        [
          /(?<=^ {2}queries: \{\n[^}]*)(?=^ {2}\},)/m,
          `    '${part}.count': ${camel}Queries.count,\n`,
        ],
        [/(?<=^ {2}documents: \[[^\]]*?),?\s*(?=\],)/m, `, ${camel}Tally`],
      ].reduce(
        (before, [place, line]) => insert('src/model/registry.ts', before, place, line),
        text,
      ),
    'src/index.ts': (text) =>
      insert(
        'src/index.ts',
        text,
        /^(?=export \* from '\.\/journeys\/index\.ts';)/m,
        `export * from './parts/${part}/index.ts';\n`,
      ),
    // As the part before it; most parts begin smaller than that one has become.
    '.size-limit.json': (text) => {
      const limits = JSON.parse(text);
      const last = limits.findLastIndex(({ path }) => path.includes('/parts/'));
      const copied = JSON.stringify(limits[last]).replace(/\bparts\/[\w-]+/g, `parts/${part}`);
      return JSON.stringify(limits.toSpliced(last + 1, 0, JSON.parse(copied)));
    },
  };
};

function insert(path, text, place, line) {
  if (!place.test(text)) {
    throw new Refusal(
      `${path} no longer looks as this script expects (${place}): mend the script.`,
    );
  }
  return text.replace(place, () => line);
}

const camelOf = (part) => part.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const pascalOf = (part) => camelOf(`-${part}`);

/** Words that can't name a variable, and files that every part has. */
const TAKEN = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export ' +
    'extends false finally for function if implements import in instanceof interface let new null package ' +
    'private protected public return static super switch this throw true try typeof undefined var void while ' +
    'with yield index strings'
  ).split(' '),
);

function refuseBadName(part) {
  if (!/^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/.test(part) || part.length > 30) {
    throw new Refusal(
      `“${part}” can't name a part. Use small letters and digits, and a hyphen between words, like time-bank.`,
    );
  }
  const there = [`src/model/${part}`, `src/parts/${part}`, ...Object.keys(made(part))].find(
    (path) => existsSync(root + path),
  );
  if (there) throw new Refusal(`${there} is there already. Choose another name.`);
  const owner = readdirSync(`${root}src`, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.ts'))
    .find((path) => new RegExp(`class Mulin${pascalOf(part)}\\b`).test(read(`src/${path}`)));
  if (owner) throw new Refusal(`<mulin-${part}> is src/${owner} already. Choose another name.`);
  if (TAKEN.has(part) || isNamedInRegistry(part)) {
    throw new Refusal(`“${part}” means something else in the code. Choose another name.`);
  }
}

/** Whether a name that the part would bring into the registry is used there for something else. */
function isNamedInRegistry(part) {
  const code = read('src/model/registry.ts').replace(/\/\*.*?\*\/|'[^']*'/gs, '');
  return ['', 'Tally', 'Queries'].some((end) =>
    new RegExp(`(?<![.\\w])${camelOf(part)}${end}\\b`).test(code),
  );
}

const fill = (template, part) =>
  readFileSync(`${root}scripts/new-part/${template}`, 'utf8')
    .replaceAll('part-name', part)
    .replaceAll('PartName', pascalOf(part))
    .replaceAll('partName', camelOf(part));

/** Everything is made and formatted in memory first: a script that gives up half-way leaves nothing behind. */
async function filesOf(part) {
  refuseBadName(part);
  const texts = [
    ...Object.entries(made(part)).map(([path, template]) => [path, fill(template, part)]),
    ...Object.entries(edited(part)).map(([path, edit]) => [path, edit(read(path))]),
  ];
  return Promise.all(
    texts.map(async ([path, text]) => {
      const options = await resolveConfig(root + path);
      return [path, await format(text, { ...options, filepath: root + path })];
    }),
  );
}

const [part, ...more] = process.argv.slice(2);
if (!part || more.length > 0) {
  console.error('Usage: npm run new:part -- <name>, e.g. npm run new:part -- time-bank');
  process.exitCode = 2;
} else {
  try {
    for (const [path, text] of await filesOf(part)) {
      const known = existsSync(root + path);
      mkdirSync(dirname(root + path), { recursive: true });
      writeFileSync(root + path, text);
      console.log(`${known ? 'edited' : 'made  '}  ${path}`);
    }
    console.log(`
<mulin-${part}> works: it counts presses. Now make it what it is for, from below:

  1  src/model/${part}     documents, then what may happen (commands) and what may be asked (queries)
  2  tests/model/${part}   what must never happen, one test a fear
  3  src/parts/${part}     strings.ts, then the element and its manual (the comment above the class)
  4  stories/${part}.stories.ts and tests/parts/${part}.test.ts

npm run check tells what is missing.`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
