/** A small office for what a booking can be beyond one service for one person on a free day. */
import type { Bookable } from '../../src/model/booking/rules.ts';
import type { Pack } from '../../src/model/pack.ts';
import { morning, registryPack, serviceOf, text } from './packs.ts';

const reissue: Bookable = {
  service: 'reissue',
  persons: [
    { role: 'applicant', name: text('本人', 'Applicant') },
    { role: 'helper', name: text('陪同', 'Companion'), optional: true },
  ],
  questions: [],
  declarations: [],
  joins: ['copies'],
  holdMinutes: 10,
  holdRenewals: 1,
  leadMinutes: 60,
  horizonDays: 30,
  changeUntilMinutes: 120,
};
const copies: Bookable = { ...reissue, service: 'copies', joins: [] };

/** A registry with one desk, where papers are reissued and copied: in one visit, alone or with a companion. */
export function visitPack(changes: Partial<Bookable> = {}, more: Partial<Pack> = {}): Pack {
  return registryPack({
    services: [
      serviceOf('reissue', text('补领证件', 'Reissue'), ['registry']),
      serviceOf('copies', text('查档复印', 'Copies'), ['registry']),
    ],
    openings: [{ ...morning, services: ['reissue', 'copies'], capacity: 1, staffOnly: 0 }],
    bookables: [{ ...reissue, ...changes }, copies],
    frequent: ['reissue'],
    ...more,
  });
}
