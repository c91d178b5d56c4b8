/**
 * What this page watches. All of its questions go over one stream, and all pages of a browser share that one: the page that
 * holds a Web Lock leads, the others listen on a BroadcastChannel. When the leader closes, the next one takes over.
 */
import type { Reply } from '../contract.ts';
import { faultOf, type CallerHands } from './call.ts';
import type { HallClock } from './clock.ts';
import { lead, type Ask, type Leader, type Word } from './leader.ts';
import type { Question, Tag } from './stream.ts';

export interface Watches {
  watch(name: string, input: unknown, onReply: (reply: Reply<unknown>) => void): () => void;
  /** Somebody else asks from now on: every question is asked anew, and what is on its way is not told. */
  renew(): void;
  /** Something says that the hall may be there again. */
  hurry(): void;
  close(): void;
}

interface Listener {
  readonly onReply: (reply: Reply<unknown>) => void;
  /** The first number of ours whose answers it may be told: what was sent before it began must be in what it sees. */
  since: number;
  told: string | undefined;
}

interface Watched {
  readonly listeners: Set<Listener>;
  tag: Tag;
}

type Message = { readonly ask: Ask } | { readonly word: Word } | { readonly hurry: true };

export function openWatches(
  url: string,
  clock: HallClock,
  { onReached, mayAsk }: CallerHands,
): Watches {
  const watched = new Map<Question, Watched>();
  const page = `mulin-page ${crypto.getRandomValues(new Uint32Array(3)).join('-')}`;
  const leaving = new AbortController();
  let channel: BroadcastChannel | undefined;
  let leader: Leader | undefined;
  let leave: () => void = () => undefined;
  /** Of our asks: the newest, and the one that the stream answers now. */
  let asked = 0;
  let answered = 0;
  let isAskDue = false;
  let isNews = false;

  function join(): void {
    if (channel) return;
    channel = new BroadcastChannel(`mulin-watch ${url}`);
    channel.onmessage = ({ data }: MessageEvent<Message>) => hear(data);
    const { signal } = leaving;
    const stay = (): Promise<void> => new Promise((resolve) => (leave = resolve));
    if (!navigator.locks) return take(); // this page was not opened over https: it leads itself alone
    void navigator.locks.request(page, () => stay()).catch(() => undefined);
    navigator.locks
      .request(`mulin-watch ${url}`, { signal }, () => (take(), stayed(signal)))
      .catch(() => undefined);
  }

  function take(): void {
    leader = lead(url, mayAsk, (word) => post({ word }));
    ask();
  }

  /** To all pages, this one included; a channel does not hear itself. */
  function post(message: Message): void {
    if (leaving.signal.aborted) return;
    channel?.postMessage(message);
    hear(message);
  }

  function hear(message: Message): void {
    if ('ask' in message) leader?.hear(message.ask);
    else if ('hurry' in message) leader?.hurry();
    else hearWord(message.word);
  }

  function hearWord(word: Word): void {
    switch (word.kind) {
      case 'lead':
        return ask();
      case 'open':
        answered = word.asks.get(page) ?? 0;
        clock.hear(word.now);
        return onReached(true);
      case 'now':
        return clock.hear(word.now);
      case 'reply':
        return hearReply(word.question, word.tag, word.reply);
      case 'cut':
        onReached(false);
        for (const { listeners } of watched.values())
          for (const one of listeners) if (one.told === undefined) tell(one, faultOf('offline'));
    }
  }

  function hearReply(question: Question, tag: Tag, reply: Reply<unknown>): void {
    const one = watched.get(question);
    if (!one || answered === 0) return;
    if (answered === asked) one.tag = tag;
    for (const listener of one.listeners) if (listener.since <= answered) tell(listener, reply);
  }

  function tell(listener: Listener, reply: Reply<unknown>): void {
    const text = JSON.stringify(reply);
    if (listener.told === text) return;
    listener.told = text;
    listener.onReply(reply);
  }

  /** Tells the leader what this page asks. Elements come and go in heaps, so once for all of them. */
  function ask(): void {
    if (isAskDue) return;
    isAskDue = true;
    queueMicrotask(() => {
      isAskDue = isNews = false;
      if (leaving.signal.aborted) return;
      const tags = new Map([...watched].map(([question, { tag }]) => [question, tag]));
      post({ ask: { page, number: asked, tags } });
    });
  }

  /** There is something new to ask: answers to older asks will not do for it. */
  function askAnew(): void {
    if (!isNews) asked += 1;
    isNews = true;
    ask();
  }

  return {
    watch(name, input, onReply) {
      const question = JSON.stringify([name, input]);
      const one = watched.get(question) ?? { listeners: new Set<Listener>(), tag: '' };
      askAnew();
      const listener: Listener = { onReply, since: asked, told: undefined };
      one.listeners.add(listener);
      one.tag = ''; // the newcomer has no answer yet
      watched.set(question, one);
      join();
      return () => {
        one.listeners.delete(listener);
        if (one.listeners.size > 0 || watched.get(question) !== one) return;
        watched.delete(question);
        ask();
      };
    },
    renew() {
      if (watched.size === 0) return;
      askAnew();
      for (const one of watched.values()) {
        one.tag = '';
        for (const listener of one.listeners) listener.since = asked;
      }
    },
    hurry: () => post({ hurry: true }),
    close() {
      watched.clear();
      leaving.abort();
      leader?.close();
      leave();
      channel?.close();
    },
  };
}

const stayed = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
