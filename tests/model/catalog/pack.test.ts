import { expect } from '@open-wc/testing';
import { assemblePack, checkPack } from '../../../src/model/pack-check.ts';
import { registryPack, placeOf, text } from '../../harness/packs.ts';
import { shopCatalog, rice, coat } from '../../harness/shop.ts';

const base = registryPack({ places: [placeOf('registry'), placeOf('shop')] });
/** What is wrong with a pack whose supermarket is like this. */
const said = (changes: object): string[] =>
  checkPack({ ...base, catalog: shopCatalog, goods: [rice, coat], ...changes }).map(
    ({ file, path, sentence }) => `${file}#${path}: ${sentence}`,
  );

describe('the supermarket in a pack', () => {
  it('can be left out, or be there without a mistake', () => {
    expect(checkPack(base)).to.deep.equal([]);
    expect(said({})).to.deep.equal([]);
    expect(said({ goods: [] })).to.deep.equal([]);
  });

  it('goods without a supermarket are sold by nobody', () => {
    expect(said({ catalog: undefined })).to.include(
      'goods/clothes.json#/0: is sold by nobody: catalog.json is missing or has mistakes',
    );
  });

  it('a shop is a place', () => {
    expect(said({ catalog: { ...shopCatalog, shops: ['shop', 'shpo'] } })).to.deep.equal([
      'catalog.json#/shops/1: names an unknown place, “shpo”',
    ]);
  });

  it('goods lie on a shelf, in a class and at a shop that are known', () => {
    expect(
      said({
        goods: [
          { ...rice, class: 'fod' },
          { ...coat, stock: [{ place: 'registry', count: 1 }] },
        ],
      }),
    ).to.deep.equal([
      'goods/clothes.json#/0/stock/0/place: names an unknown shop, “registry”',
      'goods/food.json#/0/class: names an unknown class, “fod”; did you mean “food”?',
    ]);
    const { mistakes } = assemblePack(
      new Map<string, unknown>([['goods/food.json', [{ ...rice, category: 'clothes' }]]]),
    );
    expect(mistakes.map(({ sentence }) => sentence)).to.include(
      'is sold by nobody: catalog.json is missing or has mistakes',
    );
  });

  it('one id is one thing, over all files', () => {
    expect(said({ goods: [rice, { ...coat, id: 'rice' }] })).to.have.length(1);
  });

  it('a photo lies on the own server: nothing is fetched from elsewhere, and no script comes with it', () => {
    expect(said({ goods: [{ ...rice, picture: '/goods/rice.webp' }] })).to.deep.equal([]);
    for (const picture of [
      'https://cdn.example/rice.webp',
      '//cdn.example/a.png',
      'rice.webp',
      '/a.html',
    ])
      expect(said({ goods: [{ ...rice, picture }] }), picture).to.have.length(1);
  });

  it('a price is a whole number of fen, never less than nothing', () => {
    for (const fen of [-1, 0.5, 10_000_001, Number.NaN, '3'])
      expect(said({ goods: [{ ...rice, fen }] }), String(fen)).to.have.length(1);
    expect(said({ goods: [{ ...rice, fen: 0 }] })).to.deep.equal([]);
  });

  it('points are for what points are for', () => {
    const classes = [{ id: 'food', name: text('食品', 'Food'), forPoints: false }];
    expect(said({ catalog: { ...shopCatalog, classes }, goods: [rice] })).to.deep.equal([
      'goods/food.json#/0/points: is given, but points are not for “food”',
    ]);
    const { points: _, ...noPoints } = shopCatalog;
    expect(said({ catalog: noPoints, goods: [rice] })).to.deep.equal([
      'goods/food.json#/0/points: is given, but catalog.json says nothing about points',
    ]);
  });

  it('nobody is named who did not agree', () => {
    const from = { name: text('某人', 'Somebody'), agreed: false };
    expect(said({ goods: [{ ...rice, from }] })).to.have.length.above(0);
    expect(said({ goods: [{ ...rice, from: { name: from.name } }] })).to.deep.equal([
      'goods/food.json#/0/from: lacks “agreed”',
    ]);
  });

  it('a reading has a syllable for each character', () => {
    expect(said({ goods: [{ ...rice, reading: 'da mi' }] })).to.deep.equal([]);
    expect(said({ goods: [{ ...rice, reading: 'da' }] })).to.deep.equal([
      'goods/food.json#/0/reading: has 1 syllables, but the name has 2 characters',
    ]);
    expect(said({ goods: [{ ...rice, reading: 'Dà mǐ' }] })).to.deep.equal([
      'goods/food.json#/0/reading: must be syllables without tones like yu rong fu, is “Dà mǐ”',
    ]);
  });

  it('a limit over days is kept only while they are remembered', () => {
    expect(said({ goods: [{ ...rice, withinDays: 365 }] })).to.deep.equal([
      'goods/food.json#/0/withinDays: is 365, but catalog.json forgets after 90 days (keepDays)',
    ]);
    const { perPerson: _, ...unlimited } = rice;
    expect(said({ goods: [unlimited] })).to.deep.equal([
      'goods/food.json#/0/withinDays: is given, but perPerson does not say how many',
    ]);
  });

  it('a day that does not exist is no best-before date', () => {
    const stock = [{ place: 'shop', count: 1, bestBefore: '2027-02-30' }];
    expect(said({ goods: [{ ...rice, stock }] })).to.deep.equal([
      'goods/food.json#/0/stock/0/bestBefore: is “2027-02-30”, a day that does not exist',
    ]);
  });
});
