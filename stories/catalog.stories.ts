import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { Basket, MulinCatalog } from '../src/parts/catalog/index.ts';
import { screenOf } from '../tests/harness/screen.ts';
import { opened, place, shown } from './shop.ts';

const meta: Meta<MulinCatalog> = { title: 'parts/mulin-catalog', component: 'mulin-catalog' };
export default meta;
type Story = StoryObj<MulinCatalog>;

const catalog = html`<mulin-catalog place=${place}></mulin-catalog>`;
const walked = { tags: ['!autodocs'] };

export const Shelves: Story = {
  loaders: [opened()],
  render: (_, { loaded }) => shown(loaded, catalog),
};
const twoOfRice: Basket = new Map([['long-grain-rice', 2]]);
export const SomethingChosen: Story = {
  loaders: [opened()],
  render: (_, { loaded }) =>
    shown(loaded, html`<mulin-catalog place=${place} .basket=${twoOfRice}></mulin-catalog>`),
};
/** By the first letters of the syllables; what matches is marked. */
export const FoundByInitials: Story = {
  ...walked,
  loaders: [opened()],
  render: (_, { loaded }) => shown(loaded, catalog),
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    const line = (await screen.find('searchbox', /找物品/)) as HTMLInputElement;
    line.focus();
    document.execCommand('insertText', false, 'yrf');
    await screen.read(/羽绒服/);
  },
};
export const NothingFound: Story = {
  ...walked,
  loaders: [opened()],
  render: (_, { loaded }) => shown(loaded, catalog),
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    const line = (await screen.find('searchbox', /找物品/)) as HTMLInputElement;
    line.focus();
    document.execCommand('insertText', false, '航空母舰');
    await screen.read(/没有找到/);
  },
};
export const OneCategory: Story = {
  ...walked,
  loaders: [opened()],
  render: (_, { loaded }) => shown(loaded, catalog),
  play: async ({ canvasElement }) => {
    await screenOf(canvasElement).press('衣物鞋帽');
  },
};
/** Ten thousand goods are as quick as thirty. */
export const TenThousand: Story = {
  loaders: [
    opened(undefined, (pack) => ({
      ...pack,
      goods: Array.from({ length: 10_000 }, (_, i) => {
        const good = (pack.goods ?? [])[i % (pack.goods?.length ?? 1)];
        if (!good) throw new Error('The pack has no goods.');
        return { ...good, id: `${good.id}-${i}` };
      }),
    })),
  ],
  render: (_, { loaded }) => shown(loaded, catalog),
};
export const UnknownShop: Story = {
  loaders: [opened()],
  render: (_, { loaded }) => shown(loaded, html`<mulin-catalog place="nowhere"></mulin-catalog>`),
};
