import { expect, html, oneEvent, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import '../../src/parts/catalog/index.ts';
import type { Good } from '../../src/model/catalog/rules.ts';
import type { Pack } from '../../src/model/pack.ts';
import type { MulinBasket } from '../../src/parts/catalog/index.ts';
import type { MulinVirtualGrid } from '../../src/ui/virtual-grid.ts';
import { accessible } from '../harness/axe.ts';
import { leavesNoTrace } from '../harness/leaks.ts';
import { personBefore } from '../harness/person.ts';
import { scope, settled, themes, type Ground } from '../harness/scope.ts';
import { openShop, type Shop } from '../harness/shop-hall.ts';
import { rice, shopPack } from '../harness/shop.ts';

let shop: Shop;
const open = (change: (pack: Pack) => Pack = (pack) => pack): void => {
  shop = openShop(change(shopPack()), { place: 'shop', now: '2026-12-01T10:00+08:00' });
};
beforeEach(() => open());
afterEach(() => shop.close());

async function before(content: TemplateResult, ground: Ground = {}) {
  const page = await scope(content, ground);
  page.gateway = shop.terminal;
  await settled(page);
  return { page, person: personBefore(page) };
}
const catalog = html`<mulin-catalog place="shop"></mulin-catalog>`;
const basketOf = (lines: readonly (readonly [string, number])[], payBy = 'fen'): TemplateResult =>
  html`<mulin-basket place="shop" pay-by=${payBy} .basket=${new Map(lines)}></mulin-basket>`;

function type(page: Element, text: string): void {
  const line = page
    .querySelector('mulin-catalog')
    ?.shadowRoot?.querySelector('mulin-search')
    ?.shadowRoot?.querySelector('input');
  line?.focus();
  line?.select();
  document.execCommand('insertText', false, text);
}
const cards = (page: Element): HTMLElement[] => [
  ...(page.querySelector('mulin-catalog')?.shadowRoot?.querySelectorAll<HTMLElement>('.item') ??
    []),
];
const names = (page: Element): string[] =>
  cards(page).map((card) => card.querySelector('.name')?.textContent?.trim() ?? '');

describe('mulin-catalog', () => {
  it('shows what there is, what it costs, how many are left and how long it keeps', async () => {
    const { page, person } = await before(catalog);
    await person.reads('大米');
    await person.reads('32.90 元');
    await person.reads('或 33 积分');
    await person.reads('还有 3 件'); // coats
    await person.reads('保质期到12月9日');
    await accessible(page);
  });

  it('three letters find a coat, and show why', async () => {
    const { page, person } = await before(catalog);
    await person.reads('大米');
    type(page, 'yrf');
    await person.reads('共 1 样');
    expect(names(page)).to.deep.equal(['羽绒服']);
    expect(
      page.querySelector('mulin-catalog')?.shadowRoot?.querySelector('mark')?.textContent,
    ).to.equal('羽绒服');
    type(page, '绒服');
    await settled(page);
    expect(
      page.querySelector('mulin-catalog')?.shadowRoot?.querySelector('mark')?.textContent,
    ).to.equal('绒服');
  });

  it('a slip of the finger is forgiven, and said', async () => {
    const { page, person } = await before(catalog);
    await person.reads('大米');
    type(page, 'yurogfu');
    await person.reads('没有一模一样的');
    expect(names(page)).to.deep.equal(['羽绒服']);
  });

  it('who finds nothing is led back to everything', async () => {
    const { page, person } = await before(catalog);
    await person.reads('大米');
    type(page, '航空母舰');
    await person.reads('没有找到');
    await accessible(page);
    await person.presses('看全部');
    await person.reads('大米');
  });

  it('a category and a filter leave what fits, in the order that is asked for', async () => {
    const { page, person } = await before(catalog);
    await person.presses('衣物');
    await person.seesNoMore('大米');
    expect(names(page)).to.deep.equal(['羽绒服']);
    await person.presses('全部');
    await person.presses('可用积分的');
    await person.seesNoMore('盲文贺卡');
    await person.presses('可用积分的');
    await person.presses('便宜在前');
    await settled(page);
    expect(names(page)[0]).to.equal('盲文贺卡');
  });

  it('a pressed card names its goods, and nothing else', async () => {
    const { page, person } = await before(catalog);
    await person.reads('羽绒服');
    const chosen = oneEvent(page, 'mulin-item-chosen');
    cards(page)
      .find((card) => card.textContent.includes('羽绒服'))
      ?.click();
    expect(((await chosen) as CustomEvent).detail).to.deep.equal({ item: 'coat' });
  });

  it('ten thousand goods are there, and thirty are drawn', async () => {
    shop.close();
    open((pack) => ({
      ...pack,
      goods: Array.from({ length: 10_000 }, (_, i): Good => ({ ...rice, id: `rice-${i}` })),
    }));
    const { page, person } = await before(catalog);
    await person.reads('共 10000 样');
    await settled(page);
    expect(cards(page).length).to.be.within(4, 60);
    const grid = page
      .querySelector('mulin-catalog')
      ?.shadowRoot?.querySelector<MulinVirtualGrid>('mulin-virtual-grid');
    expect(grid?.items.length).to.equal(10_000);
  });

  it('a photo comes when it is near, and one that does not come leaves a drawing, not a hole', async () => {
    shop.close();
    const photos: Record<string, string> = { rice: '/docs/pictures/home.png', coat: '/gone.webp' };
    open((pack) => ({
      ...pack,
      goods: pack.goods?.map((good) => {
        const picture = photos[good.id];
        return { ...good, ...(picture && { picture }) };
      }),
    }));
    const { page, person } = await before(catalog);
    await person.reads('羽绒服');
    const imageOf = (name: string) =>
      cards(page)
        .find((card) => card.textContent.includes(name))
        ?.querySelector('img');
    expect(imageOf('大米')?.loading).to.equal('lazy');
    expect(imageOf('盲文贺卡')).to.equal(null);
    await waitUntil(() => (imageOf('大米')?.naturalWidth ?? 0) > 0, 'the photo has come');
    await waitUntil(() => imageOf('羽绒服')?.hidden, 'the one that is gone is out of the way');
    for (const card of cards(page)) {
      expect(card.querySelector('.picture svg')?.getBoundingClientRect().width).to.be.above(20);
    }
  });

  for (const theme of themes)
    it(`has nothing axe-core objects to in theme ${theme}`, async () => {
      const { page, person } = await before(catalog, { theme });
      await person.reads('大米');
      await accessible(page);
    });

  it('is whole in English', async () => {
    const { page, person } = await before(catalog, { lang: 'en' });
    await person.reads('Rice');
    type(page, 'coat');
    await person.reads('1 thing');
    expect(person.screen()).not.to.match(/[\u4e00-\u9fff]/);
    await accessible(page);
  });

  it('nothing is wider than a phone of 360 px, for elders too', async () => {
    await setViewport({ width: 360, height: 740 });
    const { person } = await before(catalog, { theme: 'elder' });
    await person.reads('大米');
    expect(document.documentElement.scrollWidth).to.be.at.most(360);
    await setViewport({ width: 800, height: 600 });
  });

  it('leaves no trace', () => leavesNoTrace(catalog));
});

describe('mulin-item', () => {
  const page = (item: string, chosen = 0): TemplateResult =>
    html`<mulin-item place="shop" item=${item} chosen=${chosen}></mulin-item>`;

  it('says what it is, in what state, who gave it, and how many one may have', async () => {
    const { page: around, person } = await before(page('coat'));
    for (const words of ['羽绒服', '59 元', '59 积分', '旧物，能用', '示例中学', '一次 1 件'])
      await person.reads(words);
    await accessible(around);
  });

  it('nobody takes more than they may, or than there is', async () => {
    const { page: around, person } = await before(page('rice'));
    await person.presses('件数加一');
    await person.presses('件数加一');
    const put = oneEvent(around, 'mulin-basket-change');
    await person.presses('放进篮子，3 件'); // three in thirty days
    expect(((await put) as CustomEvent).detail).to.deep.equal({ item: 'rice', count: 3 });
    const more = around
      .querySelector('mulin-item')
      ?.shadowRoot?.querySelector('mulin-quantity')
      ?.shadowRoot?.querySelector<HTMLButtonElement>('[aria-label=件数加一]');
    expect(more?.disabled).to.equal(true);
  });

  it('what is in the basket can be taken out again', async () => {
    const { page: around, person } = await before(page('rice', 2));
    await person.reads('改成 2 件');
    const out = oneEvent(around, 'mulin-basket-change');
    await person.presses('不要了');
    expect(((await out) as CustomEvent).detail).to.deep.equal({ item: 'rice', count: 0 });
  });

  it('what is not there any more is a sentence, not a blank page', async () => {
    const { person } = await before(page('moon-rock'));
    await person.reads('这样物品不在了');
  });

  it('leaves no trace', () => leavesNoTrace(page('rice')));
});

describe('mulin-basket', () => {
  it('adds up in yuan and in points', async () => {
    const { page, person } = await before(
      basketOf([
        ['rice', 2],
        ['coat', 1],
      ]),
    );
    await person.reads('一共 3 件');
    await person.reads('124.80 元');
    await accessible(page);
    page.querySelector('mulin-basket')?.setAttribute('pay-by', 'points');
    await person.reads('125 积分');
  });

  it('what points are not for is named before anybody stands at the counter', async () => {
    const { page, person } = await before(basketOf([['card', 1]], 'points'));
    await person.reads('篮子里有不能用积分的');
    await person.reads('盲文贺卡');
    expect(page.querySelector<MulinBasket>('mulin-basket')?.isFine).to.equal(false);
  });

  it('what has gone meanwhile is said', async () => {
    const { page, person } = await before(basketOf([['coat', 5]]));
    await person.reads('只剩 3 件，请减一减');
    expect(page.querySelector<MulinBasket>('mulin-basket')?.isFine).to.equal(false);
  });

  it('an empty one leads to the shelves', async () => {
    const { page, person } = await before(basketOf([]));
    const on = oneEvent(page, 'mulin-look-on');
    await person.presses('去挑物品');
    await on;
  });

  it('nothing is wider than a phone of 360 px, for elders too', async () => {
    await setViewport({ width: 360, height: 740 });
    const { person } = await before(basketOf([['rice', 2]]), { theme: 'elder' });
    await person.reads('大米');
    expect(document.documentElement.scrollWidth).to.be.at.most(360);
    await setViewport({ width: 800, height: 600 });
  });

  it('leaves no trace', () => leavesNoTrace(basketOf([['coat', 1]])));
});
