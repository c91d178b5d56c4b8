import { expect } from '@open-wc/testing';
import { openGuesses, type Subject } from '../../../src/model/guesses.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How many guesses get through, when somebody with these addresses tries `wanted` times over these days. */
function through(
  wanted: number,
  days: number,
  subjectsOf: (n: number) => readonly Subject[],
): number {
  const guesses = openGuesses();
  let tried = 0;
  for (let n = 0; n < wanted; n += 1) {
    const now = (n / wanted) * days * DAY;
    const subjects = subjectsOf(n);
    if (guesses.waitUntil(subjects, now) !== undefined) continue;
    guesses.wrong(subjects, String(n), now);
    tried += 1;
  }
  return tried;
}

describe('guessing', () => {
  const subjects = ['who/address/a', 'what/booking/1'] as const;

  it('a slip of the finger costs nothing', () => {
    const guesses = openGuesses();
    for (let n = 0; n < 4; n += 1) guesses.wrong(subjects, String(n), 0);
    expect(guesses.waitUntil(subjects, 0)).to.be.undefined;
  });

  it('after five wrong guesses at one receipt there is a wait, and each next one is longer', () => {
    const guesses = openGuesses();
    const waits: number[] = [];
    let now = 0;
    for (let n = 0; n < 12; n += 1) {
      guesses.wrong(subjects, String(n), now);
      const until = guesses.waitUntil(subjects, now) ?? now;
      waits.push((until - now) / MINUTE);
      now = until;
    }
    expect(waits.slice(0, 5)).to.deep.equal([0, 0, 0, 0, 15]);
    for (let n = 5; n < 9; n += 1) expect(waits[n]!).to.be.above(waits[n - 1]!);
    expect(Math.max(...waits)).to.be.within(200, 240);
  });

  it('the same wrong guess again, as by a second press or a screen that looks again, is none', () => {
    const guesses = openGuesses();
    for (let n = 0; n < 100; n += 1) guesses.wrong(subjects, 'same', n);
    expect(guesses.waitUntil(subjects, 100)).to.be.undefined;
  });

  it('whoever got it right is not kept from it by earlier slips', () => {
    const guesses = openGuesses();
    for (let n = 0; n < 4; n += 1) guesses.wrong(subjects, String(n), 0);
    guesses.right(subjects);
    for (let n = 0; n < 4; n += 1) guesses.wrong(subjects, String(n), 0);
    expect(guesses.waitUntil(subjects, 0)).to.be.undefined;
  });

  it('knowing one receipt does not make guessing at others free', () => {
    const guesses = openGuesses();
    for (let n = 0; n < 10; n += 1) {
      guesses.wrong(['who/address/a', `what/booking/${n}`], String(n), 0);
      guesses.right(['who/address/a', 'what/booking/mine']);
    }
    expect(guesses.waitUntil(['who/address/a', 'what/booking/other'], 0)).to.equal(15 * MINUTE);
  });

  it('one guesser does not keep others out', () => {
    const guesses = openGuesses();
    for (let n = 0; n < 40; n += 1)
      guesses.wrong(['who/address/a', `what/booking/${n}`], String(n), 0);
    expect(guesses.waitUntil(['who/address/b', 'what/booking/7'], 0)).to.be.undefined;
  });

  it('a kiosk with ten slips an hour, all day, is never locked', () => {
    const slips = through(10 * 12, 0.5, (n) => ['who/device/kiosk-1', `what/booking/${n}`]);
    expect(slips).to.equal(120);
  });

  it('a million guesses from one place in a day: under three thousand get through', () => {
    const tried = through(1_000_000, 1, (n) => ['who/address/a', `what/booking/${n}`]);
    expect(tried).to.be.below(3000);
    // 100,000 appointments among 10⁹ codes, one telephone in 10⁴: one in thirty million.
    expect(tried * (1e5 / 1e9) * 1e-4).to.be.below(1e-4);
  });

  it('a million guesses at one known receipt from everywhere in a week: not one in a hundred finds it', () => {
    const tried = through(1_000_000, 7, (n) => [`who/address/${n % 10_000}`, 'what/booking/1']);
    expect(tried / 10_000).to.be.below(0.01);
  });

  it('a million guesses from ten thousand places in an hour do not find a booking', () => {
    const tried = through(1_000_000, 1 / 24, (n) => [
      `who/address/${n % 10_000}`,
      `what/booking/${n}`,
    ]);
    expect(tried * (1e5 / 1e9) * 1e-4).to.be.below(0.01);
  });

  it('remembers no more than memory has room for', () => {
    const guesses = openGuesses();
    for (let n = 0; n < 120_000; n += 1) guesses.wrong([`what/booking/${n}`], String(n), n);
    for (let n = 0; n < 5; n += 1) guesses.wrong(['what/booking/0'], `again ${n}`, 120_000);
    expect(guesses.waitUntil(['what/booking/0'], 120_000)).not.to.be.undefined;
  });
});
