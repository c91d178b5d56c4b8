/** How the characters of a name are read aloud, written beside it: `羽绒服 L 码` is read `yu rong fu ma`. */

/** Every character that has a reading of its own, one at a time. */
const HAN = /\p{Script=Han}/u;
export const isHan = (character: string): boolean => HAN.test(character);

/** Syllables of small letters without tones, ü as v, one space between them. */
export const READING = '^[a-z]{1,6}( [a-z]{1,6})*$';

/** How many syllables the reading of this name must have. */
export const charactersIn = (name: string): number => [...name].filter(isHan).length;
