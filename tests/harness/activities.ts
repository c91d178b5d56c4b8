/** Two shifts, a haircut and an event, to read by eye. */
import type { Activity } from '../../src/model/activity/rules.ts';
import type { Pack } from '../../src/model/pack.ts';
import { registryPack, placeOf, text } from './packs.ts';

/** Tuesdays 09:00 to 11:00, two helpers, one may wait. */
export const helper: Activity = {
  id: 'helper',
  kind: 'shift',
  name: text('理货帮手', 'Shelf helper'),
  about: text('上架', 'Shelving'),
  place: 'shop',
  skills: [],
  times: [{ weekdays: [2], from: '09:00', to: '11:00', places: 2, onHolidays: false }],
  horizonDays: 14,
  waiting: 1,
  keepDays: 30,
  sample: true,
};
/** Tuesdays 10:30 to 11:00, one chair, nobody waits. */
export const haircut: Activity = {
  ...helper,
  id: 'haircut',
  kind: 'service',
  name: text('理发', 'Haircut'),
  times: [{ weekdays: [2], from: '10:30', to: '11:00', places: 1, onHolidays: false }],
  waiting: 0,
};

export const activityPack = (changes: Partial<Pack> = {}): Pack =>
  registryPack({
    places: [placeOf('registry'), placeOf('shop')],
    activities: [helper, haircut],
    ...changes,
  });
