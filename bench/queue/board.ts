/** A board with a hall that is not there: the page pushes answers as fast as it likes. */
import type { Gateway } from '../../src/gateway/contract.ts';
import type { Board } from '../../src/model/queue/queries.ts';
import '../../src/parts/queue/board.ts';
import '../../src/theme/tokens.css';
import '../../src/ui/scope.ts';

let tell: (board: Board) => void = () => undefined;
const gateway = {
  now: () => Date.now(),
  watch(_name: string, _input: object, onReply: (reply: object) => void) {
    tell = (value) => onReply({ status: 'answer', value });
    return () => undefined;
  },
} as unknown as Gateway;

const name = (zh: string) => ({ 'zh-CN': zh, en: zh });
const lines = ['A', 'B', 'C', 'D'].map((letter) => ({
  ...{ id: letter, letter, name: name(`事项 ${letter}`), open: 2 },
  wait: { lowMinutes: 5, highMinutes: 12 },
}));
const counters = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => ({ id: `c${number}`, number }));
let calls: Board['calls'] = [];
let count = 0;

/** One more call, as the hall would tell it: every object is new. */
function change(): void {
  count += 1;
  const line = lines[count % 4]!;
  const number = `${line.letter}${String(count % 1000).padStart(3, '0')}`;
  const counter = `c${(count % 8) + 1}`;
  calls = [...calls, { count, number, line: line.id, counter, at: Date.now(), again: 0 }].slice(
    -24,
  );
  tell({
    ...{
      place: 'centre',
      zone: 'Asia/Shanghai',
      name: name('社区事务受理服务中心'),
      date: '2026-12-07',
    },
    ...{
      policy: { kind: 'arrival' },
      returnAfter: 3,
      sample: false,
      ended: false,
      counters,
      calls,
    },
    opening: { date: '2026-12-07', state: 'open', hours: [] },
    lines: lines.map((one, i) => ({ ...one, waiting: (count + i) % 40 })),
    ...{ back: [], missed: [] },
  });
}

const scope = document.createElement('mulin-scope');
Object.assign(scope, { gateway });
const board = Object.assign(document.createElement('mulin-board'), { place: 'centre' });
board.style.blockSize = '100vh';
scope.append(board);
document.body.append(scope);

const frame = (): Promise<number> => new Promise(requestAnimationFrame);

/** Changes so often a second, for so many seconds: what the screen made of it. */
async function run(
  perSecond: number,
  seconds: number,
): Promise<{ frames: number; longest: number }> {
  const begin = await frame();
  let [last, frames, longest, done] = [begin, 0, 0, 0];
  while (last - begin < seconds * 1000) {
    const now = await frame();
    frames += 1;
    longest = Math.max(longest, now - last);
    last = now;
    for (; done < ((now - begin) / 1000) * perSecond; done += 1) {
      change();
      await board.updateComplete; // each change is drawn for itself, none is skipped
    }
  }
  return { frames: (frames * 1000) / (last - begin), longest };
}

/** Milliseconds that so many changes took, each drawn for itself. */
async function many(changes: number): Promise<number> {
  const begin = performance.now();
  for (let i = 0; i < changes; i += 1) {
    change();
    await board.updateComplete;
    if (i % 500 === 0) await frame();
  }
  return performance.now() - begin;
}

change();
Object.assign(globalThis, { bench: { run, many } });
