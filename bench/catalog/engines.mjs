/**
 * One way of searching, in a process of its own, so that what it needs of memory is its own:
 *
 *   node --expose-gc bench/catalog/engines.mjs <engine> <number of items> <number of queries>
 *
 * It prints one line of JSON. All engines get the same names; those that know no pinyin get initials and spelling as columns.
 */
import { tsImport } from 'tsx/esm/api';
import { readingOf } from '../../scripts/readings.mjs';
import { root } from '../tools.mjs';
import { namesOf } from './names.mjs';

const [engine, count, asked] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const readings = new Map();
const items = namesOf(count).map((name) => {
  // Names are made of few words; each is read once.
  const reading = (name.match(/\p{Script=Han}+/gu) ?? [])
    .map((word) => {
      if (!readings.has(word)) readings.set(word, readingOf(word));
      return readings.get(word);
    })
    .join(' ');
  const syllables = reading.split(' ');
  return {
    name,
    reading,
    initials: syllables.map((one) => one[0]).join(''),
    spelling: syllables.join(''),
  };
});

const line = ({ name, initials, spelling }) =>
  `${name.toLowerCase()}\u0001${initials}\u0001${spelling}`;

/** Each makes an index and answers with `find(query) → positions`. */
const engines = {
  async mulin() {
    const { searchOf } = await tsImport(`${root}src/model/shared/search.ts`, import.meta.url);
    return () => {
      const search = searchOf(items);
      return (query) => search.find(query).items;
    };
  },
  async floor() {
    return () => {
      const starts = new Uint32Array(items.length + 1);
      const text = `${items.map(line).join('\n')}\n`;
      for (let at = 0, i = 1; i <= items.length; i += 1)
        starts[i] = at = text.indexOf('\n', at) + 1;
      return (query) => {
        const found = [];
        let item = 0;
        for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, starts[item + 1])) {
          while (starts[item + 1] <= at) item += 1;
          found.push(item);
        }
        return found;
      };
    };
  },
  async 'pinyin-engine'() {
    const { default: PinyinEngine } = await import('pinyin-engine');
    const list = items.map(({ name }, i) => ({ name, i }));
    return () => {
      const search = new PinyinEngine(list, ['name']);
      return (query) => search.query(query).map(({ i }) => i);
    };
  },
  async 'pinyin-match'() {
    const { default: PinyinMatch } = await import('pinyin-match');
    return () => (query) =>
      items.flatMap(({ name }, i) => (PinyinMatch.match(name, query) ? [i] : []));
  },
  async uFuzzy() {
    const { default: UFuzzy } = await import('@leeoniya/ufuzzy');
    return () => {
      const search = new UFuzzy({ unicode: true, interSplit: '\\s+' });
      const lines = items.map(line);
      return (query) => search.filter(lines, query) ?? [];
    };
  },
  async 'Fuse.js'() {
    const { default: Fuse } = await import('fuse.js');
    return () => {
      const search = new Fuse(items, {
        keys: ['name', 'initials', 'spelling'],
        threshold: 0,
        ignoreLocation: true,
      });
      return (query) => search.search(query).map(({ refIndex }) => refIndex);
    };
  },
  async MiniSearch() {
    const { default: MiniSearch } = await import('minisearch');
    const pairs = (text) => [...text].map((one, i, all) => one + (all[i + 1] ?? ''));
    const tails = (text) => Array.from(text, (_, i) => text.slice(i));
    return () => {
      const search = new MiniSearch({
        fields: ['name', 'initials', 'spelling'],
        tokenize: (text, field) => (field === 'name' ? pairs(text) : tails(text)),
        searchOptions: {
          prefix: true,
          combineWith: 'AND',
          tokenize: (text) =>
            /\p{Script=Han}/u.test(text) ? pairs(text).slice(0, text.length > 1 ? -1 : 1) : [text],
        },
      });
      search.addAll(items.map((item, id) => ({ id, ...item })));
      return (query) => search.search(query).map(({ id }) => id);
    };
  },
};

