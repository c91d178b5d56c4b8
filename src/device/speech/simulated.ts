import type { Speaker, Utterance } from './contract.ts';

/** Says nothing aloud and keeps what it was asked to say, for stories and tests. */
export interface SimulatedSpeaker extends Speaker {
  readonly said: readonly Utterance[];
}

/** `milliseconds` is how long each call takes. */
export function simulatedSpeaker(milliseconds = 0): SimulatedSpeaker {
  const said: Utterance[] = [];
  let turn: Promise<unknown> = Promise.resolve();
  let hushed = 0;
  return {
    said,
    say(utterance) {
      const born = hushed;
      const done = turn.then(async () => {
        if (born !== hushed) return 'silent' as const;
        said.push(utterance);
        await new Promise((resolve) => setTimeout(resolve, milliseconds));
        return 'spoken' as const;
      });
      turn = done;
      return done;
    },
    hush() {
      hushed += 1;
    },
  };
}
