import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { own } from '../tests/harness/cases.ts';
import { screenOf } from '../tests/harness/screen.ts';
import { prepared, shown } from './cases.ts';
import type { Around } from './walk.ts';

const meta: Meta = { title: 'parts/mulin-case-desk', component: 'mulin-case-desk' };
export default meta;
type Story = StoryObj;

const desk = html`<mulin-case-desk></mulin-case-desk>`;
const open = async ({ canvasElement }: Pick<Around, 'canvasElement'>) => {
  const screen = screenOf(canvasElement);
  await screen.press(/^老年助餐/);
  await screen.find('article', /老年助餐/);
  return screen;
};
const with_ = (
  further?: Parameters<typeof prepared>[0],
  who: 'clerk' | 'colleague' = 'clerk',
): Story => ({
  tags: ['!autodocs'],
  loaders: [prepared(further)],
  render: (_, { loaded }) => shown(loaded, who, desk),
  play: async (around) => {
    await open(around);
  },
});

export const List: Story = {
  loaders: [
    prepared(async (hall) => {
      const { code } = await hall.handIn();
      await hall.check(code, 'right');
      hall.later(16);
      await hall.handIn();
    }),
  ],
  render: (_, { loaded }) => shown(loaded, 'clerk', desk),
};
export const Unclaimed: Story = with_();
export const Mine: Story = with_((hall, code) => hall.check(code, 'right'));
export const OfAColleague: Story = with_((hall, code) => hall.check(code, 'right'), 'colleague');
export const Ask: Story = {
  ...with_((hall, code) => hall.check(code, 'right', 'wrong')),
  play: async (around) => {
    const screen = await open(around);
    await screen.press(/^请申请人补充/);
    await screen.read(/要补什么/);
  },
};
export const Decide: Story = {
  ...with_((hall, code) => hall.check(code, 'right', 'right')),
  play: async (around) => {
    const screen = await open(around);
    await screen.press(/^作决定/);
    await screen.press('同意', 'radio');
    await screen.find('radio', /符合老年助餐的条件/);
  },
};
export const Closed: Story = {
  ...with_(async (hall, code) => {
    await hall.check(code, 'right', 'right');
    await hall.decide(code, 'granted');
  }),
  play: async (around) => {
    await screenOf(around.canvasElement).press('已办结');
    await open(around);
  },
};
/** 好差评: what people thought of it. */
export const Ratings: Story = {
  ...with_(async (hall, code) => {
    await hall.withdraw(code);
    const input = { ...own(code), level: 5 };
    await hall.terminal.send('case.rate', input, { idempotencyKey: code });
  }),
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.press('评价');
    await screen.read(/1 人评价/);
  },
};
export const NobodyMayDecide: Story = {
  tags: ['!autodocs'],
  loaders: [prepared()],
  render: (_, { loaded }) => shown(loaded, 'terminal', desk),
};
