/**
 * Finding things by a few letters of their Chinese names: by characters (羽绒), by initials (`yrf`), by full pinyin
 * (`yurong`), by any mixture (`羽rf`, `yrongfu`), and with one slip where nothing fits exactly.
 *
 * Every character of every name is one number: its syllable, or itself where it is a letter or a digit. So the whole list is
 * one row of small numbers, as long as the names are, and a position in it is a position in a name. A query is a little
 * machine that reads that row (a nondeterministic automaton whose states are the bits of one number): from each place in
 * the query a syllable leads to the places after it, by its whole spelling or by its initial.
 */
import { isHan } from './reading.ts';

/** What can be found. Without a reading it is found by its characters only. */
export interface Findable {
  readonly name: string;
  /** The syllables of the Chinese characters in the name, see `reading.ts`. */
  readonly reading?: string;
}

/** A piece of a name, from its first code unit up to and without `to`. */
export interface Mark {
  readonly from: number;
  readonly to: number;
}

export interface Found {
  /** Positions in the list that was given: those whose names begin so first, then the others, each in their order. */
  readonly items: readonly number[];
  /** Nothing fits exactly; these differ from the query by one slip. */
  readonly slip: boolean;
  /** What of the name of an item fits. */
  marksIn(item: number): readonly Mark[];
}

export interface Search {
  /** An empty query finds nothing. Words between spaces may stand anywhere in a name, in any order. */
  find(query: string): Found;
}

/** Ends a name: as a number, and in the text of all names. */
const END = 1;
const BREAK = '\n';
/** Signs and spaces: read over, as nobody types them. */
const SIGN = 0;
/** Syllables are numbered from here on; below are letters and digits as they are. */
const FIRST_SYLLABLE = 128;
/** A query is cut off here: states are bits of a 32-bit number. */
const LONGEST = 28;
/** With one slip two sets of states share the number. */
const LONGEST_WITH_SLIP = 14;
const SLIPPED = 16;
/** Fewer letters or characters than these are typed right, or there is no telling what was meant. */
const SHORTEST_LETTERS_WITH_SLIP = 4;
const SHORTEST_CHARACTERS_WITH_SLIP = 3;

export function searchOf(list: readonly Findable[]): Search {
  const row = rowOf(list);
  return {
    find(query) {
      const words = plain(query).split(' ').filter(Boolean);
      const whole = words.join('');
      if (whole === '') return { items: [], slip: false, marksIn: () => [] };
      const exact = machineFor(row, whole);
      // One reading finds both: what fits, and what nearly does.
      const both = mayHaveSlip(whole) ? machineFor(row, whole, true) : exact;
      const fits = exact.literal === undefined ? run(row, both) : look(row, exact.literal);
      if (fits.items.length > 0) return found(row, sorted(row, exact, fits.items), [exact], false);
      if (words.length > 1) {
        const machines = words.map((word) => machineFor(row, word));
        const [first = [], ...others] = machines.map((machine) => scan(row, machine));
        const sets = others.map((items) => new Set(items));
        const all = first.filter((item) => sets.every((set) => set.has(item)));
        if (all.length > 0) return found(row, all, machines, false);
      }
      const near = exact.literal === undefined || both === exact ? fits.near : run(row, both).near;
      return found(row, near, [both], near.length > 0);
    },
  };
}

/** The list as one row of numbers. */
interface Row {
  readonly codes: Uint16Array;
  /** Where each name begins, and at the end where one more would. */
  readonly starts: Uint32Array;
  /** All names, each followed by {@link BREAK}, in small letters. */
  readonly names: string;
  /** The spelling behind a number. */
  readonly spellings: readonly string[];
  /** The number of a character's syllable, as the names of this list read it. */
  readonly ofCharacter: ReadonlyMap<string, number>;
}

function rowOf(list: readonly Findable[]): Row {
  const spellings: string[] = Array.from({ length: FIRST_SYLLABLE }, (_, code) =>
    /[a-z\d]/.test(String.fromCharCode(code)) ? String.fromCharCode(code) : '',
  );
  const ofSpelling = new Map<string, number>();
  const ofCharacter = new Map<string, number>();
  const plainNames = list.map(({ name }) => sameLength(name));
  const starts = new Uint32Array(list.length + 1);
  for (const [i, name] of plainNames.entries()) starts[i + 1] = (starts[i] ?? 0) + name.length + 1;
  const codes = new Uint16Array(starts[list.length] ?? 0);

  let at = 0;
  for (const [i, name] of plainNames.entries()) {
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
        ofSpelling.set(spelling, code);
        if (!ofCharacter.has(character)) ofCharacter.set(character, code);
      }
      codes[at] = code;
      at += character.length;
    }
    codes[at++] = END;
  }
  return {
    codes,
    starts,
    names: plainNames.map((name) => name + BREAK).join(''),
    spellings,
    ofCharacter,
  };
}

