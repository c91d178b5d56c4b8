/** Tells every tab of this browser which documents have changed. A hint only: whoever listens reads again. */
import type { Key, KeyRange } from '../../model/shared/law.ts';

export interface Changes {
  announce(keys: readonly Key[]): void;
  /** Calls back after changes, until the returned function is called. */
  listen(onChange: (keys: readonly Key[]) => void): () => void;
  close(): void;
}

export function openChanges(hall: string): Changes {
  const channel = new BroadcastChannel(`mulin-${hall}`);
  let closed = false;
  const listeners = new Set<(keys: readonly Key[]) => void>();
  const tell = (keys: readonly Key[]): void => {
    for (const listener of listeners) listener(keys);
  };
  channel.onmessage = ({ data }: MessageEvent<readonly Key[]>) => tell(data);
  return {
    announce(keys) {
      if (!closed) channel.postMessage(keys); // else it throws, and what is done already would look like a fault
      tell(keys); // a channel does not hear itself
    },
    listen(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    close() {
      closed = true;
      channel.close();
    },
  };
}

export function isAmong(key: Key, wanted: readonly (Key | KeyRange)[]): boolean {
  return wanted.some((one) =>
    typeof one === 'string' ? one === key : one.from <= key && key < one.to,
  );
}
