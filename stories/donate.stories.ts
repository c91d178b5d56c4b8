import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { MulinDonate } from '../src/parts/catalog/giving/index.ts';
import { phone } from '../tests/harness/persons.ts';
import { screenOf, type Screen } from '../tests/harness/screen.ts';
import { opened, place, shown } from './shop.ts';

const meta: Meta<MulinDonate> = { title: 'parts/mulin-donate', component: 'mulin-donate' };
export default meta;
type Story = StoryObj<MulinDonate>;

const story = (walk?: (screen: Screen) => Promise<void>): Story => ({
  tags: walk ? ['!autodocs'] : [],
  loaders: [opened()],
  render: (_, { loaded }) => shown(loaded, html`<mulin-donate place=${place}></mulin-donate>`),
  play: async ({ canvasElement }) => walk?.(screenOf(canvasElement)),
});
async function toWhat(screen: Screen): Promise<void> {
  await screen.press(/捐物品/);
  await screen.press('衣物', 'radio');
}

export const Ways: Story = story();
export const What: Story = story(toWhat);
export const When: Story = story(async (screen) => {
  await toWhat(screen);
  await screen.press('下一步');
  await screen.find('radiogroup', /哪一天送来/);
});
export const Money: Story = story((screen) => screen.press(/捐款/));
export const MoneyRegistered: Story = story(async (screen) => {
  await screen.press(/捐款/);
  await screen.press('50 元', 'radio');
  await screen.type(/手机号/, phone);
  await screen.press('登记捐款');
  await screen.find('article', '捐赠登记单');
});
export const NobodyYet: Story = story((screen) => screen.press(/爱心榜/));
