import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/ui/button.ts';
import '../../src/ui/choice.ts';
import type { MulinChoice, Option } from '../../src/ui/choice.ts';
import { accessible } from '../harness/axe.ts';
import { press } from '../harness/hand.ts';
import { leavesNoTrace } from '../harness/leaks.ts';
import { inScope, scope, settled, themes } from '../harness/scope.ts';

const places: readonly Option[] = [
  { value: 'yangpu', label: '杨浦区婚姻登记中心', hint: '长阳路 2467 号', note: '1.2 公里' },
  { value: 'hongkou', label: '虹口区婚姻登记中心', hint: '今年号源已满', disabled: true },
  { value: 'pudong', label: '浦东新区婚姻登记中心' },
];
const page = html`<form @submit=${(event: Event) => event.preventDefault()}>
  <fieldset>
    <mulin-choice name="place" label="去哪里办" required .options=${places}></mulin-choice>
    <mulin-choice name="other" label="别的" value="pudong" .options=${places}></mulin-choice>
    <mulin-button type="submit">下一步</mulin-button>
  </fieldset>
</form>`;

const radiosOf = (choice: MulinChoice): HTMLInputElement[] => [
  ...(choice.shadowRoot?.querySelectorAll('input') ?? []),
];
const cardsOf = (choice: MulinChoice): HTMLElement[] => [
  ...(choice.shadowRoot?.querySelectorAll<HTMLElement>('[part=card]') ?? []),
];

async function parts(): Promise<[HTMLFormElement, MulinChoice, MulinChoice]> {
  const around = await scope(page);
  const [place, other] = around.querySelectorAll('mulin-choice');
  return [around.querySelector('form'), place, other] as [
    HTMLFormElement,
    MulinChoice,
    MulinChoice,
  ];
}

describe('mulin-choice', () => {
  it('is a radio group named by its question', async () => {
    const [, place] = await parts();
    const group = place.shadowRoot?.querySelector('[role=radiogroup]');
    expect(group?.getAttribute('aria-labelledby')).to.equal('label');
    expect(group?.getAttribute('aria-required')).to.equal('true');
    expect(place.shadowRoot?.querySelector('#label')?.textContent?.trim()).to.equal('去哪里办');
  });

  it('a touch anywhere on a card chooses it, and the page hears it once', async () => {
    const [form, place] = await parts();
    const heard: string[] = [];
    for (const type of ['input', 'change'])
      form.addEventListener(type, ({ target }) =>
        heard.push(`${type} ${(target as MulinChoice).value}`),
      );
    await press(cardsOf(place)[2] as Element);
    expect(heard).to.deep.equal(['input pudong', 'change pudong']);
    expect(new FormData(form).get('place')).to.equal('pudong');
  });

  it('arrow keys move past what cannot be chosen', async () => {
    const [, place] = await parts();
    place.focus();
    await sendKeys({ press: 'Space' });
    expect(place.value).to.equal('yangpu');
    await sendKeys({ press: 'ArrowDown' });
    expect(place.value).to.equal('pudong');
    await place.updateComplete;
    expect(radiosOf(place).map(({ checked }) => checked)).to.deep.equal([false, false, true]);
  });

  it('a card that is off takes no touch', async () => {
    const [, place] = await parts();
    await press(cardsOf(place)[1] as Element);
    expect(place.value).to.equal('');
  });

  it('sends nothing before a choice, and the first choice where there is one', async () => {
    const [form] = await parts();
    expect(new FormData(form).has('place')).to.equal(false);
    expect(new FormData(form).get('other')).to.equal('pudong');
  });

  it('two groups on a page do not take each other’s choice away', async () => {
    const [, place, other] = await parts();
    await press(cardsOf(place)[0] as Element);
    await settled(place);
    expect(radiosOf(other)[2]?.checked).to.equal(true);
  });

  it('reset restores the first choice', async () => {
    const [form, place, other] = await parts();
    await press(cardsOf(place)[0] as Element);
    await press(cardsOf(other)[0] as Element);
    form.reset();
    await settled(form);
    expect(radiosOf(place).some(({ checked }) => checked)).to.equal(false);
    expect(radiosOf(other)[2]?.checked).to.equal(true);
    expect(new FormData(form).get('other')).to.equal('pudong');
  });

  it('a disabled fieldset reaches every card', async () => {
    const [form, place] = await parts();
    (form.querySelector('fieldset') as HTMLFieldSetElement).disabled = true;
    await place.updateComplete;
    expect(radiosOf(place).every(({ disabled }) => disabled)).to.equal(true);
  });

  it('without a choice the form waits, says what is missing and puts the keys there', async () => {
    const [form, place] = await parts();
    form.requestSubmit();
    await place.updateComplete;
    expect(place.shadowRoot?.querySelector('[part=error]')?.textContent).to.contain(
      '请选择去哪里办',
    );
    expect(document.activeElement === place).to.equal(true);
  });

  it('cards are 60 px high at least', async () => {
    const [, place] = await parts();
    for (const card of cardsOf(place)) expect(card.offsetHeight).to.be.at.least(60);
  });

  for (const theme of themes) {
    it(`has nothing axe-core objects to in theme ${theme}`, async () => {
      await accessible(
        await scope(
          html`<mulin-choice
              label="去哪里办"
              hint="都能办"
              value="yangpu"
              .options=${places}
            ></mulin-choice>
            <mulin-choice
              label="自愿吗"
              error="请选择。"
              layout="row"
              .options=${places}
            ></mulin-choice>`,
          { theme },
        ),
      );
    });
  }

  it('leaves no trace', () =>
    leavesNoTrace(html`<mulin-choice label="去哪里办" .options=${places}></mulin-choice>`));

  it('speaks English when the scope does', async () => {
    const choice = await inScope<MulinChoice>(
      'mulin-choice',
      html`<mulin-choice label="Where" .options=${places}></mulin-choice>`,
      { lang: 'en' },
    );
    expect(choice.shadowRoot?.querySelector('#label')?.textContent).to.contain('optional');
  });
});