/** Small letters, narrow digits, no signs; one space between words. */
function plain(query: string): string {
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

function mayHaveSlip(query: string): boolean {
  const units = [...query];
  const characters = units.filter(isHan).length;
  return (
    units.length <= LONGEST_WITH_SLIP &&
    (characters >= SHORTEST_CHARACTERS_WITH_SLIP || units.length >= SHORTEST_LETTERS_WITH_SLIP)
  );
}

/** A query, ready to read. States are bits: n of the query's units are read, and above {@link SLIPPED} the same after a slip. */
interface Machine {
  /** Where a name that is being read may start to fit. */
  first(code: number): number;
  step(states: number, code: number): number;
  /** The states in which all of it is read, and those in which it would be but for one slip. */
  readonly accepts: number;
  readonly nearly: number;
  /** Only characters, none of them wrong: text search is quicker. */
  readonly literal?: string;
}
/** Those before a slip. */
const UNSLIPPED = (1 << SLIPPED) - 1;

function machineFor({ spellings, ofCharacter }: Row, query: string, slip = false): Machine {
  const units = [...query].slice(0, slip ? LONGEST_WITH_SLIP : LONGEST);
  const length = units.length;
  const text = units.join('');
  const isLiteral = !slip && !/[a-z\d]/.test(text);
  const whole = 1 << length;
  // A slip in the last unit: all but that is read.
  const nearly = slip ? (whole << SLIPPED) | (whole >>> 1) : 0;
  const codesOf = units.map((unit) => ofCharacter.get(unit));
  const letters = units.map((unit) => (/[a-z\d]/.test(unit) ? unit : ''));

  /** Where reading this syllable leads from that place. */
  function leads(code: number, from: number): number {
    const spelling = spellings[code] ?? '';
    let states = 0;
    if (codesOf[from] !== undefined) {
      if (codesOf[from] === code) states |= 1 << (from + 1);
    } else if (spelling && letters[from]) {
      states |= spelled(spelling, from);
    }
    return states;
  }

  function spelled(spelling: string, from: number): number {
    let same = 0;
    while (
      same < spelling.length &&
      from + same < length &&
      letters[from + same] === spelling[same]
    )
      same += 1;
    if (same === 0) return 0;
    let states = 1 << (from + 1);
    if (same === spelling.length || from + same === length) states |= 1 << (from + same);
    if (same > 1 && /^[zcs]h/.test(spelling)) states |= 1 << (from + 2);
    return states;
  }

  /** The same, with one thing wrong in it. */
  function leadsWrong(code: number, from: number): number {
    const spelling = spellings[code] ?? '';
    // Something else was typed for it, or it was left out.
    let states = (1 << (from + 1)) | (1 << from);
    if (!letters[from] || spelling.length < 2) return states;
    for (const many of [spelling.length - 1, spelling.length, spelling.length + 1])
      if (from + many <= length && many > 1 && isOneSlip(spelling, letters, from, many))
        states |= 1 << (from + many);
    return states;
  }

  /** What was reckoned before: where a syllable leads from a place, as a set of states. */
  const known = new Int32Array(spellings.length * (length + 1)).fill(-1);
  function from(code: number, place: number): number {
    const at = code * (length + 1) + place;
    let states = known[at] as number;
    if (states !== -1) return states;
    states = place < length ? leads(code, place) : 0;
    if (slip && place < length) {
      // One unit too many, and the syllable fits what comes after it.
      const over = place + 1 < length ? leads(code, place + 1) : 0;
      states |= (leadsWrong(code, place) | over) << SLIPPED;
    }
    known[at] = states;
    return states;
  }

  function first(code: number): number {
    if (!slip) return from(code, 0);
    // The first unit is right, or the slip is inside the first syllable, or the first unit is one too many.
    const right = leads(code, 0);
    const near = letters[0] ? leadsWrong(code, 0) & ~3 : 0;
    const late = length > 1 ? leads(code, 1) : 0;
    return (right === 0 ? 0 : from(code, 0)) | ((near | late) << SLIPPED);
  }

  function step(states: number, code: number): number {
    let next = 0;
    for (
      let left = slip ? states & UNSLIPPED : states, place = 0;
      left !== 0;
      left >>>= 1, place += 1
    )
      if (left & 1) next |= from(code, place);
    if (slip)
      for (let left = states >>> SLIPPED, place = 0; left !== 0; left >>>= 1, place += 1)
        if (left & 1) next |= (from(code, place) & UNSLIPPED) << SLIPPED;
    return next;
  }

  return { first, step, accepts: whole, nearly, ...(isLiteral && { literal: text }) };
}

/** Whether so many letters from there are the spelling but for one letter: another one, one more, one less, two swapped. */
function isOneSlip(
  spelling: string,
  letters: readonly string[],
  from: number,
  many: number,
): boolean {
  let begin = 0;
  while (begin < many && begin < spelling.length && letters[from + begin] === spelling[begin])
    begin += 1;
  let end = 0;
  while (
    end < many - begin &&
    end < spelling.length - begin &&
    letters[from + many - 1 - end] === spelling[spelling.length - 1 - end]
  )
    end += 1;
  const [typed, meant] = [many - begin - end, spelling.length - begin - end];
  if (typed <= 1 && meant <= 1) return typed + meant > 0;
  return (
    typed === 2 &&
    meant === 2 &&
    letters[from + begin] === spelling[begin + 1] &&
    letters[from + begin + 1] === spelling[begin]
  );
}

/** What fits, and what would but for one slip, each in the order of the list. */
interface Fits {
  readonly items: readonly number[];
  readonly near: readonly number[];
}

/** The items that fit. */
const scan = (row: Row, machine: Machine): readonly number[] =>
  (machine.literal === undefined ? run(row, machine) : look(row, machine.literal)).items;

function look({ names, starts }: Row, text: string): Fits {
  const items: number[] = [];
  let item = 0;
  for (let at = names.indexOf(text); at >= 0; at = names.indexOf(text, starts[item + 1])) {
    while ((starts[item + 1] ?? Infinity) <= at) item += 1;
    items.push(item);
  }
  return { items, near: [] };
}

/** In the table: nothing fits so far; everything does; not reckoned yet. Below these: fits but for a slip. */
const [NOTHING, FITS, UNKNOWN, NEAR] = [0, -1, -2, -3];

/**
 * Reads the row once. Where a syllable leads from a set of states is reckoned when it is first met and looked up from then on:
 * however much a query tolerates, reading on costs one look into a table (a deterministic automaton, made as it is needed).
 */
function run(row: Row, machine: Machine): Fits {
  const { codes, starts } = row;
  const { first, step, accepts, nearly } = machine;
  const width = row.spellings.length;
  // A set of states goes by where its line of the table begins: one addition leads on.
  const sets = [0];
  const lines = new Map([[0, NOTHING]]);
  let table = new Int32Array(width * 64).fill(UNKNOWN);

  function lead(from: number, code: number): number {
    let to = from;
    if (code === END) to = NOTHING;
    else if (code !== SIGN) {
      const states = step(sets[from / width] ?? 0, code) | first(code);
      let line = lines.get(states);
      if (line === undefined) lines.set(states, (line = (sets.push(states) - 1) * width));
      to = states & accepts ? FITS : states & nearly ? NEAR - line : line;
    }
    if (sets.length * width > table.length) {
      const larger = new Int32Array(table.length * 2).fill(UNKNOWN);
      larger.set(table);
      table = larger;
    }
    table[from + code] = to;
    return to;
  }

  const items: number[] = [];
  const near: number[] = [];
  let item = 0;
  let state = NOTHING;
  let cells = table;
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at] as number;
    let to = cells[state + code] as number;
    if (to < 0) {
      if (to === UNKNOWN) to = lead(state, code);
      cells = table;
      if (to < 0) {
        while ((starts[item + 1] as number) <= at) item += 1;
        if (to === FITS) {
          items.push(item);
          at = (starts[item + 1] as number) - 1;
          to = NOTHING;
        } else {
          if (near.at(-1) !== item) near.push(item);
          to = NEAR - to;
        }
      }
    }
    state = to;
  }
  return { items, near };
}

