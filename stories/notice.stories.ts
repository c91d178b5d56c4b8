import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import '../src/index.ts';

interface Args {
  kind: 'info' | 'success' | 'warning' | 'refusal';
  heading: string;
  words: string;
  action: string;
}

const meta: Meta<Args> = {
  title: 'ui/mulin-notice',
  component: 'mulin-notice',
  args: { kind: 'info', heading: '这件事不用预约', words: '请在开放时间直接来办。', action: '' },
  argTypes: {
    kind: { control: 'inline-radio', options: ['info', 'success', 'warning', 'refusal'] },
    words: { table: { category: 'slots' }, description: 'What it says.' },
    action: { table: { category: 'slots' }, description: 'The words of a button.' },
  },
  render: ({ kind, heading, words, action }) =>
    html`<mulin-notice kind=${kind} heading=${heading}>
      ${words} ${action ? html`<mulin-button slot="actions">${action}</mulin-button>` : nothing}
    </mulin-notice>`,
};
export default meta;
type Story = StoryObj<Args>;

export const Info: Story = {};
export const Success: Story = {
  args: { kind: 'success', heading: '约好了', words: '请记下回执码。' },
};
export const Warning: Story = {
  args: { kind: 'warning', heading: '保留时间快到了', words: '', action: '再保留一会儿' },
};
export const Refusal: Story = {
  args: {
    kind: 'refusal',
    heading: '这个时间刚被别人约走了',
    words: '您填的都还在，请换一个时间。',
    action: '换一个时间',
  },
};
