/** The floor: as little as a page can do. Numbers; no keys, no roles, no names. */
import './grid.css';
import { present } from './subject.ts';

document.body.innerHTML = `
  <div class="head"><button>‹</button><h2></h2><button>›</button></div>
  <div class="grid">${['一', '二', '三', '四', '五', '六', '日'].map((day) => `<b>周${day}</b>`).join('')}</div>
  <div class="grid"></div>`;
const [previous, next] = document.querySelectorAll('button');
const heading = document.querySelector('h2')!;
const grid = document.querySelector('.grid:last-child')!;
let shown = new Date(2026, 11, 1);

function turn(step: number): void {
  shown = new Date(shown.getFullYear(), shown.getMonth() + step, 1);
  const before = (shown.getDay() + 6) % 7;
  const count = new Date(shown.getFullYear(), shown.getMonth() + 1, 0).getDate();
  let cells = '<i></i>'.repeat(before);
  for (let day = 1; day <= count; day++) cells += `<button class="day">${day}</button>`;
  heading.textContent = `${shown.getFullYear()}年${shown.getMonth() + 1}月`;
  grid.innerHTML = cells;
}

previous!.addEventListener('click', () => turn(-1));
next!.addEventListener('click', () => turn(1));
turn(0);
present({
  days: () => [...document.querySelectorAll('.day')],
  next: () => next,
  text: () => document.body.innerText,
});
