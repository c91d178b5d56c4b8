/** What every store must do. A sibling that passes may stand below the hall. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import type { Rows, Store, Write } from '../../server/store/store.ts';

export interface StoreUnderTest {
  /** A store over the same data as last time. Only the last one opened is in use. */
  open(): Promise<Store>;
}

type Wish = Partial<Pick<Write, 'seen' | 'changes'>> & { sentKey?: string; at?: number };

/** A write that wants `changes` on top of what was `seen`. */
function wish({ seen = new Map(), changes = [], sentKey, at = 1 }: Wish): Write {
  return {
    seen,
    changes,
    entry: {
      id: uuidv7(),
      at,
      actor: 'device/kiosk-1',
      command: 'toy.put',
      keys: changes.map(({ key }) => key),
      events: [{ type: 'toy.put', data: { n: 1 } }],
    },
    sent: { key: sentKey ?? uuidv7(), outcome: `outcome of ${sentKey}` },
  };
}

const put = (key: string, open: string | null = '{}', sealed: string | null = null) => ({
  key,
  open,
  sealed,
});
const seenIn = (rows: Rows, ...keys: string[]): Map<string, number> =>
  new Map(keys.map((key) => [key, rows.get(key)?.version ?? 0]));

export function storeSuite(name: string, { open }: StoreUnderTest): void {
  let store: Store;
  let halls = 0;
  /** Every test has a hall of its own, so none is in another's way. */
  const it = (sentence: string, work: (hall: string) => Promise<void>): void =>
    void test(`${name}: ${sentence}`, () => work(`hall-${(halls += 1)}`));

  test.before(async () => {
    store = await open();
  });
  test.after(() => store.close());

  it('keeps what was written, with a version', async (hall) => {
    assert.equal(
      await store.write(hall, wish({ changes: [put('a/1', '{"n":1}', 'secret')] })),
      true,
    );
    assert.deepEqual(
      await store.load(hall, ['a/1', 'a/2']),
      new Map([['a/1', { version: 1, open: '{"n":1}', sealed: 'secret' }]]),
    );
    assert.deepEqual(await store.load('another-hall', ['a/1']), new Map());
    assert.deepEqual(await store.load(hall, []), new Map());
  });

  it('reads ranges from the first key up to the last, which is left out, by code point', async (hall) => {
    const keys = ['a', 'a/', 'a/1', 'a/Z', 'a/a', 'a/ä', 'a/浦', 'a0', 'b/1'];
    await store.write(hall, wish({ changes: keys.map((key) => put(key)) }));
    const rows = await store.load(hall, [{ from: 'a/', to: 'a0' }]);
    assert.deepEqual([...rows.keys()].sort(), ['a/', 'a/1', 'a/Z', 'a/a', 'a/ä', 'a/浦']);
    const mixed = await store.load(hall, ['a', { from: 'b/', to: 'b0' }, { from: 'a0', to: 'a1' }]);
    assert.deepEqual([...mixed.keys()].sort(), ['a', 'a0', 'b/1']);
  });

  it('keeps any text that JSON can say, to the letter', async (hall) => {
    const open = JSON.stringify({ text: '\u0000 \ud800 𠮷 浦 \\ " \u2028', n: 1e21 });
    await store.write(hall, wish({ changes: [put('a/1', open, open)] }));
    assert.deepEqual((await store.load(hall, ['a/1'])).get('a/1'), {
      version: 1,
      open,
      sealed: open,
    });
  });

  it('writes nothing at all where one document has moved', async (hall) => {
    await store.write(hall, wish({ changes: [put('a/1'), put('a/2')] }));
    const seen = seenIn(await store.load(hall, ['a/1', 'a/2']), 'a/1', 'a/2', 'a/3');
    await store.write(hall, wish({ seen: new Map([['a/2', 1]]), changes: [put('a/2')] }));
    const before = await store.load(hall, ['a/1', 'a/2', 'a/3']);
    const entries = await store.entries(hall, '', 100);
    const late = wish({ seen, changes: [put('a/1'), put('a/2'), put('a/3')], sentKey: 'late' });
    assert.equal(await store.write(hall, late), false);
    assert.deepEqual(await store.load(hall, ['a/1', 'a/2', 'a/3']), before);
    assert.deepEqual(await store.entries(hall, '', 100), entries);
    assert.equal(await store.outcome(hall, 'late'), undefined);
  });

  it('a key nobody looked at must be new', async (hall) => {
    await store.write(hall, wish({ changes: [put('a/1')] }));
    assert.equal(await store.write(hall, wish({ changes: [put('a/1')] })), false);
  });

  it('what was looked at and left alone must not have moved either', async (hall) => {
    await store.write(hall, wish({ changes: [put('rule')] }));
    const seen = new Map([['rule', 1]]);
    assert.equal(await store.write(hall, wish({ seen, changes: [put('a/1')] })), true);
    await store.write(hall, wish({ seen, changes: [put('rule')] }));
    assert.equal(await store.write(hall, wish({ seen, changes: [put('a/2')] })), false);
  });

  it('two that each saw the place of the other empty do not both go ahead', async (hall) => {
    for (let round = 0; round < 20; round += 1) {
      const [a, b] = [`a/${round}`, `b/${round}`];
      const seen = new Map([
        [a, 0],
        [b, 0],
      ]);
      const done = await Promise.all([
        store.write(hall, wish({ seen, changes: [put(a)] })),
        store.write(hall, wish({ seen, changes: [put(b)] })),
      ]);
      assert.deepEqual(done.toSorted(), [false, true], `round ${round}`);
    }
  });

  it('removes a document, and notices when it was removed and made again in between', async (hall) => {
    await store.write(hall, wish({ changes: [put('a/1', '{"n":1}', 'secret')] }));
    const seen = new Map([['a/1', 1]]);
    await store.write(hall, wish({ seen, changes: [put('a/1', null)] }));
    const gone = (await store.load(hall, ['a/1'])).get('a/1');
    assert.deepEqual(gone, { version: 2, open: null, sealed: null });
    const again = wish({ seen: new Map([['a/1', 2]]), changes: [put('a/1', '{"n":1}')] });
    assert.equal(await store.write(hall, again), true);
    assert.equal(await store.write(hall, wish({ seen, changes: [put('a/1')] })), false);
  });

  it('one gesture is one effect, and its outcome is remembered until it is forgotten', async (hall) => {
    const gesture = (n: number): Write =>
      wish({ changes: [put(`a/${n}`)], sentKey: 'gesture', at: 100 });
    const done = await Promise.all([1, 2, 3, 4].map((n) => store.write(hall, gesture(n))));
    assert.equal(done.filter(Boolean).length, 1);
    assert.equal((await store.load(hall, [{ from: 'a/', to: 'a0' }])).size, 1);
    assert.equal(await store.outcome(hall, 'gesture'), 'outcome of gesture');
    assert.equal(await store.outcome('another-hall', 'gesture'), undefined);
    await store.forgetOutcomes(hall, 100);
    assert.equal(await store.outcome(hall, 'gesture'), 'outcome of gesture');
    await store.forgetOutcomes(hall, 101);
    assert.equal(await store.outcome(hall, 'gesture'), undefined);
  });

  it('tells what has happened, in order, page by page', async (hall) => {
    const writes = [1, 2, 3].map((n) => wish({ changes: [put(`a/${n}`)], at: n }));
    for (const write of writes) await store.write(hall, write);
    const [first, ...others] = writes.map(({ entry }) => entry);
    assert.deepEqual(await store.entries(hall, '', 1), [first]);
    assert.deepEqual(await store.entries(hall, first!.id, 100), others);
    assert.deepEqual(await store.entries('another-hall', '', 100), []);
  });

  it('50 that count one document up in a race count to 50', async (hall) => {
    const countUp = async (): Promise<void> => {
      for (;;) {
        const rows = await store.load(hall, ['count']);
        const { n } = JSON.parse(rows.get('count')?.open ?? '{"n":0}') as { n: number };
        const changes = [put('count', JSON.stringify({ n: n + 1 }))];
        if (await store.write(hall, wish({ seen: seenIn(rows, 'count'), changes }))) return;
        await pause(Math.random() * 20);
      }
    };
    await Promise.all(Array.from({ length: 50 }, countUp));
    assert.deepEqual((await store.load(hall, ['count'])).get('count'), {
      version: 50,
      open: '{"n":50}',
      sealed: null,
    });
    assert.equal((await store.entries(hall, '', 100)).length, 50);
  });

  it('of many that write at once each is judged for itself', async (hall) => {
    const keys = Array.from({ length: 60 }, (_, n) => `a/${n}`);
    await store.write(hall, wish({ changes: keys.map((key) => put(key)) }));
    const isLate = (n: number): boolean => n % 7 === 3;
    const done = await Promise.all(
      keys.map((key, n) =>
        store.write(
          hall,
          wish({ seen: new Map([[key, isLate(n) ? 0 : 1]]), changes: [put(key, `{"n":${n}}`)] }),
        ),
      ),
    );
    assert.deepEqual(
      done,
      keys.map((_, n) => !isLate(n)),
    );
    const rows = await store.load(hall, keys);
    for (const [n, key] of keys.entries())
      assert.equal(rows.get(key)?.open, isLate(n) ? '{}' : `{"n":${n}}`);
    assert.equal((await store.entries(hall, '', 100)).length, 1 + done.filter(Boolean).length);
  });

  it('two that each changed what the other only looked at do not both go ahead', async (hall) => {
    await store.write(hall, wish({ changes: [put('a'), put('b')] }));
    for (let version = 1; version <= 20; version += 1) {
      const seen = seenIn(await store.load(hall, ['a', 'b']), 'a', 'b');
      const done = await Promise.all(
        ['a', 'b'].map((key) => store.write(hall, wish({ seen, changes: [put(key)] }))),
      );
      assert.ok(!done.every(Boolean), `round ${version}`);
    }
  });

  it('says which keys have changed, to those who listen to that hall', async (hall) => {
    const heard: string[] = [];
    const stop = store.listen(hall, (keys) => heard.push(...keys));
    const stopOther = store.listen('another-hall', () => heard.push('of another hall'));
    await store.write(hall, wish({ changes: [put('a/1'), put('a/2')] }));
    await pause(50);
    assert.deepEqual([...new Set(heard)], ['a/1', 'a/2']);
    stop();
    stopOther();
    await store.write(hall, wish({ changes: [put('a/3')] }));
    await pause(50);
    assert.equal(heard.includes('a/3'), false);
  });

  it('still knows everything when it is closed and opened again', async (hall) => {
    await store.write(hall, wish({ changes: [put('a/1', '{"n":7}')], sentKey: 'kept' }));
    await store.close();
    store = await open();
    await store.ping();
    assert.equal((await store.load(hall, ['a/1'])).get('a/1')?.open, '{"n":7}');
    assert.equal(await store.outcome(hall, 'kept'), 'outcome of kept');
    assert.equal((await store.entries(hall, '', 100)).length, 1);
  });
}
