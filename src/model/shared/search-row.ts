/** A list of names as one row of numbers: every character is its syllable, or itself where it is a letter or a digit. */
import { isHan } from './reading.ts';

/** What can be found. Without a reading it is found by its characters only. */
export interface Findable {
  readonly name: string;
  /** The syllables of the Chinese characters in the name, see `reading.ts`. */
  readonly reading?: string;
}

/** Ends a name: as a number, and in the text of all names. */
export const END = 1;
const BREAK = '\n';
/** Signs and spaces: read over, as nobody types them. */
export const SIGN = 0;
/** Syllables are numbered from here on; below are letters and digits as they are. */
const FIRST_SYLLABLE = 128;

export interface Row {
  readonly codes: Uint16Array;
  /** Where each name begins, and at the end where one more would. */
  readonly starts: Uint32Array;
  /** All names, each followed by {@link BREAK}, in small letters. */
  readonly names: string;
  /** The initials of each name, signs left out, each followed by {@link BREAK}; one byte a character. */
  readonly initials: string;
  /** Where each name's initials begin, and at the end where one more would. */
  readonly initialStarts: Uint32Array;
  /** The spelling behind a number, and what it begins with; one sign for all that have none. */
  readonly spellings: readonly string[];
  readonly firsts: readonly string[];
  /** The number of a character's syllable, as the names of this list read it. */
  readonly ofCharacter: ReadonlyMap<string, number>;
}

export function rowOf(list: readonly Findable[]): Row {
  const spellings: string[] = Array.from({ length: FIRST_SYLLABLE }, (_, code) =>
    /[a-z\d]/.test(String.fromCharCode(code)) ? String.fromCharCode(code) : '',
  );
  const firsts = [...spellings];
  const ofSpelling = new Map<string, number>();
  const ofCharacter = new Map<string, number>();
  const plainNames = list.map(({ name }) => sameLength(name));
  const starts = new Uint32Array(list.length + 1);
  for (const [i, name] of plainNames.entries()) starts[i + 1] = (starts[i] ?? 0) + name.length + 1;
  const codes = new Uint16Array(starts[list.length] ?? 0);

  const initialStarts = new Uint32Array(list.length + 1);
  const initials: string[] = [];
  let at = 0;
  for (const [i, name] of plainNames.entries()) {
    let own = '';
    const syllables = list[i]?.reading?.split(' ') ?? [];
    let read = 0;
    for (const character of name) {
      let code = SIGN;
      if (character < '\u0080') {
        const own = character.charCodeAt(0);
        if (spellings[own]) code = own;
      } else if (isHan(character)) {
        const spelling = syllables[read++] ?? character;
        code = ofSpelling.get(spelling) ?? spellings.push(spelling) - 1;
        firsts[code] ??= /^[a-z]/.test(spelling) ? (spelling[0] as string) : '?';
        ofSpelling.set(spelling, code);
        if (!ofCharacter.has(character)) ofCharacter.set(character, code);
      }
      codes[at] = code;
      at += character.length;
      if (code !== SIGN) own += firsts[code] ?? '?';
    }
    codes[at++] = END;
    initials.push(own + BREAK);
    initialStarts[i + 1] = (initialStarts[i] ?? 0) + own.length + 1;
  }
  return {
    codes,
    starts,
    names: plainNames.map((name) => name + BREAK).join(''),
    initials: initials.join(''),
    initialStarts,
    spellings,
    firsts,
    ofCharacter,
  };
}

/** Small letters, narrow digits, no signs; one space between words. */
export function plain(query: string): string {
  return query
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’·-]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .slice(0, 100)
    .trim();
}

/** A name as {@link plain} writes it, without moving anything in it. */
function sameLength(name: string): string {
  if (/^[\p{Script=Han} -~]*$/u.test(name)) return name.toLowerCase();
  let text = '';
  for (const character of name) {
    const narrow = character.normalize('NFKC').toLowerCase();
    const isKept = narrow.length === character.length && narrow !== BREAK;
    text += isKept ? narrow : ' '.repeat(character.length);
  }
  return text;
}
