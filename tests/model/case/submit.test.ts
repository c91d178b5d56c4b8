/** Handing in: what is acknowledged is there, and nothing else is. */
import { expect } from '@open-wc/testing';
import { as, citizen, codeOf, done, kiosk, somebody } from '../../harness/booked.ts';
import {
  casePack,
  decider,
  elder,
  elderPhone,
  mealAnswers,
  mealsOf,
  meals,
  own,
  photo,
  submitted,
  tail,
  uuidOf,
} from '../../harness/cases.ts';
import { openCourt } from '../../harness/court.ts';

/** A Monday. */
const monday = Date.parse('2026-12-07T10:00+08:00');
const openTown = () => openCourt(casePack(), monday);

describe('handing in an application', () => {
  it('gives a receipt whose code and telephone open it again, wherever one stands', async () => {
    const court = openTown();
    const { code } = await submitted(court);
    court.actor = { kind: 'anonymous' };
    const found = await court.read('case.find', { code, phoneTail: tail });
    expect(found.ok && found.value.cases.map(({ service, status }) => [service, status])).to.eql([
      ['meals', 'received'],
    ]);
  });

  it('for two things at once is one receipt with a case for each', async () => {
    const court = openTown();
    const { code, cases } = await submitted(court, mealsOf(elder, elderPhone, ['meals', 'care']));
    expect(cases.map(({ service }) => service)).to.eql(['meals', 'care']);
    expect(new Set(cases.map(({ id }) => id)).size, 'each has a name of its own').to.equal(2);
    done(await court.send('case.withdraw', own(code)));
    const found = await court.read('case.find', { code, phoneTail: tail });
    expect(found.ok && found.value.cases.map(({ status }) => status)).to.eql([
      'withdrawn',
      'received',
    ]);
    const listed = await as(court, citizen(elder), () => court.read('case.mine', {}));
    expect(listed.ok && listed.value.lines).to.have.length(2);
  });

  it('says by when there will be a decision: ten working days, the first day not counted', async () => {
    const [first] = (await submitted(openTown())).cases;
    expect(first?.decideBy).to.equal('2026-12-21');
    expect(first?.provisional).to.equal(false);
  });

  it('counts no holiday, and says when next year’s are not announced yet', async () => {
    const court = openCourt(casePack(), Date.parse('2026-09-21T10:00+08:00'));
    // Mid-Autumn on Friday 25th; 1 to 7 October off; Saturday 10th is worked.
    expect((await submitted(court)).cases[0]?.decideBy).to.equal('2026-10-12');
    const late = openCourt(casePack(), Date.parse('2026-12-28T10:00+08:00'));
    expect((await submitted(late)).cases[0]?.provisional).to.equal(true);
  });

  it('never names anybody who is not in the form', async () => {
    const court = openTown();
    const stranger = { ...mealsOf(), persons: [{ role: 'applicant', idNumber: somebody(1) }] };
    expect(codeOf(await court.send('case.submit', stranger))).to.equal('case.person-not-in-form');
    const phone = { ...mealsOf(), phone: '13900000000' };
    expect(codeOf(await court.send('case.submit', phone))).to.equal('case.person-not-in-form');
    expect(court.docs.size).to.equal(0);
  });

  it('counts a number as the same however it is spaced', async () => {
    const court = openTown();
    const answers = { ...mealAnswers(), idNumber: `${elder.slice(0, 6)} ${elder.slice(6)}` };
    const input = mealsOf();
    await submitted(court, { ...input, cases: [{ ...input.cases[0]!, answers }] });
    const listed = await as(court, citizen(elder), () => court.read('case.mine', {}));
    expect(listed.ok && listed.value.lines).to.have.length(1);
  });

  it('works without a name and a telephone, with four digits of one’s own', async () => {
    const court = openTown();
    const { phone: _, ...rest } = mealsOf();
    const nameless = { ...rest, persons: [] };
    expect(codeOf(await court.send('case.submit', nameless))).to.equal('case.phone-missing');
    const { code } = await submitted(court, { ...nameless, tail: '4711' });
    const find = (phoneTail: string) => court.read('case.find', { code, phoneTail });
    expect((await find('4711')).ok).to.equal(true);
    expect(codeOf(await find('1234'))).to.equal('case.not-found');
  });

  it('by somebody else’s card stands in the lists of both', async () => {
    const court = openTown();
    const son = somebody(2);
    const { code } = await as(court, citizen(son), () => submitted(court));
    for (const person of [son, elder]) {
      const listed = await as(court, citizen(person), () => court.read('case.mine', {}));
      expect(listed.ok && listed.value.lines.map((line) => line.code)).to.eql([code]);
    }
  });

  it('twice for the same thing is allowed, and the clerk sees it', async () => {
    const court = openTown();
    const first = await submitted(court);
    const second = await submitted(court);
    const seen = await as(court, decider, () => court.read('case.file', meals(second.code)));
    expect(seen.ok && seen.value.alike).to.eql([first.code]);
  });

  it('for what nobody handles is refused, and so is the same service twice', async () => {
    const court = openTown();
    for (const services of [['marriage'], ['meals', 'meals']])
      expect(
        codeOf(await court.send('case.submit', mealsOf(elder, elderPhone, services))),
      ).to.equal('case.no-such-service');
  });

  it('with another service’s form is refused', async () => {
    const court = openTown();
    const input = mealsOf();
    const other = { ...input, cases: [{ ...input.cases[0]!, formId: 'care' }] };
    expect(codeOf(await court.send('case.submit', other))).to.equal('case.no-such-form');
  });

  it('is judged by the form: what is missing is named, and what nobody asked is not kept', async () => {
    const court = openTown();
    const input = mealsOf();
    const filledWith = (answers: object) => ({
      ...input,
      cases: [{ ...input.cases[0]!, answers: { ...answers } }],
    });
    const { meals: _, ...missing } = mealAnswers();
    const refused = await court.send('case.submit', filledWith(missing));
    expect(!refused.ok && refused.refusal).to.deep.include({
      code: 'case.answers-wrong',
      at: '/cases/0/answers/meals',
    });
    const more = { ...mealAnswers(), religion: '无' };
    const { code } = await submitted(court, filledWith(more));
    const filed = await as(court, citizen(elder), () => court.read('case.filed', meals(code)));
    expect(filed.ok && filed.value.answers).to.eql(mealAnswers());
  });

  it('on a form that has changed meanwhile is told so, and which version holds now', async () => {
    const court = openTown();
    const input = mealsOf();
    const old = { ...input, cases: [{ ...input.cases[0]!, formVersion: 7 }] };
    const refused = await court.send('case.submit', old);
    expect(!refused.ok && refused.refusal).to.deep.include({
      code: 'case.form-changed',
      facts: { version: 1 },
    });
  });

  it('nested without end neither hangs nor breaks', async () => {
    const court = openTown();
    let deep: unknown = elder;
    for (let level = 0; level < 20_000; level += 1) deep = [deep];
    const input = mealsOf();
    const answers = { ...mealAnswers(), deep };
    // Frozen by the court level by level, so it is sent past it.
    const decision = await court.sendAnything('case.submit', {
      ...input,
      cases: [{ ...input.cases[0]!, answers: Object.freeze(answers) }],
    });
    expect(['ok', 'case.answers-wrong']).to.include(codeOf(decision));
  });
});

