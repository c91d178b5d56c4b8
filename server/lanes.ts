/**
 * Commands of one process that want the same documents wait for each other here, in the order they came. They would only
 * lose races against each other in the store, and decide again and again; races between processes are left to the store.
 */
export interface Lanes {
  /** Waits until nobody who came before holds one of these keys; call what it gives back when done. */
  enter(keys: readonly string[]): Promise<() => void>;
}

export function openLanes(): Lanes {
  const last = new Map<string, Promise<void>>();
  return {
    async enter(keys) {
      // All keys at once and before any waiting: whoever is in front is so in every lane, so nobody waits in a circle.
      const before = keys.map((key) => last.get(key) ?? Promise.resolve());
      let leave = (): void => undefined;
      const left = new Promise<void>((resolve) => (leave = resolve));
      for (const key of keys) last.set(key, left);
      await Promise.all(before);
      return () => {
        for (const key of keys) if (last.get(key) === left) last.delete(key);
        leave();
      };
    },
  };
}
