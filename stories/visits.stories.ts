/** What a booking can be beyond one service for one person on a free day. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { simulatedCardReader } from '../src/device/card/index.ts';
import '../src/index.ts';
import type { Pack } from '../src/model/index.ts';
import { openHall, type Hall } from '../tests/harness/hall.ts';
import { groom, phone, phoneTail } from '../tests/harness/persons.ts';
import { screenOf, type Screen } from '../tests/harness/screen.ts';
import { visitPack } from '../tests/harness/visits.ts';

const meta: Meta = { title: 'parts/visits', component: 'mulin-booking', tags: ['!autodocs'] };
export default meta;
type Story = StoryObj;

interface Office {
  readonly hall: Hall;
  /** Of the appointment that the person of the stories has. */
  readonly code: string;
}
const officeOf = (loaded: Record<string, unknown>): Office => loaded['office'] as Office;

const day = { service: 'reissue', place: 'registry', date: '2026-11-24' };
const slot = { ...day, time: '09:30' };
const waiting = { offerMinutes: 30, maxDays: 7 };

/** An office with these rules, and what has happened there so far. */
const office = (pack: Pack, prepare?: (hall: Hall) => Promise<{ code: string }>) => [
  async () => {
    const hall = openHall(pack, undefined, 'terminal-1');
    const { code = '' } = (await prepare?.(hall)) ?? {};
    return { office: { hall, code } };
  },
];
const shown = (loaded: Record<string, unknown>, content: TemplateResult): TemplateResult =>
  html`<mulin-scope
    .gateway=${officeOf(loaded).hall.gateway}
    .cardReader=${simulatedCardReader({
      card: { kind: 'resident', idNumber: groom, name: '示例' },
    })}
    >${content}</mulin-scope
  >`;
const booking: Story['render'] = (_, { loaded }) =>
  shown(loaded, html`<mulin-booking service="reissue"></mulin-booking>`);
const appointment: Story['render'] = (_, { loaded }) =>
  shown(loaded, html`<mulin-appointment></mulin-appointment>`);

async function toTimes(root: HTMLElement): Promise<Screen> {
  const screen = screenOf(root);
  await screen.press('下一步：选地点');
  await screen.press('下一步：选时间');
  return screen;
}
async function toPersons(root: HTMLElement, time: RegExp): Promise<Screen> {
  const screen = await toTimes(root);
  await screen.press(time);
  await screen.press('下一步：填信息');
  await screen.find('textbox', /本人身份证/);
  return screen;
}
async function lookUp(root: HTMLElement, loaded: Record<string, unknown>): Promise<Screen> {
  const screen = screenOf(root);
  await screen.type(/回执码/, officeOf(loaded).code);
  await screen.type(/后四位/, phoneTail);
  await screen.press('查一查');
  return screen;
}

/** Two things in one visit, and somebody comes along. */
export const SeveralServicesAndPersons: Story = {
  loaders: office(visitPack()),
  render: booking,
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.press('查档复印', 'checkbox');
    await screen.press(/双方 2 人/, 'radio');
    await screen.find('button', '下一步：选地点');
  },
};
/** The day is full: one can wait for a place. */
export const FullDay: Story = {
  loaders: office(visitPack({ waiting }), async (hall) => {
    await hall.fillDay(day);
    return { code: '' };
  }),
  render: booking,
  play: async ({ canvasElement }) => {
    const screen = await toTimes(canvasElement);
    await screen.press(/排候补/);
    await screen.find('radiogroup', /候补哪几天/);
  },
};

async function wait(hall: Hall): Promise<{ code: string }> {
  await hall.fillDay(day);
  return hall.send('booking.wait', {
    ...{ service: day.service, place: day.place, from: day.date, to: day.date },
    ...{ persons: [{ role: 'applicant', idNumber: groom }], phone, declarations: [] },
  });
}
export const OnTheWaitingList: Story = {
  loaders: office(visitPack({ waiting }), wait),
  render: appointment,
  play: async ({ canvasElement, loaded }) => {
    const screen = await lookUp(canvasElement, loaded);
    await screen.read(/下一个就是您/);
  },
};
/** A place was given back, and is kept for half an hour. */
export const OfferedAPlace: Story = {
  loaders: office(visitPack({ waiting }), async (hall) => {
    const { code } = await hall.book(slot);
    const wish = await wait(hall);
    await hall.send('booking.cancel', { code, phoneTail });
    return wish;
  }),
  render: appointment,
  play: async ({ canvasElement, loaded }) => {
    const screen = await lookUp(canvasElement, loaded);
    await screen.find('button', '就要这个时间');
  },
};
/** It does not count before it was confirmed once more. */
export const ConfirmBeforeItCounts: Story = {
  loaders: office(visitPack({ affirmMinutes: 60 }), (hall) => hall.book(slot)),
  render: appointment,
  play: async ({ canvasElement, loaded }) => {
    const screen = await lookUp(canvasElement, loaded);
    await screen.find('button', '确认要来');
  },
};
export const NotConfirmedInTime: Story = {
  loaders: office(visitPack({ affirmMinutes: 60 }), async (hall) => {
    const receipt = await hall.book(slot);
    hall.later(61);
    return receipt;
  }),
  render: appointment,
  play: async ({ canvasElement, loaded }) => {
    const screen = await lookUp(canvasElement, loaded);
    await screen.read(/没有按时确认/);
  },
};
/** On the day itself, from an hour before. */
export const CheckIn: Story = {
  loaders: office(visitPack(), async (hall) => {
    const receipt = await hall.book(slot);
    hall.later(11 * 60);
    return receipt;
  }),
  render: appointment,
  play: async ({ canvasElement, loaded }) => {
    const screen = await lookUp(canvasElement, loaded);
    await screen.find('button', '报到');
  },
};
export const CheckedIn: Story = {
  ...CheckIn,
  play: async (around) => {
    await CheckIn.play?.(around);
    const screen = screenOf(around.canvasElement);
    await screen.press('报到');
    await screen.read(/请坐下，等叫到您/);
  },
};
/** One appointment on a day is enough. What was typed is kept. */
export const EnoughForThatDay: Story = {
  loaders: office(visitPack({}, { limits: { perDay: 1 } }), (hall) => hall.book(slot)),
  render: booking,
  play: async ({ canvasElement }) => {
    const screen = await toPersons(canvasElement, /^10:30/);
    await screen.type(/本人身份证/, groom);
    await screen.type(/手机号/, phone);
    await screen.press('下一步：确认');
    await screen.press('确认预约');
    await screen.read(/这一天已经有预约了/);
  },
};
/** Whoever lays down a card needs no code. */
export const ByCard: Story = {
  loaders: office(visitPack(), (hall) => hall.book(slot)),
  render: appointment,
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.press('刷身份证，看我的预约');
    await screen.find('button', /11月24日 星期二 09:30/);
  },
};
