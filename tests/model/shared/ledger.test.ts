import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { addDays } from '../../../src/model/shared/dates.ts';
import { balanceOf, endedOf, endingOf, type Entry } from '../../../src/model/shared/ledger.ts';

const grant = (id: string, on: string, amount: number, until?: string): Entry => ({
  id,
  on,
  amount,
  why: 'allowance',
  ...(until && { until }),
});
const spend = (id: string, on: string, amount: number): Entry => ({
  id,
  on,
  amount: -amount,
  why: 'order',
});
const undo = (of: string, on: string, amount: number): Entry => ({
  id: `${of}-back`,
  on,
  amount,
  why: 'cancelled',
  undoes: of,
});

describe('a ledger', () => {
  const december = grant('december', '2026-12-01', 100, '2026-12-31');
  const january = grant('january', '2027-01-01', 100, '2027-02-28');

  it('what ends first is spent first, so that nobody loses what could have been used', () => {
    const entries = [
      grant('for ever', '2026-11-01', 50),
      december,
      spend('rice', '2026-12-05', 80),
    ];
    expect(balanceOf(entries, '2026-12-31')).to.equal(70);
    expect(balanceOf(entries, '2027-01-01')).to.equal(50);
    expect(endedOf(entries, '2027-01-01')).to.deep.equal([{ amount: 20, until: '2026-12-31' }]);
  });

  it('counts on its last day, and is over on the next', () => {
    expect(balanceOf([december], '2026-12-31')).to.equal(100);
    expect(balanceOf([december], '2027-01-01')).to.equal(0);
  });

  it('says early what is going to end, and only what is left of it', () => {
    const entries = [december, january, spend('rice', '2026-12-05', 60)];
    expect(endingOf(entries, '2026-12-20', 14)).to.deep.equal([
      { amount: 40, until: '2026-12-31' },
    ]);
    expect(endingOf(entries, '2026-12-10', 14)).to.deep.equal([]);
  });

  it('what is undone comes back to where it was taken from, and no longer lives than that', () => {
    const entries = [december, spend('rice', '2026-12-05', 60), undo('rice', '2026-12-08', 60)];
    expect(balanceOf(entries, '2026-12-31')).to.equal(100);
    expect(balanceOf(entries, '2027-01-01')).to.equal(0);
  });

  it('undoing the same twice gives nothing twice', () => {
    const back = undo('rice', '2026-12-08', 60);
    const entries = [december, spend('rice', '2026-12-05', 60), back, { ...back, id: 'again' }];
    expect(balanceOf(entries, '2026-12-31')).to.equal(100);
  });

  const day = fc.nat(120).map((days) => addDays('2026-11-01', days));
  const happening = fc.record({
    on: day,
    kind: fc.constantFrom('grant', 'spend', 'undo'),
    amount: fc.integer({ min: 1, max: 200 }),
    lasts: fc.option(fc.nat(60), { nil: undefined }),
    which: fc.nat(),
  });

  it('its balance is what came in, less what went out, less what ended: to the last point, on any day', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), day, (all, later) => {
        const entries: Entry[] = [];
        let [came, went] = [0, 0];
        const open: Entry[] = [];
        const sorted = all.toSorted((a, b) => (a.on < b.on ? -1 : 1));
        for (const [i, { on, kind, amount, lasts, which }] of sorted.entries()) {
          const balance = balanceOf(entries, on);
          expect(balance).to.be.at.least(0);
          if (kind === 'grant') {
            entries.push(
              grant(`g${i}`, on, amount, lasts === undefined ? undefined : addDays(on, lasts)),
            );
            came += amount;
            expect(balanceOf(entries, on)).to.equal(balance + amount);
          } else if (kind === 'spend' && amount <= balance) {
            const entry = spend(`s${i}`, on, amount);
            entries.push(entry);
            open.push(entry);
            went += amount;
            expect(balanceOf(entries, on)).to.equal(balance - amount);
          } else if (kind === 'undo' && open.length > 0) {
            const [entry] = open.splice(which % open.length, 1);
            if (!entry) continue;
            entries.push(undo(entry.id, on, -entry.amount));
            went += entry.amount;
            expect(balanceOf(entries, on)).to.be.within(balance, balance - entry.amount);
          }
        }
        const last = later < (entries.at(-1)?.on ?? '') ? (entries.at(-1)?.on ?? later) : later;
        const ended = endedOf(entries, last).reduce((sum, { amount }) => sum + amount, 0);
        expect(balanceOf(entries, last)).to.equal(came - went - ended);
        expect(
          endingOf(entries, last, 3650).reduce((sum, { amount }) => sum + amount, 0),
        ).to.be.at.most(balanceOf(entries, last));
      }),
    );
  });
});
