/**
 * Commands of one process that want the same documents wait for each other here, in the order they came. They would only
 * lose races against each other in the store, and decide again and again; races between processes are left to the store.
 */
export interface Lane {
  /**
   * Waits until nobody who came before holds one of these keys. Whoever holds them all already keeps the place; whoever
   * wants more gives it up first, so that nobody waits in a circle.
   */
  enter(keys: Iterable<string>): Promise<void>;
  leave(): void;
}

/** Each call is the lane of one command. */
export function openLanes(): () => Lane {
  const last = new Map<string, Promise<void>>();
  return () => {
    const mine = new Set<string>();
    let leave = (): void => undefined;
    return {
      async enter(keys) {
        const more = [...keys].filter((key) => !mine.has(key));
        if (more.length === 0) return;
        leave();
        for (const key of more) mine.add(key);
        // All keys at once and before any waiting: whoever is in front is so in every lane.
        const held = [...mine];
        const before = held.map((key) => last.get(key) ?? Promise.resolve());
        let open = (): void => undefined;
        const left = new Promise<void>((resolve) => (open = resolve));
        for (const key of held) last.set(key, left);
        leave = () => {
          for (const key of held) if (last.get(key) === left) last.delete(key);
          open();
        };
        await Promise.all(before);
      },
      leave: () => leave(),
    };
  };
}
