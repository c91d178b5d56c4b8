import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MulinSeveral } from '../src/ui/index.ts';

const meta: Meta<MulinSeveral> = {
  title: 'ui/mulin-several',
  component: 'mulin-several',
  args: {
    label: '家里哪些地方要改造',
    required: true,
    options: [
      { value: 'bath', label: '卫生间', hint: '扶手、防滑垫、坐便器' },
      { value: 'bedroom', label: '卧室', hint: '床边护栏、起身扶手' },
      { value: 'stairs', label: '楼梯和过道' },
      { value: 'lift', label: '电梯', hint: '整幢楼一起申请，这里不办', disabled: true },
    ],
  },
};
export default meta;
type Story = StoryObj<MulinSeveral>;

export const Empty: Story = { args: { hint: '有几处选几处' } };
export const Ticked: Story = { args: { value: '["bath","stairs"]' } };
export const WithError: Story = { args: { error: '请至少选一处。' } };
export const Optional: Story = { args: { required: false } };
export const Disabled: Story = { args: { disabled: true, value: '["bath"]' } };
