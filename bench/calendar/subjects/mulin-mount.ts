import '../../../src/theme/tokens.css';
import '../../../src/ui/calendar.ts';
import type { CalendarDay } from '../../../src/ui/calendar.ts';
import { FIRST_MONTH } from './data.ts';
import { present } from './subject.ts';

/** The calendar on a page that brings the days of each month when it is asked for. */
export function mount(daysOf: (month: string) => ReadonlyMap<string, CalendarDay>): void {
  const calendar = document.createElement('mulin-calendar');
  calendar.addEventListener('mulin-month-request', ({ detail }) => {
    calendar.days = daysOf(detail.month);
  });
  Object.assign(calendar, { month: FIRST_MONTH, days: daysOf(FIRST_MONTH) });
  document.body.append(calendar);
  const inside = (selector: string): Element[] => [
    ...(calendar.shadowRoot?.querySelectorAll(selector) ?? []),
  ];
  present({
    days: () => inside('[role=gridcell] button'),
    next: () => inside('[part=head] button')[1],
    text: () => inside('h2')[0]?.textContent ?? '',
  });
}
