import { Calendar } from 'vanilla-calendar-pro';
import 'vanilla-calendar-pro/styles/index.css';
import { present } from './subject.ts';

const place = document.createElement('div');
document.body.append(place);
new Calendar(place, {
  locale: 'zh-CN',
  selectedYear: 2026,
  selectedMonth: 11,
  displayDatesOutside: false,
}).init();
present({
  days: () => [...place.querySelectorAll('[data-vc-date-btn]')],
  next: () => place.querySelector('[data-vc-arrow=next]'),
  text: () => place.innerText,
});
