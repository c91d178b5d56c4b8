import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { MulinItem } from '../src/parts/catalog/index.ts';
import { opened, place, shown } from './shop.ts';

const meta: Meta<MulinItem> = { title: 'parts/mulin-item', component: 'mulin-item' };
export default meta;
type Story = StoryObj<MulinItem>;

const story = (item: string, chosen = 0): Story => ({
  loaders: [opened()],
  render: (_, { loaded }) =>
    shown(loaded, html`<mulin-item place=${place} item=${item} chosen=${chosen}></mulin-item>`),
});
export const Rice: Story = story('long-grain-rice');
export const InTheBasket: Story = story('long-grain-rice', 1);
/** Sold for a good cause: no points, and who made it agreed to be named. */
export const GivenBySomebodyNamed: Story = story('hand-painted-fan');
export const Unknown: Story = story('moon-rock');
