import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MulinSteps } from '../src/ui/index.ts';

const meta: Meta<MulinSteps> = {
  title: 'ui/mulin-steps',
  component: 'mulin-steps',
  args: { steps: ['核对条件', '选地点', '选时间', '填信息', '确认'], current: 3 },
  argTypes: { current: { control: { type: 'range', min: 1, max: 5 } } },
};
export default meta;
type Story = StoryObj<MulinSteps>;

export const First: Story = { args: { current: 1 } };
export const Third: Story = {};
export const Last: Story = { args: { current: 5 } };
