import { aTimeout, expect, html } from '@open-wc/testing';
import { localGateway, type LocalGateway } from '../../src/gateway/local/index.ts';
import '../../src/parts/booking/index.ts';
import '../../src/parts/booking/mine/index.ts';
import { accessible } from '../harness/axe.ts';
import { leavesNoTrace } from '../harness/leaks.ts';
import { marriage, morning, registryPack, text } from '../harness/packs.ts';
import { personBefore, type Person } from '../harness/person.ts';
import { bride, groom, idNumberOf, phone, phoneTail } from '../harness/persons.ts';
import { scope, settled, themes, type Ground } from '../harness/scope.ts';

/** Monday evening before the tests' week: 2026-11-23 21:47 in Shanghai. */
const EVENING = Date.parse('2026-11-23T21:47+08:00');
const MINUTE = 60_000;

const pack = registryPack({
  bookables: [
    {
      ...marriage,
      questions: [
        {
          id: 'both',
          ask: text('两个人能一起来吗？', 'Can you both come?'),
          expects: 'yes',
          otherwise: text('请约一个两个人都能来的日子。', 'Please pick a day for both.'),
        },
      ],
    },
  ],
});

let halls = 0;
let clock = EVENING;

/** A hall of its own for each test, whose clock the test turns. */
function newHall(): LocalGateway {
  clock = EVENING;
  halls += 1;
  return localGateway({ pack, hall: `booking-${halls}`, now: () => clock });
}

async function before(
  gateway: LocalGateway,
  content: ReturnType<typeof html>,
  ground: Ground = {},
): Promise<{ person: Person; page: Element }> {
  const page = await scope(content, ground);
  Object.assign(page, { gateway });
  await settled(page);
  return { person: personBefore(page), page };
}

const booking = (gateway: LocalGateway, ground?: Ground) =>
  before(gateway, html`<mulin-booking service="marriage"></mulin-booking>`, ground);

async function toTheTimes(person: Person): Promise<void> {
  await person.answers('两个人能一起来吗？', '是');
  await person.presses('下一步：选地点');
  await person.presses('下一步：选时间');
  await person.reads('11月24日 星期二');
}

async function toTheReview(person: Person, time = '10:00 余 2 对'): Promise<void> {
  await toTheTimes(person);
  await person.presses(time);
  await person.presses('下一步：填信息');
  await person.types('男方身份证号码', groom);
  await person.types('女方身份证号码', bride);
  await person.types('手机号', phone);
  await person.presses('下一步：确认');
  await person.reads('请再看一遍');
}

async function book(person: Person): Promise<string> {
  await toTheReview(person);
  await person.ticks('我没有配偶。');
  await person.presses('确认预约');
  await person.reads('约好了');
  const [code = ''] = /\d{3} \d{3} \d{4}/.exec(person.screen()) ?? [];
  return code.replaceAll(' ', '');
}

/** Another couple, at another terminal of the same hall. */
async function othersTake(gateway: LocalGateway, date: string, time: string): Promise<void> {
  const input = { service: 'marriage', place: 'registry', date, time };
  const key = `${date} ${time} ${Math.random()}`;
  const outcome = await gateway.send('booking.hold', input, { idempotencyKey: key });
  expect(outcome.status).to.equal('sent');
}

