import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { almanacOf } from '../src/i18n/index.ts';
import type { MulinCalendar } from '../src/ui/index.ts';

type CalendarDay = NonNullable<ReturnType<MulinCalendar['days']['get']>>;
type State = Pick<CalendarDay, 'state' | 'note' | 'label' | 'provisional'>;

const open: State = { state: 'open', note: '可约' };
const few: State = { state: 'few', note: '余3', label: '余 3 对' };
const full: State = { state: 'full', note: '约满' };
const closed: State = { state: 'closed', note: '休', label: '不办公' };

/** A month of days, each with its lunar line. */
function daysOf(month: string, count: number, stateOf: (day: number) => State) {
  return new Map(
    Array.from({ length: count }, (_, i): [string, CalendarDay] => {
      const date = `${month}-${String(i + 1).padStart(2, '0')}`;
      return [date, { ...almanacOf('zh-CN', date), ...stateOf(i + 1) }];
    }),
  );
}

/** December 2026 begins on a Tuesday. */
const december = daysOf('2026-12', 31, (day) => {
  if (day === 1) return { state: 'closed', note: '', label: '还没开放预约' };
  if (day % 7 === 6) return closed;
  if (day === 18) return full;
  return [4, 9, 24].includes(day) ? few : open;
});

const meta: Meta<MulinCalendar> = {
  title: 'ui/mulin-calendar',
  component: 'mulin-calendar',
  args: { month: '2026-12', min: '2026-11', max: '2027-02', days: december },
};
export default meta;
type Story = StoryObj<MulinCalendar>;

/** Free, few left, full, closed; below each number its lunar day or solar term. */
export const Month: Story = {};
export const Selected: Story = { args: { selected: '2026-12-11' } };
export const Today: Story = { args: { today: '2026-12-03' } };
export const Full: Story = { args: { days: daysOf('2026-12', 31, () => full) } };
export const Holidays: Story = {
  args: {
    month: '2026-10',
    min: '',
    max: '',
    days: daysOf('2026-10', 31, (day) => {
      if (day <= 7) return { state: 'closed', note: '休', label: '国庆节放假' };
      return day === 10 ? { ...open, label: '可约，调休上班' } : open;
    }),
  },
};
/** The year's holidays are not announced yet. */
export const Provisional: Story = {
  args: {
    month: '2027-02',
    days: daysOf('2027-02', 28, (day) => ({
      ...(day % 7 === 0 ? closed : open),
      provisional: true,
    })),
  },
};
/** The answer is on its way: the month stands, its days can't be pressed. */
export const Waiting: Story = { args: { days: new Map() } };
/** No month before this one. */
export const Edge: Story = { args: { min: '2026-12', max: '2026-12' } };
