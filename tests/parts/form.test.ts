/** A form as people fill it in: forgetful, half-way, back and forth, on a phone, by the keys alone. */
import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { FormDefinition } from '../../src/model/form/index.ts';
import '../../src/parts/form/index.ts';
import type { FilledForm, MulinForm } from '../../src/parts/form/index.ts';
import type { CardReader } from '../../src/device/card/contract.ts';
import { accessible } from '../harness/axe.ts';
import { column, control, form, pair, text } from '../harness/forms.ts';
import { leavesNoTrace } from '../harness/leaks.ts';
import { areas, mealForm } from '../harness/meal-form.ts';
import { idNumberOf } from '../harness/persons.ts';
import { pageOf, type Page } from '../harness/roles.ts';
import { inScope, scope, settled, type Ground } from '../harness/scope.ts';

const idNumber = idNumberOf('1950-06-01', 'female');

interface Shown {
  readonly element: MulinForm;
  readonly page: Page;
  readonly done: FilledForm[];
}

async function show(
  definition: FormDefinition,
  { steps = false, answers = {}, ...ground }: Ground & { steps?: boolean; answers?: unknown } = {},
): Promise<Shown> {
  const done: FilledForm[] = [];
  const element = await inScope<MulinForm>(
    'mulin-form',
    html`<mulin-form
      ?steps=${steps}
      .form=${definition}
      .answers=${answers}
      .areas=${areas}
      @done=${(event: CustomEvent<FilledForm>) => done.push(event.detail)}
    ></mulin-form>`,
    ground,
  );
  await settled(element);
  return { element, page: pageOf(element), done };
}

const whole = {
  name: '王秀英',
  idNumber,
  phone: '13912345678',
  alone: false,
  way: 'deliver',
  signature: 'statement',
  statement: true,
};
const BREATH = 520; // two quick presses of a main button are one
const onward = async (page: Page, name: string | RegExp): Promise<void> => {
  await new Promise((rest) => setTimeout(rest, BREATH));
  await page.press(name);
};

