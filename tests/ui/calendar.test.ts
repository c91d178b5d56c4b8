import { expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { CalendarDay, MulinCalendar } from '../../src/ui/calendar.ts';
import '../../src/ui/calendar.ts';
import { almanacOf, type Locale } from '../../src/i18n/index.ts';
import { addMonths, daysFrom, monthBounds, weekdayOf } from '../../src/model/shared/dates.ts';
import { accessible } from '../harness/axe.ts';
import { leavesNoTrace } from '../harness/leaks.ts';
import { inScope, themes, type Ground } from '../harness/scope.ts';

/** A month as an office knows it: Sundays closed, the 18th full, the 4th nearly, everything of 2027 provisional. */
function office(locale: Locale = 'zh-CN'): Map<string, CalendarDay> {
  const zh = locale === 'zh-CN';
  const days = new Map<string, CalendarDay>();
  for (const date of daysFrom('2026-11-01', '2027-02-28')) {
    const almanac = { ...almanacOf(locale, date), provisional: date >= '2027' };
    if (weekdayOf(date) === 7)
      days.set(date, {
        state: 'closed',
        note: zh ? '休' : 'Closed',
        label: zh ? '不办公' : 'closed on Sundays',
        ...almanac,
      });
    else if (date.endsWith('18'))
      days.set(date, { state: 'full', note: zh ? '约满' : 'Full', ...almanac });
    else if (date.endsWith('04'))
      days.set(date, {
        state: 'few',
        note: zh ? '余3' : '3 left',
        label: zh ? '余 3 对' : 'free places: 3',
        ...almanac,
      });
    else days.set(date, { state: 'open', note: zh ? '可约' : 'Open', ...almanac });
  }
  return days;
}

const december = (days: ReadonlyMap<string, CalendarDay> = office()) =>
  html`<mulin-calendar
    month="2026-12"
    min="2026-11"
    max="2027-02"
    selected="2026-12-11"
    today="2026-12-01"
    .days=${days}
  ></mulin-calendar>`;

const shown = (ground?: Ground): Promise<MulinCalendar> =>
  inScope<MulinCalendar>('mulin-calendar', december(office(ground?.lang)), ground);

const all = (calendar: MulinCalendar, selector: string): HTMLElement[] => [
  ...(calendar.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

/** What a screen reader reads of a button. */
const nameOf = (element: Element | null | undefined): string => element?.ariaLabel ?? '';

/** The one button whose name begins with `name`. */
function button(calendar: MulinCalendar, name: string): HTMLElement {
  const found = all(calendar, 'button').filter((one) => nameOf(one).startsWith(name));
  if (found.length !== 1) throw new Error(`${found.length} buttons are called ${name}`);
  return found[0]!;
}

const days = (calendar: MulinCalendar): HTMLElement[] => all(calendar, '[role=gridcell] button');
const heading = (calendar: MulinCalendar): string =>
  all(calendar, 'h2')[0]?.textContent?.trim() ?? '';
const tabStops = (calendar: MulinCalendar): string[] =>
  days(calendar)
    .filter((day) => day.tabIndex === 0)
    .map(nameOf);
/** The beginning of what is read where the focus is. */
const focused = (calendar: MulinCalendar): string =>
  nameOf(calendar.shadowRoot?.activeElement).split(/[,，]/)[0] ?? '';

async function keys(calendar: MulinCalendar, ...presses: string[]): Promise<string> {
  for (const press of presses) {
    const [key = '', shift] = press.split('+').reverse();
    if (shift) await sendKeys({ down: shift });
    await sendKeys({ press: key });
    if (shift) await sendKeys({ up: shift });
    await calendar.updateComplete;
  }
  return focused(calendar);
}

async function focusOn(calendar: MulinCalendar, date: string): Promise<void> {
  calendar.focusDay(date);
  await calendar.updateComplete;
}

async function tap(element: Element): Promise<void> {
  const { left, top, width, height } = element.getBoundingClientRect();
  await sendMouse({
    type: 'click',
    position: [Math.round(left + width / 2), Math.round(top + height / 2)],
  });
}

function heard(calendar: MulinCalendar): string[] {
  const events: string[] = [];
  calendar.addEventListener('mulin-day', ({ detail }) => events.push(detail.date));
  calendar.addEventListener('mulin-month-request', ({ detail }) => events.push(detail.month));
  return events;
}

describe('mulin-calendar', () => {
  it('shows each day of its month once, below its weekday, Monday first', async () => {
    const calendar = await shown();
    expect(heading(calendar)).to.equal('2026年12月');
    expect(
      all(calendar, '[role=columnheader]').map(({ textContent }) => textContent),
    ).to.deep.equal(['周一', '周二', '周三', '周四', '周五', '周六', '周日']);
    for (
      let month = '2026-01';
      month < '2029-01';
      month = addMonths(`${month}-01`, 1).slice(0, 7)
    ) {
      Object.assign(calendar, { month, min: '', max: '' });
      await calendar.updateComplete;
      const { first, last } = monthBounds(month);
      const rows = all(calendar, '[role=row]:has([role=gridcell])').map((row) =>
        [...row.querySelectorAll('[role=gridcell]')].map((cell) =>
          Number(cell.querySelector('.number')?.textContent ?? 0),
        ),
      );
      expect(
        rows.every((row) => row.length === 7),
        month,
      ).to.equal(true);
      expect(rows.flat().filter(Boolean), month).to.deep.equal(
        daysFrom(first, last).map((date) => Number(date.slice(8))),
      );
      expect(rows[0]!.indexOf(1) + 1, month).to.equal(weekdayOf(first));
    }
  });

  it('asks neither the clock nor the zone of the machine', async () => {
    const calendar = await shown();
    const { Date: real } = globalThis;
    globalThis.Date = class {
      constructor() {
        throw new Error('the calendar asked for the time');
      }
      static now(): never {
        throw new Error('the calendar asked for the time');
      }
    } as unknown as DateConstructor;
    try {
      calendar.month = '2027-02';
      await calendar.updateComplete;
    } finally {
      globalThis.Date = real;
    }
    expect(days(calendar).map((day) => day.dataset['date'])).to.deep.equal(
      daysFrom('2027-02-01', '2027-02-28'),
    );
  });

  it('says of each day its date, weekday, lunar day and state, and of the chosen one that it is chosen', async () => {
    const calendar = await shown();
    const names = days(calendar).map(nameOf);
    expect(names[0]).to.equal('12月1日 星期二，今天，农历十月廿三，可约');
    expect(names[3]).to.equal('12月4日 星期五，农历十月廿六，余 3 对');
    expect(names[5]).to.equal('12月6日 星期日，农历十月廿八，不办公');
    expect(names[6]).to.equal('12月7日 星期一，农历十月廿九，大雪，可约');
    expect(names[10]).to.equal('12月11日 星期五，农历十一月初三，可约，已选');
    expect(names[17]).to.equal('12月18日 星期五，农历十一月初十，约满');
    expect(all(calendar, '[role=columnheader]')[0]?.ariaLabel).to.equal('星期一');
    calendar.month = '2027-01';
    await calendar.updateComplete;
    expect(nameOf(days(calendar)[0])).to.equal('1月1日 星期五，农历十一月廿四，可约，可能有变');
  });

  it('is whole in English', async () => {
    const calendar = await shown({ lang: 'en' });
    expect(heading(calendar)).to.equal('December 2026');
    expect(nameOf(days(calendar)[10])).to.equal(
      'Friday, December 11, lunar 11th month, day 3, Open, selected',
    );
    expect(button(calendar, 'Previous month, November')).to.exist;
    expect(button(calendar, 'Next month, January 2027')).to.exist;
    expect(
      all(calendar, '[role=columnheader]')
        .map(({ textContent }) => textContent)
        .join(' '),
    ).to.equal('Mon Tue Wed Thu Fri Sat Sun');
    expect(
      all(calendar, '*')
        .map((one) => one.textContent)
        .join(''),
    ).not.to.match(/\p{Script=Han}/u);
  });

  it('writes every state in words too, so that nothing hangs on a colour', async () => {
    const calendar = await shown();
    const notes = (date: number): string =>
      ['.number', '.sub', '.note']
        .map((part) => all(calendar, '.cell')[date - 1]?.querySelector(part)?.textContent)
        .join(' ');
    expect([4, 5, 6, 18].map(notes)).to.deep.equal([
      '4 廿六 余3',
      '5 廿七 可约',
      '6 廿八 休',
      '18 初十 约满',
    ]);
  });

  it('marks the chosen cell and today’s button, each once', async () => {
    const calendar = await shown();
    const chosen = all(calendar, '[aria-selected=true]');
    expect(chosen.length).to.equal(1);
    expect(chosen[0]?.getAttribute('role')).to.equal('gridcell');
    expect(all(calendar, 'button[aria-selected]').length).to.equal(0);
    expect(all(calendar, '[aria-current=date]').map((one) => one.dataset['date'])).to.deep.equal([
      '2026-12-01',
    ]);
    calendar.selected = '2026-12-12';
    await calendar.updateComplete;
    expect(all(calendar, '[aria-selected=true] button')[0]?.dataset['date']).to.equal('2026-12-12');
  });

  it('text in a note stays text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const calendar = await inScope<MulinCalendar>(
      'mulin-calendar',
      december(new Map([['2026-12-02', { state: 'open', note: hostile, sub: hostile }]])),
    );
    expect(all(calendar, 'img').length).to.equal(0);
    expect(all(calendar, '.cell .note')[1]?.textContent).to.equal(hostile);
  });

  it('shows nothing rather than a wrong month when it is told none, or nonsense', async () => {
    for (const month of ['', '2026-13', '2026-00', 'next', '2026']) {
      const calendar = await inScope<MulinCalendar>(
        'mulin-calendar',
        html`<mulin-calendar month=${month}></mulin-calendar>`,
      );
      expect(days(calendar).length, month).to.equal(0);
      expect(heading(calendar), month).to.equal('');
    }
    const calendar = await inScope<MulinCalendar>(
      'mulin-calendar',
      html`<mulin-calendar selected="2026-12-11" today="2026-11-24"></mulin-calendar>`,
    );
    expect(heading(calendar)).to.equal('2026年12月');
  });

  describe('by keyboard', () => {
    it('is one stop on the way through the page: the chosen day', async () => {
      const calendar = await shown();
      expect(tabStops(calendar)).to.deep.equal(['12月11日 星期五，农历十一月初三，可约，已选']);
      button(calendar, '下个月').focus();
      expect(await keys(calendar, 'Tab')).to.equal('12月11日 星期五');
      await sendKeys({ press: 'Tab' });
      expect(calendar.shadowRoot?.activeElement).to.equal(null);
    });

    it('without a chosen day it starts at the first that can be chosen, then at today, then at the first', async () => {
      const calendar = await shown();
      calendar.selected = '';
      await calendar.updateComplete;
      expect(tabStops(calendar)[0]).to.match(/^12月1日/);
      calendar.days = new Map([['2026-12-22', { state: 'few', note: '余1' }]]);
      await calendar.updateComplete;
      expect(tabStops(calendar)[0]).to.match(/^12月22日/);
      Object.assign(calendar, { days: new Map(), today: '2026-12-03' });
      await calendar.updateComplete;
      expect(tabStops(calendar)[0]).to.match(/^12月3日/);
      calendar.today = '';
      await calendar.updateComplete;
      expect(tabStops(calendar)).to.deep.equal(['12月1日 星期二']);
    });

    it('arrows, Home and End go from day to day, closed ones too', async () => {
      const calendar = await shown();
      await focusOn(calendar, '2026-12-11');
      expect(await keys(calendar, 'ArrowRight')).to.equal('12月12日 星期六');
      expect(await keys(calendar, 'ArrowRight')).to.equal('12月13日 星期日');
      expect(await keys(calendar, 'ArrowUp')).to.equal('12月6日 星期日');
      expect(await keys(calendar, 'ArrowDown', 'ArrowDown')).to.equal('12月20日 星期日');
      expect(await keys(calendar, 'ArrowLeft')).to.equal('12月19日 星期六');
      expect(await keys(calendar, 'Home')).to.equal('12月14日 星期一');
      expect(await keys(calendar, 'End')).to.equal('12月20日 星期日');
      expect(tabStops(calendar)).to.deep.equal(['12月20日 星期日，农历十一月十二，不办公']);
    });

    it('keys walk across the ends of a month, and Page Up and Page Down leap', async () => {
      const calendar = await shown();
      const events = heard(calendar);
      await focusOn(calendar, '2026-12-31');
      expect(await keys(calendar, 'ArrowRight')).to.equal('1月1日 星期五');
      expect(heading(calendar)).to.equal('2027年1月');
      expect(await keys(calendar, 'ArrowUp')).to.equal('12月25日 星期五');
      expect(await keys(calendar, 'PageDown')).to.equal('1月25日 星期一');
      await focusOn(calendar, '2027-01-31');
      expect(await keys(calendar, 'PageDown')).to.equal('2月28日 星期日');
      expect(await keys(calendar, 'PageUp', 'PageUp', 'PageUp')).to.equal('11月28日 星期六');
      await focusOn(calendar, '2026-12-01');
      expect(await keys(calendar, 'Home')).to.equal('11月30日 星期一');
      expect(events).to.deep.equal([
        ...['2027-01', '2026-12', '2027-01', '2027-02'],
        ...['2027-01', '2026-12', '2026-11', '2026-12', '2026-11'],
      ]);
    });

    it('never leaves min and max, and a year’s leap ends there', async () => {
      const calendar = await shown();
      await focusOn(calendar, '2026-11-01');
      expect(await keys(calendar, 'ArrowLeft', 'ArrowUp', 'PageUp', 'Home')).to.equal(
        '11月1日 星期日',
      );
      expect(await keys(calendar, 'Shift+PageDown')).to.equal('2月28日 星期日');
      expect(await keys(calendar, 'ArrowRight', 'ArrowDown', 'PageDown', 'End')).to.equal(
        '2月28日 星期日',
      );
      expect(await keys(calendar, 'Shift+PageUp')).to.equal('11月1日 星期日');
    });

    it('leaves keys to the browser that are held with Alt, Control or Meta', async () => {
      const calendar = await shown();
      await focusOn(calendar, '2026-12-11');
      for (const key of ['altKey', 'ctrlKey', 'metaKey']) {
        const event = new KeyboardEvent('keydown', {
          key: 'ArrowLeft',
          [key]: true,
          bubbles: true,
          cancelable: true,
        });
        calendar.shadowRoot?.activeElement?.dispatchEvent(event);
        expect(event.defaultPrevented, key).to.equal(false);
      }
    });

    it('Enter and space choose the day', async () => {
      const calendar = await shown();
      const events = heard(calendar);
      await focusOn(calendar, '2026-12-14');
      await keys(calendar, 'Enter', 'ArrowRight', 'Space');
      expect(events).to.deep.equal(['2026-12-14', '2026-12-15']);
    });

    it('a full or closed day says so and can’t be chosen', async () => {
      const calendar = await shown();
      const events = heard(calendar);
      for (const date of ['2026-12-18', '2026-12-20']) {
        await focusOn(calendar, date);
        await keys(calendar, 'Enter', 'Space');
        expect(calendar.shadowRoot?.activeElement?.ariaDisabled).to.equal('true');
      }
      expect(events).to.deep.equal([]);
    });

    it('focusDay leads to the stop, or to any day in any month', async () => {
      const calendar = await shown();
      calendar.focusDay();
      await calendar.updateComplete;
      expect(focused(calendar)).to.equal('12月11日 星期五');
      await focusOn(calendar, '2027-02-06');
      expect(focused(calendar)).to.equal('2月6日 星期六');
      calendar.focus();
      await calendar.updateComplete;
      expect(focused(calendar)).to.equal('2月6日 星期六');
    });

    it('keeps the focus on a day when the page turns the month under it', async () => {
      const calendar = await shown();
      await focusOn(calendar, '2026-12-31');
      calendar.month = '2027-02';
      await calendar.updateComplete;
      expect(focused(calendar)).to.equal('2月1日 星期一');
      expect(tabStops(calendar).length).to.equal(1);
    });

    it('does not take the focus when days or the chosen day change', async () => {
      const calendar = await shown();
      Object.assign(calendar, { days: office(), selected: '2026-12-15' });
      await calendar.updateComplete;
      expect(calendar.shadowRoot?.activeElement).to.equal(null);
      expect(tabStops(calendar)[0]).to.match(/^12月15日/);
    });
  });

  describe('from month to month', () => {
    it('the buttons say where they lead, and that it goes no further', async () => {
      const calendar = await shown();
      await tap(button(calendar, '上个月，11月'));
      await calendar.updateComplete;
      expect(heading(calendar)).to.equal('2026年11月');
      const none = button(calendar, '不能看更早的月份');
      expect(none.ariaDisabled).to.equal('true');
      const events = heard(calendar);
      await tap(none);
      expect(events).to.deep.equal([]);
      await tap(button(calendar, '下个月，12月'));
      await calendar.updateComplete;
      expect(button(calendar, '下个月，2027年1月')).to.exist;
    });

    it('a button that has led to the last month keeps the focus', async () => {
      const calendar = await shown();
      button(calendar, '上个月').focus();
      await keys(calendar, 'Enter');
      expect(focused(calendar)).to.equal('不能看更早的月份');
    });

    it('tells the new month politely', async () => {
      const calendar = await shown();
      const [live] = all(calendar, '[aria-live=polite]');
      await tap(button(calendar, '下个月'));
      await calendar.updateComplete;
      expect(live?.isConnected).to.equal(true);
      expect(live?.textContent?.trim()).to.equal('2027年1月');
    });

    it('a page that reads first may prevent the turn, and the focus comes with the month', async () => {
      const calendar = await shown();
      calendar.addEventListener('mulin-month-request', (event) => event.preventDefault());
      await focusOn(calendar, '2026-12-31');
      const request = oneEvent(calendar, 'mulin-month-request');
      expect(await keys(calendar, 'ArrowRight')).to.equal('12月31日 星期四');
      expect((await request).detail).to.deep.equal({ month: '2027-01' });
      expect(calendar.month).to.equal('2026-12');
      expect(tabStops(calendar).length).to.equal(1);
      calendar.month = '2027-01';
      await calendar.updateComplete;
      expect(focused(calendar)).to.equal('1月1日 星期五');
    });

    it('who has gone elsewhere meanwhile is not called back', async () => {
      const calendar = await shown();
      calendar.addEventListener('mulin-month-request', (event) => event.preventDefault());
      await focusOn(calendar, '2026-12-31');
      await keys(calendar, 'PageDown');
      const next = button(calendar, '下个月');
      next.focus();
      calendar.month = '2027-01';
      await calendar.updateComplete;
      expect(calendar.shadowRoot?.activeElement).to.equal(next);
    });

    it('days that come late are drawn when they come', async () => {
      const calendar = await inScope<MulinCalendar>('mulin-calendar', december(new Map()));
      expect(days(calendar).every((day) => day.ariaDisabled === 'true')).to.equal(true);
      const events = heard(calendar);
      calendar.days = office();
      await calendar.updateComplete;
      await tap(days(calendar)[1]!);
      expect(events).to.deep.equal(['2026-12-02']);
    });
  });

  describe('under a finger', () => {
    it('a press on a free day is told once, on another never', async () => {
      const calendar = await shown({ terminal: true });
      const events = heard(calendar);
      for (const number of [2, 18, 6, 4]) await tap(days(calendar)[number - 1]!);
      expect(events).to.deep.equal(['2026-12-02', '2026-12-04']);
    });

    it('everything to press on a terminal is 60 px or more', async () => {
      for (const theme of themes) {
        const calendar = await shown({ terminal: true, theme });
        for (const one of all(calendar, 'button')) {
          const { width, height } = one.getBoundingClientRect();
          expect(Math.min(width, height), `${theme} ${nameOf(one)}`).to.be.at.least(60);
        }
      }
    });

    it('fits from 320 px to 1000 px, in every theme and language', async function () {
      this.timeout(20_000);
      for (const theme of themes)
        for (const lang of ['zh-CN', 'en'] as const)
          for (const terminal of [false, true])
            for (const width of [320, 360, 560, 1000]) {
              const calendar = await shown({ theme, lang, terminal });
              Object.assign(calendar.style, { width: `${width}px` });
              const told = `${theme} ${lang} ${width}`;
              expect(calendar.scrollWidth, told).to.be.at.most(width);
              for (const cell of all(calendar, '.cell')) {
                expect(cell.scrollWidth, `${told} ${cell.innerText}`).to.be.at.most(
                  cell.clientWidth,
                );
                expect(cell.scrollHeight, `${told} ${cell.innerText}`).to.be.at.most(
                  cell.clientHeight,
                );
              }
            }
    });
  });

  for (const [theme, lang, month] of [
    ['standard', 'zh-CN', '2026-12'],
    ['elder', 'en', '2027-01'],
    ['contrast', 'zh-CN', '2027-01'],
    ['elder contrast', 'en', '2026-12'],
  ] as const)
    it(`is accessible in the theme ${theme}`, async function () {
      this.timeout(20_000);
      const calendar = await shown({ theme, lang });
      calendar.month = month;
      await calendar.updateComplete;
      await accessible(calendar.closest('mulin-scope')!);
    });

  it('leaves nothing behind', () =>
    leavesNoTrace(december(), async (element) => {
      const calendar = element as MulinCalendar;
      await focusOn(calendar, '2027-01-31');
    }));
});
