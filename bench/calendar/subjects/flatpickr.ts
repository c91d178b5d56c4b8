import flatpickr from 'flatpickr';
import 'flatpickr/dist/flatpickr.css';
import { Mandarin } from 'flatpickr/dist/l10n/zh.js';
import { present } from './subject.ts';

const place = document.createElement('div');
document.body.append(place);
flatpickr(place, { inline: true, locale: Mandarin, defaultDate: '2026-12-11' });
present({
  days: () => [...document.querySelectorAll('.flatpickr-day:not(.prevMonthDay, .nextMonthDay)')],
  next: () => document.querySelector('.flatpickr-next-month'),
  text: () =>
    `${document.querySelector<HTMLInputElement>('.cur-year')?.value} ${document.querySelector<HTMLSelectElement>('.flatpickr-monthDropdown-months')?.selectedOptions[0]?.textContent}`,
});
