/**
 * The law of the house. A command or a query is data plus two pure functions; the same object decides in the browser
 * (inside one IndexedDB transaction) and in the hall (inside one database transaction). Nothing here knows which.
 */
import type { Static, TObject, TProperties, TSchema } from 'typebox';

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** Who asks. The gateway states it; a command never believes its input about it. */
export type Actor =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'device'; readonly id: string; readonly as?: DeviceKind }
  /** `id` is a pseudonym of the identity number: the same for the same person, and nobody can reckon it back. */
  | { readonly kind: 'citizen'; readonly id: string; readonly at?: Device }
  | {
      readonly kind: 'staff';
      readonly id: string;
      readonly roles?: readonly StaffRole[];
      readonly at?: Device;
    }
  /** The house itself, when time alone calls for something. Nobody who comes over a network is ever this. */
  | { readonly kind: 'house'; readonly id: string };
export type ActorKind = Actor['kind'];

/** What an enrolled terminal is there for. */
export type DeviceKind = 'kiosk' | 'board' | 'counter';
/** Calls and serves; decides applications; enrols terminals and staff. */
export type StaffRole = 'counter' | 'case' | 'admin';
/** The enrolled terminal a person stands before. */
export interface Device {
  readonly id: string;
  readonly as: DeviceKind;
}

/** One line of a law's `who`: all of a kind, or only terminals of one sort, or staff with one role. */
export type Who = ActorKind | `device:${DeviceKind}` | `staff:${StaffRole}`;

/** A person before an enrolled terminal may do what that person may, and what the terminal may. */
export function may(who: readonly Who[], actor: Actor): boolean {
  return namesOf(actor).some((name) => who.includes(name));
}

function namesOf(actor: Actor): readonly Who[] {
  switch (actor.kind) {
    case 'anonymous':
      return ['anonymous'];
    case 'device':
      return actor.as ? ['device', `device:${actor.as}`] : ['device'];
    case 'citizen':
      return ['citizen', ...namesAt(actor.at)];
    case 'staff':
      return [
        'staff',
        ...(actor.roles ?? []).map((role): Who => `staff:${role}`),
        ...namesAt(actor.at),
      ];
    case 'house':
      return ['house'];
  }
}

const namesAt = (device: Device | undefined): readonly Who[] =>
  device ? ['device', `device:${device.as}`] : [];

/** Where a document lives inside its hall, e.g. `booking/day/registry/2026-12-11`. */
export type Key = string;
/** Every key from `from` (included) up to `to` (excluded), in code-unit order. */
export interface KeyRange {
  readonly from: Key;
  readonly to: Key;
}
/** The documents a decision may look at; a key without an entry has no document. */
export type Docs = ReadonlyMap<Key, unknown>;

/** What a decision needs beside documents and input: all that is not reproducible comes in here. */
export interface Ctx<Pack> {
  readonly now: Instant;
  readonly actor: Actor;
  readonly pack: Pack;
  /** A fresh UUIDv7. */
  uuid(): string;
  /** `count` fresh random decimal digits. */
  digits(count: number): string;
  /** The pseudonym of a value that this law has named in its `aliases`. Throws for any other. */
  alias(value: string): Alias;
}

/**
 * What stands for a person's number in keys and in the open: 43 characters of base64url, always the same for the same value
 * in one hall, another in every other hall, and without the hall's secret nobody gets from one to the other, not even by
 * trying all numbers there are (HMAC-SHA-256, RFC 2104).
 */
export type Alias = string;

/** What a decision may say no with: a code that `strings.ts` turns into a sentence with the next step. */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  /** JSON pointer to the input that caused it, e.g. `/persons/0/idNumber`. */
  readonly at?: string;
  /** What the sentence needs to be exact. Never personal data. */
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** Put a document in place, or remove it with `null`. A key that was not touched must be new. */
export interface Change {
  readonly key: Key;
  readonly doc: object | null;
}

/** Something that has happened, for partners, audits and `watch`. Never personal data. */
export interface DomainEvent {
  readonly type: string;
  readonly data: Readonly<Record<string, string | number | boolean>>;
}

export type Decision<Result, Code extends string> =
  | {
      readonly ok: true;
      readonly result: Result;
      readonly changes: readonly Change[];
      readonly events: readonly DomainEvent[];
    }
  | { readonly ok: false; readonly refusal: Refusal<Code> };

export type Answer<Value, Code extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal<Code> };

/**
 * Where an input proves something by a secret that could be guessed: what is guessed at, such as `booking/0123456789`, and
 * the refusals that mean a wrong guess. Undefined where nothing is, as by a clerk who needs no proof. Courts count those, and after a few say when to come back.
 */
