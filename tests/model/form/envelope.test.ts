import { expect } from '@open-wc/testing';
import {
  evaluate,
  joinForms,
  migrate,
  prefill,
  screen,
  splitAnswers,
  verdictOf,
  withValue,
  type FormDefinition,
} from '../../../src/model/form/index.ts';
import { column, control, form, noon, see, shown, text } from '../../harness/forms.ts';
import { groom, idNumberOf, phone } from '../../harness/persons.ts';
import { yangpuForms } from '../../harness/yangpu-forms.ts';

const named = (id: string): FormDefinition => yangpuForms.find((one) => one.id === id)!;
const elder = idNumberOf('1940-03-07', 'female');

describe('what is known already', () => {
  const meals = named('meal-assistance');

  it('a card fills in what it says, and nobody changes it by hand', () => {
    const typed = { applicant: { name: '李四' } };
    const facts = { 'id-card.name': '张三', 'id-card.number': elder };
    const { answers, locked } = prefill(meals, typed, facts);
    expect(answers).to.deep.equal({ applicant: { name: '张三', idNumber: elder } });
    const name = shown(evaluate(meals, answers, { ...noon, locked }), '/applicant/name');
    expect([name.value, name.readonly]).to.eql(['张三', true]);
  });

  it('what is only a proposal gives way to what a person has typed', () => {
    const typed = { applicant: { phone: '13800000000' } };
    const { answers, locked } = prefill(meals, typed, { 'session.phone': phone });
    expect(answers).to.deep.equal(typed);
    expect(locked.size).to.equal(0);
    const empty = prefill(meals, {}, { 'session.phone': phone, 'id-card.name': undefined });
    expect(empty.answers).to.deep.equal({ applicant: { phone } });
  });

  it('a second card replaces all that the first one had filled in', () => {
    const first = {
      'session.phone': '13800000000',
      'id-card.name': '张三',
      'id-card.number': elder,
    };
    const { answers } = prefill(meals, {}, first);
    const second = { 'session.phone': phone, 'id-card.name': '李四' };
    expect(prefill(meals, answers, second, first).answers).to.deep.equal({
      applicant: { name: '李四', idNumber: elder, phone },
    });
  });

  it('an age reckoned from the card stands there, and a check on it says what to do', () => {
    const young = { applicant: { idNumber: groom } };
    expect(see(meals, young, '/age').value).to.equal(28);
    expect(see(meals, young, '/applicant/idNumber').errors[0]?.sentence).to.contain('60 岁以上');
    const old = { applicant: { idNumber: elder } };
    expect(see(meals, old, '/age').value).to.equal(86);
    expect(see(meals, old, '/applicant/idNumber').errors).to.eql([]);
  });
});

describe('papers and signatures', () => {
  it('a certificate is asked for where the answer calls for one, and counted', () => {
    const meals = named('meal-assistance');
    expect(see(meals, { support: 'none' }, '/supportPapers').visible).to.equal(false);
    const asked = see(meals, { support: 'hardship' }, '/supportPapers');
    expect([asked.visible, asked.requiredNow]).to.eql([true, true]);
    expect(asked.errors[0]?.sentence).to.contain('还缺“证明的照片”');
    const four = { support: 'hardship', supportPapers: ['a', 'b', 'c', 'd'] };
    expect(see(meals, four, '/supportPapers').errors[0]?.sentence).to.contain('最多 3 项');
    const none = { support: 'none', supportPapers: ['a'] };
    expect(verdictOf(meals, none, noon).answers).to.not.have.property('supportPapers');
  });

  it('nothing is handed in unsigned', () => {
    const signature = see(named('meal-assistance'), {}, '/signature');
    expect(signature.errors[0]?.sentence).to.equal('请在“签名”里签名。');
  });
});

describe('screening', () => {
  const relief = named('hardship-relief');
  const outcomes = (answers: unknown): string[] =>
    screen(relief, answers, noon).map(({ name, outcome }) => `${name['zh-CN']} ${outcome}`);

  it('without answers a person is asked for, never a silent no', () => {
    expect(outcomes({})).to.eql([
      ...['低保 needs-person', '特困供养 needs-person', '临时救助 needs-person'],
    ]);
    for (const { reason } of screen(relief, {}, noon)) {
      expect(reason['zh-CN']).to.contain('随时可以申请');
    }
  });

  it('says likely or unlikely with the reason and the paragraph', () => {
    const poor = { alone: true, ownIncome: 900, savings: 2000, homes: 1, car: false };
    const [minimum] = screen(relief, poor, noon);
    expect(minimum?.outcome).to.equal('likely');
    expect(minimum?.basis?.['zh-CN']).to.contain('社会救助条例');
    expect(outcomes({ ...poor, ownIncome: 9000 })[0]).to.equal('低保 unlikely');
    expect(outcomes({ ...poor, car: true })[0]).to.equal('低保 needs-person');
  });

  it('what a rule has hidden plays no part', () => {
    const household = [{ name: '王五', relation: 'child', work: 'works', income: 90_000 }];
    const alone = { alone: true, ownIncome: 900, savings: 0, homes: 0, car: false, household };
    expect(outcomes(alone)[0]).to.equal('低保 likely');
    expect(outcomes({ ...alone, alone: false })[0]).to.equal('低保 unlikely');
  });
});

