import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Presented } from '../../src/gateway/contract.ts';
import '../../src/ui/sign-in.ts';
import type { MulinSignIn } from '../../src/ui/sign-in.ts';
import { accessible } from '../harness/axe.ts';
import {
  away,
  doorkeeper,
  known,
  locked,
  unknown,
  type Doorkeeper,
} from '../harness/doorkeeper.ts';
import { leavesNoTrace } from '../harness/leaks.ts';
import { personBefore, type Person } from '../harness/person.ts';
import { scope, settled, themes } from '../harness/scope.ts';

async function door(
  ...told: readonly Presented[]
): Promise<{ clerk: Person; door: MulinSignIn; keeper: Doorkeeper }> {
  const keeper = doorkeeper(...told);
  const around = await scope(html`<mulin-sign-in></mulin-sign-in>`);
  around.gateway = keeper;
  await settled(around);
  const element = around.querySelector('mulin-sign-in') as MulinSignIn;
  return { clerk: personBefore(element), door: element, keeper };
}

async function typesAll(clerk: Person, code = '123456'): Promise<void> {
  await clerk.types('账号', 'li.na');
  await clerk.types('密码', 'abcd-efgh');
  await clerk.types('动态码', code);
}

const inputsOf = (element: MulinSignIn): readonly HTMLInputElement[] =>
  [...element.renderRoot.querySelectorAll('mulin-field')].map(
    (field) => field.renderRoot.querySelector('input') as HTMLInputElement,
  );

describe('mulin-sign-in', () => {
  it('is done by keys alone: name, Tab, password, Tab, code, Enter', async () => {
    const { door: element, keeper } = await door(known);
    const signedIn = new Promise((done) => element.addEventListener('mulin-signed-in', done));
    element.focus();
    await sendKeys({ type: 'li.na' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'abcd-efgh' });
    while (!inputsOf(element)[2]?.matches(':focus')) await sendKeys({ press: 'Tab' });
    await sendKeys({ type: '123456' });
    await sendKeys({ press: 'Enter' });
    await signedIn;
    expect(keeper.shown).to.deep.equal([
      { kind: 'password', user: 'li.na', password: 'abcd-efgh', totp: '123456' },
    ]);
  });

  it('leaves no password behind for whoever sits down next', async () => {
    const { clerk, door: element } = await door(known);
    const signedIn = new Promise((done) => element.addEventListener('mulin-signed-in', done));
    await typesAll(clerk);
    await clerk.presses('登录');
    await signedIn;
    await settled(element);
    expect(inputsOf(element).map(({ value }) => value)).to.deep.equal(['', '', '']);
  });

  it('nobody reads the password over a shoulder, and password managers know what is what', async () => {
    const { clerk, door: element } = await door(known);
    await typesAll(clerk);
    const inputs = inputsOf(element);
    expect(inputs.map(({ type }) => type)).to.deep.equal(['text', 'password', 'text']);
    expect(inputs.map((input) => input.autocomplete)).to.deep.equal([
      'username',
      'current-password',
      'one-time-code',
    ]);
    await clerk.presses('显示密码');
    await settled(element);
    expect(inputs[1]?.type).to.equal('text');
  });

  it('what is wrong is not named, the used code goes, and the rest stays', async () => {
    const { clerk, door: element } = await door(unknown, known);
    await typesAll(clerk);
    await clerk.presses('登录');
    await clerk.reads('没有对上，还没登录');
    expect(clerk.typed('账号')).to.equal('li.na');
    expect(clerk.typed('动态码')).to.equal('');
    expect(inputsOf(element)[2]?.matches(':focus'), 'ready for the next code').to.equal(true);
  });

  it('after too many attempts it says when to come back', async () => {
    const { clerk } = await door(locked);
    await typesAll(clerk);
    await clerk.presses('登录');
    await clerk.reads('请过 15 分钟再试');
  });

  it('a cut cable is no mistake: everything typed stays', async () => {
    const { clerk } = await door(away);
    await typesAll(clerk);
    await clerk.presses('登录');
    await clerk.reads('现在连不上大厅');
    expect(clerk.typed('动态码')).to.equal('123456');
  });

  it('what is missing is asked for, and nothing is sent', async () => {
    const { clerk, keeper } = await door(known);
    await clerk.types('账号', 'li.na');
    await clerk.presses('登录');
    await clerk.reads('请填写密码。');
    expect(keeper.shown).to.deep.equal([]);
  });

  it('leads to the provider of the authority, and says why somebody came back', async () => {
    const around = await scope(
      html`<mulin-sign-in
        provider-name="区统一身份认证"
        provider-href="/api/sign-in?back=/counter"
        trouble="no-role"
      ></mulin-sign-in>`,
    );
    const element = around.querySelector('mulin-sign-in') as MulinSignIn;
    const button = element.renderRoot.querySelector('mulin-button');
    const link = button?.renderRoot.querySelector('a');
    expect(button?.textContent?.trim()).to.equal('用区统一身份认证登录');
    expect(link?.getAttribute('href')).to.equal('/api/sign-in?back=/counter');
    await personBefore(element).reads('您在这个大厅还没有岗位');
  });

  it('speaks English whole', async () => {
    const around = await scope(html`<mulin-sign-in></mulin-sign-in>`, { lang: 'en' });
    expect(personBefore(around).screen()).not.to.match(/[一-鿿]/);
  });

  for (const theme of themes)
    it(`is accessible in ${theme}, asked and refused`, async () => {
      const around = await scope(html`<mulin-sign-in></mulin-sign-in>`, { theme });
      around.gateway = doorkeeper(unknown);
      await accessible(around);
      const clerk = personBefore(around);
      await typesAll(clerk);
      await clerk.presses('登录');
      await clerk.reads('没有对上');
      await accessible(around);
    });

  it('leaves nothing behind', () => leavesNoTrace(html`<mulin-sign-in></mulin-sign-in>`));
});
