import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { Basket, MulinBasket } from '../src/parts/catalog/index.ts';
import { opened, place, shown } from './shop.ts';

const meta: Meta<MulinBasket> = { title: 'parts/mulin-basket', component: 'mulin-basket' };
export default meta;
type Story = StoryObj<MulinBasket>;

const story = (
  goods: readonly (readonly [string, number])[],
  payBy: 'fen' | 'points' = 'fen',
): Story => ({
  loaders: [opened()],
  render: (_, { loaded }) => {
    const basket: Basket = new Map(goods);
    return shown(
      loaded,
      html`<mulin-basket place=${place} pay-by=${payBy} .basket=${basket}></mulin-basket>`,
    );
  },
});
export const Empty: Story = story([]);
export const TwoThings: Story = story([
  ['long-grain-rice', 1],
  ['cotton-socks', 2],
]);
export const WithPoints: Story = story([['long-grain-rice', 1]], 'points');
/** Some things are sold for a good cause only. */
export const NotForPoints: Story = story([['hand-painted-fan', 1]], 'points');
/** More than the shop has, as when somebody else was quicker. */
export const MoreThanThereIs: Story = story([['long-grain-rice', 99]]);
