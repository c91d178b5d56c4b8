/**
 * Finding things by a few letters of their Chinese names: by characters (羽绒), by initials (`yrf`), by full pinyin
 * (`yurong`), by any mixture (`羽rf`, `yrongfu`), and with one slip where nothing fits exactly.
 *
 * The whole list is one row of small numbers, as long as the names are, and a position in it is a position in a name
 * (`search-row.ts`). A query is a little machine (`search-machine.ts`) that reads that row (`search-read.ts`).
 */
import { machineFor, mayHaveSlip, type Machine } from './search-machine.ts';
import { endOfFit, run, scan } from './search-read.ts';
import { plain, rowOf, type Findable, type Row } from './search-row.ts';

export type { Findable } from './search-row.ts';

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

export function searchOf(list: readonly Findable[]): Search {
  const row = rowOf(list);
  return {
    find(query) {
      const words = plain(query).split(' ').filter(Boolean);
      const whole = words.join('');
      if (whole === '') return { items: [], slip: false, marksIn: () => [] };
      const exact = machineFor(row, whole);
      const both = mayHaveSlip(whole) ? machineFor(row, whole, true) : exact;
      const quick = scan(row, exact);
      // One reading finds both: what fits, and what nearly does.
      const fits = quick?.length || (quick && both === exact) ? undefined : run(row, both);
      const items = quick ?? fits?.items ?? [];
      if (items.length > 0) return found(row, items, [exact]);
      if (words.length > 1) {
        const machines = words.map((word) => machineFor(row, word));
        const [first = [], ...others] = machines.map(
          (machine) => scan(row, machine) ?? run(row, machine).items,
        );
        const sets = others.map((one) => new Set(one));
        const all = first.filter((item) => sets.every((set) => set.has(item)));
        if (all.length > 0) return found(row, all, machines);
      }
      const near = fits?.near ?? [];
      return found(row, near, [both], near.length > 0);
    },
  };
}

const found = (
  row: Row,
  items: readonly number[],
  machines: readonly Machine[],
  slip = false,
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