describe('mulin-form', () => {
  it('one group of questions at a time, and back loses nothing', async () => {
    const { element, page } = await show(mealForm, { steps: true });
    await page.find('heading', '您是谁');
    await page.type(/姓名/, '王秀英');
    await page.type(/身份证/, idNumber);
    await page.type(/手机号/, '13912345678');
    await page.press('否', 'radio');
    await onward(page, '下一步');
    await page.find('heading', '怎么吃');
    expect(page.names('textbox').some((name) => name.startsWith('姓名'))).to.equal(false);
    await page.press('上一步');
    expect(await page.find('textbox', /姓名/)).to.have.property('value', '王秀英');
    expect(element.verdict?.ok).to.equal(false);
  });

  it('says what is missing in its place and in a list that leads there', async () => {
    const { page } = await show(mealForm, { steps: true });
    await page.type(/姓名/, '王');
    await onward(page, '下一步');
    const list = await page.find('group', /还有 \d 处要看一看/);
    expect(list.matches(':focus')).to.equal(true);
    await page.press(/请填写“手机号”/);
    const phone = await page.find('textbox', /手机号/);
    expect(phone.matches(':focus')).to.equal(true);
    expect(phone.getAttribute('aria-invalid')).to.equal('true');
    await page.type(/手机号/, '13912345678');
    expect(phone.getAttribute('aria-invalid')).to.equal(null);
  });

  it('nobody is told off before they had a chance', async () => {
    const { page } = await show(mealForm, { steps: true });
    const name = await page.find('textbox', /姓名/);
    name.focus();
    await sendKeys({ press: 'Tab' }); // passed by, to come back later
    expect(name.getAttribute('aria-invalid')).to.equal(null);
    await page.type(
      /身份证/,
      idNumber.replace(/.$/, (sign) => (sign === '1' ? '2' : '1')),
    );
    const number = await page.find('textbox', /身份证/);
    expect(number.getAttribute('aria-invalid')).to.equal(null);
    number.blur();
    await page.read(/身份证号码有一位好像不对/);
  });

  it('a question that goes and comes back still knows its answer, and is not handed in meanwhile', async () => {
    const { element, page } = await show(mealForm, { answers: { ...whole, alone: true } });
    await page.type(/紧急联系人/, '李建国');
    await page.press('否', 'radio');
    expect(page.names('textbox').some((name) => name.startsWith('紧急'))).to.equal(false);
    expect(element.verdict?.answers).not.to.have.property('contact');
    await page.press('是', 'radio');
    expect(await page.find('textbox', /紧急联系人/)).to.have.property('value', '李建国');
    expect(element.verdict?.answers).to.have.property('contact', '李建国');
  });

  it('everything is read over before it is handed in, and each answer has a way back', async () => {
    const { page, done } = await show(mealForm, { steps: true, answers: whole });
    await onward(page, '下一步');
    await onward(page, '下一步');
    await onward(page, '下一步');
    await onward(page, '去核对');
    await page.read('王秀英');
    await page.read(idNumber.replace(/(?<=^.).*(?=.$)/, (middle) => '*'.repeat(middle.length)));
    await page.read('138****5678'.replace('138', '139'));
    await page.press('修改怎么吃饭');
    await page.find('heading', '怎么吃');
    await page.press(/去食堂吃/, 'radio');
    await onward(page, '改好了，回去核对');
    await page.read(/请(选择|填写)“去哪个食堂”/); // a new question has come, and it is asked first
    (await page.find('combobox', /去哪个食堂/)).click();
    await page.press('五角场长者食堂', 'option');
    await onward(page, '改好了，回去核对');
    await page.read('五角场长者食堂');
    await onward(page, '提交');
    expect(done).to.have.length(1);
    expect(done[0]?.answers).to.include({ name: '王秀英', way: 'canteen', canteen: 'c0' });
  });

  it('a table grows and shrinks, and its sum follows', async () => {
    const { element, page } = await show(mealForm, { answers: whole });
    await page.press('添加：家里还有谁');
    await page.press('添加：家里还有谁');
    await page.find('textbox', /每月收入/); // the field comes with the first question that needs it
    const incomes = element.shadowRoot?.querySelectorAll('mulin-money') ?? [];
    expect(incomes).to.have.length(2);
    for (const [i, amount] of ['3500', '1200.5'].entries()) {
      incomes[i]?.focus();
      await sendKeys({ type: amount });
    }
    await page.read('4700.50 元');
    expect(element.verdict?.answers).to.have.property('income', 470_050);
    await page.press('去掉家里还有谁 第 1 项');
    await page.read('1200.50 元');
    expect(element.shadowRoot?.querySelector('mulin-money')?.value).to.equal('120050');
  });

  it('what a card says is filled in and cannot be changed by hand', async () => {
    const reader = {
      status: () => Promise.resolve({ state: 'ready', occupied: false }),
      read: () =>
        Promise.resolve({ status: 'read', card: { kind: 'resident', idNumber, name: '王秀英' } }),
    } as CardReader;
    const { element, page } = await show(mealForm, { steps: true, terminal: true });
    const around = element.closest('mulin-scope');
    if (around) around.cardReader = reader;
    await page.press(/身份证/);
    await page.read(/王|读/);
    const name = (await page.find('textbox', /姓名/)) as HTMLInputElement;
    expect(name.value).to.equal('王秀英');
    expect(name.readOnly).to.equal(true);
    const number = (await page.find('textbox', /身份证号码/)) as HTMLInputElement;
    expect(number.value, 'masked').not.to.contain('1950');
  });

  it('what the page knows of the person is filled in and can be changed', async () => {
    const asks = form(
      { type: 'object', properties: { phone: { type: 'string', format: 'mobile' } } },
      column(control('phone')),
      { prefill: [{ target: '#/properties/phone', from: 'session.phone', lock: false }] },
    );
    const known = { 'session.phone': '13912345678' };
    const element = await inScope<MulinForm>(
      'mulin-form',
      html`<mulin-form .form=${asks} .known=${known}></mulin-form>`,
    );
    expect(element.verdict?.answers).to.eql({ phone: '13912345678' });
    await pageOf(element).type(/Phone/, '13800000000');
    expect(element.verdict?.answers).to.eql({ phone: '13800000000' });
  });

  it('a number that nobody else shall read is masked while nobody writes in it', async () => {
    const { page } = await show(mealForm, { answers: whole });
    expect(await page.find('textbox', /身份证号码/)).to.have.property(
      'value',
      idNumber.replace(/(?<=^.).*(?=.$)/, (middle) => '*'.repeat(middle.length)),
    );
  });

  it('two presses hand it in once, and a form with a mistake is not handed in at all', async () => {
    const { element, page, done } = await show(mealForm, { answers: { ...whole, phone: '1391' } });
    await onward(page, '去核对');
    expect(done).to.deep.equal([]);
    await page.type(/手机号/, '13912345678');
    await onward(page, '去核对');
    await onward(page, '提交');
    const submit = await page.find('button', '提交');
    submit.click();
    expect(done).to.have.length(1);
    element.busy = true;
    await settled(element);
    submit.click();
    expect(done).to.have.length(1);
  });

  it('hostile words stay words', async () => {
    const evil = '<img src=x onerror="window.hit=1">${7*7}{{7*7}}';
    const { element, page } = await show(mealForm, { answers: { ...whole, contact: '' } });
    await page.type(/还想说什么/, evil);
    expect(element.verdict?.answers).to.have.property('remark', evil);
    await onward(page, '去核对');
    await page.read(evil);
    expect(window).not.to.have.property('hit');
  });

  it('a new form begins without anything of the one before', async () => {
    const { element, page } = await show(mealForm, { answers: whole });
    element.answers = {};
    await settled(element);
    expect(await page.find('textbox', /姓名/)).to.have.property('value', '');
  });

  it('speaks English where the page does', async () => {
    const { page } = await show(mealForm, { steps: true, lang: 'en' });
    await page.read('Meals for older people');
    await page.find('button', 'Next');
  });
});

