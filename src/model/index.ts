/** The law and the pack, for those who come from outside: a terminal, a host page, a tool. */
export { checkPack, type Mistake } from './pack-check.ts';
export type { Pack } from './pack.ts';
export { dateAt, timeAt } from './shared/dates.ts';
export { slotTable, type Booked, type TableDay } from './booking/slot-table.ts';
export type { Actor, DeviceKind } from './shared/law.ts';
export { placeOfQueue } from './queue/place.ts';
