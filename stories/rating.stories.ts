import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { own } from '../tests/harness/cases.ts';
import { screenOf } from '../tests/harness/screen.ts';
import { loadedBy, prepared, shown } from './cases.ts';

const meta: Meta = { title: 'parts/mulin-rating', component: 'mulin-rating' };
export default meta;
type Story = StoryObj;

export const Rating: Story = {
  loaders: [prepared()],
  render: (_, { loaded }) => {
    const { service, ...proof } = own(loadedBy(loaded).code);
    return shown(
      loaded,
      'terminal',
      html`<mulin-rating .proof=${proof} service=${service}></mulin-rating>`,
    );
  },
};
export const Thanked: Story = {
  ...Rating,
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.press('满意', 'radio');
    await screen.press('提交评价');
    await screen.read(/谢谢您的评价/);
  },
};
export const NothingChosen: Story = {
  ...Rating,
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.press('提交评价');
    await screen.read(/请先选一个/);
  },
};
