import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { simulatedCardReader } from '../src/device/card/index.ts';
import type { MulinPoints } from '../src/parts/catalog/orders/index.ts';
import { idNumberOf } from '../tests/harness/persons.ts';
import { screenOf, type Screen } from '../tests/harness/screen.ts';
import type { Shop } from '../tests/harness/shop-hall.ts';
import { opened, shown } from './shop.ts';

const meta: Meta<MulinPoints> = { title: 'parts/mulin-points', component: 'mulin-points' };
export default meta;
type Story = StoryObj<MulinPoints>;

const idNumber = idNumberOf('1949-10-01', 'female');
const enrolled = (shop: Shop): Promise<unknown> => shop.caseDoes('points.enrol', { idNumber });
const story = (
  walk: (screen: Screen) => Promise<void>,
  prepare: (shop: Shop) => Promise<unknown> = enrolled,
): Story => ({
  tags: ['!autodocs'],
  loaders: [opened(prepare)],
  render: (_, { loaded }) =>
    shown(loaded, html`<mulin-points></mulin-points>`, 'terminal', {
      cardReader: simulatedCardReader({ card: { kind: 'resident', idNumber, name: '示例' } }),
    }),
  play: async ({ canvasElement }) => walk(screenOf(canvasElement)),
});

export const BeforeTheCard: Story = story(() => Promise.resolve());
/** The amount is covered until its person uncovers it. */
export const Covered: Story = story((screen) => screen.press('刷身份证'));
export const Uncovered: Story = story(async (screen) => {
  await screen.press('刷身份证');
  await screen.press('显示积分');
});
export const EndingSoon: Story = story(
  async (screen) => {
    await screen.press('刷身份证');
    await screen.press('显示积分');
  },
  async (shop) => {
    await enrolled(shop);
    shop.later(60 * 24 * 62);
  },
);
export const None: Story = story(
  (screen) => screen.press('刷身份证'),
  () => Promise.resolve(),
);
/** A page without a reader says where to go instead. */
export const WithoutReader: Story = {
  loaders: [opened()],
  render: (_, { loaded }) => shown(loaded, html`<mulin-points></mulin-points>`),
};
