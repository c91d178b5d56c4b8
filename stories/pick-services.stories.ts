import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MulinPickServices } from '../src/parts/application/index.ts';
import { screenOf } from '../tests/harness/screen.ts';

const meta: Meta<MulinPickServices> = {
  title: 'parts/mulin-pick-services',
  component: 'mulin-pick-services',
};
export default meta;
type Story = StoryObj<MulinPickServices>;

export const NothingChosen: Story = {};
export const Two: Story = { args: { chosen: ['meal-assistance', 'home-care-bed'] } };
export const TooFew: Story = {
  play: async ({ canvasElement }) => screenOf(canvasElement).press('一起申请'),
};
