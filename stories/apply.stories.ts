import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/index.ts';
import type { MulinApply } from '../src/journeys/index.ts';
import { screenOf } from '../tests/harness/screen.ts';
import type { Around } from './walk.ts';

const meta: Meta<MulinApply> = {
  title: 'journeys/mulin-apply',
  component: 'mulin-apply',
  render: () => html`<mulin-apply></mulin-apply>`,
};
export default meta;
type Story = StoryObj<MulinApply>;

const press =
  (...names: readonly RegExp[]) =>
  async ({ canvasElement }: Around): Promise<void> => {
    const screen = screenOf(canvasElement);
    for (const name of names) await screen.press(name);
  };

export const Ways: Story = {};
export const OnATerminal: Story = { parameters: { terminal: true } };
export const SeveralAtOnce: Story = { play: press(/几件事一起申请/) };
export const GoingOn: Story = { play: press(/接着填上次的表/) };
/** 困难对象甄别: for whoever does not know what to apply for. */
export const ALookFirst: Story = { play: press(/看看能申请什么/) };
export const QuestionsOfALook: Story = { play: press(/看看能申请什么/, /低保、特困供养/) };
