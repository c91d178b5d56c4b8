/** A couple walks through the booking of a marriage, as far as a story needs: every state is reached, none is made up. */
import type { Hall, Slot } from '../tests/harness/hall.ts';
import { bride, groom, phone } from '../tests/harness/persons.ts';
import { screenOf, type Screen } from '../tests/harness/screen.ts';

export const slot: Slot = {
  service: 'marriage',
  place: 'yangpu-registry',
  date: '2026-11-27',
  time: '10:00',
};

/** What play functions and loaders are given. */
export interface Around {
  readonly canvasElement: HTMLElement;
  readonly loaded: Record<string, unknown>;
}

/** The hall of the story (`.storybook/preview.ts`). */
export function hallOf({ loaded }: Pick<Around, 'loaded'>): Hall {
  return loaded['hall'] as Hall;
}

const answers: readonly [question: RegExp, answer: '是' | '否'][] = [
  [/能一起来/, '是'],
  [/自己愿意/, '是'],
  [/还在婚姻中/, '否'],
  [/近亲/, '否'],
  [/居民身份证/, '是'],
];

export async function answer(screen: Screen, question: RegExp, words: string): Promise<void> {
  const group = await screen.find('radiogroup', question);
  await screenOf(group).press(words, 'radio');
}

export async function toPlace({ canvasElement }: Around): Promise<Screen> {
  const screen = screenOf(canvasElement);
  for (const [question, words] of answers) await answer(screen, question, words);
  await screen.press(/下一步/);
  await screen.find('radio', /婚姻登记中心/);
  return screen;
}

export async function toTime(around: Around): Promise<Screen> {
  const screen = await toPlace(around);
  await screen.press(/下一步/);
  await screen.press(/11月27日/);
  await screen.press(/^10:00/);
  return screen;
}

export async function toPersons(around: Around): Promise<Screen> {
  const screen = await toTime(around);
  await screen.press(/下一步/);
  await screen.find('textbox', /男方/);
  return screen;
}

export async function fillIn(screen: Screen, man = groom, woman = bride): Promise<void> {
  await screen.type(/男方/, man);
  await screen.type(/女方/, woman);
  await screen.type(/手机号/, phone);
}

export async function toReview(around: Around): Promise<Screen> {
  const screen = await toPersons(around);
  await fillIn(screen);
  await screen.press(/下一步/);
  for (const statement of [/没有配偶/, /旁系血亲/, /都是真的/])
    await screen.press(statement, 'checkbox');
  return screen;
}

export async function toReceipt(around: Around): Promise<Screen> {
  const screen = await toReview(around);
  await screen.press('确认预约');
  await screen.find('article', '回执码');
  return screen;
}
