/** At the desk: one decision, seen by whoever makes it, with a reason; and a story in which nothing is lost. */
import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { Status } from '../../../src/model/case/documents.ts';
import { as, citizen, codeOf, done, kiosk, clerk as counterClerk } from '../../harness/booked.ts';
import {
  atDesk,
  byClerk,
  casePack,
  checked,
  colleague,
  decider,
  elder,
  granted,
  meals,
  own,
  photo,
  submitted,
  tail,
  uuidOf,
} from '../../harness/cases.ts';
import { openCourt, type Court } from '../../harness/court.ts';

const monday = Date.parse('2026-12-07T10:00+08:00');
const DAY = 24 * 60 * 60_000;
const openTown = () => openCourt(casePack(), monday);

const claimed = async (court: Court, code: string) =>
  done(await as(court, decider, () => court.send('case.claim', meals(code))));
const mine = async (court: Court, code: string) => {
  const found = await court.read('case.find', { code, phoneTail: tail });
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value.cases[0]!;
};

describe('deciding a case', () => {
  it('two clerks can’t decide one case twice', async () => {
    const court = openTown();
    const { code } = await submitted(court);
    await granted(court, code);
    const again = { outcome: 'refused', words: '不符合' } as const;
    expect(codeOf(await byClerk(court, 'case.decide', code, again))).to.equal(
      'case.decided-already',
    );
    expect(codeOf(await byClerk(court, 'case.decide', code, again, colleague))).to.equal(
      'case.decided-already',
    );
    expect((await mine(court, code)).outcome).to.equal('granted');
    expect(court.events.filter(({ type }) => type === 'case.decided')).to.have.length(1);
  });

  it('two windows of one clerk can’t either, nor decide on what only one of them has seen', async () => {
    const court = openTown();
    const { code } = await submitted(court);
    await checked(court, code);
    const { sequence } = (await atDesk(court, code)).case;
    const press = (outcome: 'granted' | 'refused', words: string) =>
      as(court, decider, () =>
        court.send('case.decide', { ...meals(code), sequence, outcome, words }),
      );
    done(await byClerk(court, 'case.check', code, { check: 'residence', found: 'wrong' }));
    expect(codeOf(await press('granted', '可以'))).to.equal('case.moved-on');
  });

  it('a case belongs to who took it on; others take it over by name only', async () => {
    const court = openTown();
    const { code } = await submitted(court);
    await claimed(court, code);
    const take = (from?: string) =>
      as(court, colleague, () =>
        court.send('case.claim', { ...meals(code), ...(from && { from }) }),
      );
    const refused = await take();
    expect(!refused.ok && refused.refusal).to.deep.include({
      code: 'case.claimed-by-another',
      facts: { clerk: 'wang' },
    });
    expect(
      codeOf(
        await byClerk(court, 'case.check', code, { check: 'identity', found: 'right' }, colleague),
      ),
    ).to.equal('case.claimed-by-another');
    expect((await take('wang')).ok).to.equal(true);
    expect((await atDesk(court, code)).clerk).to.equal('zhao');
    done(await as(court, colleague, () => court.send('case.release', meals(code))));
    expect((await atDesk(court, code)).clerk).to.equal(undefined);
  });

  it('nothing is decided before each thing was looked at, and not granted while one is wrong', async () => {
    const court = openTown();
    const { code } = await submitted(court);
    const decide = (outcome: 'granted' | 'refused', words = '如前所述') =>
      byClerk(court, 'case.decide', code, { outcome, words });
    expect(codeOf(await decide('granted'))).to.equal('case.not-claimed');
    await claimed(court, code);
    done(await byClerk(court, 'case.check', code, { check: 'identity', found: 'right' }));
    const early = await decide('granted');
    expect(!early.ok && early.refusal.facts).to.eql({ left: 1 });
    done(await byClerk(court, 'case.check', code, { check: 'residence', found: 'wrong' }));
    expect(codeOf(await decide('granted'))).to.equal('case.not-all-right');
    expect(codeOf(await decide('refused', '  '))).to.equal('case.reason-missing');
    expect(codeOf(await decide('refused'))).to.equal('ok');
  });

  it('the person reads the reason, and keeps reading it when the district words it anew', async () => {
    const court = openTown();
    const { code } = await submitted(court);
    await granted(court, code);
    court.pack = casePack({ cases: [] });
    const last = (await mine(court, code)).story.at(-1);
    expect(last?.reason?.['zh-CN']).to.equal('符合老年助餐的条件。');
    expect(JSON.stringify(last), 'and not who it was').not.to.contain('wang');
  });

  it('only those who decide may look: no kiosk, no counter, no other person', async () => {
    const court = openTown();
    const { code } = await submitted(court);
    for (const actor of [kiosk, counterClerk, citizen(elder)])
      for (const name of ['case.list', 'case.file'] as const)
        expect(
          codeOf(
            await as(court, actor, () =>
              court.readAnything(name, name === 'case.file' ? meals(code) : {}),
            ),
          ),
          `${actor.kind} ${name}`,
        ).to.equal('actor.not-allowed');
    const counter = await as(court, counterClerk, () => court.read('case.find', { code }));
    expect(codeOf(counter)).to.equal('case.not-found');
  });
});

