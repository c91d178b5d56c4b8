import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { MulinShop } from '../src/journeys/index.ts';
import { phone } from '../tests/harness/persons.ts';
import { screenOf, type Screen } from '../tests/harness/screen.ts';
import { opened, place, shown } from './shop.ts';

const meta: Meta<MulinShop> = { title: 'journeys/mulin-shop', component: 'mulin-shop' };
export default meta;
type Story = StoryObj<MulinShop>;

/** The way there is walked; a docs page, where nobody walks, would show the shelves. */
const story = (walk?: (screen: Screen) => Promise<void>): Story => ({
  tags: walk ? ['!autodocs'] : [],
  loaders: [opened()],
  render: (_, { loaded }) => shown(loaded, html`<mulin-shop place=${place}></mulin-shop>`),
  play: async ({ canvasElement }) => walk?.(screenOf(canvasElement)),
});
async function toBasket(screen: Screen): Promise<void> {
  await screen.press(/长粒香大米/);
  await screen.press(/放进篮子/);
  await screen.press(/看篮子/);
  await screen.find('heading', '我的篮子');
}
async function toCheckout(screen: Screen): Promise<void> {
  await toBasket(screen);
  await screen.press(/下一步/);
  await screen.find('textbox', /手机号/);
}

export const Shelves: Story = story();
export const Basket: Story = story(toBasket);
export const Checkout: Story = story(toCheckout);
export const Receipt: Story = story(async (screen) => {
  await toCheckout(screen);
  await screen.type(/手机号/, phone);
  await screen.press('确认预订');
  await screen.find('article', '慈善超市取货单');
});
