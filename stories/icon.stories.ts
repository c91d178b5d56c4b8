import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/index.ts';
import { icons, type IconName, type MulinIcon } from '../src/ui/index.ts';
import './gallery.css';

const names = Object.keys(icons) as IconName[];

const meta: Meta<MulinIcon> = {
  title: 'ui/mulin-icon',
  component: 'mulin-icon',
  args: { name: 'calendar', label: '日历' },
  argTypes: { name: { control: 'select', options: names } },
};
export default meta;
type Story = StoryObj<MulinIcon>;

export const One: Story = {};
/** One family: 24 × 24, a line of 1.9, round ends. */
export const Family: Story = {
  render: () =>
    html`<ul class="gallery">
      ${names.map((name) => html`<li><mulin-icon name=${name}></mulin-icon>${name}</li>`)}
    </ul>`,
};
