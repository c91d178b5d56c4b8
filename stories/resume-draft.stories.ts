import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MulinResumeDraft } from '../src/parts/application/index.ts';
import { screenOf } from '../tests/harness/screen.ts';

const meta: Meta<MulinResumeDraft> = {
  title: 'parts/mulin-resume-draft',
  component: 'mulin-resume-draft',
};
export default meta;
type Story = StoryObj<MulinResumeDraft>;

export const Asking: Story = {};
export const SomethingMissing: Story = {
  play: async ({ canvasElement }) => screenOf(canvasElement).press('打开'),
};
