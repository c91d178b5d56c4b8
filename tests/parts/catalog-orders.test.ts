import { aTimeout, expect, html, oneEvent } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import { simulatedCardReader } from '../../src/device/card/index.ts';
import { payAtCounter, simulatedPayment } from '../../src/device/payment/index.ts';
import { simulatedPrinter } from '../../src/device/printer/index.ts';
import type { OrderReceipt } from '../../src/model/catalog/receipt.ts';
import '../../src/parts/catalog/orders/index.ts';
import '../../src/parts/catalog/desk/index.ts';
import { accessible } from '../harness/axe.ts';
import { leavesNoTrace } from '../harness/leaks.ts';
import { personBefore } from '../harness/person.ts';
import { idNumberOf, phone } from '../harness/persons.ts';
import { scope, settled, type Ground } from '../harness/scope.ts';
import { openShop, type Shop } from '../harness/shop-hall.ts';
import { shopPack } from '../harness/shop.ts';

let shop: Shop;
beforeEach(() => {
  shop = openShop(shopPack(), { place: 'shop', now: '2026-12-01T10:00+08:00' });
});
afterEach(() => shop.close());

const idNumber = idNumberOf('1949-10-01', 'female');
const cardReader = () =>
  simulatedCardReader({ card: { kind: 'resident', idNumber, name: '示例' } });

async function before(content: TemplateResult, more: object = {}, ground: Ground = {}) {
  const page = await scope(content, ground);
  Object.assign(page, { gateway: shop.terminal, ...more });
  await settled(page);
  return { page, person: personBefore(page) };
}
const checkout = (
  payBy = 'fen',
  lines: readonly (readonly [string, number])[] = [['rice', 2]],
): TemplateResult =>
  html`<mulin-checkout place="shop" pay-by=${payBy} .basket=${new Map(lines)}></mulin-checkout>`;
const reserve = (lines = [{ item: 'rice', count: 2 }]): Promise<OrderReceipt> =>
  shop.does('catalog.reserve', { place: 'shop', lines, by: 'fen', phone });
const enrol = (monthly = 100): Promise<unknown> =>
  shop.caseDoes('points.enrol', { idNumber, monthly });
const free = async (item: string): Promise<number | undefined> => {
  const reply = await shop.terminal.read('catalog.shelf', { place: 'shop' });
  return reply.status === 'answer' ? reply.value.items[item]?.free : undefined;
};

describe('mulin-checkout', () => {
  it('a shopper gives a phone number, and the goods leave the shelf', async () => {
    const { page, person } = await before(checkout());
    await person.reads('大米 × 2');
    await person.reads('65.80 元');
    await accessible(page);
    await person.types('手机号', phone);
    const element = page.querySelector('mulin-checkout') as Element;
    const done = oneEvent(element, 'reserved');
    await person.presses('确认预订');
    const { detail } = (await done) as CustomEvent<OrderReceipt>;
    expect(detail.code).to.match(/^\d{10}$/);
    expect(await free('rice')).to.equal(8);
  });

  it('somebody else was quicker: it is said, and nothing of the basket is lost', async () => {
    const { person } = await before(checkout('fen', [['coat', 1]]));
    for (let i = 0; i < 3; i += 1)
      await shop.does('catalog.reserve', {
        ...{ place: 'shop', by: 'fen', lines: [{ item: 'coat', count: 1 }] },
        phone: `1391234567${i}`,
      });
    await person.types('手机号', phone);
    await person.presses('确认预订');
    await person.reads('有一样刚被别人订完了');
    await person.reads('羽绒服 × 1');
  });

  it('a wrong number is named before anything is taken off the shelf', async () => {
    const { person } = await before(checkout());
    await person.types('手机号', '139');
    await person.presses('确认预订');
    await person.reads('手机号不对');
    expect(await free('rice')).to.equal(10);
  });

  it('points need a card, and never ask for a phone number', async () => {
    await enrol();
    const { page, person } = await before(checkout('points'), { cardReader: cardReader() });
    expect(person.screen()).not.to.contain('手机号');
    await person.presses('刷身份证');
    const done = oneEvent(page.querySelector('mulin-checkout') as Element, 'reserved');
    await person.presses('确认预订');
    const { detail } = (await done) as CustomEvent<OrderReceipt>;
    expect(detail.payment).to.deep.equal({ by: 'points', total: 66 });
  });

  it('too few points: how many there are is told, and none is gone', async () => {
    await enrol(50);
    const { person } = await before(checkout('points'), { cardReader: cardReader() });
    await person.presses('刷身份证');
    await person.presses('确认预订');
    await person.reads('积分不够：要 66，现有 50');
  });

  it('without a card reader it says where to go instead', async () => {
    const { person } = await before(checkout('points'));
    await person.reads('请到店里柜台');
  });

  it('leaves no trace', () => leavesNoTrace(checkout()));
});

