/** What a terminal or a board can say aloud. Types only: what stands behind it is chosen by the page. */

/** A clip by its name in the pack: `digit-0`, `letter-A`, `please`. The script of a pack lists them all. */
export type ClipName = string;

/** One thing to say: first the chime, then its clips without a gap. The same in words, for whoever has no clips. */
export interface Utterance {
  readonly lang: 'zh-CN' | 'en';
  readonly text: string;
  readonly clips: readonly ClipName[];
  /** `false` for what is meant for one person: nobody else need look up. */
  readonly chime?: boolean;
}

/** `silent` where no sound can come out: no clips, or the browser waits for a first touch. Captions stand either way. */
export type Spoken = 'spoken' | 'chimed' | 'silent';

export interface Speaker {
  /** One after the other, in the order of asking; resolves when it has been said. Rejects never. */
  say(utterance: Utterance): Promise<Spoken>;
  /** Forgets what has not been said yet. */
  hush(): void;
}
