import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/ui/check.ts';
import type { MulinCheck } from '../../src/ui/check.ts';
import { accessible } from '../harness/axe.ts';
import { press } from '../harness/hand.ts';
import { leavesNoTrace } from '../harness/leaks.ts';
import { scope, settled, themes } from '../harness/scope.ts';

const page = html`<form @submit=${(event: Event) => event.preventDefault()}>
  <fieldset>
    <mulin-check name="true" required label="以上内容由我本人填写，属实。"></mulin-check>
    <mulin-check name="news" checked value="sms">用短信提醒我</mulin-check>
  </fieldset>
</form>`;

const inputOf = (check: MulinCheck): HTMLInputElement =>
  check.shadowRoot?.querySelector('input') as HTMLInputElement;

async function parts(): Promise<[HTMLFormElement, MulinCheck, MulinCheck]> {
  const around = await scope(page);
  const [statement, news] = around.querySelectorAll('mulin-check');
  return [around.querySelector('form'), statement, news] as [
    HTMLFormElement,
    MulinCheck,
    MulinCheck,
  ];
}

describe('mulin-check', () => {
  it('a touch on its words accepts it, the space bar takes it back', async () => {
    const [form, statement] = await parts();
    let changes = 0;
    form.addEventListener('change', () => changes++);
    await press(statement);
    expect(statement.checked).to.equal(true);
    expect(new FormData(form).get('true')).to.equal('on');
    await sendKeys({ press: 'Space' });
    expect(statement.checked).to.equal(false);
    expect(changes).to.equal(2);
  });

  it('sends its value while accepted, and nothing otherwise', async () => {
    const [form, , news] = await parts();
    expect(new FormData(form).get('news')).to.equal('sms');
    expect(new FormData(form).has('true')).to.equal(false);
    news.checked = false;
    expect(new FormData(form).has('news')).to.equal(false);
  });

  it('reset restores it', async () => {
    const [form, statement, news] = await parts();
    statement.checked = true;
    news.checked = false;
    form.reset();
    await settled(form);
    expect(inputOf(statement).checked).to.equal(false);
    expect(inputOf(news).checked).to.equal(true);
    expect(new FormData(form).get('news')).to.equal('sms');
  });

  it('a disabled fieldset reaches it', async () => {
    const [form, statement] = await parts();
    (form.querySelector('fieldset') as HTMLFieldSetElement).disabled = true;
    await statement.updateComplete;
    expect(inputOf(statement).disabled).to.equal(true);
  });

  it('one that must be accepted stops the form and says so, until it is', async () => {
    const [form, statement] = await parts();
    let submitted = 0;
    form.addEventListener('submit', () => submitted++);
    form.requestSubmit();
    await statement.updateComplete;
    expect(submitted).to.equal(0);
    expect(statement.shadowRoot?.querySelector('[part=error]')?.textContent).to.contain('勾选');
    await press(statement);
    form.requestSubmit();
    expect(submitted).to.equal(1);
  });

  for (const theme of themes) {
    it(`has nothing axe-core objects to in theme ${theme}`, async () => {
      await accessible(
        await scope(
          html`<mulin-check label="属实"></mulin-check>
            <mulin-check checked hint="到场再签一次">自愿</mulin-check>
            <mulin-check error="请先勾选这一条。" label="知道"></mulin-check>
            <mulin-check disabled label="不能勾选"></mulin-check>`,
          { theme },
        ),
      );
    });
  }

  it('leaves no trace', () => leavesNoTrace(html`<mulin-check label="属实"></mulin-check>`));
});
