/** How activities forget a person who asks for it. */
import type { Eraser } from '../shared/erasure.ts';
import { linesOf } from './common.ts';
import { participant, signUp } from './documents.ts';
import type { ActivityPack } from './sessions.ts';

/** What one has signed up for has to be given back or be over first. */
export const eraser: Eraser<ActivityPack> = {
  kinds: [signUp.at, participant.at],
  touches: (docs, alias) => [
    participant.key(alias),
    ...linesOf(docs, alias).map(({ code }) => signUp.key(code)),
  ],
  erase(docs, alias) {
    const lines = linesOf(docs, alias);
    const open = lines.filter(({ status }) => ['signed-up', 'waiting', 'in'].includes(status));
    const mine = lines
      .map(({ code }) => signUp.key(code))
      .filter((key) => signUp.find(docs, key)?.holder.alias === alias);
    const list = participant.key(alias);
    return {
      open: open.length,
      changes: [...mine, ...(docs.has(list) ? [list] : [])].map((key) => ({ key, doc: null })),
    };
  },
};
