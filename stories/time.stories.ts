import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { screenOf } from '../tests/harness/screen.ts';
import type { MulinTime } from '../src/ui/index.ts';

const meta: Meta<MulinTime> = {
  title: 'ui/mulin-time',
  component: 'mulin-time',
  args: { label: '几点开始', required: true },
};
export default meta;
type Story = StoryObj<MulinTime>;

export const Empty: Story = { args: { hint: '按 24 小时填，下午两点是 1400' } };
export const Filled: Story = { args: { value: '09:30' } };
export const WithError: Story = { args: { error: '请填写几点开始。' } };
export const Locked: Story = { args: { value: '09:30', readonly: true } };
export const Disabled: Story = { args: { value: '09:30', disabled: true } };
export const TerminalKeys: Story = {
  tags: ['!autodocs'],
  parameters: { terminal: true },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    (await screen.find('textbox', /几点开始/)).focus();
    for (const key of '1400') await screen.press(key);
  },
};