describe('a newer version of a form', () => {
  const newer: FormDefinition = {
    ...form(
      {
        type: 'object',
        properties: { phone: { type: 'string' }, years: { type: 'integer' }, way: {} },
      },
      column(control('phone'), control('years'), control('way')),
      {
        migrations: [
          { from: 1, ops: [{ op: 'move', from: '#/properties/tel', to: '#/properties/phone' }] },
          {
            from: 2,
            ops: [
              {
                op: 'set',
                at: '#/properties/years',
                value: { '/': [{ get: '#/properties/months' }, 12] },
              },
              { op: 'remove', at: '#/properties/months' },
              { op: 'ask', at: '#/properties/way' },
            ],
          },
        ],
      },
    ),
    version: 3,
  };

  it('takes the answers along, step by step, and names what is to be answered again', () => {
    const old = { version: 1, answers: { tel: phone, months: 24, way: 'post' } };
    expect(migrate(newer, old, noon)).to.deep.equal({
      ok: true,
      answers: { phone, years: 2 },
      ask: ['/way'],
    });
    // The old answers stay as they were.
    expect(old.answers.tel).to.equal(phone);
  });

  it('says so where there is no way', () => {
    expect(migrate({ ...newer, version: 4 }, { version: 3, answers: {} }, noon)).to.deep.equal({
      ok: false,
      from: 3,
    });
    expect(migrate(newer, { version: 9, answers: {} }, noon)).to.deep.equal({ ok: false, from: 9 });
  });
});

describe('one intake for several services', () => {
  const forms = [named('meal-assistance'), named('home-adaptation')];
  const joined = joinForms('intake', text('一口受理', 'One intake'), forms);
  const asked = (answers: unknown): string[] =>
    evaluate(joined, answers, noon).verdict.errors.map(({ path }) => path);

  it('asks what they share once, and one signature closes all', () => {
    const paths = asked({});
    expect(paths.filter((path) => path.endsWith('/applicant/name'))).to.eql([
      '/meal-assistance/applicant/name',
    ]);
    expect(paths.filter((path) => path.endsWith('/signature'))).to.eql([
      '/meal-assistance/signature',
    ]);
    // What only one of them wants is asked all the same.
    expect(paths).to.include('/home-adaptation/floor');
    expect(paths).to.include('/meal-assistance/canteen');
  });

  it('makes a case for each, with what was answered once in both', () => {
    const applicant = { name: '张三', idNumber: elder, phone };
    const whole = {
      'meal-assistance': { applicant, way: 'canteen', signature: 'blob-9' },
      'home-adaptation': { floor: 5 },
    };
    const cases = splitAnswers(forms, evaluate(joined, whole, noon).verdict.answers);
    expect(cases.map(({ formId }) => formId)).to.eql(['meal-assistance', 'home-adaptation']);
    const [meals, home] = cases.map(({ answers }) => answers as Record<string, unknown>);
    expect(meals).to.include({ way: 'canteen', signature: 'blob-9', age: 86 });
    expect(home).to.deep.include({ floor: 5, signature: 'blob-9', age: 86, applicant });
  });

  it('a check of the second form speaks where the question is asked', () => {
    const young = { 'meal-assistance': { applicant: { idNumber: groom } } };
    const { errors } = evaluate(joined, young, noon).verdict;
    const told = errors.filter(({ keyword }) => keyword === 'check');
    expect(told.map(({ path }) => path)).to.eql([
      ...['/meal-assistance/applicant/idNumber', '/meal-assistance/applicant/idNumber'],
    ]);
    for (const { element } of errors) expect(element).to.not.equal(undefined);
  });

  it('each case is what the form alone would have handed in', () => {
    let answers: unknown = {};
    const put = (path: string[], value: unknown): void =>
      void (answers = withValue(answers, path, value));
    put(['meal-assistance', 'applicant', 'name'], '张三');
    put(['home-adaptation', 'tenure'], 'rented');
    put(['home-adaptation', 'ownerAgrees'], true);
    const [, home] = splitAnswers(forms, evaluate(joined, answers, noon).verdict.answers);
    const alone = verdictOf(forms[1]!, home?.answers, noon);
    expect(alone.answers).to.deep.equal(home?.answers);
  });
});

describe('a hostile form of answers', () => {
  it('what is not asked is not handed in, and no name is magic', () => {
    const typed = JSON.parse(
      '{"__proto__":{"admin":true},"way":"canteen","admin":true}',
    ) as unknown;
    const { answers } = verdictOf(named('meal-assistance'), typed, noon);
    expect(answers).to.not.have.property('admin');
    expect(({} as { admin?: boolean }).admin).to.equal(undefined);
  });

  it('answers of the wrong sort get a sentence, not a fault', () => {
    for (const typed of [
      null,
      7,
      'x',
      [],
      { applicant: 'x' },
      { applicant: [] },
      { days: 'mon' },
    ]) {
      const { ok, errors } = verdictOf(named('meal-assistance'), typed, noon);
      expect(ok).to.equal(false);
      expect(errors.every(({ sentence }) => sentence.length > 4)).to.equal(true);
    }
  });
});
