/**
 * A person asks to be forgotten. Every part that keeps something under somebody's alias says how it forgets them, in the
 * list of the registry; `person.erase` asks all of them in one transaction, so that all of it goes or nothing does. What
 * is still going on has to be ended first, by whoever it concerns: nobody's appointment vanishes with a file.
 *
 * Right to deletion: Personal Information Protection Law of the PRC, article 47.
 */
import * as Type from 'typebox';
import { normalId, readResidentId, type IdMistake } from './identity.ts';
import {
  accept,
  command,
  refuse,
  type Alias,
  type Change,
  type Ctx,
  type Decision,
  type Docs,
  type Key,
} from './law.ts';

/** How one part forgets a person. */
export interface Eraser<Pack> {
  /** Kinds of documents (`at`) in which personal fields of that person may stand. */
  readonly kinds: readonly string[];
  /** The keys to load, as in a command: asked again until it names nothing new. */
  touches(docs: Docs, alias: Alias, ctx: Ctx<Pack>): readonly Key[];
  erase(docs: Docs, alias: Alias, ctx: Ctx<Pack>): Erasure;
}

export interface Erasure {
  /** After these nothing in `kinds` says who the person was. What somebody else still has a share in stays theirs. */
  readonly changes: readonly Change[];
  /** How many things are still going on, such as appointments to come. While there is one, nothing is erased. */
  readonly open: number;
  /** What has to be kept for a while, without number, name or telephone unless it is a record: why, and the first day without it. */
  readonly kept?: readonly Kept[];
}

export interface Kept {
  /** Such as `booking.limit`. */
  readonly why: string;
  readonly until: string;
}

export type EraseRefusal =
  | 'actor.not-allowed'
  | `person.id-${IdMistake}`
  /** Facts: `open`, how many. */
  | 'person.still-open';

export interface Erased {
  /** Documents that were removed, or taken out of which the person was. */
  readonly documents: number;
  readonly kept: readonly Kept[];
}

/** A citizen whose card was read says it for themselves; an administrator of the hall for whoever has asked in writing. */
export function eraseBy<Pack>(erasers: readonly Eraser<Pack>[]) {
  return command({
    name: 'person.erase',
    input: Type.Object(
      { idNumber: Type.Optional(Type.String({ pattern: '^[\\dXx\\s]{15,40}$' })) },
      { additionalProperties: false },
    ),
    who: ['citizen', 'staff:admin'],
    offline: 'refuse',
    aliases: ({ idNumber }) => (idNumber === undefined ? [] : [normalId(idNumber)]),
    touches(input, docs, ctx: Ctx<Pack>) {
      const alias = aliasOf(input, ctx);
      return alias === undefined ? [] : erasers.flatMap((one) => one.touches(docs, alias, ctx));
    },
    decide(docs, input, ctx: Ctx<Pack>): Decision<Erased, EraseRefusal> {
      const alias = aliasOf(input, ctx);
      if (alias === undefined) {
        if (ctx.actor.kind === 'citizen') return refuse('actor.not-allowed');
        const mistake = readResidentId(normalId(input.idNumber ?? ''));
        const code = typeof mistake === 'string' ? mistake : 'length';
        return refuse(`person.id-${code}`, { at: '/idNumber' });
      }
      const all = erasers.map((one) => one.erase(docs, alias, ctx));
      const open = all.reduce((sum, one) => sum + one.open, 0);
      if (open > 0) return refuse('person.still-open', { facts: { open } });
      const changes = all.flatMap((one) => one.changes);
      const kept = all.flatMap((one) => one.kept ?? []);
      return accept({ documents: changes.length, kept }, changes, [
        { type: 'person.erased', data: { documents: changes.length } },
      ]);
    },
  });
}

/** Whom it is about: of a citizen always themselves, whatever number is sent along. */
function aliasOf(
  { idNumber }: { readonly idNumber?: string },
  { actor, alias }: Ctx<unknown>,
): Alias | undefined {
  const number = idNumber === undefined ? undefined : normalId(idNumber);
  if (actor.kind === 'citizen')
    return number === undefined || alias(number) === actor.id ? actor.id : undefined;
  return number === undefined || typeof readResidentId(number) === 'string'
    ? undefined
    : alias(number);
}
