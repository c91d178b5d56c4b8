/**
 * How a court sits, in the browser and in the hall alike: check who asks and what, load what the law wants to see, let it
 * decide. A court brings its own way of loading; it gets back a decision and carries it out.
 */
import { Settings } from 'typebox/system';
import { Check, Errors } from 'typebox/schema';
import type { AnyCommand, AnyLaw, AnyQuery } from './registry.ts';
import type { Pack } from './pack.ts';
import {
  may,
  refuse,
  type Answer,
  type Ctx,
  type Decision,
  type Docs,
  type Key,
  type KeyRange,
} from './shared/law.ts';

// Interpreted everywhere: pages with a strict content security policy must not even be asked for eval.
Settings.Set({ useAcceleration: false });

type CommonRefusal = 'input.invalid' | 'actor.not-allowed' | 'law.unknown';

/** Loads documents by key. What has no document has no entry. */
export type LoadKeys = (keys: readonly Key[]) => Promise<Docs>;
/** Loads documents by key and by range. */
export type LoadRanges = (wanted: readonly (Key | KeyRange)[]) => Promise<Docs>;

export async function decide(
  law: AnyLaw,
  name: string,
  input: unknown,
  ctx: Ctx<Pack>,
  load: LoadKeys,
): Promise<Decision<unknown, string>> {
  const command = own(law.commands, name);
  const refused = admit(command, input, ctx);
  if (!command || refused) return refused ?? refuse('law.unknown');
  const docs = new Map<Key, unknown>();
  const asked = new Set<Key>();
  for (;;) {
    const fresh = command.touches(input as never, docs).filter((key) => !asked.has(key));
    if (fresh.length === 0) return command.decide(docs, input as never, ctx);
    for (const key of fresh) asked.add(key);
    // In key order, so that two courts that lock as they load never wait for each other in a circle.
    for (const [key, doc] of await load(fresh.toSorted())) docs.set(key, doc);
  }
}

export async function answer(
  law: AnyLaw,
  name: string,
  input: unknown,
  ctx: Ctx<Pack>,
  load: LoadRanges,
): Promise<Answer<unknown, string>> {
  const query = own(law.queries, name);
  const refused = admit(query, input, ctx);
  if (!query || refused) return refused ?? refuse('law.unknown');
  return query.answer(await load(query.reads(input as never, ctx)), input as never, ctx);
}

/** What a query looks at now; `watch` wakes up for these keys. */
export function readsOf(
  law: AnyLaw,
  name: string,
  input: unknown,
  ctx: Ctx<Pack>,
): readonly (Key | KeyRange)[] {
  const query = own(law.queries, name);
  return query && !admit(query, input, ctx) ? query.reads(input as never, ctx) : [];
}

/** Names come from outside: `constructor` is not a command. */
function own<Item>(items: Readonly<Record<string, Item>>, name: string): Item | undefined {
  return Object.hasOwn(items, name) ? items[name] : undefined;
}

function admit(
  law: AnyCommand | AnyQuery | undefined,
  input: unknown,
  ctx: Ctx<Pack>,
): { readonly ok: false; readonly refusal: { readonly code: CommonRefusal } } | undefined {
  if (!law) return refuse('law.unknown');
  if (!may(law.who, ctx.actor)) return refuse('actor.not-allowed');
  if (Check(law.input, input)) return undefined;
  const [, errors] = Errors(law.input, input);
  return refuse('input.invalid', {
    at: errors[0]?.instancePath ?? '',
    facts: { reason: errors[0]?.message ?? '' },
  });
}
