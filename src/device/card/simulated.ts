import type { CardReader, CardReading, CardTrouble, IdCard } from './contract.ts';

/** A card reader of thin air: for stories, tests and tables without one. */
export interface SimulatedCardReader extends CardReader {
  /** What is wrong with it. */
  trouble: CardTrouble | undefined;
  /** Lays a card on it; whoever waits reads it. */
  lay(card: IdCard): void;
  /** Takes it away again. */
  take(): void;
}

export function simulatedCardReader(
  given: { readonly card?: IdCard; readonly trouble?: CardTrouble } = {},
): SimulatedCardReader {
  let { card } = given;
  const waiting = new Set<() => void>();
  return {
    trouble: given.trouble,
    lay(one) {
      card = one;
      for (const look of waiting) look();
    },
    take() {
      card = undefined;
    },
    async status() {
      if (this.trouble) return { state: 'trouble', trouble: this.trouble };
      return { state: 'ready', occupied: card !== undefined };
    },
    async read({ seconds, signal }) {
      signal?.throwIfAborted();
      if (this.trouble) return { status: 'failed', trouble: this.trouble };
      return new Promise<CardReading>((resolve, reject) => {
        const end = (): void => {
          clearTimeout(timer);
          waiting.delete(look);
          signal?.removeEventListener('abort', stop);
        };
        const look = (): void => {
          if (!card) return;
          end();
          resolve({ status: 'read', card });
        };
        const stop = (): void => {
          end();
          reject(signal?.reason as Error);
        };
        const timer = setTimeout(() => {
          end();
          resolve({ status: 'failed', trouble: 'no-card' });
        }, seconds * 1000);
        waiting.add(look);
        signal?.addEventListener('abort', stop, { once: true });
        look();
      });
    },
  };
}
