/** One connection of server-sent events for many questions (server/stream.ts says what comes). */
import { createParser } from 'eventsource-parser';
import type { Instant } from '../../model/shared/law.ts';
import type { Reply } from '../contract.ts';
import { toldBy } from './call.ts';

/** The hall gives a sign of life every fifteen seconds. After three of them without one, nobody is there. */
const SILENCE = 45_000;
/** So long the first answer may take. */
const OPENING = 12_000;

/** What is asked, as JSON: `["booking.times",{…}]`. */
export type Question = string;
/** Names the very answer one has; '' for none. */
export type Tag = string;

export interface StreamHands {
  onOpen(now: Instant): void;
  onReply(question: Question, tag: Tag, reply: Reply<unknown>): void;
  onNow(now: Instant): void;
  /** It is over, and not because we closed it. */
  onEnd(): void;
}

/** `tags` has every question, with the answer one has already. Call what it gives back to close. */
export function openStream(
  url: string,
  tags: ReadonlyMap<Question, Tag>,
  hands: StreamHands,
): () => void {
  const questions = [...tags.keys()];
  const known = [...tags.values()].filter(Boolean).join(' ');
  const leaving = new AbortController();
  const close = (): void => leaving.abort();
  let timer = setTimeout(close, OPENING);
  let isClosed = false;
  const alive = (): void => {
    clearTimeout(timer);
    timer = setTimeout(close, SILENCE);
  };
  let ids: readonly string[] = [];
  const parser = createParser({
    onEvent({ event = '', id = '', data }) {
      if (isClosed) return;
      const told = JSON.parse(data) as unknown;
      if (event === 'open') {
        const opened = told as { readonly ids: readonly string[]; readonly now: Instant };
        ids = opened.ids;
        hands.onOpen(opened.now);
      } else if (event === 'now') hands.onNow(told as Instant);
      else {
        const question = questions[ids.indexOf(event)];
        if (question !== undefined) hands.onReply(question, id, told as Reply<unknown>);
      }
    },
  });

  async function read(): Promise<void> {
    const response = await fetch(`${url}/api/watch`, {
      method: 'POST',
      body: JSON.stringify({ queries: questions.map(asked) }),
      headers: {
        'Content-Type': 'application/json',
        ...(known && { 'Last-Event-ID': known }),
      },
      cache: 'no-store',
      signal: leaving.signal,
    });
    if (!response.ok || !response.body) return refuse(response);
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    for (;;) {
      alive();
      const { done, value } = await reader.read();
      if (done) return;
      parser.feed(decoder.decode(value, { stream: true }));
    }
  }

  /** The hall will not stream: whoever watches is told what whoever reads would be. */
  async function refuse(response: Response): Promise<void> {
    if (!response.headers.has('Mulin-Now')) return;
    const told = toldBy({ status: response.status, body: await response.json() });
    if (isClosed) return;
    for (const question of questions) hands.onReply(question, '', told as Reply<unknown>);
  }

  read()
    .catch(() => undefined) // nobody there, or cut in the middle
    .finally(() => {
      clearTimeout(timer);
      if (!isClosed) hands.onEnd();
    });

  return () => {
    isClosed = true;
    close();
  };
}

function asked(question: Question): { readonly name: unknown; readonly input: unknown } {
  const [name, input] = JSON.parse(question) as [unknown, unknown];
  return { name, input };
}