describe('a pair written for JSON Forms', () => {
  const schema = {
    type: 'object',
    properties: {
      name: { type: 'string', minLength: 1 },
      vegetarian: { type: 'boolean' },
      nationality: { type: 'string', enum: ['CN', 'DE', 'Other'] },
      person: {
        type: 'object',
        properties: { age: { type: 'integer' }, height: { type: 'number' } },
        required: ['age'],
      },
      comments: {
        type: 'array',
        items: {
          type: 'object',
          properties: { date: { type: 'string', format: 'date' }, message: { type: 'string' } },
        },
      },
    },
    required: ['name'],
  };

  it('renders without a UI schema, validates and comes back whole', async () => {
    const data = {
      name: 'Ada',
      vegetarian: false,
      nationality: 'DE',
      person: { age: 36, height: 1.7 },
      comments: [{ date: '2026-11-25', message: 'hi' }],
    };
    const { element, page } = await show(pair(schema), { lang: 'en', answers: data });
    expect(element.verdict).to.deep.include({ ok: true, answers: data });
    await page.type(/Age/, 'x'); // no digit stays of it
    expect(element.verdict?.ok).to.equal(false);
    await page.type(/Age/, '37');
    await page.press(/Vegetarian/, 'checkbox');
    expect(element.verdict?.answers).to.deep.equal({
      ...data,
      vegetarian: true,
      person: { age: 37, height: 1.7 },
    });
  });

  it('groups, columns, categories, rules and labels are drawn as they are written', async () => {
    const { page } = await show(
      pair(schema, {
        type: 'VerticalLayout',
        elements: [
          { type: 'Label', text: 'Please fill in' },
          { type: 'HorizontalLayout', elements: [control('name'), control('nationality')] },
          {
            type: 'Group',
            label: 'More',
            elements: [
              control('vegetarian'),
              {
                ...control('person'),
                rule: {
                  effect: 'SHOW',
                  condition: { scope: '#/properties/vegetarian', schema: { const: true } },
                },
              },
            ],
          },
        ],
      }),
      { lang: 'en' },
    );
    await page.read('Please fill in');
    await page.find('group', 'More');
    await page.press(/Vegetarian/, 'checkbox');
    await page.find('textbox', /Age/);
    await page.press(/Vegetarian/, 'checkbox');
    expect(page.names('textbox').some((name) => name.includes('Age'))).to.equal(false);
  });

  it('is handed in from its one page', async () => {
    const { page, done } = await show(pair(schema), { lang: 'en' });
    await page.press('Hand in');
    expect(done).to.have.length(0);
    await page.type(/Name/, 'Ada');
    await onward(page, 'Hand in');
    expect(done[0]?.answers).to.deep.equal({ name: 'Ada' });
  });
});

