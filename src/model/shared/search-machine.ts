/**
 * A query as a little machine that reads a row of syllables: a nondeterministic automaton whose states are the bits of one
 * number. From each place in the query a syllable leads on by its whole spelling or by its initial.
 */
import { isHan } from './reading.ts';
import type { Row } from './search-row.ts';

/** A query is cut off here: states are bits of a 32-bit number. */
const LONGEST = 28;
/** With one slip two sets of states share the number. */
const LONGEST_WITH_SLIP = 14;
const SLIPPED = 16;
/** Fewer letters or characters than these are typed right, or there is no telling what was meant. */
const SHORTEST_LETTERS_WITH_SLIP = 4;
const SHORTEST_CHARACTERS_WITH_SLIP = 3;

export function mayHaveSlip(query: string): boolean {
  const units = [...query];
  const characters = units.filter(isHan).length;
  return (
    units.length <= LONGEST_WITH_SLIP &&
    (characters >= SHORTEST_CHARACTERS_WITH_SLIP || units.length >= SHORTEST_LETTERS_WITH_SLIP)
  );
}

/** A query, ready to read. States are bits: n of the query's units are read, and above {@link SLIPPED} the same after a slip. */
export interface Machine {
  /** How many units of the query it reads. */
  readonly length: number;
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

export function machineFor({ spellings, ofCharacter }: Row, query: string, slip = false): Machine {
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

  return { length, first, step, accepts: whole, nearly, ...(isLiteral && { literal: text }) };
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
