import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import * as fc from 'fast-check';
import { openLanes } from '../../server/lanes.ts';

test('whoever has lost a race keeps their place before those who came later', async () => {
  const lanes = openLanes();
  const order: string[] = [];
  const [first, second] = [lanes(), lanes()];
  await first.enter(['day']);
  const waiting = second.enter(['day']).then(() => order.push('second'));
  await first.enter(['day']); // once more, after a lost race
  order.push('first');
  await turn();
  first.leave();
  await waiting;
  assert.deepEqual(order, ['first', 'second']);
});

test('nobody is ever in the lane of somebody else, and nobody waits in a circle, whatever they come to want', async () => {
  const keys = fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 });
  const wishes = fc.array(fc.array(keys, { minLength: 1, maxLength: 3 }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(wishes, async (all) => {
      const lanes = openLanes();
      const held = new Map<string, number>();
      await Promise.all(
        all.map(async (wanted, me) => {
          const lane = lanes();
          const mine = new Set<string>();
          for (const some of wanted) {
            for (const key of mine) held.delete(key); // entering may give the place up
            await lane.enter(some);
            for (const key of some) mine.add(key);
            for (const key of mine) {
              assert.ok(!held.has(key), `${key} is held by ${held.get(key)}`);
              held.set(key, me);
            }
            await turn();
          }
          for (const key of mine) held.delete(key);
          lane.leave();
        }),
      );
    }),
    { timeout: 2000 },
  );
});