describe('mulin-form for everybody', () => {
  for (const ground of [
    { theme: 'standard' },
    { theme: 'elder', terminal: true },
    { theme: 'contrast' },
  ]) {
    it(`axe-core objects to nothing in theme ${ground.theme}, filled in, missing or read over`, async () => {
      const { element, page } = await show(mealForm, { steps: true, ...ground });
      await accessible(element);
      await onward(page, '下一步');
      await accessible(element);
      element.answers = { ...whole, household: [{ name: '李', income: 100 }] };
      await settled(element);
      for (const name of ['下一步', '下一步', '下一步']) {
        await onward(page, name);
        await accessible(element);
      }
      await onward(page, '去核对');
      await accessible(element);
    });
  }

  it('fits 360 px, for elders too', async () => {
    const around = await scope(
      html`<div id="narrow">
        <mulin-form
          .form=${mealForm}
          .answers=${{ ...whole, household: [{}, {}] }}
          .areas=${areas}
        ></mulin-form>
      </div>`,
      { theme: 'elder' },
    );
    const narrow = around.querySelector('#narrow') as HTMLElement;
    narrow.style.inlineSize = '328px';
    await settled(around);
    const inside = narrow
      .querySelector('mulin-form')
      ?.shadowRoot?.querySelectorAll<HTMLElement>('*');
    const right = narrow.getBoundingClientRect().right + 1;
    for (const one of inside ?? [])
      expect(one.getBoundingClientRect().right, one.outerHTML.slice(0, 120)).to.be.at.most(right);
  });

  it('is filled in by keyboard alone, from the first question to handing in', async () => {
    const short = form(
      {
        type: 'object',
        properties: {
          phone: { type: 'string', title: '手机号', format: 'mobile' },
          alone: { type: 'boolean', title: '一个人住吗' },
          statement: { const: true, title: '属实' },
        },
        required: ['phone', 'alone', 'statement'],
      },
      column(
        control('phone'),
        control('alone'),
        control('statement', { options: { format: 'statement' } }),
      ),
      { title: text('小表', 'Short form') },
    );
    const { element, done } = await show(short, { steps: true, terminal: true });
    element.shadowRoot?.querySelector<HTMLElement>('mulin-field')?.focus();
    await sendKeys({ type: '13912345678' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' }); // 是
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' }); // 属实
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await settled(element);
    await new Promise((rest) => setTimeout(rest, BREATH));
    for (let i = 0; i < 12 && done.length === 0; i++) {
      await sendKeys({ press: 'Tab' });
      const focused = element.shadowRoot?.activeElement;
      if (focused?.textContent?.trim() === '提交') await sendKeys({ press: 'Enter' });
    }
    expect(done[0]?.answers).to.deep.equal({ phone: '13912345678', alone: true, statement: true });
  });

  it('leaves nothing behind', () =>
    leavesNoTrace(
      html`<mulin-form .form=${mealForm} .answers=${whole} .areas=${areas}></mulin-form>`,
    ));
});
