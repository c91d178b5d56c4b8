/** Reads server-sent events by hand, as a test in Node has no EventSource and wants to see every line anyway. */
export interface ServerEvent {
  readonly event: string;
  readonly id: string;
  readonly data: unknown;
}

export interface EventReader {
  /** All that has come so far. */
  readonly events: readonly ServerEvent[];
  /** Waits for the next event that has not been waited for, two seconds at most. */
  next(): Promise<ServerEvent>;
  /** Fulfils when the server has ended the stream. */
  readonly ended: Promise<void>;
  stop(): void;
}

export async function readEvents(url: string, init?: RequestInit): Promise<EventReader> {
  const leaving = new AbortController();
  const response = await fetch(url, { ...init, signal: leaving.signal });
  if (!response.ok || !response.body)
    throw new Error(`${response.status} ${await response.text()}`);
  const events: ServerEvent[] = [];
  let waited = 0;

  async function read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const field = (name: string): string =>
          new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
        events.push({
          event: field('event'),
          id: field('id'),
          data: JSON.parse(field('data') || 'null'),
        });
      }
    }
  }
  const ended = read(response.body).catch(() => undefined);

  return {
    events,
    async next() {
      for (let tries = 0; tries < 200; tries += 1) {
        const event = events[waited];
        if (event) {
          waited += 1;
          return event;
        }
        await new Promise((done) => setTimeout(done, 10));
      }
      throw new Error(`No event ${waited + 1} came.`);
    },
    ended,
    stop: () => leaving.abort(),
  };
}