const used = () => {
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

const make = await engines[engine]();
const before = used();
const began = performance.now();
const find = make();
const indexMs = performance.now() - began;
// The floor's text is a rope until it is first looked at.
find('zq');
const megabytes = (used() - before) / 2 ** 20;

/** Pieces of names: two to four characters, spread over the list. */
const pieces = Array.from({ length: asked }, (_, i) => {
  const { name, reading } = items[(i * 7919) % items.length];
  const [word] = name.match(/\p{Script=Han}+/u);
  const length = 2 + (i % 3);
  const from = (i * 31) % Math.max(1, word.length - length + 1);
  const read = reading.split(' ').slice(from, from + length);
  return { text: word.slice(from, from + length), read };
});
const kinds = {
  characters: pieces.map(({ text }) => text),
  initials: pieces.map(({ read }) => read.map((one) => one[0]).join('')),
  spelling: pieces.map(({ read }) => read.join('')),
};

/** What is there: names with those characters, or with characters in a row that are read so. */
const runsOf = new Map([...readings].map(([word, reading]) => [word, reading.split(' ')]));
const isRead = (syllables, query) =>
  syllables.some((_, from) => {
    let rest = query;
    for (let at = from; rest !== '' && rest.startsWith(syllables[at]); at += 1)
      rest = rest.slice(syllables[at].length);
    return rest === '';
  });
const inRuns = (name, fits) =>
  (name.match(/\p{Script=Han}+/gu) ?? []).some((word) => fits(runsOf.get(word)));
const truths = {
  characters: ({ name }, query) => name.includes(query),
  initials: ({ name }, query) =>
    inRuns(name, (syllables) =>
      syllables
        .map((one) => one[0])
        .join('')
        .includes(query),
    ),
  spelling: ({ name }, query) => inRuns(name, (syllables) => isRead(syllables, query)),
};
const truthOf = (kind, query) => items.flatMap((item, i) => (truths[kind](item, query) ? [i] : []));
const best = (query) => {
  let ms = Infinity;
  for (let i = 0; i < 3; i += 1) {
    const start = performance.now();
    find(query);
    ms = Math.min(ms, performance.now() - start);
  }
  return ms;
};
const quantile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

const result = { engine, indexMs, megabytes };
for (const [kind, queries] of Object.entries(kinds)) {
  for (const query of queries.slice(0, 10)) find(query);
  const times = queries.map(best).sort((a, b) => a - b);
  const recalls = queries.slice(0, 20).map((query) => {
    const having = truthOf(kind, query);
    const found = new Set(find(query));
    return having.filter((i) => found.has(i)).length / having.length;
  });
  result[kind] = {
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    recall: recalls.reduce((sum, one) => sum + one, 0) / recalls.length,
  };
}

if (engine === 'mulin') {
  const slipped = pieces
    .map(({ read }) => read.join(''))
    .filter((query) => query.length >= 6 && query.length <= 14)
    .map((query, i) => {
      const at = 1 + ((i * 13) % (query.length - 2));
      return {
        query,
        // Another letter, one left out, two swapped, one too many.
        slip: [
          query.slice(0, at) + (query[at] === 'k' ? 'j' : 'k') + query.slice(at + 1),
          query.slice(0, at) + query.slice(at + 1),
          query.slice(0, at) + query[at + 1] + query[at] + query.slice(at + 2),
          query.slice(0, at) + 'k' + query.slice(at),
        ][i % 4],
      };
    });
  for (const { slip } of slipped.slice(0, 10)) find(slip);
  const times = slipped.map(({ slip }) => best(slip)).sort((a, b) => a - b);
  const hits = slipped.slice(0, 60).map(({ query, slip }) => {
    const having = truthOf('spelling', query);
    const found = new Set(find(slip));
    return having.some((i) => found.has(i)) ? 1 : 0;
  });
  result.slip = {
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    recall: hits.reduce((sum, one) => sum + one, 0) / hits.length,
  };
}
console.log(JSON.stringify(result));