describe('mulin-booking', () => {
  it('leads a couple from the first question to a receipt with a code and a QR code', async () => {
    const hall = newHall();
    const { person, page } = await booking(hall);
    const code = await book(person);
    expect(code).to.match(/^\d{10}$/);
    expect(person.screen()).to.contain('2026年11月24日 星期二 10:00');
    const found = await hall.read('booking.find', { code, phoneTail });
    expect(found.status === 'answer' && found.value.status).to.equal('booked');
    await accessible(page);
  });

  it('a service that asks nothing begins with the place, and back from there leads out', async () => {
    const simple = registryPack({ bookables: [{ ...marriage, questions: [] }] });
    const hall = localGateway({
      pack: simple,
      hall: `booking-${(halls += 1)}`,
      now: () => EVENING,
    });
    const { person, page } = await booking(hall);
    await person.reads('到哪里办');
    expect(person.screen()).not.to.contain('核对条件');
    await person.presses('下一步：选时间');
    await person.reads('11月24日 星期二');
    await person.presses('返回上一步');
    await person.reads('到哪里办');
    let left = false;
    page.addEventListener('mulin-leave', () => (left = true));
    await person.presses('返回');
    expect(left).to.equal(true);
  });

  it('speaks English throughout when the page does', async () => {
    const { person } = await booking(newHall(), { lang: 'en' });
    await person.answers('Can you both come?', 'Yes');
    await person.presses('Next: Place');
    await person.presses('Next: Time');
    await person.reads('Tuesday, November 24');
    expect(person.screen()).not.to.match(/[\u4e00-\u9fff]/);
  });

  it('an answer that stops is followed by what to do, and the way forward stays shut', async () => {
    const { person } = await booking(newHall());
    await person.presses('下一步：选地点');
    await person.reads('请先回答这一条');
    await person.answers('两个人能一起来吗？', '否');
    await person.reads('请约一个两个人都能来的日子。');
    await person.presses('下一步：选地点');
    expect(person.screen()).not.to.contain('到哪里办');
  });

  it('the second couple is offered the nearest times when the first was quicker', async () => {
    const hall = newHall();
    const { person } = await booking(hall);
    await toTheTimes(person);
    await person.presses('10:00 余 2 对');
    // Both places go between the glance and the press; the screen may not have heard of it yet.
    await Promise.all([
      othersTake(hall, '2026-11-24', '10:00'),
      othersTake(hall, '2026-11-24', '10:00'),
    ]);
    await person.presses('下一步：填信息');
    await person.reads('这个时间刚被别人约走了');
    await person.presses('11月24日 星期二 09:30');
    await person.reads('男方身份证号码');
  });

  it('a time that another screen takes shows as taken without a reload', async () => {
    const hall = newHall();
    const { person } = await booking(hall);
    await toTheTimes(person);
    await othersTake(hall, '2026-11-24', '09:00');
    await person.reads('09:00 余 1 对');
    await othersTake(hall, '2026-11-24', '09:00');
    await person.reads('09:00 约满');
  });

  it('a wrong digit, a groom of 21 and a number of the wrong sex are each told in a sentence, and stay typed', async () => {
    const { person } = await booking(newHall());
    await toTheTimes(person);
    await person.presses('10:00 余 2 对');
    await person.presses('下一步：填信息');
    const slip = groom.slice(0, 17) + (groom.endsWith('1') ? '2' : '1');
    await person.types('男方身份证号码', slip);
    await person.reads('号码好像按错了一位');
    const young = idNumberOf('2004-11-25', 'male'); // 22 on the day after the appointment
    await person.types('男方身份证号码', young);
    await person.reads('预约当天还没满 22 周岁');
    await person.types('男方身份证号码', bride);
    await person.reads('号码和性别对不上');
    await person.types('男方身份证号码', young);
    await person.presses('下一步：确认');
    expect(person.typed('男方身份证号码')).to.equal(young);
    await person.reads('请填写这一项');
  });

  it('nothing typed is lost on the way back and forth', async () => {
    const { person } = await booking(newHall());
    await toTheReview(person);
    await person.presses('返回上一步');
    await person.reads('女方身份证号码 18 位');
    expect(person.typed('女方身份证号码')).to.equal(bride);
    await person.presses('返回上一步');
    await person.reads('为您保留');
    await person.presses('下一步：填信息');
    await person.reads('男方身份证号码');
    expect(person.typed('手机号')).to.equal(phone);
  });

  it('warns before the kept time runs out, keeps it longer on a press, and loses nothing when it is over', async () => {
    const { person } = await booking(newHall());
    await toTheReview(person);
    clock += 8.5 * MINUTE;
    await person.reads('保留时间快到了');
    await person.presses('再保留一会儿');
    await person.seesNoMore('保留时间快到了');
    clock += 11 * MINUTE;
    await person.reads('保留时间到了');
    await person.presses('10:00 余 2 对');
    await person.presses('下一步：填信息');
    await person.reads('男方身份证号码');
    expect(person.typed('男方身份证号码')).to.equal(groom);
  });

  it('gives a kept time back when the person walks away', async () => {
    const hall = newHall();
    const { person, page } = await booking(hall);
    await toTheReview(person);
    page.querySelector('mulin-booking')?.remove();
    await aTimeout(200);
    const input = { service: 'marriage', place: 'registry', date: '2026-11-24' };
    const times = await hall.read('booking.times', input);
    expect(times.status === 'answer' && times.value.times.map(({ free }) => free)).to.eql([
      2, 2, 2, 2,
    ]);
  });

  it('two presses on confirm make one appointment', async () => {
    const hall = newHall();
    const { person } = await booking(hall);
    await toTheReview(person);
    await person.ticks('我没有配偶。');
    await Promise.all([person.presses('确认预约'), person.presses('确认预约')]);
    await person.reads('约好了');
    const booked = (await hall.events()).filter(({ type }) => type === 'booking.confirmed');
    expect(booked).to.have.length(1);
  });

  it('says so when the statements are not accepted', async () => {
    const { person } = await booking(newHall());
    await toTheReview(person);
    await person.presses('确认预约');
    await person.reads('请先看过，再勾选这一条');
  });

  it('an unknown service gets a sentence, not an empty page', async () => {
    const { person } = await before(
      newHall(),
      html`<mulin-booking service="parking"></mulin-booking>`,
    );
    await person.reads('这里不能预约这件事');
  });

  for (const theme of themes) {
    it(`is accessible at every step in the ${theme} theme`, async () => {
      const { person, page } = await booking(newHall(), { theme, terminal: true });
      await person.reads('先核对几个条件');
      await accessible(page);
      await toTheTimes(person);
      await accessible(page);
      await person.presses('10:00 余 2 对');
      await person.presses('下一步：填信息');
      await person.reads('男方身份证号码');
      await accessible(page);
    });
  }

  it('fifty bookings leave nothing behind in the page', () =>
    leavesNoTrace(html`<mulin-booking service="marriage"></mulin-booking>`, async (element) => {
      Object.assign(element.parentElement ?? {}, { gateway: trace });
      await settled(element);
    }));
  const trace = newHall();
});

