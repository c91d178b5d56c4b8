/** What a booking can be beyond one service on a free day: several at once, a place on the list, a second yes, a card. */
import { expect, fixtureCleanup, html } from '@open-wc/testing';
import { simulatedCardReader, type SimulatedCardReader } from '../../src/device/card/index.ts';
import type { Pack } from '../../src/model/pack.ts';
import '../../src/parts/booking/index.ts';
import '../../src/parts/booking/mine/index.ts';
import { fullStretches } from '../../src/parts/booking/wait-days.ts';
import { accessible } from '../harness/axe.ts';
import { openHall, type Hall } from '../harness/hall.ts';
import { leavesNoTrace } from '../harness/leaks.ts';
import { personBefore, type Person } from '../harness/person.ts';
import { groom, idNumberOf, phone, phoneTail } from '../harness/persons.ts';
import { scope, settled, type Ground } from '../harness/scope.ts';
import { visitPack } from '../harness/visits.ts';

let halls: Hall[] = [];
afterEach(() => {
  halls.forEach((hall) => hall.close());
  halls = [];
});

function newHall(pack: Pack): Hall {
  const hall = openHall(pack, undefined, 'terminal-1');
  halls.push(hall);
  return hall;
}

async function before(
  { gateway }: Hall,
  content: ReturnType<typeof html>,
  ground: Ground & { readonly cardReader?: SimulatedCardReader } = {},
): Promise<{ person: Person; page: Element }> {
  const page = await scope(content, ground);
  Object.assign(page, { gateway, cardReader: ground.cardReader });
  await settled(page);
  return { person: personBefore(page), page };
}
const booking = (hall: Hall, ground?: Ground & { cardReader?: SimulatedCardReader }) =>
  before(hall, html`<mulin-booking service="reissue"></mulin-booking>`, ground);
const appointment = (hall: Hall, ground?: Ground & { cardReader?: SimulatedCardReader }) =>
  before(hall, html`<mulin-appointment></mulin-appointment>`, ground);

const slot = { service: 'reissue', place: 'registry', date: '2026-11-24', time: '09:30' };
const waiting = { offerMinutes: 30, maxDays: 7 };

const codeOn = (person: Person): string =>
  (/\d{3} \d{3} \d{4}/.exec(person.screen())?.[0] ?? '').replaceAll(' ', '');

async function toTimes(person: Person): Promise<void> {
  await person.presses('下一步：选地点');
  await person.presses('下一步：选时间');
}

async function look(person: Person, code: string): Promise<void> {
  await person.types('回执码', code);
  await person.types('手机号后四位', phoneTail);
  await person.presses('查一查');
}

/** Somebody asks to wait for the 24th, all of which is taken. */
async function waits(hall: Hall, ground?: Ground): Promise<{ person: Person; code: string }> {
  await hall.fillDay({ service: 'reissue', place: 'registry', date: '2026-11-24' });
  const { person } = await booking(hall, ground);
  await toTimes(person);
  await person.presses('想去的日子约满了？排候补');
  await person.answers('候补哪几天？', '11月24日 星期二');
  await person.presses('排候补');
  await person.types('本人身份证号码', groom);
  await person.types('手机号', phone);
  await person.presses('下一步：确认');
  await person.reads('候补 2026年11月24日 星期二');
  await person.presses('确认候补');
  await person.reads('下一个就是您');
  return { person, code: codeOn(person) };
}

describe('several services and persons', () => {
  it('in one visit take the time that both need, and stand on one receipt', async () => {
    const { person, page } = await booking(newHall(visitPack()));
    await person.ticks('查档复印');
    await person.answers('一共来几个人？', '双方 2 人');
    await accessible(page);
    await toTimes(person);
    await person.presses('09:30 余 1 对');
    await person.presses('下一步：填信息');
    await person.types('本人身份证号码', groom);
    await person.types('陪同身份证号码', idNumberOf('1990-01-01', 'female'));
    await person.types('手机号', phone);
    await person.presses('下一步：确认');
    await person.reads('补领证件、查档复印');
    await person.presses('确认预约');
    await person.reads('约好了');
    expect(person.screen()).to.contain('补领证件、查档复印');
    expect(person.screen()).to.contain('陪同身份证号码');
  });

  it('a time that is long enough for one only is not offered for both', async () => {
    const hall = newHall(visitPack());
    await hall.book({ ...slot, time: '10:00' });
    const { person } = await booking(hall);
    await person.ticks('查档复印');
    await toTimes(person);
    await person.reads('09:00');
    await person.reads('09:30 约满');
  });
});

