/** Take a ticket, see it called, call it, follow it on a phone. */
export { MulinBoard } from './board.ts';
export { MulinCounter } from './counter.ts';
export { MulinHallStats } from './hall-stats.ts';
export { MulinQueueStatus } from './queue-status.ts';
export { MulinTicket } from './ticket.ts';
