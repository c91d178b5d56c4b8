import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { searchOf } from '../../../src/model/shared/search.ts';

const shelf = [
  { name: '长款羽绒服', reading: 'chang kuan yu rong fu' },
  { name: '羽绒服（男）L 码', reading: 'yu rong fu nan ma' },
  { name: '全棉T恤', reading: 'quan mian xu' },
  { name: '绿豆', reading: 'lv dou' },
  { name: '拉杆行李箱', reading: 'la gan xing li xiang' },
  { name: '羊毛衫', reading: 'yang mao shan' },
  { name: '西安泡馍', reading: 'xi an pao mo' },
  { name: '鲜奶 5 公斤', reading: 'xian nai gong jin' },
  { name: '来自别处，没有读音' },
];
const search = searchOf(shelf);
const found = (query: string): string[] =>
  search.find(query).items.map((item) => shelf[item]?.name ?? '');
/** Every found name, with what fits in brackets. */
const shown = (query: string): string[] => {
  const all = search.find(query);
  return all.items.map((item) => {
    const { name = '' } = shelf[item] ?? {};
    return all
      .marksIn(item)
      .toSorted((a, b) => b.from - a.from)
      .reduce(
        (text, { from, to }) => `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`,
        name,
      );
  });
};

describe('a person who looks for something finds it', () => {
  it('by characters, by initials, by whole spelling: three ways, one thing, and what fits is shown', () => {
    for (const query of ['羽绒服', 'yrf', 'yurongfu', 'YRF', 'ＹＲＦ', 'yu rong fu', "yu'rong'fu"])
      expect(shown(query), query).to.include.members(['长款[羽绒服]', '[羽绒服]（男）L 码']);
  });

  it('by any mixture of these, as one types when a word comes to mind halfway', () => {
    for (const query of ['羽rf', 'yrongfu', 'yurf', '羽绒f', 'yurongf', 'yuro'])
      expect(found(query), query).to.include('长款羽绒服');
  });

  it('what begins so comes before what has it somewhere', () => {
    expect(found('yr')).to.deep.equal(['羽绒服（男）L 码', '长款羽绒服']);
    expect(found('绒')).to.deep.equal(['长款羽绒服', '羽绒服（男）L 码']);
  });

  it('letters and digits inside a name are typed as they stand, signs and spaces not at all', () => {
    expect(shown('t恤')).to.deep.equal(['全棉[T恤]']);
    expect(shown('qmt')).to.deep.equal(['[全棉T]恤']);
    expect(shown('男l码')).to.deep.equal(['羽绒服（[男）L 码]']);
    expect(shown('nai5g')).to.deep.equal(['鲜[奶 5 公]斤']);
  });

  it('words in any order, each somewhere', () => {
    expect(shown('男 羽绒服')).to.deep.equal(['[羽绒服]（[男]）L 码']);
    expect(found('羽绒 羊毛')).to.deep.equal([]);
  });

  it('ü is typed as v, and letters that spell one character, two, or one that is not typed out yet find all', () => {
    expect(found('lvdou')).to.deep.equal(['绿豆']);
    expect(found('xian')).to.deep.equal(['西安泡馍', '鲜奶 5 公斤', '拉杆行李箱']);
  });

  it('a letter inside a syllable is no initial: “ong” finds nothing', () => {
    expect(found('ong')).to.deep.equal([]);
  });

  it('a name without a reading is found by its characters', () => {
    expect(shown('读音')).to.deep.equal(['来自别处，没有[读音]']);
  });

  it('nothing typed finds nothing, and so do signs, a page of text and what JavaScript holds dear', () => {
    for (const query of [
      '',
      '   ',
      '。！',
      '\u0001',
      '\n',
      '__proto__',
      '(.*)+',
      '羽'.repeat(5000),
    ])
      expect(found(query), query.slice(0, 20)).to.deep.equal([]);
  });
});