describe('files that go with a form', () => {
  const bundle = uuidOf(900);

  it('come with the form that names them, and nobody but the person and the desk can read them', async () => {
    const court = openTown();
    done(await court.send('evidence.add', photo(1)));
    done(await court.send('evidence.add', photo(2)));
    const { code } = await submitted(court, {
      ...mealsOf(),
      bundle,
      evidence: [uuidOf(1), uuidOf(2)],
    });
    const ask = () => court.read('case.evidence', { code, bundle, id: uuidOf(1) });
    expect(codeOf(await as(court, kiosk, ask))).to.equal('actor.not-allowed');
    expect(codeOf(await as(court, citizen(somebody(9)), ask))).to.equal('case.not-found');
    for (const actor of [decider, citizen(elder)]) {
      const read = await as(court, actor, ask);
      expect(read.ok && read.value.data).to.equal(photo(1).data);
    }
  });

  it('a form that names one that never arrived is not taken', async () => {
    const court = openTown();
    done(await court.send('evidence.add', photo(1)));
    const input = { ...mealsOf(), bundle, evidence: [uuidOf(1), uuidOf(2)] };
    expect(codeOf(await court.send('case.submit', input))).to.equal('evidence.not-found');
  });

  it('one that was handed in stays as it was: nothing can be put in its place', async () => {
    const court = openTown();
    done(await court.send('evidence.add', photo(1)));
    await submitted(court, { ...mealsOf(), bundle, evidence: [uuidOf(1)] });
    expect(codeOf(await court.send('evidence.add', photo(1, 600)))).to.equal('evidence.handed-in');
    expect(codeOf(await court.send('evidence.drop', { bundle, id: uuidOf(1) }))).to.equal(
      'evidence.not-found',
    );
  });

  it('nothing empty, nothing huge, no renamed programme, and not too many', async () => {
    const court = openTown();
    const send = async (changes: object) =>
      codeOf(await court.sendAnything('evidence.add', { ...photo(1), ...changes }));
    expect(await send({ data: '' })).to.equal('evidence.empty');
    expect(await send({ data: photo(1, 2 * 2 ** 20 + 3).data })).to.equal('evidence.too-large');
    expect(await send({ data: 'TVqQAAMAAAAEAAAA' }), 'MZ…').to.equal('evidence.wrong-kind');
    expect(await send({ type: 'image/png' }), 'a JPEG').to.equal('evidence.wrong-kind');
    expect(await send({ type: 'image/heic' })).to.equal('input.invalid');
    expect(await send({ data: '<svg onload=alert(1)>' })).to.equal('input.invalid');
    expect(await send({ id: '../../person' })).to.equal('input.invalid');
    expect(court.docs.size).to.equal(0);
    for (let n = 1; n <= 24; n += 1) done(await court.send('evidence.add', photo(n)));
    expect(codeOf(await court.send('evidence.add', photo(25)))).to.equal('evidence.too-many');
    expect(codeOf(await court.send('evidence.add', photo(24, 600))), 'turned').to.equal('ok');
  });

  it('one that arrived and was taken out on the page while the line was down is not kept', async () => {
    const court = openTown();
    done(await court.send('evidence.add', photo(1)));
    done(await court.send('evidence.add', photo(2)));
    const { files } = await submitted(court, { ...mealsOf(), bundle, evidence: [uuidOf(2)] });
    expect(files).to.equal(1);
    expect([...court.docs.keys()].filter((key) => key.startsWith('case/evidence/'))).to.eql([
      `case/evidence/${bundle}/${uuidOf(2)}`,
    ]);
  });

  it('one that is taken out again is gone, and the form does not get it', async () => {
    const court = openTown();
    done(await court.send('evidence.add', photo(1)));
    done(await court.send('evidence.drop', { bundle, id: uuidOf(1) }));
    const { files } = await submitted(court, { ...mealsOf(), bundle });
    expect(files).to.equal(0);
    expect([...court.docs.keys()].filter((key) => key.includes('evidence'))).to.eql([]);
  });
});
