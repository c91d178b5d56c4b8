/**
 * The one page of a browser that holds the stream. It hears what every page asks, asks the hall for all of them, and tells
 * all of them what it hears. After a cut it comes back by itself, and names the answers it has.
 */
import type { Instant } from '../../model/shared/law.ts';
import type { Reply } from '../contract.ts';
import { openStream, type Question, type Tag } from './stream.ts';

/** What a page asks, all of it: each question with the answer it has. */
export interface Ask {
  readonly page: string;
  /** Counts up when there is something new in it. */
  readonly number: number;
  readonly tags: ReadonlyMap<Question, Tag>;
}

/** What the leader tells. */
export type Word =
  /** There is a new leader: say again what you ask. */
  | { readonly kind: 'lead' }
  /** A fresh stream answers now what each page had asked up to this number. */
  | { readonly kind: 'open'; readonly now: Instant; readonly asks: ReadonlyMap<string, number> }
  | {
      readonly kind: 'reply';
      readonly question: Question;
      readonly tag: Tag;
      readonly reply: Reply<unknown>;
    }
  | { readonly kind: 'now'; readonly now: Instant }
  /** The hall can't be reached. */
  | { readonly kind: 'cut' };

export interface Leader {
  hear(ask: Ask): void;
  /** Something says that the hall may be there again. */
  hurry(): void;
  close(): void;
}

/** Elements of one screen come one after the other; one stream for all of them. */
const TOGETHER = 10;
/** So many questions the hall takes on one stream. */
const MOST = 100;
/** Milliseconds to the next attempt, longer each time. */
const BACKOFF = [200, 500, 1000, 2000, 4000, 8000, 15_000];

export function lead(
  url: string,
  mayAsk: () => Promise<boolean>,
  tell: (word: Word) => void,
): Leader {
  const asks = new Map<string, { readonly number: number; readonly tags: Map<Question, Tag> }>();
  const leaving = new AbortController();
  let streams: (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let attempts = 0;
  let isClosed = false;

  function later(wait: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void open(), wait);
  }

  /** Every question of every page. One that some page has no answer to, or an older one, is asked as if for the first time. */
  function union(): Map<Question, Tag> {
    const all = new Map<Question, Tag>();
    for (const { tags } of asks.values())
      for (const [question, tag] of tags)
        all.set(question, !all.has(question) || all.get(question) === tag ? tag : '');
    return all;
  }

  async function open(): Promise<void> {
    clearTimeout(timer);
    closeStreams();
    if (union().size === 0 || isClosed) return;
    const attempt = (attempts += 1);
    const may = await mayAsk();
    if (attempt !== attempts || isClosed) return; // a newer attempt asks for all
    if (!may) return fail(true);
    const tags = [...union()];
    const numbers = new Map([...asks].map(([page, { number }]) => [page, number]));
    for (let from = 0; from < tags.length; from += MOST)
      streams.push(openOne(new Map(tags.slice(from, from + MOST)), numbers));
  }

  function closeStreams(): void {
    for (const close of streams) close();
    streams = [];
  }

  function openOne(
    tags: ReadonlyMap<Question, Tag>,
    numbers: ReadonlyMap<string, number>,
  ): () => void {
    let isOpen = false;
    return openStream(url, tags, {
      onOpen(now) {
        isOpen = true;
        failures = 0;
        tell({ kind: 'open', now, asks: numbers });
      },
      onReply(question, tag, reply) {
        for (const [page, ask] of asks)
          if (ask.number === numbers.get(page) && ask.tags.has(question))
            ask.tags.set(question, tag);
        tell({ kind: 'reply', question, tag, reply });
      },
      onNow: (now) => tell({ kind: 'now', now }),
      onEnd() {
        fail(!isOpen);
      },
    });
  }

  /** Once is a blip, which nobody need know of; an attempt in vain is a cut. */
  function fail(isCut: boolean): void {
    closeStreams();
    if (isCut) {
      failures += 1;
      tell({ kind: 'cut' });
    }
    const wait = BACKOFF[Math.min(failures, BACKOFF.length - 1)] ?? 0;
    later(wait * (0.5 + Math.random())); // not all of a city at once
  }

  /** A page holds a lock of its own name while it lives, so whoever gets that lock knows that it is gone. */
  function mind(page: string): void {
    const { signal } = leaving;
    navigator.locks?.request(page, { signal }, () => void asks.delete(page)).catch(() => undefined);
  }

  tell({ kind: 'lead' });
  return {
    hear({ page, number, tags }) {
      const before = asks.get(page);
      if (!before) mind(page);
      asks.set(page, { number, tags: new Map(tags) });
      if (union().size === 0) later(0);
      else if (before?.number !== number && failures === 0) later(TOGETHER);
      else if (before?.number !== number) tell({ kind: 'cut' });
    },
    hurry() {
      if (failures === 0) return;
      failures = 1;
      later(0);
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
      leaving.abort();
      closeStreams();
    },
  };
}
