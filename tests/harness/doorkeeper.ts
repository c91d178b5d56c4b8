/** A gateway that only opens doors: whoever presents a proof is told what comes next in its list, the last one for ever. */
import type { Gateway, Presented, Proof } from '../../src/gateway/contract.ts';

export type { Presented };

export interface Doorkeeper extends Gateway {
  readonly shown: readonly Proof[];
}

export function doorkeeper(...told: readonly Presented[]): Doorkeeper {
  const shown: Proof[] = [];
  return {
    shown,
    now: Date.now,
    present(proof: Proof) {
      shown.push(proof);
      return Promise.resolve(told[Math.min(shown.length, told.length) - 1]);
    },
  } as unknown as Doorkeeper;
}

export const known: Presented = {
  status: 'known',
  actor: { kind: 'staff', id: 'li.na', roles: ['counter'] },
  until: Date.parse('2026-12-07T18:00+08:00'),
};
export const unknown: Presented = { status: 'refused', refusal: { code: 'actor.not-allowed' } };
export const locked: Presented = {
  status: 'refused',
  refusal: { code: 'guess.wait', facts: { minutes: 15 } },
};
export const away: Presented = { status: 'fault', fault: { code: 'offline' } };
