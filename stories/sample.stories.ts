import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { screenOf } from '../tests/harness/screen.ts';
import type { MulinSample } from '../src/ui/index.ts';

const meta: Meta<MulinSample> = {
  title: 'ui/mulin-sample',
  component: 'mulin-sample',
  args: { explanation: '' },
};
export default meta;
type Story = StoryObj<MulinSample>;

export const Badge: Story = {};
/** Pressed, it says what that means. */
export const Explained: Story = {
  tags: ['!autodocs'],
  args: { explanation: '地址、电话和开放时间是示例，不是真的。' },
  play: async ({ canvasElement }) => screenOf(canvasElement).press('示例'),
};
