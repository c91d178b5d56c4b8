import 'cally';
import { present } from './subject.ts';

document.body.innerHTML =
  '<calendar-date locale="zh-CN" value="2026-12-11"><calendar-month></calendar-month></calendar-date>';
const calendar = document.querySelector('calendar-date')!;
const month = document.querySelector('calendar-month')!;
present({
  days: () => [...(month.shadowRoot?.querySelectorAll('td button') ?? [])],
  next: () => calendar.shadowRoot?.querySelector('[part~=next]'),
  text: () => `${calendar.shadowRoot?.textContent} ${month.shadowRoot?.textContent}`,
});
