/** What the benchmark must know about a month grid to look at it and to turn its page. */
export interface Subject {
  /** The buttons of the days on screen. */
  days(): readonly Element[];
  next(): Element | null | undefined;
  /** All that stands on screen. */
  text(): string;
}

export function present(subject: Subject): void {
  Object.assign(globalThis, { subject });
}
