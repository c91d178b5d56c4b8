/** What was filled in before, brought to the forms as they are today. */
import { expect } from '@open-wc/testing';
import { filesIn, formsIn, intakeOf, resumed, type KeptFile } from '../../src/journeys/intake.ts';
import { screen, screeningForm, type FormDefinition } from '../../src/model/form/index.ts';
import { formFor } from '../harness/cases.ts';
import { text } from '../harness/forms.ts';
import { yangpuForms } from '../harness/yangpu-forms.ts';

const today = { today: '2026-12-07', locale: 'zh-CN' } as const;
const meals = formFor('meals', text('老年助餐申请', 'Meals'));
const care = formFor('care', text('照护床位申请', 'Care'));
const offered = (...forms: FormDefinition[]) => ({
  services: forms.map(({ id }) => ({ service: id, form: id })),
  forms,
  areas: [],
  zone: 'Asia/Shanghai',
});
/** The second version asks anew which meal. */
const newer: FormDefinition = {
  ...meals,
  version: 2,
  envelope: {
    ...meals.envelope!,
    migrations: [{ from: 1, ops: [{ op: 'ask', at: '#/properties/meals' }] }],
  },
};
const begun = (formId: string, formVersion = 1) => ({
  forms: [{ formId, formVersion, answers: { idNumber: '1', meals: 'lunch' } }],
  files: [] as KeptFile[],
});

describe('a form that was put away', () => {
  it('keeps its answers in a newer version, and says which questions are to be answered again', () => {
    const found = resumed(intakeOf(offered(newer)), begun('meals'), today);
    expect(found.answers).to.eql({ idNumber: '1' });
    expect(found.again).to.eql(['要送哪一餐']);
    expect(found.lost).to.eql([]);
  });

  it('to which no way leads is said by its title, and the others keep their answers', () => {
    const { envelope, ...bare } = newer;
    const gone: FormDefinition = {
      ...bare,
      version: 3,
      envelope: { ...envelope!, migrations: [] },
    };
    const both = { ...begun('meals'), forms: [...begun('meals').forms, ...begun('care').forms] };
    const found = resumed(intakeOf(offered(gone, care)), both, today);
    expect(found.lost).to.eql(['老年助餐申请']);
    expect(found.answers).to.eql({ meals: {}, care: { idNumber: '1', meals: 'lunch' } });
  });

  it('finds its files at their questions, alone and joined with another', () => {
    const photo = { id: 'a', name: 'a.jpg', type: 'image/jpeg', blob: new Blob(), blurred: false };
    const file = { ...photo, form: 'care', item: '/photos' } as KeptFile;
    const joined = intakeOf(offered(meals, care));
    const { files } = resumed(joined, { ...begun('care'), files: [file] }, today);
    expect(files[0]?.item).to.equal('/care/photos');
    expect(filesIn(joined, files)).to.eql([file]);
    const alone = resumed(intakeOf(offered(care)), { ...begun('care'), files: [file] }, today);
    expect(alone.files[0]?.item).to.equal('/photos');
  });

  it('joined, each form gets its own answers', () => {
    const joined = intakeOf(offered(meals, care));
    expect(formsIn(joined, { meals: { meals: 'both' }, care: { meals: 'lunch' } })).to.eql([
      { formId: 'meals', formVersion: 1, answers: { meals: 'both' } },
      { formId: 'care', formVersion: 1, answers: { meals: 'lunch' } },
    ]);
  });
});

describe('the short way to a screening', () => {
  const short = (id: string) =>
    screeningForm(
      yangpuForms.find((one) => one.id === id)!,
      text('看', 'See'),
    )!;

  it('asks only what the rules look at, and nobody must answer any of it', () => {
    const asked = JSON.stringify(short('hardship-relief').uischema);
    for (const needed of ['register', 'ownIncome', 'household', 'savings', 'homes', 'car', 'cause'])
      expect(asked).to.contain(needed);
    for (const spare of ['idNumber', 'signature', 'registerPapers', 'phone', 'bank'])
      expect(asked).not.to.contain(spare);
    expect(JSON.stringify(short('hardship-relief').schema)).not.to.contain('required');
  });

  it('comes to the same end as the whole form', () => {
    const answers = { kind: 'temporary', cause: 'illness' };
    const told = screen(short('hardship-relief'), answers, today);
    expect(told.map(({ outcome }) => outcome)).to.eql(['needs-person', 'needs-person', 'likely']);
    const whole = yangpuForms.find(({ id }) => id === 'hardship-relief')!;
    expect(screen(whole, answers, today)).to.eql(told);
  });

  it('is not there where a form screens nothing', () => {
    const petition = yangpuForms.find(({ id }) => id === 'petition')!;
    expect(screeningForm(petition, text('看', 'See'))).to.equal(undefined);
  });
});
