import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MulinFacts } from '../src/ui/index.ts';

const meta: Meta<MulinFacts> = {
  title: 'ui/mulin-facts',
  component: 'mulin-facts',
  args: {
    facts: [
      { label: '事项', value: '结婚登记' },
      { label: '地点', value: '杨浦区婚姻登记中心' },
      { label: '时间', value: '2026年12月11日 星期五 10:00' },
    ],
  },
};
export default meta;
type Story = StoryObj<MulinFacts>;

export const Receipt: Story = {};
/** Rows that can be changed name themselves in `mulin-change`. */
export const Review: Story = {
  args: {
    facts: [
      { label: '事项', value: '结婚登记' },
      { label: '地点', value: '杨浦区婚姻登记中心', name: 'place', change: true },
      { label: '男方身份证号码', value: '3****************1', name: 'man', change: true },
    ],
  },
};
