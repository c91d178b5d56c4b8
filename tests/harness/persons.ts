/** People who do not exist, with numbers that pass every check. */

/** A resident identity number (GB 11643) for a birth date, with the check digit reckoned the long way round. */
export function idNumberOf(birth: string, sex: 'male' | 'female', sequence = 1): string {
  const digits = `310110${birth.replaceAll('-', '')}${String(sequence).padStart(2, '0')}${sex === 'male' ? 1 : 2}`;
  // ISO 7064 MOD 11-2 as the standard writes it: the weighted sum with the check digit leaves 1.
  const sum = [...digits].reduce(
    (total, digit, i) => total + Number(digit) * (2 ** (17 - i) % 11),
    0,
  );
  const check = (((1 - sum) % 11) + 11) % 11;
  return digits + (check === 10 ? 'X' : check);
}

/** A couple that may marry any day in 2026. */
export const groom = idNumberOf('1998-05-20', 'male');
export const bride = idNumberOf('2000-08-08', 'female');
export const phone = '13912345678';
export const phoneTail = '5678';

/** What they fill in to confirm. */
export const couple = {
  persons: [
    { role: 'man', idNumber: groom },
    { role: 'woman', idNumber: bride },
  ],
  phone,
  declarations: ['no-spouse'],
};
