import { expect, html, oneEvent } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import { simulatedCardReader } from '../../src/device/card/index.ts';
import { simulatedPrinter } from '../../src/device/printer/index.ts';
import { simulatedSpeaker } from '../../src/device/speech/index.ts';
import type { Activity } from '../../src/model/activity/rules.ts';
import '../../src/parts/catalog/giving/index.ts';
import { accessible } from '../harness/axe.ts';
import { leavesNoTrace } from '../harness/leaks.ts';
import { text } from '../harness/packs.ts';
import { personBefore } from '../harness/person.ts';
import { idNumberOf, phone } from '../harness/persons.ts';
import { scope, settled, type Ground } from '../harness/scope.ts';
import { openShop, type Shop } from '../harness/shop-hall.ts';
import { shopPack } from '../harness/shop.ts';

const helping: Activity = {
  id: 'sorting',
  kind: 'shift',
  name: text('整理捐物', 'Sorting'),
  about: text('分一分，叠一叠。', 'Sort and fold.'),
  place: 'shop',
  skills: [text('能站一会儿', 'Can stand')],
  times: [{ weekdays: [2, 3], from: '09:00', to: '11:00', places: 1, onHolidays: false }],
  horizonDays: 14,
  waiting: 1,
  keepDays: 30,
  sample: true,
};
const haircut: Activity = {
  ...helping,
  id: 'haircut',
  kind: 'service',
  name: text('义务理发', 'Haircuts'),
  skills: [],
};
const story = {
  id: 'coat',
  title: text('一件羽绒服', 'A down coat'),
  text: [text('它有了第二个冬天。', 'It had a second winter.'), text('谢谢您。', 'Thank you.')],
  on: '2026-11-18',
  sample: true,
};

let shop: Shop;
beforeEach(() => {
  shop = openShop(shopPack({ activities: [helping, haircut], stories: [story] }), {
    place: 'shop',
    now: '2026-12-01T08:00+08:00', // a Tuesday
  });
});
afterEach(() => shop.close());

const idNumber = idNumberOf('1949-10-01', 'female');
const cardReader = () =>
  simulatedCardReader({ card: { kind: 'resident', idNumber, name: '示例一' } });

async function before(content: TemplateResult, more: object = {}, ground: Ground = {}) {
  const page = await scope(content, ground);
  Object.assign(page, { gateway: shop.terminal, ...more });
  await settled(page);
  return { page, person: personBefore(page) };
}
const donate = html`<mulin-donate place="shop"></mulin-donate>`;
/** The large cards of a first screen. */
const way = (page: Element, tag: string, name: string): void =>
  [...(page.querySelector(tag)?.shadowRoot?.querySelectorAll<HTMLElement>('.way') ?? [])]
    .find((one) => one.textContent.includes(name))
    ?.click();
const time = (page: Element, tag = 'mulin-activities'): HTMLElement | undefined | null =>
  page.querySelector(tag)?.shadowRoot?.querySelector<HTMLElement>('.time:not(:disabled)');

