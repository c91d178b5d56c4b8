/** What is kept, how long, and who is told of it: drafts, files, cases, and what people thought of it. */
import { expect } from '@open-wc/testing';
import type { Answers } from '../../../src/model/case/documents.ts';
import { law } from '../../../src/model/registry.ts';
import { as, citizen, codeOf, done, house, somebody } from '../../harness/booked.ts';
import {
  casePack,
  decider,
  elder,
  elderPhone,
  granted,
  mealAnswers,
  mealsOf,
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

async function keepHouse(court: Court): Promise<string[]> {
  return as(court, house, async () => {
    const due = await court.read('case.due', {});
    if (!due.ok) throw new Error('no answer');
    const told: string[] = [];
    for (const { command, input } of due.value) {
      const outcome = await court.sendAnything(command, input);
      told.push(`${command} ${codeOf(outcome)}`);
    }
    return told;
  });
}

const filledIn = (answers: Answers = mealAnswers(), formId = 'meals') => ({
  formId,
  formVersion: 1,
  answers,
});
const draftOf = (changes: object = {}) => ({
  phoneTail: tail,
  services: ['meals'],
  forms: [filledIn()],
  ...changes,
});

describe('a draft that somebody takes along', () => {
  it('opens at another terminal with its code and four digits, as it was left', async () => {
    const court = openTown();
    const { code, until } = done(await court.send('draft.keep', draftOf()));
    expect(until).to.equal('2026-12-21');
    court.actor = { kind: 'device', id: 'kiosk-2' };
    const opened = await court.read('draft.resume', { code, phoneTail: tail });
    expect(opened.ok && opened.value.forms[0]?.answers).to.eql(mealAnswers());
    expect(codeOf(await court.read('draft.resume', { code, phoneTail: '0000' }))).to.equal(
      'draft.not-found',
    );
  });

  it('put away again keeps its code, and waits for its days anew, files included', async () => {
    const court = openTown();
    done(await court.send('evidence.add', photo(1)));
    const { code } = done(await court.send('draft.keep', draftOf({ bundle: uuidOf(900) })));
    court.now = monday + 10 * DAY;
    const again = done(
      await court.send(
        'draft.keep',
        draftOf({ code, bundle: uuidOf(900), forms: [filledIn({ meals: 'both' })] }),
      ),
    );
    expect(again).to.eql({ code, until: '2026-12-31' });
    court.now = monday + 20 * DAY;
    expect(await keepHouse(court)).to.eql([]);
    const opened = await court.read('draft.resume', { code, phoneTail: tail });
    expect(opened.ok && opened.value.forms[0]?.answers).to.eql({ meals: 'both' });
  });

  it('can’t be overwritten, emptied or handed in by somebody who only knows its code', async () => {
    const court = openTown();
    const { code } = done(await court.send('draft.keep', draftOf()));
    expect(codeOf(await court.send('draft.keep', draftOf({ code, phoneTail: '9999' })))).to.equal(
      'draft.not-found',
    );
    expect(codeOf(await court.send('draft.drop', { code, phoneTail: '9999' }))).to.equal(
      'draft.not-found',
    );
    await submitted(court, { ...mealsOf(elder, '13800009999'), draft: code });
    const opened = await court.read('draft.resume', { code, phoneTail: tail });
    expect(opened.ok && opened.value.forms[0]?.answers).to.eql(mealAnswers());
  });

  it('is over once it is handed in', async () => {
    const court = openTown();
    const { code } = done(await court.send('draft.keep', draftOf()));
    await submitted(court, { ...mealsOf(), draft: code });
    expect(codeOf(await court.read('draft.resume', { code, phoneTail: tail }))).to.equal(
      'draft.not-found',
    );
    expect([...court.docs.keys()].filter((key) => key.includes('draft'))).to.eql([]);
  });

  it('is removed when its last day is past, and not on it', async () => {
    const court = openTown();
    const { code } = done(await court.send('draft.keep', draftOf()));
    court.now = Date.parse('2026-12-21T23:59+08:00');
    expect(await keepHouse(court)).to.eql([]);
    expect((await court.read('draft.resume', { code, phoneTail: tail })).ok).to.equal(true);
    court.now = Date.parse('2026-12-22T00:01+08:00');
    expect(codeOf(await court.read('draft.resume', { code, phoneTail: tail }))).to.equal(
      'draft.not-found',
    );
    expect(await keepHouse(court)).to.eql(['draft.forget ok']);
    expect(court.docs.size).to.equal(0);
  });

  it('with a slip in its code is told so, and a guesser has to wait', async () => {
    const court = openTown();
    const { code } = done(await court.send('draft.keep', draftOf()));
    const typo = `${code.slice(0, 9)}${(Number(code[9]) + 1) % 10}`;
    const open = (phoneTail: string, at = code) =>
      court.read('draft.resume', { code: at, phoneTail });
    expect(codeOf(await open(tail, typo))).to.equal('case.code-typo');
    for (let n = 0; n < 5; n += 1) await open(`000${n}`);
    expect(codeOf(await open(tail))).to.equal('guess.wait');
  });
});

describe('retention', () => {
  it('files that no form came for are gone after a day', async () => {
    const court = openTown();
    const { until } = done(await court.send('evidence.add', photo(1)));
    expect(until).to.equal('2026-12-08');
    court.now = monday + DAY;
    expect(await keepHouse(court)).to.eql([]);
    court.now = monday + 2 * DAY;
    expect(await keepHouse(court)).to.eql(['evidence.forget ok']);
    expect(court.docs.size).to.equal(0);
  });

  it('a decided case is kept as long as it says, then nothing of it is left, in no list', async () => {
    const court = openTown();
    done(await court.send('evidence.add', photo(1)));
    const { code } = await submitted(court, {
      ...mealsOf(),
      bundle: uuidOf(900),
      evidence: [uuidOf(1)],
    });
    court.now = monday + 400 * DAY;
    expect(await keepHouse(court), 'an open one is never forgotten').to.eql([]);
    court.now = monday + DAY;
    await granted(court, code);
    const found = await court.read('case.find', { code, phoneTail: tail });
    expect(found.ok && found.value.cases[0]?.keepUntil).to.equal('2027-01-07');
    court.now = Date.parse('2027-01-07T23:00+08:00');
    expect(await keepHouse(court)).to.eql([]);
    court.now = Date.parse('2027-01-08T01:00+08:00');
    expect(await keepHouse(court)).to.eql(['case.forget ok']);
    expect([...court.docs.keys()]).to.eql([]);
  });

  it('of two cases under one receipt the second keeps its files when the first is forgotten', async () => {
    const court = openTown();
    done(await court.send('evidence.add', photo(1)));
    const { code } = await submitted(court, {
      ...mealsOf(elder, elderPhone, ['meals', 'care']),
      bundle: uuidOf(900),
      evidence: [uuidOf(1)],
    });
    done(await court.send('case.withdraw', own(code)));
    done(await court.send('case.erase', own(code)));
    const found = await court.read('case.find', { code, phoneTail: tail });
    expect(found.ok && found.value.cases.map(({ service }) => service)).to.eql(['care']);
    const ask = await as(court, decider, () =>
      court.read('case.evidence', { code, bundle: uuidOf(900), id: uuidOf(1) }),
    );
    expect(ask.ok).to.equal(true);
    done(await court.send('case.withdraw', { ...own(code), service: 'care' }));
    done(await court.send('case.erase', { ...own(code), service: 'care' }));
    expect([...court.docs.keys()]).to.eql([]);
  });

  it('a person can have withdrawn cases erased; what was decided is a record', async () => {
    const court = openTown();
    const { code } = await submitted(court);
    expect(codeOf(await court.send('case.erase', own(code)))).to.equal('case.still-open');
    await granted(court, code);
    const refused = await court.send('case.erase', own(code));
    expect(!refused.ok && refused.refusal).to.deep.include({
      code: 'case.must-be-kept',
      facts: { keepUntil: '2027-01-06' },
    });
  });
});

describe('a person who asks to be forgotten', () => {
  const forgetMe = (court: Court) =>
    as(court, citizen(elder), () => court.send('person.erase', {}));

  it('has what is open ended first; then what was withdrawn is gone, in every list', async () => {
    const court = openTown();
    const { code } = await as(court, citizen(somebody(2)), () => submitted(court));
    expect(codeOf(await forgetMe(court))).to.equal('person.still-open');
    done(await court.send('case.withdraw', own(code)));
    expect(done(await forgetMe(court)).kept).to.eql([]);
    expect([...court.docs.keys()]).to.eql([]);
  });

  it('is told until when a decision is kept as a record', async () => {
    const court = openTown();
    const { code } = await submitted(court);
    await granted(court, code);
    expect(done(await forgetMe(court)).kept).to.eql([{ why: 'case.record', until: '2027-01-07' }]);
    court.now = Date.parse('2027-01-07T01:00+08:00');
    await keepHouse(court);
    expect([...court.docs.keys()]).to.eql([]);
  });
});

describe('rating', () => {
  const month = (court: Court) =>
    as(court, decider, async () => {
      const told = await court.read('case.ratings', {});
      return told.ok ? told.value : [];
    });

  it('counts once, and nothing anywhere says whose it is', async () => {
    const court = openTown();
    const codes: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      const { code } = await submitted(court);
      codes.push(code);
      done(
        await court.send('case.rate', { ...own(code), level: n === 0 ? 1 : 5, words: `第${n}句` }),
      );
      expect(codeOf(await court.send('case.rate', { ...own(code), level: 5 }))).to.equal(
        'case.rated-already',
      );
    }
    const told = await month(court);
    expect(told).to.eql([
      {
        service: 'meals',
        month: '2026-12',
        count: 5,
        levels: [1, 0, 0, 0, 4],
        words: ['第0句', '第1句', '第2句', '第3句', '第4句'],
      },
    ]);
    const files = [...court.docs].filter(([key]) => key.startsWith('case/file/'));
    expect(JSON.stringify(files), 'a case knows that, not what').not.to.contain('第');
    expect(court.events.map(({ type }) => type)).not.to.include('case.rated');
  });

  it('is not told while so few have spoken that one could guess who', async () => {
    const court = openTown();
    const { code } = await submitted(court);
    done(await court.send('case.rate', { ...own(code), level: 1, words: '太慢' }));
    expect(await month(court)).to.eql([{ service: 'meals', month: '2026-12', count: 1 }]);
  });
});