/** Those whose names begin so come first. */
function sorted(row: Row, machine: Machine, items: readonly number[]): readonly number[] {
  const begin: number[] = [];
  const later: number[] = [];
  for (const item of items)
    (endOfFit(row, machine, row.starts[item] ?? 0) > 0 ? begin : later).push(item);
  return begin.concat(later);
}

/** Where a piece that begins there and fits is over; 0 where none does. */
function endOfFit({ codes }: Row, machine: Machine, at: number): number {
  const { first, step, accepts, nearly } = machine;
  const over = accepts | nearly;
  const begin = codes[at] as number;
  let states = begin === END || begin === SIGN ? 0 : first(begin);
  let next = at + 1;
  for (; states !== 0 && (states & over) === 0; next += 1) {
    const code = codes[next] as number;
    if (code === END) states = 0;
    else if (code !== SIGN) states = step(states, code);
  }
  return states === 0 ? 0 : next;
}

const found = (
  row: Row,
  items: readonly number[],
  machines: readonly Machine[],
  slip: boolean,
): Found => ({
  items,
  slip,
  marksIn: (item) => machines.flatMap((machine) => markIn(row, machine, item) ?? []),
});

/** The first piece of a name that a machine accepts. */
function markIn(row: Row, machine: Machine, item: number): Mark | undefined {
  const { starts, names } = row;
  const [begin = 0, end = 0] = [starts[item], starts[item + 1]];
  if (machine.literal !== undefined) {
    const at = names.indexOf(machine.literal, begin);
    if (at >= 0 && at < end) return { from: at - begin, to: at - begin + machine.literal.length };
    return undefined;
  }
  for (let at = begin; at < end; at += 1) {
    const over = endOfFit(row, machine, at);
    if (over > 0) return { from: at - begin, to: over - begin };
  }
  return undefined;
}