describe('mulin-donate', () => {
  it('a donor names clothes, a day and a phone number, all by touch, and gets a code', async () => {
    const { page, person } = await before(donate);
    await person.reads('捐物品');
    await accessible(page);
    way(page, 'mulin-donate', '捐物品');
    await person.reads('药品'); // what is not taken stands there before anybody comes
    await person.answers('要捐什么？', '衣物');
    await person.reads('洗净');
    await accessible(page);
    await person.presses('件数加一');
    await person.presses('加上，再选一样');
    await person.reads('衣物 × 2');
    await person.presses('下一步');
    await person.answers('哪一天送来？', '12月2日');
    await accessible(page);
    await person.answers('上午还是下午？', '上午');
    await person.presses('下一步');
    await person.types('手机号', phone);
    const told = oneEvent(page, 'mulin-donated');
    await person.presses('登记捐赠');
    const { detail } = (await told) as CustomEvent<{ code: string }>;
    expect(Object.keys(detail)).to.deep.equal(['code']);
    await person.reads('登记好了，谢谢您');
    await accessible(page);
    const reply = await shop.clerk.read('donation.open', { place: 'shop' });
    expect(reply.status === 'answer' && reply.value.donations[0]?.items).to.equal(2);
  });

  it('nobody goes on with an empty hand', async () => {
    const { page, person } = await before(donate);
    await person.reads('捐物品');
    way(page, 'mulin-donate', '捐物品');
    await person.presses('下一步');
    await person.reads('请先加上至少一样');
  });

  it('food that expires too soon is refused where it was said, and nothing else is lost', async () => {
    const { page, person } = await before(donate);
    await person.reads('捐物品');
    way(page, 'mulin-donate', '捐物品');
    await person.answers('要捐什么？', '食品');
    const date = page.querySelector('mulin-donate')?.shadowRoot?.querySelector('mulin-date');
    if (!date) throw new Error('no date');
    date.value = '2027-01-01';
    date.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await person.presses('加上，再选一样');
    await person.presses('下一步');
    await person.answers('哪一天送来？', '12月2日');
    await person.answers('上午还是下午？', '下午');
    await person.presses('下一步');
    await person.types('手机号', phone);
    await person.presses('登记捐赠');
    await person.reads('保质期太短了');
    await person.reads('食品 × 1');
  });

  it('money is pledged in whole amounts, and paid at the counter', async () => {
    const { page, person } = await before(donate);
    await person.reads('捐款');
    way(page, 'mulin-donate', '捐款');
    await person.answers('捐多少？', '50 元');
    await person.types('手机号', phone);
    await person.presses('登记捐款');
    await person.reads('请到店里柜台付款');
    await person.reads('50 元');
  });

  it('an amount of nothing is a sentence, not a gift', async () => {
    const { page, person } = await before(donate);
    await person.reads('捐款');
    way(page, 'mulin-donate', '捐款');
    await person.types('手机号', phone);
    await person.presses('登记捐款');
    await person.reads('金额不对');
  });

  it('only who agrees is named on the list', async () => {
    const give = async (named: boolean, name: string, of: string): Promise<void> => {
      const { code } = await shop.does('donation.pledge', {
        ...{ place: 'shop', fen: 1000, phone: of, named, name },
      });
      await shop.clerkDoes('donation.receive', { code, paid: { method: 'cash', fen: 1000 } });
    };
    await give(true, '示例甲', phone);
    await give(false, '示例乙', '13912345679');
    const { page, person } = await before(html`<mulin-donors place="shop"></mulin-donors>`);
    await person.reads('示例甲');
    await person.reads('爱心市民');
    expect(person.screen()).not.to.contain('示例乙');
    await accessible(page);
  });

  it('what became of it is seen by its code, and a certificate can be printed', async () => {
    const { code } = await shop.does('donation.pledge', {
      ...{ place: 'shop', fen: 1000, phone, named: false },
    });
    await shop.clerkDoes('donation.receive', { code, paid: { method: 'cash', fen: 1000 } });
    const printer = simulatedPrinter({ sheets: 3 });
    const { page, person } = await before(html`<mulin-donation></mulin-donation>`, { printer });
    await person.types('登记码', code);
    await person.types('手机号后四位', phone.slice(-4));
    await person.presses('查一查');
    await person.reads('已收到');
    await person.reads('捐赠编号');
    await accessible(page);
    await person.presses('打印出来');
    await person.reads('打印好了');
    expect(JSON.stringify(printer.tray)).to.contain('捐赠证书');
  });

  it('nothing is wider than a phone of 360 px, for elders too', async () => {
    await setViewport({ width: 360, height: 740 });
    const { page, person } = await before(donate, {}, { theme: 'elder' });
    await person.reads('捐物品');
    way(page, 'mulin-donate', '捐物品');
    await person.answers('要捐什么？', '衣物');
    await person.reads('成色');
    expect(document.documentElement.scrollWidth).to.be.at.most(360);
    await setViewport({ width: 800, height: 600 });
  });

  it('leaves no trace', () => leavesNoTrace(donate));
});