export interface Guess<Input> {
  at(input: Input): string | undefined;
  readonly wrong: readonly string[];
}

/** What to do with a command while the hall is out of reach: decide here, keep it for later, or say so at once. */
export type OfflinePolicy = 'decide' | 'queue' | 'refuse';

export interface Command<Name extends string, Input, Result, Code extends string, Pack> {
  readonly name: Name;
  readonly input: TSchema;
  readonly who: readonly Who[];
  readonly guess?: Guess<Input>;
  readonly offline: OfflinePolicy;
  /** How large an input may be as JSON, where that is more than people type: it carries a file. */
  readonly maxBytes?: number;
  /** The personal values it looks up by, such as identity numbers, as `ctx.alias` will be asked for them. */
  aliases?(input: Input): readonly string[];
  /**
   * The keys to load. It is asked again with what it was given until it names nothing new, so that one document may
   * lead to the next (a receipt to its day).
   */
  touches(input: Input, docs: Docs, ctx: Ctx<Pack>): readonly Key[];
  decide(docs: Docs, input: Input, ctx: Ctx<Pack>): Decision<Result, Code>;
}

export interface Query<Name extends string, Input, Value, Code extends string, Pack> {
  readonly name: Name;
  readonly input: TSchema;
  readonly who: readonly Who[];
  readonly guess?: Guess<Input>;
  /** As in a command. */
  aliases?(input: Input): readonly string[];
  reads(input: Input, ctx: Ctx<Pack>): readonly (Key | KeyRange)[];
  answer(docs: Docs, input: Input, ctx: Ctx<Pack>): Answer<Value, Code>;
}

/** A command that time alone calls for. */
export interface Due {
  readonly command: string;
  readonly input: object;
}
/** A closer look that an answer calls for: another query with an answer of the same kind. */
export interface Look {
  readonly query: string;
  readonly input: object;
}
/** A query that answers the `house` with a list of {@link Due} and {@link Look}, and how often to ask it. */
export interface Chore {
  readonly query: string;
  readonly everyMinutes: number;
}

/** A family of documents: where they live, their shape, and which top-level fields are personal and get sealed. */
export interface DocumentKind<Doc> {
  readonly at: string;
  readonly schema: TSchema;
  readonly personal: readonly string[];
  key(...parts: readonly string[]): Key;
  /** Every document whose first parts are these. */
  range(...parts: readonly string[]): KeyRange;
  find(docs: Docs, key: Key): Doc | undefined;
}

/** What stands in a document of this kind. */
export type DocumentOf<Kind> = Kind extends DocumentKind<infer Doc> ? Doc : never;

export function documentKind<Properties extends TProperties>(kind: {
  at: string;
  schema: TObject<Properties>;
  personal: readonly (keyof Properties & string)[];
}): DocumentKind<Static<TObject<Properties>>> {
  const key = (...parts: readonly string[]): Key => [kind.at, ...parts].join('/');
  return {
    ...kind,
    key,
    // '0' is the code unit after '/', so this covers every key below, and nothing beside.
    range: (...parts) => ({
      from: `${key(...parts)}/`,
      to: `${key(...parts)}0`,
    }),
    find: (docs, at) => docs.get(at) as Static<TObject<Properties>> | undefined,
  };
}

/**
 * Says nothing at run time; lets TypeScript infer a command from its literal. Laws are told apart by what goes in and comes
 * out, not by the type of the schema: to compare two of those the compiler unrolls TypeBox, for half a minute.
 */
export function command<
  const Name extends string,
  Properties extends TProperties,
  Result,
  Code extends string,
  Pack,
>(
  law: Command<Name, Static<TObject<Properties>>, Result, Code, Pack> & {
    readonly input: TObject<Properties>;
  },
): Command<Name, Static<TObject<Properties>>, Result, Code, Pack> {
  return law;
}

/** As {@link command}, for a query. */
export function query<
  const Name extends string,
  Properties extends TProperties,
  Value,
  Code extends string,
  Pack,
>(
  law: Query<Name, Static<TObject<Properties>>, Value, Code, Pack> & {
    readonly input: TObject<Properties>;
  },
): Query<Name, Static<TObject<Properties>>, Value, Code, Pack> {
  return law;
}

export function accept<Result>(
  result: Result,
  changes: readonly Change[] = [],
  events: readonly DomainEvent[] = [],
): Decision<Result, never> {
  return { ok: true, result, changes, events };
}

export function refuse<Code extends string>(
  code: Code,
  more: Omit<Refusal<Code>, 'code'> = {},
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  return { ok: false, refusal: { code, ...more } };
}

export function answer<Value>(value: Value): Answer<Value, never> {
  return { ok: true, value };
}
