/** What the routes of this folder have in common. */
import { Check, Errors } from 'typebox/schema';
import type { Static, TSchema } from 'typebox';
import type { Guesses, Subject } from '../../src/model/guesses.ts';
import { may, type Who as Line } from '../../src/model/shared/law.ts';
import { readJson } from '../body.ts';
import { problemOfFault, problemResponse, tooManyGuesses, type Problem } from '../problem.ts';
import type { Hall } from '../hall.ts';
import type { SealKey, Sealer } from '../seal.ts';
import { StoreFault, type Store } from '../store/store.ts';
import type { Asker } from './callers.ts';
import type { Devices } from './devices.ts';
import type { Partner, Recognise } from './partners.ts';
import type { Provider, ProviderSettings } from './provider.ts';
import type { Register } from './register.ts';
import type { Asked } from './request.ts';
import type { Sessions } from './sessions.ts';
import type { StaffBook } from './staff.ts';

export interface WhoOptions {
  readonly hall: Pick<Hall, 'id' | 'pack' | 'now' | 'alias'>;
  readonly store: Store;
  readonly sealer: Sealer;
  /** Whoever reads these keys owns the hall: see `operatorToken`. */
  readonly keys?: readonly SealKey[];
  /** The hall is reached from its own machine only; until something is enrolled, whoever sits there sits at a kiosk. */
  readonly isAlone?: boolean;
  /** A page that is no enrolled terminal asks to become one. */
  readonly demandsEnrolment?: boolean;
  /** Pages of other origins on the hall's own site that may use its cookies, such as `https://www.hall.example`. */
  readonly origins?: readonly string[];
  /** Whose signed tokens prove who a citizen is. */
  readonly partners?: readonly Partner[];
  /** Where staff sign in, instead of or beside their passwords. */
  readonly provider?: ProviderSettings;
  /** How many proxies of one's own stand before the hall. */
  readonly proxies?: number;
}

export interface Desk extends Omit<WhoOptions, 'provider'> {
  readonly register: Register;
  readonly devices: Devices;
  readonly sessions: Sessions;
  readonly staff: StaffBook;
  readonly recognise: Recognise;
  readonly provider?: Provider;
  readonly guesses: Guesses;
  addressOf(context: Asked): string;
  ask(context: Asked): Promise<Asker | { readonly problem: Problem }>;
}

/** Answers whoever asks, if they are among `who`, and turns what goes wrong below into a problem. */
export async function served(
  desk: Desk,
  context: Asked,
  who: readonly Line[] | 'everybody',
  work: (asker: Asker) => Promise<Response>,
): Promise<Response> {
  try {
    const asker = await desk.ask(context);
    if ('problem' in asker) return problemResponse(asker.problem);
    if (who !== 'everybody' && !may(who, asker.caller.actor)) return problemResponse(notAllowed);
    return await work(asker);
  } catch (error) {
    if (error instanceof StoreFault) return problemResponse(problemOfFault({ code: error.code }));
    throw error;
  }
}

/** The body as this schema wants it, or the problem with it. */
export async function bodyOf<Schema extends TSchema>(
  context: Asked,
  schema: Schema,
): Promise<{ readonly body: Static<Schema> } | { readonly problem: Problem }> {
  const read = await readJson(context.req.raw);
  if ('problem' in read) return read;
  if (Check(schema, read.json)) return { body: read.json as Static<Schema> };
  const [, [error]] = Errors(schema, read.json);
  const at = error?.instancePath ?? '';
  const reason = error?.message ?? 'does not fit';
  const detail = `${at || 'The body'}: ${reason}`;
  return { problem: { status: 400, code: 'input.invalid', detail, at, facts: { reason } } };
}

/**
 * Asks `prove` for what was guessed, unless there were too many wrong guesses before. It answers undefined where the guess
 * is wrong; whatever was wrong with it, the answer is the same problem, after the same time.
 */
export async function guessed<Proven>(
  { guesses, register: { now } }: Desk,
  subjects: readonly Subject[],
  guess: string,
  wrong: Problem,
  prove: () => Promise<Proven | undefined>,
): Promise<{ readonly proven: Proven } | { readonly problem: Problem }> {
  const until = guesses.waitUntil(subjects, now());
  if (until !== undefined) return { problem: tooManyGuesses(Math.ceil((until - now()) / 60_000)) };
  const proven = await prove();
  if (proven === undefined) {
    guesses.wrong(subjects, guess, now());
    return { problem: wrong };
  }
  guesses.right(subjects);
  return { proven };
}

const notAllowed: Problem = {
  status: 403,
  code: 'actor.not-allowed',
  detail: 'Whoever asks may not do this.',
};
