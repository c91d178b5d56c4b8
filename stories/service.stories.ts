import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MulinService } from '../src/journeys/index.ts';
import { screenOf } from '../tests/harness/screen.ts';
import { toReceipt } from './walk.ts';

const meta: Meta<MulinService> = {
  title: 'journeys/mulin-service',
  component: 'mulin-service',
  args: { service: 'marriage', begin: 'guide' },
  argTypes: { begin: { control: 'inline-radio', options: ['guide', 'booking', 'form'] } },
};
export default meta;
type Story = StoryObj<MulinService>;

export const FromTheGuide: Story = {};
export const FromTheBooking: Story = { args: { begin: 'booking' } };
/** What can't be booked says what to do instead. */
export const NotBookable: Story = { args: { service: 'minimum-living-allowance' } };
export const UnknownService: Story = { args: { service: 'nothing' } };
/** All the way from the guide to the receipt, and what to bring. */
export const ToTheReceipt: Story = {
  tags: ['!autodocs'],
  play: async (around) => {
    await screenOf(around.canvasElement).press('预约时间');
    await toReceipt(around);
  },
};