describe('asking for more', () => {
  async function asked() {
    const court = openTown();
    const { code } = await submitted(court);
    await claimed(court, code);
    court.now = monday + 2 * DAY;
    done(
      await byClerk(court, 'case.ask', code, { checks: ['residence'], words: '请补户口本首页。' }),
    );
    return { court, code };
  }

  it('says what, why and until when, and the time for a decision stands still', async () => {
    const { court, code } = await asked();
    const seen = await mine(court, code);
    expect(seen.status).to.equal('asked');
    expect(seen.answerBy).to.equal('2026-12-16');
    const row = seen.story.at(-1);
    expect(row?.items?.map((item) => item['zh-CN'])).to.eql(['居住证明']);
    expect(row?.words).to.equal('请补户口本首页。');
    // Eight of ten days were left on Wednesday the 9th; the answer comes on Monday the 14th.
    court.now = monday + 7 * DAY;
    done(await court.send('case.answer', { ...own(code), words: '补上了' }));
    expect((await mine(court, code)).decideBy).to.equal('2026-12-24');
  });

  it('what is brought afterwards is there, files and words', async () => {
    const { court, code } = await asked();
    expect(codeOf(await court.send('case.answer', own(code)))).to.equal('case.nothing-given');
    done(await court.send('evidence.add', { ...photo(7), item: '' }));
    done(
      await court.send('case.answer', { ...own(code), bundle: uuidOf(900), evidence: [uuidOf(7)] }),
    );
    const seen = await atDesk(court, code);
    expect(seen.evidence.map(({ id }) => id)).to.eql([uuidOf(7)]);
    expect(seen.case.status).to.equal('answered');
    expect(codeOf(await court.send('case.answer', { ...own(code), words: '再补' }))).to.equal(
      'case.nothing-asked',
    );
  });

  it('nothing ends because an answer is late: it waits, and the late answer counts', async () => {
    const { court, code } = await asked();
    court.now = monday + 90 * DAY;
    expect((await mine(court, code)).status).to.equal('asked');
    expect(codeOf(await court.send('case.answer', { ...own(code), words: '来晚了' }))).to.equal(
      'ok',
    );
  });

  it('asking for nothing is not asking', async () => {
    const court = openTown();
    const { code } = await submitted(court);
    await claimed(court, code);
    expect(codeOf(await byClerk(court, 'case.ask', code, { checks: [], words: ' ' }))).to.equal(
      'case.asked-nothing',
    );
    expect(codeOf(await byClerk(court, 'case.ask', code, { checks: ['blood-type'] }))).to.equal(
      'case.no-such-check',
    );
  });
});

