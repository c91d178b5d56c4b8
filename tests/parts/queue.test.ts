import { aTimeout, expect, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { simulatedPrinter } from '../../src/device/printer/index.ts';
import { sayTicket, simulatedSpeaker } from '../../src/device/speech/index.ts';
import type { Call } from '../../src/model/queue/documents.ts';
import { Announcements } from '../../src/parts/queue/announcements.ts';
import '../../src/parts/queue/index.ts';
import { accessible } from '../harness/axe.ts';
import { personBefore } from '../harness/person.ts';
import { openQueueHall, type QueueHall } from '../harness/queue-hall.ts';
import { scope, settled, themes } from '../harness/scope.ts';

let hall: QueueHall;
beforeEach(() => {
  hall = openQueueHall();
});
afterEach(() => hall.close());

async function window_(content: TemplateResult, more: object = {}, theme = 'standard') {
  const page = await scope(content, { theme });
  Object.assign(page, { gateway: hall.terminal, ...more });
  await settled(page);
  return { page, person: personBefore(page) };
}
const at = (counter: string) => ({ place: 'centre', counter });
const kiosk = html`<mulin-ticket place="centre"></mulin-ticket>`;
const board = html`<mulin-board
  place="centre"
  hold-seconds="0.05"
  style="block-size: 450px"
></mulin-board>`;
const desk = html`<mulin-counter place="centre" counter="c1"></mulin-counter>`;

describe('mulin-ticket', () => {
  it('two presses, and the number is there and counts', async () => {
    const { page, person } = await window_(kiosk);
    await person.reads('婚姻登记');
    await accessible(page);
    page.querySelector('mulin-ticket')?.shadowRoot?.querySelector<HTMLElement>('.line')?.click();
    await person.reads('您有下面的情况吗');
    await accessible(page);
    const counts = oneEvent(page, 'mulin-ticket-taken');
    await person.presses('都没有，取号');
    await counts;
    await person.reads('A001');
    await accessible(page);
    const reply = await hall.terminal.read('queue.board', { place: 'centre' });
    expect(reply.status === 'answer' && reply.value.lines[0]?.waiting).to.equal(1);
  });

  it('“why am I third?” is answered where the ticket is taken', async () => {
    await hall.bid('counter.open', at('c1'));
    await hall.take('marriage');
    await hall.take('marriage', { needs: ['elder'] });
    const { page, person } = await window_(kiosk);
    await person.reads('婚姻登记');
    page.querySelector('mulin-ticket')?.shadowRoot?.querySelector<HTMLElement>('.line')?.click();
    await person.presses('都没有，取号');
    await person.reads('您排在第 3 位 · 约');
    await person.reads('您前面有 2 人：先来的 2 人。');
    await accessible(page);
    await hall.bid('ticket.call', at('c1'));
    await person.reads('您排在第 2 位');
  });

  it('whoever missed the call and has no phone comes back at the terminal, with what stands on the ticket', async () => {
    const { number, pass } = await hall.take('marriage');
    await hall.bid('counter.open', at('c1'));
    await hall.bid('ticket.call', at('c1'));
    await hall.bid('ticket.miss', at('c1'));
    const { page, person } = await window_(kiosk);
    await person.presses('我有号票：看排到哪里，过号回来报到');
    await accessible(page);
    await person.types('号码', number);
    await person.types('查号密码', pass);
    await person.presses('看一看');
    await person.reads('叫过您的号，没见到您');
    await person.presses('我到了');
    await person.reads('下一位就是您');
    await accessible(page);
    await person.presses('好了');
    await person.presses('我有号票：看排到哪里，过号回来报到');
    expect(person.typed('号码'), 'nothing is left for the next person').to.equal('');
  });

  it('somebody else’s number opens nothing at the terminal', async () => {
    const { number, pass } = await hall.take('marriage');
    const { person } = await window_(kiosk);
    await person.presses('我有号票：看排到哪里，过号回来报到');
    await person.types('号码', number);
    await person.types('查号密码', pass === '111111' ? '222222' : '111111');
    await person.presses('看一看');
    await person.reads('没有查到这个号');
  });

  it('says when it is usually quiet, once some weeks have shown it', async () => {
    hall.close();
    hall = openQueueHall({ now: '2026-12-01T08:30+08:00' });
    // Tuesday to Monday: many come when the doors open, few after two.
    for (const days of [1, 1, 1, 3, 1]) {
      for (let n = 0; n < 8; n += 1) await hall.take('marriage');
      for (const hours of [1, 5, 1]) {
        hall.later(hours * 60);
        await hall.take('marriage');
      }
      hall.later(days * 24 * 60 - 7 * 60);
    }
    const { person } = await window_(kiosk);
    await person.reads('平时 14 点到 16 点人少');
  });

  it('a trembling hand gets one ticket', async () => {
    const { page, person } = await window_(kiosk);
    await person.reads('婚姻登记');
    page.querySelector('mulin-ticket')?.shadowRoot?.querySelector<HTMLElement>('.line')?.click();
    await person.reads('都没有，取号');
    const button = [
      ...(page.querySelector('mulin-ticket')?.shadowRoot?.querySelectorAll('mulin-button') ?? []),
    ].find((one) => one.textContent.includes('都没有'));
    const counts = oneEvent(page, 'mulin-ticket-taken');
    button?.click();
    button?.click();
    button?.click();
    await counts;
    await person.reads('A001');
    await aTimeout(100);
    const reply = await hall.terminal.read('queue.board', { place: 'centre' });
    expect(reply.status === 'answer' && reply.value.lines[0]?.waiting).to.equal(1);
  });

  it('a printer without paper loses no ticket: the screen shows it and offers it again', async () => {
    const printer = simulatedPrinter({ sheets: 0 });
    const speaker = simulatedSpeaker();
    const { page, person } = await window_(kiosk, { printer, speaker });
    await person.reads('婚姻登记');
    page.querySelector('mulin-ticket')?.shadowRoot?.querySelector<HTMLElement>('.line')?.click();
    await person.presses('您满 70 周岁了吗？');
    await person.reads('A001');
    await person.reads('打印机没有纸了');
    expect(speaker.said, 'heard, and nobody else looks up').to.deep.equal([
      sayTicket('A001', false),
    ]);
    await person.reads('叫号看规则和来的先后，不看号码大小');
    printer.sheets = 10;
    await person.presses('再试一次');
    await person.reads('打印好了');
    expect(printer.tray.flatMap(({ lines }) => lines)).to.deep.include({
      kind: 'large',
      text: 'A001',
    });
    expect(printer.tray.length).to.equal(1);
  });

  it('at night it offers the next morning', async () => {
    hall.close();
    hall = openQueueHall({ now: '2026-12-07T21:00+08:00' });
    const { page, person } = await window_(kiosk);
    await person.reads('12月8日');
    await person.reads('还有 20 个号');
    page.querySelector('mulin-ticket')?.shadowRoot?.querySelector<HTMLElement>('.line')?.click();
    await person.presses('都没有，取号');
    await person.reads('办理日期');
    await person.reads('A001');
  });
});

describe('mulin-board', () => {
  it('shows a call at once, says it, and keeps the ones before', async () => {
    const speaker = simulatedSpeaker();
    const { page, person } = await window_(board, { speaker });
    await person.reads('现在没有叫号');
    await hall.take('marriage');
    await hall.take('marriage');
    await hall.bid('counter.open', at('c1'));
    await hall.bid('ticket.call', at('c1'));
    await person.reads('A001');
    await hall.bid('ticket.call', at('c1'));
    await person.reads('A002');
    await person.reads('1 号窗口');
    await aTimeout(200);
    expect(speaker.said.map(({ text }) => text)).to.deep.equal([
      '请 A 零 零 一 号，到一号窗口。',
      '请 A 零 零 二 号，到一号窗口。',
    ]);
    await accessible(page);
  });

  it('a board that starts with the cable pulled out says where to listen, not only to wait', async () => {
    const silent = {
      ...hall.terminal,
      now: () => Date.now() + asked++ * 2000, // time flies
      watch: () => () => undefined,
    };
    let asked = 0;
    const { page, person } = await window_(board, { gateway: silent });
    await person.reads('叫号屏还没有连上大厅');
    await person.reads('请听工作人员叫号');
    await accessible(page);
  });

  it('two calls at one moment are both announced, one after the other', async () => {
    const speaker = simulatedSpeaker(60);
    const { person } = await window_(board, { speaker });
    await person.reads('现在没有叫号');
    await hall.take('marriage');
    await hall.take('marriage');
    await hall.bid('counter.open', at('c1'));
    await hall.bid('counter.open', at('c3'));
    await Promise.all([hall.bid('ticket.call', at('c1')), hall.bid('ticket.call', at('c3'))]);
    await person.reads('A002');
    await aTimeout(300);
    expect(speaker.said.length).to.equal(2);
    expect(new Set(speaker.said.map(({ text }) => text)).size).to.equal(2);
  });

  it('a board that was away announces the three calls it has missed', async () => {
    const speaker = simulatedSpeaker();
    for (let i = 0; i < 4; i += 1) await hall.take('marriage');
    await hall.bid('counter.open', at('c1'));
    const { page, person } = await window_(board, { speaker });
    await hall.bid('ticket.call', at('c1'));
    await person.reads('A001');
    await aTimeout(150);
    // The line is down: no answers come. Then it is there again.
    page.gateway = { ...hall.terminal, watch: () => () => {} };
    await settled(page);
    for (let i = 0; i < 3; i += 1) await hall.bid('ticket.call', at('c1'));
    expect(person.screen(), 'a board does not go blank').to.contain('A001');
    page.gateway = hall.terminal;
    await person.reads('A004');
    await aTimeout(400);
    const said = speaker.said.map(({ text }) => /A 零 零 (.)/.exec(text)?.[1]);
    expect(said).to.deep.equal(['一', '二', '三', '四']);
  });

  it('names who goes first, and who has missed a call', async () => {
    const { person } = await window_(board);
    await person.reads('先来先叫；预约的算早到 40 分钟，优先的算早到 20 分钟。');
    await hall.take('marriage');
    await hall.bid('counter.open', at('c1'));
    await hall.bid('ticket.call', at('c1'));
    await hall.bid('ticket.miss', at('c1'));
    await person.reads('过号：A001');
  });

  it('is readable from 3, 6 and 10 metres, in every theme', async () => {
    await hall.take('marriage');
    await hall.bid('counter.open', at('c1'));
    await hall.bid('ticket.call', at('c1'));
    for (const theme of themes)
      for (const metres of [3, 6, 10]) {
        const { page, person } = await window_(
          html`<mulin-board
            place="centre"
            metres=${metres}
            style="block-size:450px"
          ></mulin-board>`,
          {},
          theme,
        );
        await person.reads('A001');
        await accessible(page);
      }
  });

  it('on a screen of 55 inches every number is as tall as its distance asks for, and nothing is cut off', async () => {
    for (let i = 0; i < 4; i += 1) await hall.take('marriage');
    await hall.bid('counter.open', at('c1'));
    for (let i = 0; i < 4; i += 1) await hall.bid('ticket.call', at('c1'));
    for (const metres of [3, 6, 10]) {
      const { page, person } = await window_(
        html`<mulin-board
          place="centre"
          metres=${metres}
          hold-seconds="0"
          style="block-size:450px"
        ></mulin-board>`,
      );
      await person.reads('A004');
      const shown = page.querySelector('mulin-board')!;
      const all = (selector: string) => [
        ...shown.shadowRoot!.querySelectorAll<HTMLElement>(selector),
      ];
      await waitUntil(() => all('.before b').length === 3);
      const millimetres = 1210 / shown.clientWidth;
      // Digits are seven tenths of the size of their letters; a two-hundredth of the distance is read at a glance, a
      // three-hundredth by looking (DIN 1450).
      const height = (selector: string) =>
        Math.min(...all(selector).map((one) => parseFloat(getComputedStyle(one).fontSize))) *
        0.7 *
        millimetres;
      for (const selector of ['.number', '.counter', '.before b'])
        expect(height(selector), `${selector} at ${metres} m`).to.be.at.least(metres * 5);
      expect(height('.before span'), `the counters at ${metres} m`).to.be.at.least(metres * 3.33);
      for (const sheet of all('.call, .before li, .lines li'))
        for (const one of sheet.children) {
          const [inner, outer] = [one.getBoundingClientRect(), sheet.getBoundingClientRect()];
          expect(inner.bottom, `${one.textContent} at ${metres} m`).to.be.at.most(outer.bottom + 1);
          expect(one.scrollWidth + inner.left).to.be.at.most(outer.right + 1);
        }
    }
  });

  it('hung upright it uses its whole width, from whatever distance it is read', async () => {
    await hall.take('marriage');
    await hall.bid('counter.open', at('c1'));
    await hall.bid('ticket.call', at('c1'));
    for (const metres of [3, 6, 10]) {
      const { page, person } = await window_(
        html`<mulin-board
          place="centre"
          metres=${metres}
          style="block-size:800px; inline-size:450px"
        ></mulin-board>`,
      );
      await person.reads('A001');
      const shown = page.querySelector('mulin-board')!;
      const sheet = shown.shadowRoot!.querySelector('.call')!;
      const share = sheet.getBoundingClientRect().width / shown.clientWidth;
      expect(share, `the called number at ${metres} m`).to.be.above(0.85);
    }
  });
});

describe('announcements', () => {
  const call = (count: number, number = `A${String(count).padStart(3, '0')}`): Call => ({
    ...{ count, number, line: 'marriage', counter: 'c1', at: 1000, again: 0 },
  });
  const stage = () => {
    const shown: string[] = [];
    const announcements = new Announcements({
      now: () => 1000,
      hold: () => 0,
      say: () => Promise.resolve(),
      show: ({ number }) => shown.push(number),
    });
    return { shown, announcements };
  };

  it('the same answer a second time is not a second call', async () => {
    const { shown, announcements } = stage();
    announcements.hear('day', [call(1)]);
    announcements.hear('day', [call(1)]);
    await aTimeout(30);
    expect(shown).to.deep.equal(['A001']);
  });

  it('a new day begins at one again, and its first call is heard', async () => {
    const { shown, announcements } = stage();
    announcements.hear('monday', [call(1), call(2), call(3)]);
    announcements.hear('tuesday', [call(1, 'B001')]);
    await aTimeout(50);
    expect(shown).to.deep.equal(['A001', 'A002', 'A003', 'B001']);
  });
});

describe('mulin-counter', () => {
  it('a clerk works without touching the mouse', async () => {
    for (let i = 0; i < 3; i += 1) await hall.take('marriage');
    await hall.bid('counter.open', at('c1'));
    const { page, person } = await window_(desk, { gateway: hall.clerk });
    await person.reads('没有人');
    const group = page
      .querySelector('mulin-counter')
      ?.shadowRoot?.querySelector<HTMLElement>('.desk');
    const press = (key: string) =>
      group?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
      );
    press('n');
    await person.reads('还能再叫 2 次');
    await accessible(page);
    press('r');
    await person.reads('还能再叫 1 次');
    press('m');
    await person.reads('A001 回来了');
    press('u');
    await person.seesNoMore('A001 回来了');
    press('f');
    await person.reads('窗口前没有人');
    press('n');
    await person.reads('撤回：A002 叫号');
    press('t');
    await person.presses('转到社会救助');
    await person.reads('撤回：A002 转走');
    await accessible(page);
  });

  it('what the rules refuse is said, and nothing on the screen pretends otherwise', async () => {
    const { person } = await window_(desk, { gateway: hall.clerk });
    await person.presses('开始叫号');
    await person.reads('没有人等候');
    await person.presses('下一位 N');
    await person.reads('有人取号时，这里会显示');
  });

  it('somebody steps out and is back, and stands where they stood', async () => {
    await hall.take('marriage');
    await hall.take('marriage');
    await hall.bid('counter.open', at('c1'));
    const { person } = await window_(desk, { gateway: hall.clerk });
    await person.presses('A001 离开 20 分钟');
    await person.reads('09:20 回来');
    await person.presses('A001 回来了');
    await person.seesNoMore('09:20 回来');
    await person.presses('下一位 N');
    await person.reads('撤回：A001 叫号');
  });

  it('the day is ended by a closed counter and not by a slip, and can be begun again', async () => {
    await hall.take('marriage');
    const { page, person } = await window_(desk, { gateway: hall.clerk });
    await person.presses('今天到此为止');
    await person.reads('所有窗口都会关上');
    await accessible(page);
    await person.presses('还没有，接着叫');
    await person.presses('今天到此为止');
    await person.presses('结束今天的办理');
    await person.reads('今天的办理结束了');
    const ended = await hall.terminal.read('queue.board', { place: 'centre' });
    expect(ended.status === 'answer' && ended.value.ended).to.equal(true);
    await person.presses('重新开始');
    await person.presses('开始叫号');
    await person.presses('下一位 N');
    await person.reads('撤回：A001 叫号');
  });

  it('somebody who is not staff sees no line of people', async () => {
    const { person } = await window_(desk, { gateway: hall.terminal });
    await person.reads('这里不能办这件事');
    expect(person.screen()).not.to.contain('A001');
  });
});

