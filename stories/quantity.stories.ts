import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MulinQuantity } from '../src/ui/index.ts';

const meta: Meta<MulinQuantity> = {
  title: 'ui/mulin-quantity',
  component: 'mulin-quantity',
  args: { label: '件数', min: 1, max: 5, value: '2' },
};
export default meta;
type Story = StoryObj<MulinQuantity>;

export const Between: Story = {};
export const AtTheMost: Story = { args: { value: '5' } };
export const AtTheLeast: Story = { args: { value: '1' } };
export const WithoutLabel: Story = { args: { compact: true } };
export const Off: Story = { args: { disabled: true } };