describe('mulin-order', () => {
  it('a receipt shows the code, prints it, and says on paper nothing of how it is paid', async () => {
    await enrol();
    const receipt = await reserve();
    const printer = simulatedPrinter({ sheets: 5 });
    const { page, person } = await before(
      html`<mulin-order
        .receipt=${{ ...receipt, payment: { by: 'points', total: 66 } }}
      ></mulin-order>`,
      { printer },
    );
    await person.reads('预订好了');
    const { code } = receipt;
    const read = `${code.slice(0, 3)} ${code.slice(3, 6)} ${code.slice(6)}`;
    await person.reads(read);
    await accessible(page);
    await person.presses('打印出来');
    await person.reads('打印好了');
    const paper = JSON.stringify(printer.tray);
    expect(paper).to.contain(read);
    expect(paper).not.to.contain('积分');
  });

  it('is found by code and phone, and given back to the shelf', async () => {
    const { code } = await reserve();
    const { page, person } = await before(html`<mulin-order></mulin-order>`);
    await person.types('取货码', code);
    await person.types('手机号后四位', phone.slice(-4));
    await person.presses('查一查');
    await person.reads('等您来取');
    await accessible(page);
    await person.presses('不要了，取消');
    await person.presses('取消预订');
    await person.reads('已取消');
    expect(await free('rice')).to.equal(10);
  });

  it('a slip in the code is found before anybody is asked', async () => {
    const { person } = await before(html`<mulin-order></mulin-order>`);
    await person.types('取货码', '1234567890');
    await person.types('手机号后四位', '0000');
    await person.presses('查一查');
    await person.reads('取货码好像按错了一位');
  });

  it('with somebody else’s number it shows nothing', async () => {
    const { code } = await reserve();
    const { person } = await before(html`<mulin-order></mulin-order>`);
    await person.types('取货码', code);
    await person.types('手机号后四位', '0000');
    await person.presses('查一查');
    await person.reads('没有查到这份预订');
    expect(person.screen()).not.to.contain('大米');
  });

  it('leaves no trace', () => leavesNoTrace(html`<mulin-order></mulin-order>`));
});

describe('mulin-points', () => {
  const points = html`<mulin-points></mulin-points>`;

  it('tells nobody anything before the card, and covers the amount after it', async () => {
    await enrol();
    const { page, person } = await before(points, { cardReader: cardReader() });
    await accessible(page);
    expect(person.screen()).not.to.match(/\d/);
    await person.presses('刷身份证');
    await person.reads('现有积分');
    expect(person.screen()).not.to.contain('100');
    await accessible(page);
    await person.presses('显示积分');
    await person.reads('100');
    await person.reads('本月发放 +100');
    await accessible(page);
  });

  it('warns early of points that end', async () => {
    await enrol();
    shop.later(60 * 24 * 50); // twenty days into January, good until its end
    const { person } = await before(points, { cardReader: cardReader() });
    await person.presses('刷身份证');
    await person.presses('显示积分');
    await person.reads('有积分快到期');
    await person.reads('100 分到1月31日为止');
  });

  it('somebody without points is told kindly', async () => {
    const { person } = await before(points, { cardReader: cardReader() });
    await person.presses('刷身份证');
    await person.reads('您名下没有救助积分');
  });

  it('after its person nothing of it stays on the screen', async () => {
    await enrol();
    const { page, person } = await before(points, { cardReader: cardReader() });
    await person.presses('刷身份证');
    await person.presses('显示积分');
    await person.reads('100');
    const left = oneEvent(page, 'mulin-leave');
    await person.presses('看好了');
    await left;
    await settled(page);
    expect(person.screen()).not.to.match(/\d/);
  });

  it('leaves no trace', () => leavesNoTrace(points));
});

