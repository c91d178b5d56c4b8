import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MulinChoice } from '../src/ui/index.ts';

const yesNo = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
];

const meta: Meta<MulinChoice> = {
  title: 'ui/mulin-choice',
  component: 'mulin-choice',
  args: { label: '两个人能一起来吗？', required: true, layout: 'row', options: yesNo },
  argTypes: { layout: { control: 'inline-radio', options: ['stacked', 'row'] } },
};
export default meta;
type Story = StoryObj<MulinChoice>;

export const YesOrNo: Story = {};
export const Answered: Story = { args: { value: 'yes' } };
export const WithHint: Story = { args: { hint: '结婚登记要本人到场，不能请别人代办。' } };
export const WithError: Story = { args: { error: '请先回答这一条。' } };
export const Optional: Story = { args: { required: false } };
export const Disabled: Story = { args: { disabled: true, value: 'no' } };
export const Cards: Story = {
  args: {
    label: '到哪里办？',
    layout: 'stacked',
    value: 'wujiaochang',
    options: [
      {
        value: 'wujiaochang',
        label: '五角场街道社区事务受理服务中心',
        hint: '周一至周五 8:30–16:30',
        note: '1.2 公里',
      },
      { value: 'siping', label: '四平路街道社区事务受理服务中心', hint: '周一至周五 8:30–16:30' },
      { value: 'changbai', label: '长白新村街道', hint: '近期约满了', disabled: true },
    ],
  },
};