describe('the list at the desk', () => {
  it('has the most urgent first, what waits for the person last, and nobody’s data in it', async () => {
    const court = openTown();
    const first = await submitted(court);
    court.now = monday + DAY;
    const second = await submitted(court);
    court.now = monday + 2 * DAY;
    const third = await submitted(court);
    await claimed(court, first.code);
    done(await byClerk(court, 'case.ask', first.code, { checks: ['identity'] }));
    court.now = monday + 15 * DAY;
    const list = await as(court, decider, () => court.read('case.list', {}));
    if (!list.ok) throw new Error(list.refusal.code);
    expect(list.value.lines.map(({ code, overdue }) => [code, overdue])).to.eql([
      [second.code, false],
      [third.code, false],
      [first.code, false],
    ]);
    court.now = monday + 17 * DAY;
    const later = await as(court, decider, () => court.read('case.list', {}));
    expect(later.ok && later.value.lines.map(({ overdue }) => overdue)).to.eql([true, true, false]);
    expect(JSON.stringify(list)).not.to.contain(elder).and.not.to.contain('1234');
  });

  it('what was decided leaves it, and is found by its days', async () => {
    const court = openTown();
    const { code } = await submitted(court);
    await granted(court, code);
    const open = await as(court, decider, () => court.read('case.list', {}));
    expect(open.ok && open.value.lines).to.eql([]);
    const closed = (from: string, to: string) =>
      as(court, decider, async () => {
        const reply = await court.read('case.closed', { from, to });
        return reply.ok ? reply.value.lines.map((line) => line.code) : reply;
      });
    expect(await closed('2026-12-07', '2026-12-07')).to.eql([code]);
    expect(await closed('2026-12-08', '2026-12-31')).to.eql([]);
    expect(await closed('2026-02-30', '2026-12-31')).to.eql([]);
  });
});

describe('whatever clerks and persons press, in whatever order,', () => {
  const step = fc.oneof(
    ...(
      [
        'claim',
        'release',
        'right',
        'wrong',
        'ask',
        'answer',
        'grant',
        'refuse',
        'withdraw',
        'rate',
        'erase',
      ] as const
    ).map((what) =>
      fc.record({
        what: fc.constant(what),
        who: fc.constantFrom(decider, colleague),
        late: fc.integer({ min: 0, max: 3 }),
      }),
    ),
  );

  it('no case is decided twice, states go forward only, and nothing of its story is lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const court = openTown();
        const { code } = await submitted(court);
        let before = (await atDesk(court, code)).story;
        let isOver: Status | undefined;
        for (const { what, who, late } of steps) {
          court.now += late * DAY;
          const sequence = (await atDesk(court, code)).case.sequence;
          const at = { ...meals(code), sequence };
          const input: Record<typeof what, readonly [string, object]> = {
            claim: ['case.claim', { ...meals(code), from: who === decider ? 'zhao' : 'wang' }],
            release: ['case.release', meals(code)],
            right: [
              'case.check',
              { ...at, check: late > 1 ? 'identity' : 'residence', found: 'right' },
            ],
            wrong: ['case.check', { ...at, check: 'identity', found: 'wrong' }],
            ask: ['case.ask', { ...at, checks: ['identity'] }],
            answer: ['case.answer', { ...own(code), words: '补' }],
            grant: ['case.decide', { ...at, outcome: 'granted', reason: 'fits' }],
            refuse: ['case.decide', { ...at, outcome: 'refused', words: '不符' }],
            withdraw: ['case.withdraw', own(code)],
            rate: ['case.rate', { ...own(code), level: 5 }],
            erase: ['case.erase', own(code)],
          };
          const [name, sent] = input[what];
          const isPersons = ['answer', 'withdraw', 'rate', 'erase'].includes(what);
          const decision = await as(court, isPersons ? kiosk : who, () =>
            court.sendAnything(name, sent),
          );
          if (what === 'erase' && decision.ok) {
            expect(isOver, 'only what was withdrawn is erased').to.equal('withdrawn');
            expect([...court.docs.keys()].filter((key) => key.includes(code))).to.eql([]);
            return;
          }
          const { story, case: seen } = await atDesk(court, code);
          expect(story.slice(0, before.length), 'rows stay').to.eql(before);
          expect(story.map(({ at: when }) => when)).to.eql(
            story.map(({ at: when }) => when).toSorted((a, b) => a - b),
          );
          if (isOver) expect(seen.status, 'nothing follows on the end').to.equal(isOver);
          if (seen.status === 'decided' || seen.status === 'withdrawn') isOver = seen.status;
          before = story;
        }
        const ends = before.filter((row) => row.what === 'decided' || row.what === 'withdrawn');
        expect(ends.length).to.be.at.most(1);
        expect(court.events.filter(({ type }) => type === 'case.decided').length).to.be.at.most(1);
      }),
      { numRuns: 60 },
    );
  });
});
