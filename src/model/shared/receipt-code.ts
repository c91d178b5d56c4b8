/**
 * Receipt codes: ten digits, so that a numeric keypad is enough to type one back. The last is a check digit by
 * ISO 7064 MOD 11,10, which catches every single slip and nearly every swap before anything is looked up.
 */

function remainderAfter(digits: string): number {
  let product = 10;
  for (const digit of digits) product = (((Number(digit) + product) % 10 || 10) * 2) % 11;
  return product;
}

/** Adds the check digit to nine random digits. */
export function receiptCodeOf(nineDigits: string): string {
  return nineDigits + ((11 - remainderAfter(nineDigits)) % 10);
}

export function isReceiptCode(code: string): boolean {
  return /^\d{10}$/.test(code) && receiptCodeOf(code.slice(0, 9)) === code;
}
