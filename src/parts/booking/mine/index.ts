/** Coming back to an appointment: find it, confirm it, check in, change it, give it up; its receipt. */
export { MulinAppointment } from '../appointment.ts';
export { MulinAppointmentActions } from '../appointment-actions.ts';
export { MulinFindForm, type Proof } from '../find-form.ts';
export { MulinMyBookings } from '../my-bookings.ts';
export { MulinReceipt } from '../receipt.ts';
export { MulinWish } from '../wish.ts';
