import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MulinCheck } from '../src/ui/index.ts';

const meta: Meta<MulinCheck> = {
  title: 'ui/mulin-check',
  component: 'mulin-check',
  args: { label: '以上内容由我本人填写，全部属实。', required: true },
};
export default meta;
type Story = StoryObj<MulinCheck>;

export const Open: Story = {};
export const Checked: Story = { args: { checked: true } };
export const WithHint: Story = { args: { hint: '请逐字看过，再勾选。' } };
export const WithError: Story = { args: { error: '请先看过，再勾选这一条。' } };
export const Disabled: Story = { args: { disabled: true } };
export const LongStatement: Story = {
  args: {
    label:
      '我和对方不是直系血亲，也不是三代以内的旁系血亲；如果填了假的，我愿意承担法律责任，并且知道登记可能被撤销。',
  },
};
