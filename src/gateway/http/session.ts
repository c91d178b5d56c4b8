/**
 * Who stands here, as far as this page has a say: the hall keeps the session, behind a cookie that no script can read. When
 * somebody goes while the hall is out of reach, this page owes it a word, and asks nothing before it has given it: else the
 * next person would be answered in the name of the last one.
 */
import type { Presented, Proof } from '../contract.ts';
import { toldBy, type Caller } from './call.ts';

export interface Session {
  present(proof: Proof): Promise<Presented>;
  dismiss(): Promise<void>;
  /** Gives the word that is owed. False where the hall can't be reached for it. */
  settle(): Promise<boolean>;
}

export interface SessionHands {
  /** Whoever asks from now on may be somebody else. */
  onChange(): void;
  /** What somebody has left behind is sent in their own name, before they are forgotten. */
  beforeLeaving(): Promise<unknown>;
}

export function openSession(
  url: string,
  request: Caller['request'],
  { onChange, beforeLeaving }: SessionHands,
): Session {
  // In all tabs, and after a reload: they share the cookie.
  const owed = openFlag(`mulin-leaving ${url}`);
  let settling: Promise<boolean> | undefined;

  async function giveWord(): Promise<boolean> {
    await beforeLeaving().catch(() => undefined); // it stays where it is kept
    const answered = await request('/api/session', { method: 'DELETE' });
    if (!answered) return false;
    owed.lower();
    return true;
  }

  const settle = (): Promise<boolean> => {
    if (!owed.isUp()) return Promise.resolve(true);
    return (settling ??= giveWord().finally(() => (settling = undefined)));
  };

  return {
    settle,
    async present(proof) {
      const answered = (await settle())
        ? await request('/api/session', {
            method: 'POST',
            body: JSON.stringify({ proof }),
            headers: { 'Content-Type': 'application/json' },
          })
        : undefined;
      if (answered?.status === 200) {
        onChange();
        return { status: 'known', ...(answered.body as object) } as Presented;
      }
      return toldBy(answered) as Presented;
    },
    async dismiss() {
      owed.raise();
      onChange();
      await settle();
    },
  };
}

interface Flag {
  isUp(): boolean;
  raise(): void;
  lower(): void;
}

function openFlag(name: string): Flag {
  let here = false; // where storage is switched off, this page at least remembers
  const stored = (work: () => unknown): unknown => {
    try {
      return work();
    } catch {
      return undefined;
    }
  };
  return {
    isUp: () => here || stored(() => localStorage.getItem(name)) === 'yes',
    raise() {
      here = true;
      stored(() => localStorage.setItem(name, 'yes'));
    },
    lower() {
      here = false;
      stored(() => localStorage.removeItem(name));
    },
  };
}
