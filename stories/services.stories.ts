import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MulinServices } from '../src/parts/guide/index.ts';

const meta: Meta<MulinServices> = {
  title: 'parts/mulin-services',
  component: 'mulin-services',
  args: { only: 'all' },
  argTypes: { only: { control: 'inline-radio', options: ['all', 'bookable'] } },
};
export default meta;
type Story = StoryObj<MulinServices>;

export const All: Story = {};
export const Bookable: Story = { args: { only: 'bookable' } };
export const Terminal: Story = { parameters: { terminal: true } };
export const HighContrast: Story = { parameters: { theme: 'contrast' } };
