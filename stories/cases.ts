/** Applications for each story, handed in before it is drawn. */
import { html, type TemplateResult } from 'lit';
import { simulatedCardReader, type CardReader } from '../src/device/card/index.ts';
import '../src/index.ts';
import { openCaseHall, type CaseHall } from '../tests/harness/case-hall.ts';
import { elder, tail } from '../tests/harness/cases.ts';
import { screenOf, type Screen } from '../tests/harness/screen.ts';
import type { Around } from './walk.ts';

interface Loaded {
  readonly cases: CaseHall;
  readonly code: string;
}

/** One is handed in, with two papers, and what `further` does with it. */
export const prepared =
  (further: (hall: CaseHall, code: string) => Promise<unknown> = () => Promise.resolve()) =>
  async (): Promise<Loaded> => {
    const cases = openCaseHall();
    const { code } = await cases.handIn(2);
    await further(cases, code);
    return { cases, code };
  };

export const loadedBy = (loaded: unknown): Loaded => loaded as Loaded;

export const shown = (
  loaded: unknown,
  who: 'terminal' | 'clerk' | 'colleague',
  content: TemplateResult,
  cardReader?: CardReader,
): TemplateResult =>
  html`<mulin-scope .gateway=${loadedBy(loaded).cases[who]} .cardReader=${cardReader}
    >${content}</mulin-scope
  >`;

/** A reader on which the old lady's card lies. */
export const herCard = (): CardReader =>
  simulatedCardReader({
    card: { kind: 'resident', idNumber: elder, name: '王秀英' },
  });

/** Finds the receipt by its code and the end of the telephone. */
export async function lookUp({ canvasElement, loaded }: Around): Promise<Screen> {
  const screen = screenOf(canvasElement);
  await screen.type(/回执码/, loadedBy(loaded).code);
  await screen.type(/后四位/, tail);
  await screen.press('查一查');
  await screen.find('article', /老年助餐/);
  return screen;
}
