/** The one seam between elements and data. Types only: what stands behind it is chosen by the page, not by an element. */
import type {
  Actor,
  Answer,
  Command,
  Decision,
  Instant,
  Query,
  Refusal,
} from '../model/shared/law.ts';
import type { Law } from '../model/registry.ts';

/** What can go wrong that is nobody's refusal. Nothing was changed, unless the code is `unknown`. */
export type FaultCode =
  /** The hall can't be reached. */
  | 'offline'
  /** The store can't be opened or has closed under us. */
  | 'store-unavailable'
  /** No room left on the disk. */
  | 'disk-full'
  /** Too many at once; the same gesture may be tried again. */
  | 'busy'
  /** This page may not keep secrets: it was not opened over https or from this machine. */
  | 'insecure-page'
  /** A sealed document can't be read with this terminal's key. */
  | 'sealed'
  /** A mistake of ours. */
  | 'unknown';
export interface Fault {
  readonly code: FaultCode;
}

/** Refusals that any command or query may meet before its own rules are asked. */
export type CommonRefusal =
  | 'input.invalid'
  | 'actor.not-allowed'
  | 'law.unknown'
  /** Too many wrong guesses; facts: `minutes` until the next may be made. */
  | 'guess.wait';

export type Outcome<Result, Code extends string = string> =
  | { readonly status: 'sent'; readonly result: Result }
  /** Kept on this terminal until the hall answers; may still be refused. */
  | { readonly status: 'pending' }
  | {
      readonly status: 'refused';
      readonly refusal: Refusal<Code | CommonRefusal>;
    }
  | { readonly status: 'fault'; readonly fault: Fault };

export type Reply<Value, Code extends string = string> =
  | { readonly status: 'answer'; readonly value: Value }
  | {
      readonly status: 'refused';
      readonly refusal: Refusal<Code | CommonRefusal>;
    }
  | { readonly status: 'fault'; readonly fault: Fault };

export type CommandName = keyof Law['commands'];
export type QueryName = keyof Law['queries'];
type CommandOf<Name extends CommandName> = Law['commands'][Name];
type QueryOf<Name extends QueryName> = Law['queries'][Name];

export type InputOf<Name extends CommandName | QueryName> = Name extends CommandName
  ? Parameters<CommandOf<Name>['decide']>[1]
  : Name extends QueryName
    ? Parameters<QueryOf<Name>['answer']>[1]
    : never;
export type OutcomeOf<Name extends CommandName> =
  ReturnType<CommandOf<Name>['decide']> extends Decision<infer Result, infer Code>
    ? Outcome<Result, Code>
    : never;
export type ReplyOf<Name extends QueryName> =
  ReturnType<QueryOf<Name>['answer']> extends Answer<infer Value, infer Code>
    ? Reply<Value, Code>
    : never;

export interface SendOptions {
  /** One gesture, one key: sent twice, it happens once and answers the same. */
  readonly idempotencyKey: string;
  readonly signal?: AbortSignal;
}

/**
 * What somebody is filling in, kept on this machine while they are here: it outlives a reload or a crash of the page, not the
 * person. Nothing waits for it, and where it can't be kept, filling in goes on without.
 */
export interface Notebook {
  /** What stands on a page; undefined where nothing does, or nobody has written for so long that whoever wrote has gone. */
  read(page: string): Promise<unknown>;
  write(page: string, value: unknown): Promise<void>;
  /** Tears out a page and all below it (`meals`, `meals/photo`); without one, all of them. */
  tear(page?: string): Promise<void>;
}

/** What a person shows to say who they are. */
export type Proof =
  /** Read from a resident identity card; counts at an enrolled terminal only. */
  | { readonly kind: 'card'; readonly idNumber: string; readonly name?: string }
  /** Signed by a partner the hall trusts. */
  | { readonly kind: 'token'; readonly jwt: string }
  /** Staff, where there is no identity provider. */
  | {
      readonly kind: 'password';
      readonly user: string;
      readonly password: string;
      readonly totp: string;
    };

export type Presented =
  | { readonly status: 'known'; readonly actor: Actor; readonly until?: Instant }
  | { readonly status: 'refused'; readonly refusal: Refusal }
  | { readonly status: 'fault'; readonly fault: Fault };

/** Whether the hall can be reached. */
export type Reach = 'near' | 'away';

/** A command that was kept on this terminal. Nothing here says of whom it is. */
export interface Kept {
  readonly id: string;
  readonly name: string;
  readonly at: Instant;
  /** `fault`: set aside after several attempts; it stays until somebody has seen to it. */
  readonly state: 'pending' | 'sent' | 'refused' | 'fault';
  readonly refusal?: Refusal;
  /** Sent by whoever is here now; else by somebody before. */
  readonly mine: boolean;
}

/** Commands that wait for the hall, in their order, over reloads and crashes. */
export interface Outbox {
  /** Calls back with all that is kept, then whenever that differs, until the returned function is called. */
  watch(onKept: (kept: readonly Kept[]) => void): () => void;
  /** Whoever it concerns has been told what came of it; what still waits is not forgotten by this. */
  acknowledge(id: string): Promise<void>;
}

/** `read` and `send` never reject but with the reason of their own aborted signal; all else is a reply. */
export interface Gateway {
  /** The hall's time; a terminal's own clock may be wrong. */
  now(): Instant;
  read<Name extends QueryName>(
    name: Name,
    input: InputOf<Name>,
    options?: { readonly signal?: AbortSignal },
  ): Promise<ReplyOf<Name>>;
  send<Name extends CommandName>(
    name: Name,
    input: InputOf<Name>,
    options: SendOptions,
  ): Promise<OutcomeOf<Name>>;
  /** Calls back with the present reply, then whenever it differs, until the returned function is called. */
  watch<Name extends QueryName>(
    name: Name,
    input: InputOf<Name>,
    onReply: (reply: ReplyOf<Name>) => void,
  ): () => void;
  /** Says who stands here from now on, until `dismiss`. */
  present(proof: Proof): Promise<Presented>;
  /**
   * Whoever was here has gone: nothing is done or told in their name any more. Fulfils also where the hall is out of reach;
   * it is told before anything else is.
   */
  dismiss(): Promise<void>;
  /** Whether the hall knows of everybody who has left; false where it can't be told now. Not there without a hall. */
  settle?(): Promise<boolean>;
  /** Calls back with whether the hall is there, then whenever that changes. Left out where the hall is this browser. */
  reach?(onReach: (reach: Reach) => void): () => void;
  /** Left out where nothing is kept for later. */
  readonly outbox?: Outbox;
}

export type { Command, Query };