describe('mulin-volunteer', () => {
  const volunteer = html`<mulin-volunteer></mulin-volunteer>`;

  it('a volunteer signs up, comes, goes, and the hours are on their record', async () => {
    const { page, person } = await before(volunteer, { cardReader: cardReader() });
    await person.reads('报名');
    await accessible(page);
    way(page, 'mulin-volunteer', '报名');
    await person.reads('整理捐物');
    await person.reads('还有 1 个位子');
    await accessible(page);
    const inner = page.querySelector('mulin-volunteer')?.shadowRoot as unknown as Element;
    time(inner)?.click();
    await person.types('手机号', phone);
    const told = oneEvent(page, 'mulin-signed-up');
    await person.presses('报名');
    const { code } = ((await told) as CustomEvent<{ code: string }>).detail;
    await person.reads('报好了');
    await accessible(page);

    shop.later(50); // 8:50
    const desk = await before(html`<mulin-attendance></mulin-attendance>`);
    await desk.person.types('登记码', code);
    await desk.person.types('手机号后四位', phone.slice(-4));
    await desk.person.presses('查一查');
    await desk.person.presses('签到');
    await desk.person.reads('已签到');
    shop.later(100); // 10:30
    await desk.person.presses('签退');
    await desk.person.reads('已签退');
    await desk.person.reads('1 小时 30 分钟');
  });

  it('the last place is taken once, and the next one waits', async () => {
    await shop.does('activity.sign-up', {
      ...{ activity: 'sorting', date: '2026-12-01', from: '09:00', phone: '13912345679' },
    });
    const { page, person } = await before(html`<mulin-activities kind="shift"></mulin-activities>`);
    await person.reads('满了，可以候补');
    time(page)?.click();
    await person.types('手机号', phone);
    await person.presses('候补报名');
    await person.reads('候补上了');
  });

  it('hours are seen by their own card only', async () => {
    const { page, person } = await before(volunteer, { cardReader: cardReader() });
    await person.reads('我的志愿时间');
    way(page, 'mulin-volunteer', '我的志愿时间');
    expect(person.screen()).not.to.match(/\d/);
    await person.presses('刷身份证');
    await person.reads('还没有志愿时间');
  });

  it('leaves no trace', () => leavesNoTrace(volunteer));
});

describe('mulin-activities', () => {
  it('shows when a service is there, and how many places are left', async () => {
    const { page, person } = await before(
      html`<mulin-activities kind="service"></mulin-activities>`,
    );
    await person.reads('义务理发');
    await person.reads('09:00–11:00');
    expect(person.screen()).not.to.contain('整理捐物');
    await accessible(page);
  });

  it('where nothing is planned it says so', async () => {
    const { person } = await before(html`<mulin-activities kind="event"></mulin-activities>`);
    await person.reads('最近没有安排');
  });
});

describe('mulin-stories', () => {
  const stories = html`<mulin-stories></mulin-stories>`;

  it('reads a story aloud, sentence by sentence', async () => {
    const speaker = simulatedSpeaker(10);
    const { page, person } = await before(stories, { speaker });
    await person.reads('一件羽绒服');
    await accessible(page);
    await person.presses('读给我听');
    await person.reads('不读了');
    await person.reads('读给我听');
    expect(speaker.said.map((one) => one.text)).to.deep.equal([
      '一件羽绒服',
      '它有了第二个冬天。',
      '谢谢您。',
    ]);
  });

  it('stops when it is told to', async () => {
    const speaker = simulatedSpeaker(200);
    const { person } = await before(stories, { speaker });
    await person.presses('读给我听');
    await person.presses('不读了');
    await person.reads('读给我听');
    await new Promise((done) => setTimeout(done, 500));
    expect(speaker.said.length).to.be.at.most(1);
  });

  it('a machine without a voice says so, and the words stand there', async () => {
    const speaker = { say: () => Promise.resolve('silent' as const), hush() {} };
    const { person } = await before(stories, { speaker });
    await person.presses('读给我听');
    await person.reads('这台机器现在没有声音');
    await person.reads('它有了第二个冬天。');
  });

  it('leaves no trace', () => leavesNoTrace(stories));
});
