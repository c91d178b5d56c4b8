import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MulinAppointment } from '../src/parts/booking/mine/index.ts';
import type { Receipt } from '../tests/harness/hall.ts';
import { phoneTail } from '../tests/harness/persons.ts';
import { screenOf, type Screen } from '../tests/harness/screen.ts';
import { hallOf, slot, type Around } from './walk.ts';

const meta: Meta<MulinAppointment> = {
  title: 'parts/mulin-appointment',
  component: 'mulin-appointment',
};
export default meta;
type Story = StoryObj<MulinAppointment>;

/** A couple has booked before. */
const walked = {
  tags: ['!autodocs'],
  beforeEach: async (around: Pick<Around, 'loaded'>) => {
    around.loaded['receipt'] = await hallOf(around).book(slot);
  },
};

async function find({ canvasElement, loaded }: Around): Promise<Screen> {
  const screen = screenOf(canvasElement);
  await screen.type(/回执码/, (loaded['receipt'] as Receipt).code);
  await screen.type(/后四位/, phoneTail);
  await screen.press('查一查');
  await screen.find('article', '回执码');
  return screen;
}

export const Find: Story = {};
/** The check digit tells a slip before anything is asked. */
export const Typo: Story = {
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.type(/回执码/, '1234567891');
    await screen.type(/后四位/, phoneTail);
    await screen.press('查一查');
    await screen.read(/好像按错了一位/);
  },
};
/** The code is right, the phone is not: nothing is given away. */
export const NotFound: Story = {
  ...walked,
  play: async ({ canvasElement, loaded }) => {
    const screen = screenOf(canvasElement);
    await screen.type(/回执码/, (loaded['receipt'] as Receipt).code);
    await screen.type(/后四位/, '0000');
    await screen.press('查一查');
    await screen.read(/没有查到这张回执/);
  },
};
export const Found: Story = {
  ...walked,
  play: async (around) => {
    await find(around);
  },
};
export const Reschedule: Story = {
  ...walked,
  play: async (around) => {
    const screen = await find(around);
    await screen.press('改约');
  },
};
export const Rescheduled: Story = {
  ...walked,
  play: async (around) => {
    const screen = await find(around);
    await screen.press('改约');
    await screen.press(/11月28日/);
    await screen.press(/^14:00/);
    await screen.press('改到这个时间');
    await screen.read(/改好了/);
  },
};
/** Somebody else was quicker; the present time stays. */
export const RescheduleTaken: Story = {
  ...walked,
  play: async (around) => {
    const screen = await find(around);
    await screen.press('改约');
    await screen.press(/11月28日/);
    await screen.press(/^14:00/);
    await hallOf(around).fill({ ...slot, date: '2026-11-28', time: '14:00' });
    await screen.press('改到这个时间');
    await screen.read(/刚被别人约走了/);
  },
};
export const CancelAsk: Story = {
  ...walked,
  play: async (around) => {
    const screen = await find(around);
    await screen.press('取消预约');
    await screen.find('dialog', /真的要取消吗/);
  },
};
export const Cancelled: Story = {
  ...walked,
  play: async (around) => {
    const screen = await find(around);
    await screen.press('取消预约');
    await screen.press(/是的/);
    await screen.read(/已取消/);
  },
};
/** Less than two hours to go. */
export const TooCloseToChange: Story = {
  ...walked,
  play: async (around) => {
    hallOf(around).later(84.5 * 60);
    await find(around);
  },
};
