import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { screenOf } from '../tests/harness/screen.ts';
import { herCard, lookUp, prepared, shown } from './cases.ts';

const meta: Meta = { title: 'parts/mulin-records', component: 'mulin-records' };
export default meta;
type Story = StoryObj;

const records = html`<mulin-records></mulin-records>`;
const found = (further?: Parameters<typeof prepared>[0]): Story => ({
  tags: ['!autodocs'],
  loaders: [prepared(further)],
  render: (_, { loaded }) => shown(loaded, 'terminal', records),
  play: async (around) => {
    await lookUp(around);
  },
});

export const Find: Story = {
  loaders: [prepared()],
  render: (_, { loaded }) => shown(loaded, 'terminal', records),
};
export const Received: Story = found();
export const Checked: Story = found((hall, code) => hall.check(code, 'right', 'right'));
/** More is asked for: the picture, the words, and until when. */
export const Asked: Story = found(async (hall, code) => {
  await hall.check(code, 'right', 'wrong');
  await hall.ask(code);
});
export const Granted: Story = found(async (hall, code) => {
  await hall.check(code, 'right', 'right');
  await hall.decide(code, 'granted');
});
export const Refused: Story = found(async (hall, code) => {
  await hall.check(code, 'right', 'wrong');
  await hall.decide(code, 'refused');
});
export const Withdrawn: Story = found((hall, code) => hall.withdraw(code));
export const WithdrawAsk: Story = {
  ...found(),
  play: async (around) => {
    const screen = await lookUp(around);
    await screen.press('撤回申请');
    await screen.find('dialog', /真的要撤回吗/);
  },
};
/** By card: all that is hers. */
export const Mine: Story = {
  tags: ['!autodocs'],
  loaders: [prepared((hall) => hall.handIn())],
  render: (_, { loaded }) => shown(loaded, 'terminal', records, herCard()),
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.press('刷身份证查我的办件');
    await screen.read(/办件/);
    await screen.find('button', /老年助餐/);
  },
};