describe('personal data', () => {
  it('is in no event, no key and no list of the desk, and sealed wherever it lies', async () => {
    const court = openTown();
    done(await court.send('draft.keep', draftOf()));
    done(await court.send('evidence.add', photo(1)));
    const { code } = await submitted(court, {
      ...mealsOf(),
      bundle: uuidOf(900),
      evidence: [uuidOf(1)],
    });
    await granted(court, code);
    await submitted(court);
    const secrets = [elder, elder.slice(6), elderPhone, tail, 'lunch', photo(1).data];
    const open = [...court.docs].map(([key, doc]) => {
      const kind = law.documents.find(({ at }) => key.startsWith(`${at}/`));
      const personal: readonly string[] = kind?.personal ?? [];
      return [key, Object.entries(doc).filter(([name]) => !personal.includes(name))];
    });
    const desk = await as(court, decider, async () => [
      await court.read('case.list', {}),
      await court.read('case.closed', { from: '2026-12-01', to: '2026-12-31' }),
    ]);
    const seen = JSON.stringify([open, court.events, desk]);
    for (const secret of secrets) expect(seen, secret).not.to.contain(secret);
    expect(JSON.stringify(court.events), 'the code opens it').not.to.contain(code);
  });

  it('a receipt that is found by code shows numbers masked, and no answer', async () => {
    const court = openTown();
    const { code } = await submitted(court);
    const shown = JSON.stringify(await court.read('case.find', { code, phoneTail: tail }));
    expect(shown).not.to.contain(elder.slice(1, 17));
    expect(shown).not.to.contain(elderPhone);
    expect(shown).not.to.contain('lunch');
    const filed = () => court.read('case.filed', { code, service: 'meals' });
    expect(codeOf(await filed())).to.equal('actor.not-allowed');
    const card = await as(court, citizen(elder), filed);
    expect(card.ok && card.value.answers).to.eql(mealAnswers());
  });
});
