/**
 * Work that comes while the store is busy goes to it together: at a quiet hour everybody goes at once and alone, in a rush
 * a trip carries many, and a disk that syncs once has synced for all of them.
 */

/** Trips under way at once, and how many may share one. */
const TRIPS = 2;
const SEATS = 32;

/**
 * `run` answers one result for each item, in their order. `fits` says whether an item may share a trip with those who
 * already sit there; without it, everybody may. Whoever has to wait is first in the next trip.
 */
export function together<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly (Result | Promise<Result>)[]>,
  boarding: () => (item: Item) => boolean = () => () => true,
): (item: Item) => Promise<Result> {
  interface Seat {
    readonly item: Item;
    resolve(result: Result | Promise<Result>): void;
    reject(error: unknown): void;
  }
  let waiting: Seat[] = [];
  let trips = 0;

  function depart(): void {
    while (trips < TRIPS && waiting.length > 0) {
      const fits = boarding();
      const [seats, others]: [Seat[], Seat[]] = [[], []];
      for (const seat of waiting)
        (seats.length < SEATS && fits(seat.item) ? seats : others).push(seat);
      waiting = others;
      trips += 1;
      void travel(seats);
    }
  }

  async function travel(seats: readonly Seat[]): Promise<void> {
    try {
      const results = await run(seats.map(({ item }) => item));
      seats.forEach(({ resolve }, i) => resolve(results[i]!));
      await Promise.allSettled(results);
    } catch (error) {
      for (const { reject } of seats) reject(error);
    } finally {
      trips -= 1;
      depart();
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (waiting.length === 1) setImmediate(depart);
    });
}
