import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { MulinStock } from '../src/parts/catalog/desk/index.ts';
import { phone } from '../tests/harness/persons.ts';
import { screenOf, type Screen } from '../tests/harness/screen.ts';
import type { Shop } from '../tests/harness/shop-hall.ts';
import { opened, place, shown } from './shop.ts';

const meta: Meta<MulinStock> = { title: 'parts/mulin-stock', component: 'mulin-stock' };
export default meta;
type Story = StoryObj<MulinStock>;

const reserved = (shop: Shop): Promise<unknown> =>
  shop.does('catalog.reserve', {
    ...{ place, by: 'fen', phone },
    lines: [{ item: 'long-grain-rice', count: 2 }],
  });
const story = (
  content: TemplateResult,
  {
    prepare = () => Promise.resolve<unknown>(undefined),
    who = 'terminal',
    walk,
  }: {
    prepare?: (shop: Shop) => Promise<unknown>;
    who?: 'terminal' | 'clerk';
    walk?: (screen: Screen) => Promise<void>;
  } = {},
): Story => ({
  tags: walk ? ['!autodocs'] : [],
  loaders: [opened(prepare)],
  render: (_, { loaded }) => shown(loaded, content, who),
  play: async ({ canvasElement }) => walk?.(screenOf(canvasElement)),
});
const desk = html`<mulin-stock place=${place}></mulin-stock>`;
export const NothingToFetch: Story = story(desk, { who: 'clerk' });
export const SomethingToFetch: Story = story(desk, { who: 'clerk', prepare: reserved });
export const BeforeHandingOut: Story = story(desk, {
  who: 'clerk',
  prepare: reserved,
  walk: (screen) => screen.press(/^打开 /),
});
export const Shelf: Story = story(desk, {
  who: 'clerk',
  walk: (screen) => screen.press('库存', 'tab'),
});
export const Gifts: Story = story(desk, {
  who: 'clerk',
  prepare: (shop) =>
    shop.does('donation.offer', {
      ...{ place, phone, named: false, slot: { date: '2026-11-25', time: '14:00' } },
      goods: [{ wanted: 'clothes', what: '棉衣', count: 3, state: 'as-new' }],
    }),
  walk: (screen) => screen.press('收捐赠', 'tab'),
});
export const Month: Story = story(desk, {
  who: 'clerk',
  prepare: (shop) => shop.clerkDoes('stock.intake', { place, item: 'long-grain-rice', count: 12 }),
  walk: (screen) => screen.press('月报', 'tab'),
});
export const EmptyMonth: Story = story(desk, {
  who: 'clerk',
  walk: (screen) => screen.press('月报', 'tab'),
});
export const WithoutStaff: Story = story(desk);
