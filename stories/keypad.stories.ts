import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MulinKeypad } from '../src/ui/index.ts';

const meta: Meta<MulinKeypad> = {
  title: 'ui/mulin-keypad',
  component: 'mulin-keypad',
  args: { layout: 'digits' },
  argTypes: { layout: { control: 'inline-radio', options: ['digits', 'id-number'] } },
};
export default meta;
type Story = StoryObj<MulinKeypad>;

export const Digits: Story = {};
export const IdNumber: Story = { args: { layout: 'id-number' } };
export const OnATerminal: Story = { parameters: { terminal: true } };