describe('the waiting list', () => {
  it('is offered where a day is full, and nowhere else', async () => {
    const hall = newHall(visitPack({ waiting }));
    const { person } = await booking(hall);
    await toTimes(person);
    await person.reads('11月24日 星期二');
    expect(person.screen()).not.to.contain('候补');
    await hall.fillDay({ service: 'reissue', place: 'registry', date: '2026-11-24' });
    await person.reads('排候补');
  });

  it('never names a stretch with a free day in it, or longer than one may wait', () => {
    const day = (date: number, state: 'open' | 'full' | 'rest' | 'not-yet') => ({
      date: `2026-12-${String(date).padStart(2, '0')}`,
      state,
      free: 0,
      capacity: 1,
      makeUp: false,
      provisional: false,
    });
    const days = [
      day(1, 'full'),
      day(2, 'rest'),
      day(3, 'full'),
      day(4, 'open'),
      day(5, 'rest'),
      day(6, 'full'),
      day(7, 'full'),
      day(8, 'full'),
      day(9, 'full'),
      day(10, 'not-yet'),
    ];
    expect(fullStretches(days, 3)).to.deep.equal([
      { from: '2026-12-01', to: '2026-12-03' },
      { from: '2026-12-06', to: '2026-12-08' },
      { from: '2026-12-09', to: '2026-12-09' },
    ]);
    expect(fullStretches([], 3)).to.deep.equal([]);
  });

  it('says who is before, offers what others give back, and makes an appointment of a yes', async () => {
    const hall = newHall(visitPack({ waiting }));
    const booked = await hall.book(slot);
    const { person, code } = await waits(hall);
    await hall.send('booking.cancel', { code: booked.code, phoneTail });
    await person.reads('轮到您了：11月24日 星期二 09:30');
    await person.presses('就要这个时间');
    await person.reads('2026年11月24日 星期二 09:30');
    const found = await hall.ask('booking.find', { code, phoneTail });
    expect(found.status).to.equal('booked');
  });

  it('opens by the same code and phone under “my appointment”, and can be left there', async () => {
    const hall = newHall(visitPack({ waiting }));
    const { code } = await waits(hall);
    fixtureCleanup();
    const { person, page } = await appointment(hall);
    await look(person, code);
    await person.reads('下一个就是您');
    await accessible(page);
    await person.presses('不等了');
    await person.presses('是的，不等了');
    await person.reads('已经退出候补');
    const again = await hall.gateway.read('booking.wish', { code, phoneTail });
    expect(again.status).to.equal('refused');
  });

  it('whoever waits already is told so, and what to do', async () => {
    const hall = newHall(visitPack({ waiting }));
    await waits(hall);
    const { person } = await booking(hall);
    await toTimes(person);
    await person.presses('想去的日子约满了？排候补');
    await person.answers('候补哪几天？', '11月24日 星期二');
    await person.presses('排候补');
    await person.types('本人身份证号码', groom);
    await person.types('手机号', phone);
    await person.presses('下一步：确认');
    await person.presses('确认候补');
    await person.reads('已经在候补了');
  });
});

describe('an appointment that must be confirmed', () => {
  it('says that it does not count yet, counts after a second yes, and lapses without one', async () => {
    const hall = newHall(visitPack({ affirmMinutes: 60 }));
    const { code } = await hall.book(slot);
    const { person, page } = await appointment(hall);
    await look(person, code);
    await person.reads('还差一步，请再确认一次');
    await person.reads('请在 11月23日 星期一 22:47 以前确认');
    await accessible(page);
    await person.presses('确认要来');
    await person.reads('确认好了');
    expect((await hall.ask('booking.find', { code, phoneTail })).status).to.equal('booked');

    const late = await hall.book({ ...slot, time: '10:30' });
    hall.later(61);
    const other = await appointment(hall);
    await look(other.person, late.code);
    await other.person.reads('没有按时确认');
    expect(other.person.screen()).not.to.contain('确认要来');
  });
});