describe('mulin-queue-status', () => {
  const status = ({ date, number, pass }: { date: string; number: string; pass: string }) =>
    html`<mulin-queue-status
      place="centre"
      date=${date}
      number=${number}
      pass=${pass}
    ></mulin-queue-status>`;

  it('says which place, why, and how long; steps out and is back', async () => {
    await hall.bid('counter.open', at('c1'));
    await hall.take('marriage');
    const held = await hall.take('marriage');
    const { page, person } = await window_(status(held));
    await person.reads('您排在第 2 位');
    await person.reads('先来的 1 人');
    await person.reads('分钟');
    await accessible(page);
    await person.presses('离开 20 分钟');
    await person.reads('您的位置留到 09:20');
    await accessible(page);
    await person.presses('我提前回来了');
    await person.reads('您排在第 2 位');
  });

  it('speaks up when three remain, and when it is called', async () => {
    await hall.bid('counter.open', at('c1'));
    for (let i = 0; i < 4; i += 1) await hall.take('marriage');
    const held = await hall.take('marriage');
    const { page, person } = await window_(status(held));
    const heard: string[] = [];
    for (const type of ['mulin-soon', 'mulin-called'])
      page.addEventListener(type, () => heard.push(type));
    await person.reads('您排在第 5 位');
    expect(heard).to.deep.equal([]);
    await hall.bid('ticket.call', at('c1'));
    await person.reads('前面还有 3 人，请回到大厅');
    for (let i = 0; i < 4; i += 1) await hall.bid('ticket.call', at('c1'));
    await person.reads('请到1 号窗口');
    expect(heard).to.deep.equal(['mulin-soon', 'mulin-called']);
  });

  it('a slip of the thumb does not give up an hour of waiting', async () => {
    const held = await hall.take('marriage');
    const { person } = await window_(status(held));
    await person.presses('不办了');
    await person.presses('接着等');
    await person.reads('下一位就是您');
    await person.presses('不办了');
    await person.presses('真的不办了，让给后面的人');
    await person.reads('已经还回去了');
  });

  it('somebody else’s number shows nothing', async () => {
    const { date, number } = await hall.take('marriage');
    const { person } = await window_(status({ date, number, pass: '0000' }));
    await person.reads('没有查到这个号');
  });
});
