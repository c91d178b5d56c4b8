/** What hours of a queue come to. A page reckons with these, so no schema stands here. */

/** One hour of a line. What people waited and took is in seconds, all of them together. */
export interface HourRow {
  readonly hour: number;
  readonly line: string;
  readonly taken: number;
  readonly called: number;
  readonly waited: number;
  readonly finished: number;
  readonly took: number;
}

/** Rows of several lines or hours taken together. */
export function sumOf(rows: readonly HourRow[]): Omit<HourRow, 'hour' | 'line'> {
  const sum = { taken: 0, called: 0, waited: 0, finished: 0, took: 0 };
  for (const row of rows) {
    sum.taken += row.taken;
    sum.called += row.called;
    sum.waited += row.waited;
    sum.finished += row.finished;
    sum.took += row.took;
  }
  return sum;
}

/** Minutes that one person waited on average, to a tenth; undefined where nobody was called. */
export const waitMinutes = ({ waited, called }: Pick<HourRow, 'waited' | 'called'>) =>
  minutesEach(waited, called);

/** Minutes that one person took on average, to a tenth; undefined where nobody was finished with. */
export const serviceMinutes = ({ took, finished }: Pick<HourRow, 'took' | 'finished'>) =>
  minutesEach(took, finished);

const minutesEach = (seconds: number, count: number): number | undefined =>
  count === 0 ? undefined : Math.round(seconds / count / 6) / 10;