describe('mulin-stock', () => {
  const desk = html`<mulin-stock place="shop"></mulin-stock>`;
  const asClerk = () => ({ gateway: shop.clerk });

  it('a desk that takes money itself takes the price once, and its reference goes on paper', async () => {
    const { code } = await reserve();
    const payment = simulatedPayment();
    payment.next = { status: 'failed', taken: 'unknown' };
    const { person } = await before(desk, { ...asClerk(), payment });
    await person.presses(`打开 ${code}`);
    await person.presses('收款 65.80 元');
    await person.reads('不知道有没有收到');
    payment.next = undefined;
    await aTimeout(600); // two presses of one button within half a second are one
    await person.presses('收款 65.80 元');
    await person.reads('已交给本人');
    expect(payment.till.map(({ fen }) => fen)).to.deep.equal([6580]);
  });

  it('somebody who will not pay after all gets nothing, and a clerk can take cash', async () => {
    const { code } = await reserve();
    const payment = simulatedPayment();
    payment.next = { status: 'given-up' };
    const { person } = await before(desk, { ...asClerk(), payment });
    await person.presses(`打开 ${code}`);
    await person.presses('收款 65.80 元');
    await person.reads('一分钱没有收');
    await person.presses('已收现金 65.80 元，交给本人');
    await person.reads('已交给本人');
    expect(payment.till).to.deep.equal([]);
  });

  it('where the page leaves it to the counter, a clerk takes it by hand', async () => {
    const { code } = await reserve();
    const { person } = await before(desk, { ...asClerk(), payment: payAtCounter });
    await person.presses(`打开 ${code}`);
    await person.presses('收款 65.80 元');
    await person.presses('已收现金 65.80 元，交给本人');
    await person.reads('已交给本人');
  });

  it('a clerk opens a code, takes the money and hands out', async () => {
    const { code } = await reserve();
    const { page, person } = await before(desk, asClerk());
    await person.reads('等取的预订，1 份');
    await accessible(page);
    await person.presses(`打开 ${code}`);
    await person.reads('大米 × 2');
    await person.presses('已收现金 65.80 元，交给本人');
    await person.reads(`${code} 已交给本人`);
    await person.reads('现在没有等取的预订');
    await accessible(page);
    const reply = await shop.clerk.read('catalog.find', { code });
    expect(reply.status === 'answer' && reply.value.status).to.equal('handed-out');
  });

  it('a scanner is enough: its ten digits open the reservation', async () => {
    const { code } = await reserve();
    const { person } = await before(desk, asClerk());
    await person.reads('等取的预订，1 份');
    await person.types('取货码', code);
    await person.reads('大米 × 2');
  });

  it('what was handed out is not handed out twice', async () => {
    const { code } = await reserve();
    await shop.clerkDoes('catalog.hand-out', { code, paid: { method: 'cash', fen: 6580 } });
    const { person } = await before(desk, asClerk());
    await person.types('取货码', code);
    await person.reads('已经取走');
    expect(person.screen()).not.to.contain('已收现金');
  });

  it('what expires first stands first on the list of the shelf', async () => {
    const { page, person } = await before(desk, asClerk());
    await person.presses('库存');
    await person.reads('大米');
    const rows = page
      .querySelector('mulin-stock')
      ?.shadowRoot?.querySelector('mulin-shelf-list')
      ?.shadowRoot?.querySelectorAll('tbody tr');
    expect(rows?.[0]?.textContent).to.contain('大米');
    expect(rows?.[0]?.textContent).to.contain('快到期');
    await accessible(page);
  });

  it('who is no clerk sees nobody’s reservation', async () => {
    const { code } = await reserve();
    const { person } = await before(desk);
    await person.reads('这里不能办这件事');
    expect(person.screen()).not.to.contain(code);
  });

  it('nothing is wider than a phone of 360 px, for elders too', async () => {
    await reserve();
    await setViewport({ width: 360, height: 740 });
    const { person } = await before(desk, asClerk(), { theme: 'elder' });
    await person.reads('等取的预订，1 份');
    expect(document.documentElement.scrollWidth).to.be.at.most(360);
    await setViewport({ width: 800, height: 600 });
  });

  it('leaves no trace', () => leavesNoTrace(desk));
});
