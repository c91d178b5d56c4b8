/** Reading a row with a machine: what fits, and what nearly does. Names that begin so come first, then the others. */
import type { Machine } from './search-machine.ts';
import { END, SIGN, type Row } from './search-row.ts';

/** Below are what ends a name and what is read over. */
const FIRST_READ = END + 1;

/** Nobody types more initials than these; what is longer is spelled out, and has many ways to be read. */
const SHORT = 5;
/** More ways to read a query than these, and all of the row is read instead. */
const MANY_WAYS = 4;

/** What fits, where there is a shorter way to find out than reading all of it; undefined where there is none. */
export function scan(row: Row, machine: Machine): readonly number[] | undefined {
  if (machine.literal !== undefined) return look(row, machine.literal);
  const ways = machine.length <= SHORT ? waysToRead(row, machine) : undefined;
  return ways && byInitials(row, machine, ways);
}

/**
 * The initials of all that a query can mean: `yrf` and `yurongfu` are both `yrf`. Undefined where those would say little: they
 * are many, or one of them is a single letter.
 */
function waysToRead({ firsts }: Row, { step, accepts }: Machine): readonly string[] | undefined {
  const leads = new Map<number, ReadonlyMap<string, number>>();
  const leadsFrom = (states: number): ReadonlyMap<string, number> => {
    const known = leads.get(states);
    if (known) return known;
    const after = new Map<string, number>();
    for (let code = FIRST_READ; code < firsts.length; code += 1) {
      const next = step(states, code);
      if (next === 0) continue;
      const initial = firsts[code] as string;
      after.set(initial, (after.get(initial) ?? 0) | next);
    }
    leads.set(states, after);
    return after;
  };
  const ways: string[] = [];
  const walk = (read: string, states: number): boolean => {
    for (const [initial, next] of leadsFrom(states)) {
      if (next & accepts) {
        if (read === '' || ways.push(read + initial) > MANY_WAYS) return false;
      } else if (!walk(read + initial, next)) return false;
    }
    return true;
  };
  return walk('', 1) ? ways : undefined;
}

/** Looks only where the initials fit. */
function byInitials(row: Row, machine: Machine, ways: readonly string[]): readonly number[] {
  const { initials, initialStarts } = row;
  const all = ways.map((way) => {
    const found = new Places(initialStarts);
    for (let at = initials.indexOf(way); at >= 0;) {
      const item = found.itemAt(at);
      const begin = initialStarts[item] as number;
      const isFit = endOfFit(row, machine, placeOf(row, item, at - begin)) > 0;
      if (isFit) found.add(item, at);
      at = initials.indexOf(way, isFit ? initialStarts[item + 1] : at + 1);
    }
    return found;
  });
  const [only] = all;
  return all.length === 1 && only ? only.items : Places.together(all);
}

/** Where in the row the syllable is that stands so far in a name, signs left out. */
function placeOf({ codes, starts }: Row, item: number, syllables: number): number {
  let at = starts[item] as number;
  for (let left = syllables; left > 0 || codes[at] === SIGN; at += 1)
    if (codes[at] !== SIGN) left -= 1;
  return at;
}

/** Only characters, none of them wrong. */
function look(row: Row, text: string): readonly number[] {
  const { names, starts } = row;
  const found = new Places(starts);
  for (let at = names.indexOf(text); at >= 0;) {
    const item = found.itemAt(at);
    found.add(item, at);
    at = names.indexOf(text, starts[item + 1]);
  }
  return found.items;
}

/** Gathers items by positions in a text of all of them, from the first to the last. */
class Places {
  readonly #begin: number[] = [];
  readonly #later: number[] = [];
  readonly #starts: Uint32Array;
  #item = 0;

  /** Those whose names begin so for any of them come first. */
  static together(all: readonly Places[]): readonly number[] {
    const begin = new Set(all.flatMap((one) => one.#begin));
    const later = new Set(all.flatMap((one) => one.#later).filter((item) => !begin.has(item)));
    const inOrder = (items: Set<number>): number[] => [...items].toSorted((a, b) => a - b);
    return inOrder(begin).concat(inOrder(later));
  }

  constructor(starts: Uint32Array) {
    this.#starts = starts;
  }

  /** Whose it is; never asked for one before. */
  itemAt(at: number): number {
    while ((this.#starts[this.#item + 1] as number) <= at) this.#item += 1;
    return this.#item;
  }

  add(item: number, at: number): void {
    (this.#starts[item] === at ? this.#begin : this.#later).push(item);
  }

  get items(): readonly number[] {
    return this.#begin.concat(this.#later);
  }
}

/** What fits, and what would but for one slip. */
interface Fits {
  readonly items: readonly number[];
  /** In the order of the list. */
  readonly near: readonly number[];
}

/** In the table: nothing fits so far; everything does; not reckoned yet. Below these: fits but for a slip. */
const [NOTHING, FITS, UNKNOWN, NEAR] = [0, -1, -2, -3];

/**
 * Reads the row once. Where a syllable leads from a set of states is reckoned when it is first met and looked up from then on:
 * however much a query tolerates, reading on costs one look into a table (a deterministic automaton, made as it is needed).
 */
export function run(row: Row, machine: Machine): Fits {
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
  return { items: sorted(row, machine, items), near };
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
export function endOfFit({ codes }: Row, machine: Machine, at: number): number {
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
