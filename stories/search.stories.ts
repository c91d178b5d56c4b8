import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { screenOf } from '../tests/harness/screen.ts';
import type { MulinSearch } from '../src/ui/index.ts';

const meta: Meta<MulinSearch> = {
  title: 'ui/mulin-search',
  component: 'mulin-search',
  args: { label: '找物品' },
};
export default meta;
type Story = StoryObj<MulinSearch>;

export const Empty: Story = {};
export const Searching: Story = { args: { value: 'yrf' } };
/** Nobody can write Chinese at a terminal: the first letters of the syllables are enough. */
export const AtATerminal: Story = {
  parameters: { terminal: true },
  globals: { viewport: { value: 'kiosk' } },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    (await screen.find('searchbox', '找物品')).click();
  },
};
