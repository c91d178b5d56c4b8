import { aTimeout, expect, html, oneEvent } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { simulatedCardReader } from '../../src/device/card/index.ts';
import { httpGateway, type HttpGateway } from '../../src/gateway/http/index.ts';
import type { CommandName, InputOf } from '../../src/gateway/contract.ts';
import '../../src/journeys/shop.ts';
import type { Activity } from '../../src/model/activity/rules.ts';
import '../../src/parts/catalog/desk/index.ts';
import '../../src/parts/catalog/giving/index.ts';
import '../../src/parts/catalog/orders/index.ts';
import { openHallOverHttp, type HallOverHttp } from '../harness/hall-over-http.ts';
import { text } from '../harness/packs.ts';
import { personBefore, type Person } from '../harness/person.ts';
import { idNumberOf, phone } from '../harness/persons.ts';
import { scope, settled } from '../harness/scope.ts';
import { pickUpPack } from '../harness/shop.ts';

const sorting: Activity = {
  id: 'sorting',
  kind: 'shift',
  name: text('整理捐物', 'Sorting'),
  about: text('分一分，叠一叠。', 'Sort and fold.'),
  place: 'shop',
  skills: [],
  times: [{ weekdays: [2], from: '09:00', to: '11:00', places: 1, onHolidays: false }],
  horizonDays: 14,
  waiting: 1,
  keepDays: 30,
  sample: true,
};
const idNumber = idNumberOf('1949-10-01', 'female');

/** The same elements as on a page of one's own, and a real hall behind them. */
describe('a charity supermarket in a hall over the network', () => {
  let hall: HallOverHttp;
  let terminal: HttpGateway;
  let desk: HttpGateway;
  beforeEach(async () => {
    hall = await openHallOverHttp({
      store: 'sqlite',
      pack: { ...pickUpPack(), activities: [sorting] },
      now: Date.parse('2026-12-01T08:00+08:00'), // a Tuesday
      device: 'kiosk-1',
    });
    terminal = httpGateway({ url: hall.url });
    desk = httpGateway({ url: hall.deskUrl });
  });
  afterEach(async () => {
    terminal.close();
    desk.close();
    await hall.close();
  });

  async function before(content: TemplateResult, gateway = terminal) {
    const page = await scope(content);
    const card = { kind: 'resident', idNumber, name: '示例' } as const;
    Object.assign(page, { gateway, cardReader: simulatedCardReader({ card }) });
    await settled(page);
    return { page, person: personBefore(page) };
  }
  async function sent<Name extends CommandName>(
    gateway: HttpGateway,
    name: Name,
    input: InputOf<Name>,
  ): Promise<void> {
    const outcome = await gateway.send(name, input, { idempotencyKey: crypto.randomUUID() });
    expect(outcome.status, JSON.stringify(outcome)).to.equal('sent');
  }
  /** From the shelves to the review, with a time to come. */
  async function shops(page: Element, person: Person, before = (): Promise<void> => aTimeout(0)) {
    await person.reads('大米');
    const shelves = page.querySelector('mulin-shop')?.shadowRoot?.querySelector('mulin-catalog');
    [...(shelves?.shadowRoot?.querySelectorAll<HTMLElement>('.item') ?? [])]
      .find((one) => one.textContent.includes('大米'))
      ?.click();
    await person.presses('放进篮子，1 件');
    await person.presses('看篮子，1 件');
    await before();
    await aTimeout(600); // two presses of one button within half a second are one
    await person.presses('下一步：选取货时间');
    await person.presses('10:00 余 2 位');
    await person.presses('下一步：核对');
  }
  const journey = html`<mulin-shop place="shop" pick-up="fetch"></mulin-shop>`;

  it('a shopper’s order is on the clerk’s list at once, and is handed out there', async () => {
    const clerk = await before(html`<mulin-stock place="shop"></mulin-stock>`, desk);
    await clerk.person.reads('现在没有等取的预订');
    const { page, person } = await before(journey);
    await shops(page, person);
    await person.types('手机号', phone);
    const told = oneEvent(page, 'mulin-reserved');
    await person.presses('确认预订');
    const { code } = ((await told) as CustomEvent<{ code: string }>).detail;
    await clerk.person.presses(`打开 ${code}`);
    await clerk.person.presses('已收现金 32.90 元，交给本人');
    await clerk.person.reads(`${code} 已交给本人`);
  });

  it('a beneficiary pays with points, and what partners hear does not say so', async () => {
    await sent(desk, 'points.enrol', { idNumber });
    const { page, person } = await before(journey);
    await shops(page, person, () => person.answers('怎么付', '用救助积分'));
    await person.presses('刷身份证');
    await person.presses('确认预订');
    await person.reads('33 积分');
    await terminal.dismiss();
    expect(JSON.stringify(await hall.events())).not.to.contain('"by"');
    expect(await hall.rawStore()).not.to.contain(idNumber);
  });

  it('a donor pledges money, and the clerk sees it', async () => {
    const { page, person } = await before(html`<mulin-donate place="shop"></mulin-donate>`);
    await person.reads('捐款');
    [...(page.querySelector('mulin-donate')?.shadowRoot?.querySelectorAll('button') ?? [])]
      .find((one) => one.textContent.includes('捐款'))
      ?.click();
    await person.answers('捐多少？', '50 元');
    await person.types('手机号', phone);
    const told = oneEvent(page, 'mulin-donated');
    await person.presses('登记捐款');
    const { code } = ((await told) as CustomEvent<{ code: string }>).detail;
    const clerk = await before(html`<mulin-gifts place="shop"></mulin-gifts>`, desk);
    await clerk.person.presses(`打开 ${code}`);
    await clerk.person.presses('已收 50 元');
    await clerk.person.reads('已收到');
  });

  it('a volunteer signs up, and the last place is gone for the next one', async () => {
    const shifts = html`<mulin-activities kind="shift"></mulin-activities>`;
    const { page, person } = await before(shifts);
    const other = await before(shifts);
    await person.reads('还有 1 个位子');
    page
      .querySelector('mulin-activities')
      ?.shadowRoot?.querySelector<HTMLElement>('.time:not(:disabled)')
      ?.click();
    await person.types('手机号', phone);
    await person.presses('报名');
    await person.reads('报好了');
    await other.person.reads('满了，可以候补');
  });
});
