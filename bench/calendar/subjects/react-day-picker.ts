import { createElement } from 'react';
import { DayPicker } from 'react-day-picker';
import { zhCN } from 'react-day-picker/locale/zh-CN';
import 'react-day-picker/style.css';
import { createRoot } from 'react-dom/client';
import { present } from './subject.ts';

const place = document.createElement('div');
document.body.append(place);
createRoot(place).render(
  createElement(DayPicker, {
    mode: 'single',
    locale: zhCN,
    defaultMonth: new Date(2026, 11, 1),
    selected: new Date(2026, 11, 11),
  }),
);
present({
  days: () => [...place.querySelectorAll('.rdp-day:not(.rdp-outside) .rdp-day_button')],
  next: () => place.querySelector('.rdp-button_next'),
  text: () => place.querySelector('.rdp-caption_label')?.textContent ?? '',
});
