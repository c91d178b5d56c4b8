/** What stands on the screen and what the hall says about it never contradict each other, whatever is answered. */
import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  elementsOf,
  evaluate,
  verdictOf,
  withValue,
  pathOfPointer,
  type FormDefinition,
  type FormState,
} from '../../../src/model/form/index.ts';
import { isEmpty } from '../../../src/model/form/placed.ts';
import { answersTo } from '../../harness/form-answers.ts';
import { answerFor, creditCode, elder, questions } from '../../harness/willing.ts';
import { noon, shown } from '../../harness/forms.ts';
import { bride, groom, phone } from '../../harness/persons.ts';
import { yangpuForms } from '../../harness/yangpu-forms.ts';

const texts = [groom, bride, elder, phone, '021-55550001', creditCode, '2026-12-11'];

function agree(form: FormDefinition, state: FormState): void {
  const elements = [...elementsOf(state.root)];
  const { ok, errors, answers } = state.verdict;
  expect(ok).to.equal(errors.length === 0);
  for (const error of errors) {
    // Somebody who is stopped sees why, and where.
    const shows = elements.find(({ key }) => key === error.element);
    expect(shows, `${error.path} is shown somewhere`).to.not.equal(undefined);
    expect(shows?.visible, `${error.path} is seen`).to.equal(true);
    expect(shows?.errors, error.path).to.deep.include(error);
    expect(error.sentence).to.match(/[。.]$/);
  }
  expect(elements.flatMap((one) => one.errors).length).to.equal(errors.length);
  for (const one of questions(state)) {
    const lacks = one.visible && one.requiredNow && isEmpty(one.value) && !one.computed;
    const told = errors.some(({ path }) => path === one.path || path.startsWith(`${one.path}/`));
    if (lacks) expect(told, `${one.path} is asked for and empty`).to.equal(true);
    if (!one.visible && !one.computed && one.ui.options?.whenHidden !== 'keep')
      expect(valueIn(answers, one.path), `${one.path} is hidden`).to.equal(undefined);
  }
  // What was counted once counts as it is: the hall comes to the same end.
  expect(verdictOf(form, answers, noon)).to.deep.equal(state.verdict);
}

const valueIn = (answers: unknown, pointer: string): unknown =>
  pathOfPointer(pointer).reduce<unknown>(
    (value, step) => (value as Record<string, unknown> | undefined)?.[step],
    answers,
  );

describe('what a person sees and what the hall decides', () => {
  for (const form of yangpuForms) {
    it(`never contradict each other in ${form.id}, whatever is answered`, () => {
      fc.assert(
        fc.property(answersTo(form.schema, form.uischema, texts), (answers) => {
          agree(form, evaluate(form, answers, noon));
        }),
        { numRuns: 40 },
      );
    });

    it(`${form.id} can be filled in to the end, with nothing left that cannot be answered`, () => {
      let answers: unknown = {};
      let state = evaluate(form, answers, noon);
      for (let round = 0; round < 200 && !state.verdict.ok; round++) {
        const next = questions(state).find(
          ({ visible, requiredNow, value, computed }) =>
            visible && requiredNow && !computed && isEmpty(value),
        );
        expect(next, JSON.stringify(state.verdict.errors)).to.not.equal(undefined);
        answers = withValue(answers, pathOfPointer(next!.path), answerFor(next!));
        state = evaluate(form, answers, noon, state);
        agree(form, state);
      }
      expect(state.verdict.errors).to.eql([]);
    });
  }

  it('an answer in many is the same state whether it is reckoned anew or from the state before', () => {
    const [form] = yangpuForms;
    const one = answersTo(form!.schema, form!.uischema, texts);
    fc.assert(
      fc.property(one, one, (before, after) => {
        const known = evaluate(form!, before, noon);
        const reckoned = evaluate(form!, after, noon, known);
        expect(reckoned).to.deep.equal(evaluate(form!, after, noon));
      }),
      { numRuns: 40 },
    );
  });

  it('a question that comes back has what was typed, and was not handed in meanwhile', () => {
    const form = yangpuForms.find(({ id }) => id === 'meal-assistance')!;
    const typed = { way: 'delivery', whyDelivery: 'ill' };
    const hidden = evaluate(form, { ...typed, way: 'canteen' }, noon);
    expect(shown(hidden, '/whyDelivery').visible).to.equal(false);
    expect(shown(hidden, '/whyDelivery').value).to.equal('ill');
    expect(hidden.verdict.answers).to.not.have.property('whyDelivery');
    const back = evaluate(form, typed, noon, hidden);
    expect(shown(back, '/whyDelivery').visible).to.equal(true);
    expect(shown(back, '/whyDelivery').value).to.equal('ill');
  });
});
