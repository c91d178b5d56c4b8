import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MulinChecklist } from '../src/parts/guide/index.ts';

const meta: Meta<MulinChecklist> = {
  title: 'parts/mulin-checklist',
  component: 'mulin-checklist',
  args: { service: 'marriage' },
};
export default meta;
type Story = StoryObj<MulinChecklist>;

export const AfterAReceipt: Story = {};
/** For a page with a sheet and a heading of its own. */
export const Bare: Story = { args: { bare: true } };
export const NothingToBring: Story = { args: { service: '', items: [] } };
