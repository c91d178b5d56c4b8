import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MulinSlotPicker } from '../src/parts/booking/index.ts';
import { hallOf, slot } from './walk.ts';

const { service, place, date } = slot;

const meta: Meta<MulinSlotPicker> = {
  title: 'parts/mulin-slot-picker',
  component: 'mulin-slot-picker',
  args: { service, place, pair: true, start: '2026-12-01' },
};
export default meta;
type Story = StoryObj<MulinSlotPicker>;

export const Free: Story = {};
export const Picked: Story = { args: { picked: { date, time: '10:00' } } };
/** Others have been here: one day is full, one has few places left, on the picked one a time is full. */
export const Busy: Story = {
  args: { start: '', picked: { date, time: '10:30' } },
  beforeEach: async (around) => {
    const hall = hallOf(around);
    await hall.fillDay({ service, place, date: '2026-11-25' });
    await hall.fillDay({ service, place, date: '2026-11-26' }, 3);
    await hall.fill(slot);
    await hall.fill({ ...slot, time: '13:30' }, 2);
  },
};
/** Golden Week: closed days carry their name, and a Saturday is worked instead. */
export const Holidays: Story = {
  parameters: { now: '2026-09-14T10:00+08:00' },
  args: { start: '2026-10-08' },
};
/** Next year's holidays are not announced yet. */
export const Provisional: Story = {
  parameters: { now: '2026-12-15T10:00+08:00' },
  args: { start: '2027-01-05' },
};
/** Late in the day all that is left of it is too close. */
export const TooLateToday: Story = {
  parameters: { now: '2026-11-24T14:10+08:00' },
  args: { start: '2026-11-24' },
};
