/** How personal data may be shown back to its own person. Boards and partners get nothing at all. */

/** `3****************1`: the first and the last, so that birth date and tail never stand together. */
export function maskIdNumber(number: string): string {
  return number.slice(0, 1) + '*'.repeat(Math.max(0, number.length - 2)) + number.slice(-1);
}

/** `138****5678` */
export function maskPhone(number: string): string {
  return `${number.slice(0, 3)}****${number.slice(-4)}`;
}
