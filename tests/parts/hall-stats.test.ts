import { expect, html } from '@open-wc/testing';
import { text } from '../harness/packs.ts';
import '../../src/parts/queue/index.ts';
import type { Stats } from '../../src/model/queue/stats.ts';
import { csvOf } from '../../src/parts/queue/stats-csv.ts';
import { accessible } from '../harness/axe.ts';
import { leavesNoTrace } from '../harness/leaks.ts';
import { personBefore } from '../harness/person.ts';
import { openQueueHall, type QueueHall } from '../harness/queue-hall.ts';
import { scope, settled, themes } from '../harness/scope.ts';

const at = (counter: string) => ({ place: 'centre', counter });
const page = html`<mulin-hall-stats place="centre"></mulin-hall-stats>`;

let hall: QueueHall;
afterEach(() => hall.close());

/** From nine on: two marry and one asks for help; the first waits ten minutes and takes twenty. */
async function aMorning(): Promise<void> {
  hall = openQueueHall();
  await hall.bid('counter.open', at('c1'));
  await hall.take('marriage');
  await hall.take('relief');
  hall.later(10);
  await hall.bid('ticket.call', at('c1'));
  hall.later(20);
  await hall.bid('ticket.finish', at('c1'));
  hall.later(40); // 10:10
  await hall.take('marriage');
}

async function seen(theme = 'standard', gateway = hall.clerk) {
  const around = await scope(page, { theme });
  Object.assign(around, { gateway });
  await settled(around);
  return { around, person: personBefore(around) };
}

/** The figures of the charts, row by row, as they are read aloud. */
const figures = (around: Element): string[] =>
  [
    ...around.querySelector('mulin-hall-stats')!.shadowRoot!.querySelectorAll('mulin-chart'),
  ].flatMap((chart) =>
    [...chart.shadowRoot!.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((one) => one.textContent?.trim()).join(' '),
    ),
  );

describe('mulin-hall-stats', () => {
  it('says for each hour how long people waited and took, and how many there were', async () => {
    await aMorning();
    const { around, person } = await seen();
    await person.reads('12月7日 星期一');
    await person.reads('平均等候（分钟）');
    expect(figures(around)).to.deep.equal([
      ...['9 时 10 20', '10 时 – –'],
      ...['9 时 2 1 1', '10 时 1 0 0'],
    ]);
    await accessible(around);
    await person.answers('事项', 'B 社会救助');
    await person.seesNoMore('10 时');
    expect(figures(around)).to.deep.equal(['9 时 – –', '9 时 1 0 0']);
  });

  it('follows the day while it goes on, and leads to the days before', async () => {
    await aMorning();
    const { around, person } = await seen();
    await person.reads('10 时');
    await hall.take('relief');
    await person.reads('10 时');
    for (let waited = 0; waited < 100 && figures(around).at(-1) !== '10 时 2 0 0'; waited += 1)
      await new Promise((next) => setTimeout(next, 20));
    expect(figures(around).at(-1)).to.equal('10 时 2 0 0');
    await person.presses('前一天');
    await person.reads('12月6日 星期日');
    await person.reads('这一天没有人取号');
    await person.presses('今天');
    await person.reads('12月7日 星期一');
  });

  it('nobody but staff reads it', async () => {
    await aMorning();
    const { person } = await seen('standard', hall.terminal);
    await person.reads('这里不能办这件事');
  });

  for (const theme of themes.slice(1))
    it(`is accessible, ${theme}`, async () => {
      await aMorning();
      const { around, person } = await seen(theme);
      await person.reads('9 时');
      await accessible(around);
    });

  it('the file opens in a spreadsheet, with Chinese, commas and no formula of a stranger in it', () => {
    hall = openQueueHall();
    const row = { taken: 3, called: 2, waited: 750, finished: 1, took: 90 };
    const stats: Stats = {
      ...{ place: 'centre', name: text('中心', 'Centre'), sample: true },
      ...{ date: '2026-12-07', today: '2026-12-07' },
      lines: [
        { id: 'a', letter: 'A', name: text('登记,补领"证"', 'x') },
        { id: 'b', letter: 'B', name: text('=SUM(A1)', 'y') },
      ],
      rows: [
        { hour: 9, line: 'a', ...row },
        { hour: 10, line: 'b', ...row, called: 0, waited: 0 },
      ],
    };
    expect(csvOf(stats, 'zh-CN')).to.equal(
      [
        '\uFEFF时段,事项,取号（人）,叫号（人）,平均等候（分钟）,办完（人）,平均办理（分钟）',
        '2026-12-07 09:00,"登记,补领""证""",3,2,6.3,1,1.5',
        "2026-12-07 10:00,'=SUM(A1),3,0,,1,1.5",
        '',
      ].join('\r\n'),
    );
  });

  it('leaves nothing behind', async () => {
    hall = openQueueHall();
    await leavesNoTrace(html`<mulin-scope .gateway=${hall.clerk}>${page}</mulin-scope>`);
  });
});
