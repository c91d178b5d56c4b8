import { svg, type SVGTemplateResult } from 'lit';

import { chevronLeft, chevronRight } from './chevrons.ts';

/** One family: 24 × 24, a line of 1.9, round ends. Drawn for this house. */
export const icons = {
  backspace: svg`<path d="M9 5.5h10.5v13H9L3.5 12z"/><path d="m11.5 9.5 5 5m0-5-5 5"/>`,
  book: svg`<path d="M12 6.5C10 5 7.2 4.5 3.5 4.5v13.5c3.7 0 6.5.5 8.5 2 2-1.5 4.8-2 8.5-2V4.5c-3.7 0-6.5.5-8.5 2z"/><path d="M12 6.5V20"/>`,
  calendar: svg`<rect x="3.5" y="5" width="17" height="15.5" rx="2.5"/><path d="M3.5 9.5h17M8 3v4m8-4v4m-7.5 7h3"/>`,
  camera: svg`<path d="M3.5 7.5h4L9 5h6l1.5 2.5h4v12h-17z"/><circle cx="12" cy="13" r="3.6"/>`,
  card: svg`<rect x="3" y="5.5" width="18" height="13.5" rx="2.5"/><circle cx="8.7" cy="11" r="2"/><path d="M5.8 16c.3-1.6 1.4-2.3 2.9-2.3s2.6.7 2.9 2.3M14.5 10h3.5m-3.5 4h3.5"/>`,
  check: svg`<path d="m4.5 12.5 5 5 10-11"/>`,
  'chevron-left': chevronLeft,
  'chevron-right': chevronRight,
  'clipboard-check': svg`<path d="M4 6h16v14.5H4zM8.5 6V3.5h7V6"/><path d="m8.5 13 2.8 2.8 4.7-5.3"/>`,
  clock: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.2l3.5 2.3"/>`,
  close: svg`<path d="m5.5 5.5 13 13m0-13-13 13"/>`,
  contrast: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 3.5v17a8.5 8.5 0 0 0 0-17z" fill="currentColor"/>`,
  document: svg`<path d="M6 3h8l4.5 4.5V21H6z"/><path d="M13.5 3v5h5M9 12.5h5M9 16.5h6.5"/>`,
  heart: svg`<path d="M12 20.5C6 16.3 3.5 12.8 3.5 9.2c0-2.7 2-4.7 4.4-4.7 1.8 0 3.3 1 4.1 2.6.8-1.6 2.3-2.6 4.1-2.6 2.4 0 4.4 2 4.4 4.7 0 3.6-2.5 7.1-8.5 11.3z"/>`,
  download: svg`<path d="M12 4v11m-4.5-4.5L12 15l4.5-4.5M4.5 19.5h15"/>`,
  home: svg`<path d="m3.5 11.5 8.5-7.5 8.5 7.5"/><path d="M6 9.5v11h12v-11"/><path d="M10 20.5v-6h4v6"/>`,
  basket: svg`<path d="M3.5 9.5h17l-2 10.5h-13z"/><path d="m8 9.5 3-5.5m5 5.5-3-5.5M9.5 13v3.5m5-3.5v3.5"/>`,
  info: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.5M12 7.6v.1"/>`,
  language: svg`<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c2.5 2.4 3.7 5.2 3.7 8.5s-1.2 6.1-3.7 8.5c-2.5-2.4-3.7-5.2-3.7-8.5s1.2-6.1 3.7-8.5z"/>`,
  minus: svg`<circle cx="12" cy="12" r="8.5"/><path d="M8 12h8"/>`,
  plus: svg`<circle cx="12" cy="12" r="8.5"/><path d="M8 12h8m-4-4v8"/>`,
  person: svg`<circle cx="12" cy="8" r="4"/><path d="M4 20.5c.6-4.3 3.7-6.5 8-6.5s7.4 2.2 8 6.5"/>`,
  phone: svg`<path d="M5 4h4l1.7 4.5-2.4 1.7a11 11 0 0 0 5.5 5.5l1.7-2.4L20 15v4c0 .8-.7 1.5-1.5 1.5C10.8 20 4 13.2 3.5 5.5 3.5 4.7 4.2 4 5 4z"/>`,
  pin: svg`<path d="M12 21c4.7-4.4 7-8 7-11.2A7 7 0 0 0 5 9.8C5 13 7.3 16.6 12 21z"/><circle cx="12" cy="9.8" r="2.5"/>`,
  printer: svg`<path d="M7 8.5V3.5h10v5M7 17H3.5V8.5h17V17H17"/><path d="M7 13.5h10v7H7z"/>`,
  search: svg`<circle cx="10.8" cy="10.8" r="6.8"/><path d="m16 16 4.5 4.5"/>`,
  'text-size': svg`<path d="M2.5 19 8 5.5 13.5 19m-9-4.5h7"/><path d="m14.5 19 3.5-8.5 3.5 8.5m-6-2.8h5"/>`,
  ticket: svg`<path d="M3.5 6h17v3.5a2.5 2.5 0 0 0 0 5V18h-17v-3.5a2.5 2.5 0 0 0 0-5z"/><path d="M14.5 6v12"/>`,
  volume: svg`<path d="M4 9.5h3.5L12 5.5v13l-4.5-4H4z"/><path d="M15.5 9a4.5 4.5 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11"/>`,
  warning: svg`<path d="M12 4 2.8 20h18.4z"/><path d="M12 10v4.5m0 2.6v.1"/>`,
} as const satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof icons;
