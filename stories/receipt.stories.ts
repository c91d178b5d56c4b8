import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/index.ts';
import type { MulinReceipt } from '../src/parts/booking/mine/index.ts';
import type { Receipt } from '../tests/harness/hall.ts';
import { phoneTail } from '../tests/harness/persons.ts';
import { hallOf, slot, type Around } from './walk.ts';

/** Books it; what is shown is what the hall answered. */
async function book(around: Pick<Around, 'loaded'>): Promise<void> {
  const hall = hallOf(around);
  around.loaded['offer'] = await hall.ask('booking.offer', { service: slot.service });
  around.loaded['receipt'] = await hall.book(slot);
}

const meta: Meta<MulinReceipt> = {
  title: 'parts/mulin-receipt',
  component: 'mulin-receipt',
  args: { heading: '约好了', next: '请记下回执码，或用手机扫一扫存下来。' },
  beforeEach: book,
  render: ({ heading, next }, { loaded }) =>
    html`<mulin-receipt
      heading=${heading}
      next=${next}
      .receipt=${loaded['receipt'] as MulinReceipt['receipt']}
      .offer=${loaded['offer'] as MulinReceipt['offer']}
    ></mulin-receipt>`,
};
export default meta;
type Story = StoryObj<MulinReceipt>;

export const Booked: Story = {};
export const WithoutHeadline: Story = { args: { heading: '', next: '' } };
export const Cancelled: Story = {
  args: { heading: '已取消', next: '这个时间已经让给别人。还想来，可以重新约。' },
  beforeEach: async (around) => {
    const { code } = around.loaded['receipt'] as Receipt;
    around.loaded['receipt'] = await hallOf(around).send('booking.cancel', { code, phoneTail });
  },
};
/** Less than two hours to go: it can't be changed here any more. */
export const TooCloseToChange: Story = {
  args: { heading: '', next: '' },
  beforeEach: (around) => hallOf(around).later(84.5 * 60),
};
