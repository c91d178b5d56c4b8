/**
 * The floor of a grid that looks and speaks like mulin-calendar: the same nodes under the same styles in a shadow root,
 * but a string given to `innerHTML`, and neither keys nor a choice.
 */
import '../../../src/theme/tokens.css';
import { addMonths, monthBounds, weekdayOf } from '../../../src/model/shared/dates.ts';
import { styles } from '../../../src/ui/calendar.styles.ts';
import { ground } from '../../../src/ui/ground.styles.ts';
import { FIRST_MONTH, knownOf } from './data.ts';
import { present } from './subject.ts';

const host = document.createElement('div');
document.body.append(host);
const root = host.attachShadow({ mode: 'open' });
root.adoptedStyleSheets = [ground.styleSheet!, styles.styleSheet!];
root.innerHTML = `
  <div class="head"><button class="turn">‹</button><h2 class="heading"></h2><button class="turn">›</button></div>
  <div role="grid" class="month" lang="zh-CN">
    <div role="row" class="weekdays">${['一', '二', '三', '四', '五', '六', '日'].map((day) => `<span role="columnheader">周${day}</span>`).join('')}</div>
    <div id="weeks"></div>
  </div>`;
const [previous, next] = root.querySelectorAll('button');
const heading = root.querySelector('h2')!;
const weeks = root.querySelector('#weeks')!;
let month = FIRST_MONTH;

function turn(step: number): void {
  month = addMonths(`${month}-01`, step).slice(0, 7);
  const [year, number] = month.split('-').map(Number);
  let column = weekdayOf(monthBounds(month).first) - 1;
  let cells = '<div role="gridcell"></div>'.repeat(column);
  for (const [date, { state, note, sub, subLabel, festive }] of knownOf(month)) {
    if (column > 0 && column % 7 === 0) cells += '</div><div role="row" class="week">';
    const day = Number(date.slice(8));
    const name = `${number}月${day}日 星期${'一二三四五六日'[column++ % 7]},${subLabel},${note}`;
    cells += `<div role="gridcell" part="day" class="cell ${state}${festive ? ' festive' : ''}" aria-selected="false"><div class="number" aria-hidden="true">${day}</div><div class="sub" aria-hidden="true">${sub}</div><div class="note" aria-hidden="true">${note}</div><button type="button" class="day" data-date="${date}" tabindex="${day === 1 ? 0 : -1}" aria-label="${name}" aria-disabled="${state === 'closed'}"></button></div>`;
  }
  heading.textContent = `${year}年${number}月`;
  weeks.innerHTML = `<div role="row" class="week">${cells}</div>`;
}

previous!.addEventListener('click', () => turn(-1));
next!.addEventListener('click', () => turn(1));
turn(0);
present({
  days: () => [...root.querySelectorAll('.day')],
  next: () => next,
  text: () => heading.textContent ?? '',
});
