/**
 * How a court sits, in the browser and in the hall alike: check who asks and what, load what the law wants to see, let it
 * decide. A court brings its own way of loading; it gets back a decision and carries it out.
 */
import { Settings } from 'typebox/system';
import { Check, Errors } from 'typebox/schema';
import type { Guesses, Subject } from './guesses.ts';
import type { AnyCommand, AnyLaw, AnyQuery } from './registry.ts';
import type { Pack } from './pack.ts';
import {
  may,
  refuse,
  type Alias,
  type Answer,
  type Ctx,
  type Decision,
  type Docs,
  type Key,
  type KeyRange,
} from './shared/law.ts';

// Interpreted everywhere: pages with a strict content security policy must not even be asked for eval.
Settings.Set({ useAcceleration: false });

type CommonRefusal = 'input.invalid' | 'actor.not-allowed' | 'law.unknown' | 'guess.wait';

/** What a court brings to a sitting: all that the law's own context has, but a pseudonym takes it a moment. */
export interface Sitting extends Omit<Ctx<Pack>, 'alias'> {
  alias(value: string): Promise<Alias>;
  /** Where wrong guesses are counted, and whom they are counted against, such as `device/kiosk-1`. */
  readonly counting?: { readonly guesses: Guesses; readonly from: string };
}

/** Loads documents by key. What has no document has no entry. */
export type LoadKeys = (keys: readonly Key[]) => Promise<Docs>;
/** Loads documents by key and by range. */
export type LoadRanges = (wanted: readonly (Key | KeyRange)[]) => Promise<Docs>;

export async function decide(
  law: AnyLaw,
  name: string,
  input: unknown,
  sitting: Sitting,
  load: LoadKeys,
): Promise<Decision<unknown, string>> {
  const command = own(law.commands, name);
  const refused = admit(command, input, sitting);
  if (!command || refused) return refused ?? refuse('law.unknown');
  let ctx = await contextFor(command, input, sitting);
  return guarded(command, input, sitting, async () => {
    const docs = new Map<Key, unknown>();
    const asked = new Set<Key>();
    for (;;) {
      const fresh = command.touches(input as never, docs, ctx).filter((key) => !asked.has(key));
      if (fresh.length === 0) return command.decide(docs, input as never, ctx);
      for (const key of fresh) asked.add(key);
      // In key order, so that two courts that lock as they load never wait for each other in a circle.
      for (const [key, doc] of await load(fresh.toSorted())) docs.set(key, doc);
      // Others may have gone first meanwhile: whoever decides on what they left must not be earlier than they were.
      ctx = { ...ctx, now: sitting.now };
    }
  });
}

export async function answer(
  law: AnyLaw,
  name: string,
  input: unknown,
  sitting: Sitting,
  load: LoadRanges,
): Promise<Answer<unknown, string>> {
  const query = own(law.queries, name);
  const refused = admit(query, input, sitting);
  if (!query || refused) return refused ?? refuse('law.unknown');
  const ctx = await contextFor(query, input, sitting);
  return guarded(query, input, sitting, async () =>
    query.answer(await load(query.reads(input as never, ctx)), input as never, ctx),
  );
}

/** What a query looks at now; `watch` wakes up for these keys. */
export async function readsOf(
  law: AnyLaw,
  name: string,
  input: unknown,
  sitting: Sitting,
): Promise<readonly (Key | KeyRange)[]> {
  const query = own(law.queries, name);
  if (!query || admit(query, input, sitting)) return [];
  return query.reads(input as never, await contextFor(query, input, sitting));
}

/** Where something could be guessed: not while there is to be waited, and whatever comes of it is counted. */
async function guarded<Told extends { readonly ok: boolean; readonly refusal?: { code: string } }>(
  { guess }: AnyCommand | AnyQuery,
  input: unknown,
  { counting, now }: Sitting,
  work: () => Promise<Told>,
): Promise<Told | ReturnType<typeof refuse>> {
  const what = guess?.at(input as never);
  if (!guess || !counting || what === undefined) return work();
  const { guesses, from } = counting;
  const subjects: readonly Subject[] = [`who/${from}`, `what/${what}`];
  const until = guesses.waitUntil(subjects, now);
  if (until !== undefined)
    return refuse('guess.wait', { facts: { minutes: Math.ceil((until - now) / 60_000) } });
  const told = await work();
  if (told.ok) guesses.right(subjects);
  else if (guess.wrong.includes(told.refusal?.code ?? ''))
    guesses.wrong(subjects, JSON.stringify(input), now);
  return told;
}

/** Works out the pseudonyms that the law wants, so that its own functions need not wait for anything. */
async function contextFor(
  law: AnyCommand | AnyQuery,
  input: unknown,
  sitting: Sitting,
): Promise<Ctx<Pack>> {
  const values = new Set(law.aliases?.(input as never));
  const aliases = new Map(
    await Promise.all(
      [...values].map(async (value) => [value, await sitting.alias(value)] as const),
    ),
  );
  return {
    ...sitting,
    alias(value) {
      const alias = aliases.get(value);
      if (alias === undefined)
        throw new Error(`${law.name} asks for an alias it did not announce.`);
      return alias;
    },
  };
}

/** Names come from outside: `constructor` is not a command. */
function own<Item>(items: Readonly<Record<string, Item>>, name: string): Item | undefined {
  return Object.hasOwn(items, name) ? items[name] : undefined;
}

function admit(
  law: AnyCommand | AnyQuery | undefined,
  input: unknown,
  { actor }: Sitting,
): { readonly ok: false; readonly refusal: { readonly code: CommonRefusal } } | undefined {
  if (!law) return refuse('law.unknown');
  if (!may(law.who, actor)) return refuse('actor.not-allowed');
  if (Check(law.input, input)) return undefined;
  const [, errors] = Errors(law.input, input);
  return refuse('input.invalid', {
    at: errors[0]?.instancePath ?? '',
    facts: { reason: errors[0]?.message ?? '' },
  });
}
