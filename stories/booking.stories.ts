import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { idNumberOf } from '../tests/harness/persons.ts';
import type { MulinBooking } from '../src/parts/booking/index.ts';
import { screenOf } from '../tests/harness/screen.ts';
import {
  answer,
  fillIn,
  hallOf,
  slot,
  toPersons,
  toPlace,
  toReceipt,
  toReview,
  toTime,
} from './walk.ts';

const meta: Meta<MulinBooking> = {
  title: 'parts/mulin-booking',
  component: 'mulin-booking',
  args: { service: 'marriage' },
};
export default meta;
type Story = StoryObj<MulinBooking>;

/** The way there is walked; a docs page, where nobody walks, would show the first step. */
const walked = { tags: ['!autodocs'] };

export const Conditions: Story = {};
/** One person, other conditions. */
export const OnePerson: Story = { args: { service: 'integrated-intake' } };
/** An answer that stops is followed by what to do instead. */
export const NotLikeThis: Story = {
  ...walked,
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await answer(screen, /能一起来/, '否');
    await screen.read(/先看这里/);
  },
};
export const Unanswered: Story = {
  ...walked,
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.press(/下一步/);
    await screen.read(/先回答这一条/);
  },
};
export const Place: Story = {
  ...walked,
  play: async (around) => {
    await toPlace(around);
  },
};
export const Time: Story = {
  ...walked,
  play: async (around) => {
    await toTime(around);
  },
};
/** Somebody else was quicker: the nearest free times stand below the sentence. */
export const TakenMeanwhile: Story = {
  ...walked,
  play: async (around) => {
    const screen = await toTime(around);
    await hallOf(around).fill(slot);
    await screen.press(/下一步/);
    await screen.read(/刚被别人约走了/);
  },
};
export const Persons: Story = {
  ...walked,
  play: async (around) => {
    await toPersons(around);
  },
};
export const PersonsUnfilled: Story = {
  ...walked,
  play: async (around) => {
    const screen = await toPersons(around);
    await screen.press(/下一步/);
    await screen.read(/填写这一项/);
  },
};
/** The two numbers are the wrong way round. */
export const WrongSex: Story = {
  ...walked,
  play: async (around) => {
    const screen = await toPersons(around);
    await fillIn(screen, idNumberOf('2000-08-08', 'female'), idNumberOf('1998-05-20', 'male'));
    await screen.read(/号码和性别对不上/);
  },
};
export const TooYoung: Story = {
  ...walked,
  play: async (around) => {
    const screen = await toPersons(around);
    await fillIn(screen, idNumberOf('2006-05-20', 'male'));
    await screen.read(/还没满 22 周岁/);
  },
};
/** Two minutes before a kept time runs out, more is offered. */
export const HoldNearlyOver: Story = {
  ...walked,
  play: async (around) => {
    const screen = await toPersons(around);
    hallOf(around).later(8.5);
    await screen.find('button', '再保留一会儿');
  },
};
/** The time is over; what was typed is not. */
export const HoldOver: Story = {
  ...walked,
  play: async (around) => {
    const screen = await toPersons(around);
    await fillIn(screen);
    hallOf(around).later(11);
    await screen.read(/保留时间到了/);
  },
};
export const Review: Story = {
  ...walked,
  play: async (around) => {
    await toReview(around);
  },
};
export const ReceiptAtTheEnd: Story = {
  ...walked,
  play: async (around) => {
    await toReceipt(around);
  },
};
export const UnknownService: Story = { args: { service: 'nothing' } };
