import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/index.ts';

interface Args {
  heading: string;
  words: string;
}

const meta: Meta<Args> = {
  title: 'ui/mulin-card',
  component: 'mulin-card',
  args: { heading: '选时间', words: '先点一个日子，再选时间。' },
  argTypes: { words: { table: { category: 'slots' }, description: 'What stands on it.' } },
  render: ({ heading, words }) => html`<mulin-card heading=${heading}><p>${words}</p></mulin-card>`,
};
export default meta;
type Story = StoryObj<Args>;

export const WithHeading: Story = {};
export const WithoutHeading: Story = { args: { heading: '' } };
