/** Booking, up to the receipt. Whoever comes back to an appointment goes in by `mine/`. */
export { MulinBooking } from './booking.ts';
export type { PickedSlot, Visit } from './flow.ts';
export { MulinPlacePicker } from './place-picker.ts';
export { MulinBookingQuestions } from './questions.ts';
export { MulinSlotPicker } from './slot-picker.ts';
export { MulinWaitDays, type WaitDays } from './wait-days.ts';