describe('the day itself', () => {
  it('one can check in from an hour before, not earlier, and is asked to sit down', async () => {
    const hall = newHall(visitPack());
    const { code } = await hall.book(slot);
    const early = await appointment(hall);
    await look(early.person, code);
    await early.person.reads('取消预约');
    expect(early.person.screen()).not.to.contain('报到');
    hall.later(11 * 60); // 08:47 in the morning
    const { person } = await appointment(hall);
    await look(person, code);
    await person.presses('报到');
    await person.reads('请坐下，等叫到您');
    expect(person.screen()).not.to.contain('取消预约');
  });
});

describe('my appointments by card', () => {
  const card = { kind: 'resident', idNumber: groom, name: '示例' } as const;

  it('lists what is to come, opens it without a code, and changes it', async () => {
    const hall = newHall(visitPack());
    await hall.book(slot);
    const { person, page } = await appointment(hall, { cardReader: simulatedCardReader({ card }) });
    await person.presses('刷身份证，看我的预约');
    await person.presses('11月24日 星期二 09:30 · 补领证件');
    await person.reads('2026年11月24日 星期二 09:30');
    await accessible(page);
    expect(person.screen()).not.to.contain(groom);
    await person.presses('取消预约');
    await person.presses('是的，取消');
    await person.reads('已取消');
  });

  it('shows nobody else’s, and is forgotten when the person goes', async () => {
    const hall = newHall(visitPack());
    await hall.book(slot);
    const stranger = { ...card, idNumber: idNumberOf('1970-02-02', 'male') };
    const { person, page } = await appointment(hall, {
      cardReader: simulatedCardReader({ card: stranger }),
    });
    await person.presses('刷身份证，看我的预约');
    await person.reads('没有要来办的预约');
    page.querySelector('mulin-appointment')?.remove();
    const mine = await hall.gateway.read('booking.mine', {});
    expect(mine.status).to.equal('refused');
  });

  it('a card fills in the number of whoever lays it down', async () => {
    const hall = newHall(visitPack());
    const { person } = await booking(hall, { cardReader: simulatedCardReader({ card }) });
    await toTimes(person);
    await person.presses('09:30 余 1 位');
    await person.presses('下一步：填信息');
    await person.presses('刷本人身份证');
    await person.reads('请收好您的身份证');
    expect(person.typed('本人身份证号码')).to.equal(groom);
  });
});

describe('limits', () => {
  it('a second appointment on one day is refused with what to do, and nothing typed is lost', async () => {
    const hall = newHall(visitPack({}, { limits: { perDay: 1 } }));
    await hall.book(slot);
    const { person } = await booking(hall);
    await toTimes(person);
    await person.presses('10:30 余 1 位');
    await person.presses('下一步：填信息');
    await person.types('本人身份证号码', groom);
    await person.types('手机号', phone);
    await person.presses('下一步：确认');
    await person.presses('确认预约');
    await person.reads('这一天已经有预约了');
    await person.presses('返回上一步');
    await person.reads('本人身份证号码');
    expect(person.typed('本人身份证号码')).to.equal(groom);
  });
});

describe('everything said on these ways', () => {
  it('is said in English, too', async () => {
    const hall = newHall(visitPack({ waiting, affirmMinutes: 60 }));
    const { code } = await hall.book(slot);
    await hall.fillDay({ service: 'reissue', place: 'registry', date: '2026-11-24' });
    const { person } = await booking(hall, { lang: 'en' });
    expect(person.screen()).not.to.match(/[\u4e00-\u9fff]/);
    await person.presses('Next: Place');
    await person.presses('Next: Time');
    await person.presses('Your days are full? Join the waiting list');
    await person.answers('Which days would do?', 'Tuesday, November 24');
    expect(person.screen()).not.to.match(/[\u4e00-\u9fff]/);
    const other = await appointment(hall, { lang: 'en' });
    await other.person.types('Receipt code', code);
    await other.person.types('Last four digits of your phone', phoneTail);
    await other.person.presses('Look it up');
    await other.person.reads('Yes, I will come');
    expect(other.person.screen()).not.to.match(/[\u4e00-\u9fff]/);
  });

  it('leaves no trace', () => leavesNoTrace(html`<mulin-appointment></mulin-appointment>`));
});
