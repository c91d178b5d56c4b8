import { aTimeout, expect, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/journeys/shop.ts';
import type { Pack } from '../../src/model/pack.ts';
import { leavesNoTrace } from '../harness/leaks.ts';
import { placeOf } from '../harness/packs.ts';
import { personBefore, type Person } from '../harness/person.ts';
import { phone } from '../harness/persons.ts';
import { scope, settled } from '../harness/scope.ts';
import { openShop, type Shop } from '../harness/shop-hall.ts';
import { pickUpPack, shopPack } from '../harness/shop.ts';

let shop: Shop;
const open = (change: (pack: Pack) => Pack = (pack) => pack): void => {
  shop = openShop(change(shopPack()), { place: 'shop', now: '2026-12-01T08:00+08:00' });
};
beforeEach(() => open());
afterEach(() => shop.close());

async function before(content: TemplateResult) {
  const page = await scope(content);
  page.gateway = shop.terminal;
  await settled(page);
  return { page, person: personBefore(page) };
}
const journey = html`<mulin-shop place="shop"></mulin-shop>`;
const card = (page: Element, name: string): HTMLElement | undefined =>
  [
    ...(page
      .querySelector('mulin-shop')
      ?.shadowRoot?.querySelector('mulin-catalog')
      ?.shadowRoot?.querySelectorAll<HTMLElement>('.item') ?? []),
  ].find((one) => one.textContent.includes(name));

/** And takes the half second after which a press is no tremor. */
async function opensBasket(person: Person, pieces: number): Promise<void> {
  await person.presses(`看篮子，${pieces} 件`);
  await aTimeout(600);
}

describe('mulin-shop', () => {
  it('a shopper walks from the shelf to the code with presses and one phone number', async () => {
    const { page, person } = await before(journey);
    await person.reads('大米');
    card(page, '大米')?.click();
    await person.presses('件数加一');
    await person.presses('放进篮子，2 件');
    await person.reads('已选 2');
    await opensBasket(person, 2);
    await person.presses('下一步：核对');
    await person.types('手机号', phone);
    const told = oneEvent(page, 'mulin-reserved');
    await person.presses('确认预订');
    const { detail } = (await told) as CustomEvent<{ code: string }>;
    expect(Object.keys(detail)).to.deep.equal(['code']);
    await person.reads('预订好了');
    await person.reads(
      `${detail.code.slice(0, 3)} ${detail.code.slice(3, 6)} ${detail.code.slice(6)}`,
    );
  });

  describe('where the shop offers times', () => {
    beforeEach(() => {
      shop.close();
      open(pickUpPack);
    });
    const free = async (): Promise<number> => {
      const at = { service: 'fetch', place: 'shop', date: '2026-12-01' };
      const reply = await shop.terminal.read('booking.times', at);
      if (reply.status !== 'answer') throw new Error(reply.status);
      return reply.value.times.find(({ time }) => time === '10:00')?.free ?? 0;
    };
    async function toCheckout() {
      const { page, person } = await before(
        html`<mulin-shop place="shop" pick-up="fetch"></mulin-shop>`,
      );
      await person.reads('大米');
      card(page, '大米')?.click();
      await person.presses('放进篮子，1 件');
      await opensBasket(person, 1);
      await person.presses('下一步：选取货时间');
      await person.reads('什么时候来取？');
      await person.presses('10:00 余 2 位');
      await person.presses('下一步：核对');
      await person.reads('手机号');
      return { page, person };
    }

    it('one is kept while the person decides, and goes with the order', async () => {
      const { person } = await toCheckout();
      await person.reads('保留');
      expect(await free()).to.equal(1);
      await person.types('手机号', phone);
      await person.presses('确认预订');
      await person.reads('预订好了');
      await person.reads('10:00');
      shop.later(30);
      expect(await free()).to.equal(1);
    });

    it('whoever walks away leaves it to others at once', async () => {
      const { page } = await toCheckout();
      page.remove();
      await waitUntil(async () => (await free()) === 2);
    });

    it('it runs out: the basket stays, and another one is asked for', async () => {
      const { person } = await toCheckout();
      await person.types('手机号', phone);
      shop.later(11);
      await person.presses('确认预订');
      await person.reads('留给您的取货时间到了');
      await person.presses('返回');
      await person.reads('什么时候来取？');
      await person.presses('返回');
      await person.reads('我的篮子');
      await person.reads('大米');
    });
  });

  it('whoever would rather go to another shop chooses it, and begins with an empty basket', async () => {
    shop.close();
    open((pack) => ({
      ...pack,
      places: [...pack.places, { ...placeOf('other'), kind: 'charity-supermarket' }],
      catalog: pack.catalog && { ...pack.catalog, shops: ['shop', 'other'] },
    }));
    const { page, person } = await before(journey);
    await person.reads('shop 示例');
    card(page, '大米')?.click();
    await person.presses('放进篮子，1 件');
    await person.reads('看篮子，1 件');
    await person.presses('换一家店');
    await person.reads('换店以后篮子要重新挑');
    await person.presses('other 示例');
    await person.seesNoMore('看篮子');
    await person.reads('other 示例');
  });

  it('on the way back the shelves are as they were left', async () => {
    const { page, person } = await before(journey);
    await person.presses('衣物');
    await person.seesNoMore('大米');
    card(page, '羽绒服')?.click();
    await person.reads('旧物，能用');
    await person.presses('返回');
    await person.seesNoMore('旧物，能用');
    await person.reads('羽绒服');
    expect(card(page, '大米')).to.equal(undefined);
  });

  it('nobody is led into a refusal: too much in the basket stays in the basket', async () => {
    const { page, person } = await before(journey);
    await person.reads('羽绒服');
    card(page, '羽绒服')?.click();
    await person.presses('放进篮子，1 件');
    for (let i = 0; i < 3; i += 1)
      await shop.does('catalog.reserve', {
        ...{ place: 'shop', by: 'fen', lines: [{ item: 'coat', count: 1 }] },
        phone: `1391234567${i}`,
      });
    await opensBasket(person, 1);
    await person.reads('刚刚被领完了，请拿掉');
    await person.presses('下一步：核对');
    await person.reads('我的篮子');
  });

  it('leaves no trace', () => leavesNoTrace(journey));
});
