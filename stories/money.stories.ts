import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { screenOf } from '../tests/harness/screen.ts';
import type { MulinMoney } from '../src/ui/index.ts';

const meta: Meta<MulinMoney> = {
  title: 'ui/mulin-money',
  component: 'mulin-money',
  args: { label: '每月收入', required: true },
};
export default meta;
type Story = StoryObj<MulinMoney>;

export const Empty: Story = { args: { hint: '退休金、工资都算在里面' } };
export const Filled: Story = { args: { value: '350050' } };
export const WithError: Story = { args: { error: '请填写每月收入。没有就填 0。' } };
export const Locked: Story = { args: { value: '350050', readonly: true } };
export const Disabled: Story = { args: { value: '350050', disabled: true } };
export const TerminalKeys: Story = {
  tags: ['!autodocs'],
  parameters: { terminal: true },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    (await screen.find('textbox', /每月收入/)).focus();
    for (const key of '12.5') await screen.press(key);
  },
};