describe('one slip of a finger or an ear', () => {
  const slips = {
    'a letter left out': ['yurogfu', 'yurongf', 'urongfu'],
    'a letter too many': ['yurrongfu', 'yurongfuu', 'yyurongfu'],
    'another letter': ['yurobgfu', 'turongfu', 'yurongfi'],
    'two letters swapped': ['yurnogfu', 'uyrongfu'],
    'a character that sounds alike': ['雨绒服', '羽溶服', '羽绒付'],
    'a wrong character': ['羽毛服', '羽绒衣'],
    'one character too many': ['羽绒绒服', '羽绒的服'],
  };
  for (const [slip, queries] of Object.entries(slips))
    it(`${slip}: ${queries.join(', ')}`, () => {
      for (const query of queries) {
        const { items } = search.find(query);
        expect(
          items.map((item) => shelf[item]?.name),
          query,
        ).to.include('长款羽绒服');
      }
    });

  it('is only looked for where nothing fits exactly, and is said', () => {
    expect(search.find('yurongfu').slip).to.equal(false);
    expect(search.find('yurnogfu').slip).to.equal(true);
    expect(search.find('zzzzzz')).to.deep.include({ items: [], slip: false });
  });

  it('three letters or two characters are taken as typed: with a slip they could be anything', () => {
    expect(found('yrk')).to.deep.equal([]);
    expect(found('羽服')).to.deep.equal([]);
  });
});

describe('whatever is on the shelf', () => {
  const syllables = ['yu', 'yue', 'rong', 'fu', 'an', 'xi', 'xian', 'zhi', 'shi', 'a', 'e'];
  const characters = '羽月绒服安西鲜纸食阿鹅';
  const name = fc
    .array(fc.nat(syllables.length - 1), { minLength: 1, maxLength: 8 })
    .map((picks) => ({
      name: picks.map((pick) => characters[pick]).join(''),
      reading: picks.map((pick) => syllables[pick]).join(' '),
    }));
  const shelves = fc.array(name, { minLength: 1, maxLength: 20 });
  const some = fc.tuple(shelves, fc.nat(), fc.nat(), fc.nat());

  /** Some characters in the middle of some name, with how they are read. */
  function pieceOf(all: { name: string; reading: string }[], a: number, b: number, c: number) {
    const item = a % all.length;
    const { name: text, reading } = all[item] as { name: string; reading: string };
    const from = b % text.length;
    const to = from + 1 + (c % (text.length - from));
    return { item, text: text.slice(from, to), read: reading.split(' ').slice(from, to), from, to };
  }

  it('every piece of a name finds it by characters, by initials and by spelling, without a slip', () => {
    fc.assert(
      fc.property(some, ([all, a, b, c]) => {
        const { item, text, read } = pieceOf(all, a, b, c);
        const initials = read.map((one) => one[0]).join('');
        for (const query of [text, initials, read.join('')]) {
          const { items, slip, marksIn } = searchOf(all).find(query);
          expect(items).to.include(item);
          expect(slip).to.equal(false);
          const [mark] = marksIn(item);
          expect(mark && mark.from < mark.to && mark.to <= (all[item]?.name.length ?? 0)).to.equal(
            true,
          );
        }
      }),
    );
  });

  it('by characters exactly those are found that have them, each once, and what is marked is what was typed', () => {
    fc.assert(
      fc.property(some, ([all, a, b, c]) => {
        const { text } = pieceOf(all, a, b, c);
        const { items, marksIn } = searchOf(all).find(text);
        const having = all.flatMap((one, i) => (one.name.includes(text) ? [i] : []));
        expect(items.toSorted((x, y) => x - y)).to.deep.equal(having);
        for (const item of items)
          for (const { from, to } of marksIn(item))
            expect(all[item]?.name.slice(from, to)).to.equal(text);
      }),
    );
  });

  it('a spelling of five letters or more is still found with one letter more than it has', () => {
    fc.assert(
      fc.property(some, fc.nat(), ([all, a, b, c], d) => {
        const { item, read } = pieceOf(all, a, b, c);
        const whole = read.join('');
        fc.pre(whole.length > 4 && whole.length < 14);
        // No syllable has a q, so nothing fits exactly.
        const at = d % (whole.length + 1);
        const { items, slip } = searchOf(all).find(`${whole.slice(0, at)}q${whole.slice(at)}`);
        expect(slip).to.equal(true);
        expect(items).to.include(item);
      }),
    );
  });

  it('nobody’s typing brings it down', () => {
    fc.assert(
      fc.property(shelves, fc.string({ unit: 'binary', maxLength: 40 }), (all, query) => {
        const { items, marksIn } = searchOf(all).find(query);
        for (const item of items) marksIn(item);
      }),
    );
  });
});