describe('mulin-appointment', () => {
  const appointment = (hall: LocalGateway) =>
    before(hall, html`<mulin-appointment></mulin-appointment>`);

  async function booked(): Promise<{ hall: LocalGateway; code: string }> {
    const hall = newHall();
    const { person } = await booking(hall);
    return { hall, code: await book(person) };
  }

  async function found(): Promise<{ hall: LocalGateway; code: string; person: Person }> {
    const { hall, code } = await booked();
    const { person } = await appointment(hall);
    await person.types('回执码', code);
    await person.types('手机号后四位', phoneTail);
    await person.presses('查一查');
    await person.reads('2026年11月24日 星期二 10:00');
    return { hall, code, person };
  }

  it('finds a booking by its code and the last four digits of the phone', async () => {
    const { person } = await found();
    expect(person.screen()).to.contain('139****5678');
    for (const secret of [groom, bride, phone]) expect(person.screen()).not.to.contain(secret);
  });

  it('a code with a slip is told before anything is asked of the hall', async () => {
    const { hall, code } = await booked();
    const { person } = await appointment(hall);
    await person.types('回执码', code.slice(0, 9) + ((Number(code[9]) + 1) % 10));
    await person.types('手机号后四位', phoneTail);
    await person.presses('查一查');
    await person.reads('回执码好像按错了一位');
  });

  it('a wrong phone is told like a receipt that does not exist', async () => {
    const { hall, code } = await booked();
    const { person } = await appointment(hall);
    await person.types('回执码', code);
    await person.types('手机号后四位', '0000');
    await person.presses('查一查');
    await person.reads('没有查到这张回执');
    expect(person.typed('回执码')).to.equal(code);
  });

  it('changes the time; the old one is free again at once', async () => {
    const { hall, person } = await found();
    await person.presses('改约');
    await person.presses('09:00 余 2 对');
    await person.presses('改到这个时间');
    await person.reads('改好了');
    await person.reads('2026年11月24日 星期二 09:00');
    const input = { service: 'marriage', place: 'registry', date: '2026-11-24' };
    const times = await hall.read('booking.times', input);
    expect(times.status === 'answer' && times.value.times.map(({ free }) => free)).to.eql([
      1, 2, 2, 2,
    ]);
  });

  it('asks before it cancels, then gives the slot to others and says so', async () => {
    const { hall, code, person } = await found();
    await person.presses('取消预约');
    await person.reads('真的要取消吗？');
    await person.presses('不取消');
    await person.presses('取消预约');
    await person.presses('是的，取消');
    await person.reads('已取消');
    const receipt = await hall.read('booking.find', { code, phoneTail });
    expect(receipt.status === 'answer' && receipt.value.status).to.equal('cancelled');
  });

  it('two hours before the time it can no longer be changed here, and says what to do', async () => {
    const { hall, code } = await booked();
    clock = Date.parse('2026-11-24T08:30+08:00');
    const { person } = await appointment(hall);
    await person.types('回执码', code);
    await person.types('手机号后四位', phoneTail);
    await person.presses('查一查');
    await person.reads('现在不能自己改约或取消了');
    expect(person.screen()).not.to.contain('取消预约');
  });

  it('fifty look-ups leave nothing behind in the page', () =>
    leavesNoTrace(html`<mulin-appointment></mulin-appointment>`));
});

// The openings of the harness are mornings: 09:00, 09:30, 10:00, 10:30, two couples each.
if (morning.capacity - morning.staffOnly !== 2) throw new Error('these tests count on two places');
