import { expect, html, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import '../../src/ui/button.ts';
import '../../src/ui/field.ts';
import type { MulinField } from '../../src/ui/field.ts';
import type { MulinKeypad } from '../../src/ui/keypad.ts';
import { accessible } from '../harness/axe.ts';
import { hold, press } from '../harness/hand.ts';
import { leavesNoTrace } from '../harness/leaks.ts';
import { inScope, scope, settled, themes } from '../harness/scope.ts';

const inputOf = (field: MulinField): HTMLInputElement =>
  field.shadowRoot?.querySelector('input') as HTMLInputElement;
const keypadOf = (field: MulinField): MulinKeypad | null =>
  field.shadowRoot?.querySelector('mulin-keypad') ?? null;
const keyOf = (field: MulinField, key: string): HTMLElement =>
  keypadOf(field)?.shadowRoot?.querySelector(`[data-key='${key}']`) as HTMLElement;
const complaintOf = (field: MulinField): string =>
  field.shadowRoot?.querySelector('[part=error]')?.textContent?.trim() ?? '';

function field(content: TemplateResult, terminal = false): Promise<MulinField> {
  return inScope<MulinField>('mulin-field', content, { terminal });
}

describe('mulin-field', () => {
  it('is a text box named by its label, described by its hint and its error', async () => {
    const element = await field(
      html`<mulin-field label="姓名" hint="和身份证上一样" error="请写全名。"></mulin-field>`,
    );
    const input = inputOf(element);
    expect(input.labels?.[0]?.textContent).to.contain('姓名');
    expect(input.getAttribute('aria-describedby')).to.equal('hint complaint');
    expect(input.getAttribute('aria-invalid')).to.equal('true');
    expect(complaintOf(element)).to.equal('请写全名。');
  });

  it('says which ones may stay empty', async () => {
    const element = await field(html`<mulin-field label="姓名"></mulin-field>`);
    expect(element.shadowRoot?.querySelector('label')?.textContent).to.contain('选填');
    element.required = true;
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('label')?.textContent).not.to.contain('选填');
  });

  it('shows an identity number in groups and keeps it without', async () => {
    const element = await field(
      html`<mulin-field kind="id-number" label="身份证号码"></mulin-field>`,
    );
    const heard: string[] = [];
    element.addEventListener('input', () => heard.push(element.value));
    element.focus();
    await sendKeys({ type: '31011019580101123x' });
    await element.updateComplete;
    expect(inputOf(element).value).to.equal('310110 19580101 123X');
    expect(element.value).to.equal('31011019580101123X');
    expect(heard.at(-1)).to.equal('31011019580101123X');
  });

  it('a digit mended in the middle does not throw the caret to the end', async () => {
    const element = await field(
      html`<mulin-field kind="phone" label="手机号" value="13812345678"></mulin-field>`,
    );
    element.focus();
    inputOf(element).setSelectionRange(6, 6); // 138 12|34 5678
    await sendKeys({ press: 'Backspace' });
    await element.updateComplete;
    await sendKeys({ type: '9' });
    await element.updateComplete;
    expect(inputOf(element).value).to.equal('138 1934 5678');
    expect(inputOf(element).selectionStart).to.equal(6);
  });

  it('backspace at a gap takes away the digit before it', async () => {
    const element = await field(
      html`<mulin-field kind="phone" label="手机号" value="13812345678"></mulin-field>`,
    );
    element.focus();
    inputOf(element).setSelectionRange(4, 4); // 138 |1234 5678
    await sendKeys({ press: 'Backspace' });
    await element.updateComplete;
    expect(element.value).to.equal('1312345678');
    expect(inputOf(element).selectionStart).to.equal(2);
  });

  it('letters typed where digits belong do not appear', async () => {
    const element = await field(html`<mulin-field kind="phone" label="手机号"></mulin-field>`);
    element.focus();
    await sendKeys({ type: 'a1b3' });
    await element.updateComplete;
    expect(inputOf(element).value).to.equal('13');
  });

  it('tells change once, when it is left, and not when nothing changed', async () => {
    const element = await field(html`<mulin-field label="姓名" value="王"></mulin-field>`);
    let changes = 0;
    element.addEventListener('change', () => changes++);
    element.focus();
    element.blur();
    expect(changes).to.equal(0);
    element.focus();
    await sendKeys({ type: '小明' });
    expect(changes).to.equal(0);
    element.blur();
    expect(changes).to.equal(1);
  });

  it('written once, an identity number is hidden from the room, until one asks for it', async () => {
    const element = await field(
      html`<mulin-field
        kind="id-number"
        label="身份证号码"
        masked
        value="31011019580101123X"
      ></mulin-field>`,
    );
    expect(inputOf(element).value).to.equal('3****************X');
    element.focus();
    await element.updateComplete;
    expect(inputOf(element).value).to.equal('310110 19580101 123X');
    element.blur();
    await element.updateComplete;
    expect(inputOf(element).value).to.equal('3****************X');
    const eye = element.shadowRoot?.querySelector('button');
    expect(eye?.getAttribute('aria-label')).to.equal('显示身份证号码');
    eye?.click();
    await element.updateComplete;
    expect(inputOf(element).value).to.equal('310110 19580101 123X');
    expect(element.value).to.equal('31011019580101123X');
  });

  describe('in a form, as a native field', () => {
    const page = html`<form @submit=${(event: Event) => event.preventDefault()}>
      <fieldset>
        <mulin-field name="name" label="姓名" value="王小明" required></mulin-field>
        <mulin-field name="phone" label="手机号" kind="phone"></mulin-field>
        <mulin-button type="submit">提交</mulin-button>
      </fieldset>
    </form>`;
    async function parts(): Promise<[HTMLFormElement, MulinField, MulinField]> {
      const around = await scope(page);
      const [name, phone] = around.querySelectorAll('mulin-field');
      return [around.querySelector('form'), name, phone] as [
        HTMLFormElement,
        MulinField,
        MulinField,
      ];
    }

    it('its value is sent before the first stroke, and what was typed after it', async () => {
      const [form, name, phone] = await parts();
      expect(new FormData(form).get('name')).to.equal('王小明');
      expect(new FormData(form).get('phone')).to.equal('');
      phone.focus();
      await sendKeys({ type: '13812345678' });
      expect(new FormData(form).get('phone')).to.equal('13812345678');
      name.value = '李雷';
      expect(new FormData(form).get('name')).to.equal('李雷');
    });

    it('Enter submits, and a page hears change before', async () => {
      const [form, name] = await parts();
      const heard: string[] = [];
      form.addEventListener('change', () => heard.push('change'));
      form.addEventListener('submit', () => heard.push('submit'));
      name.focus();
      await sendKeys({ type: 'A' });
      await sendKeys({ press: 'Enter' });
      expect(heard).to.deep.equal(['change', 'submit']);
    });

    it('Enter while a Chinese word is being composed submits nothing', async () => {
      const [form, name] = await parts();
      let submitted = false;
      form.addEventListener('submit', () => (submitted = true));
      inputOf(name).dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }),
      );
      expect(submitted).to.equal(false);
    });

    it('reset restores what stood in it at first', async () => {
      const [form, name, phone] = await parts();
      name.focus();
      await sendKeys({ type: '改了' });
      phone.value = '138';
      form.reset();
      await settled(form);
      expect(name.value).to.equal('王小明');
      expect(inputOf(name).value).to.equal('王小明');
      expect(phone.value).to.equal('');
      expect(new FormData(form).get('name')).to.equal('王小明');
    });

    it('a disabled fieldset reaches it, and it is not sent then', async () => {
      const [form, name] = await parts();
      const fieldset = form.querySelector('fieldset') as HTMLFieldSetElement;
      fieldset.disabled = true;
      await name.updateComplete;
      expect(inputOf(name).disabled).to.equal(true);
      expect(new FormData(form).has('name')).to.equal(false);
      fieldset.disabled = false;
      await name.updateComplete;
      expect(inputOf(name).disabled).to.equal(false);
    });

    it('a missing answer stops the form, is told in a sentence and gets the focus', async () => {
      const [form, name] = await parts();
      let submitted = false;
      form.addEventListener('submit', () => (submitted = true));
      name.value = '';
      form.requestSubmit();
      await name.updateComplete;
      expect(submitted).to.equal(false);
      expect(complaintOf(name)).to.equal('请填写姓名。');
      expect(document.activeElement === name).to.equal(true);
      await sendKeys({ type: '王' });
      await name.updateComplete;
      expect(complaintOf(name)).to.equal('');
    });

    it("a page's error stops the form until the value changes, and never for good", async () => {
      const [form, name] = await parts();
      let submitted = 0;
      form.addEventListener('submit', () => submitted++);
      name.error = '这个名字和身份证对不上。';
      await name.updateComplete;
      form.requestSubmit();
      expect(submitted).to.equal(0);
      name.focus();
      await sendKeys({ type: '明' });
      form.requestSubmit();
      expect(submitted).to.equal(1);
    });
  });

  describe('at a terminal', () => {
    before(() => setViewport({ width: 1080, height: 1920 }));
    after(() => setViewport({ width: 800, height: 600 }));

    const page = html`<mulin-field kind="id-number" label="身份证号码" name="id"></mulin-field>
      <mulin-field kind="phone" label="手机号"></mulin-field>
      <mulin-button size="main">下一步</mulin-button>`;

    it('keys come below the field with the focus, and the system brings none', async () => {
      const element = await field(page, true);
      expect(keypadOf(element) === null).to.equal(true);
      await press(inputOf(element));
      await settled(element);
      expect(inputOf(element).inputMode).to.equal('none');
      const keys = keypadOf(element)?.getBoundingClientRect();
      expect(keys?.top).to.be.at.least(inputOf(element).getBoundingClientRect().bottom);
    });

    it('a key writes and leaves the focus in the field', async () => {
      const element = await field(page, true);
      await press(inputOf(element));
      await settled(element);
      for (const key of ['3', '1', 'X', 'backspace']) await press(keyOf(element, key));
      await element.updateComplete;
      expect(element.value).to.equal('31');
      expect(document.activeElement === element).to.equal(true);
      expect(element.shadowRoot?.activeElement === inputOf(element)).to.equal(true);
    });

    it('keys write at the caret and over what is selected', async () => {
      const element = await field(page, true);
      element.value = '310110';
      await press(inputOf(element));
      await settled(element);
      inputOf(element).setSelectionRange(1, 3);
      await press(keyOf(element, '9'));
      await element.updateComplete;
      expect(element.value).to.equal('39110');
      expect(inputOf(element).selectionStart).to.equal(2);
      await press(keyOf(element, 'clear'));
      expect(element.value).to.equal('');
    });

    it('a held backspace goes on', async () => {
      const element = await field(page, true);
      element.value = '31011019580101123X';
      await press(inputOf(element));
      await settled(element);
      await hold(keyOf(element, 'backspace'), 900);
      const left = element.value.length;
      expect(left).to.be.below(16);
      await new Promise((done) => setTimeout(done, 250));
      expect(element.value.length).to.equal(left);
    });

    it('the way forward below the keys is pressed, although the keys go away by that', async () => {
      const element = await field(page, true);
      const button = element.parentElement?.querySelector('mulin-button') as HTMLElement;
      let pressed = 0;
      button.addEventListener('click', () => pressed++);
      await press(inputOf(element));
      await settled(element);
      button.scrollIntoView({ block: 'end' });
      await hold(button, 400); // a slow hand
      expect(pressed).to.equal(1);
      await waitUntil(() => !keypadOf(element), 'the keys stay');
    });

    it('the keys of a field that was left go away, also while a quick hand types on in the next one', async () => {
      const element = await field(page, true);
      const next = element.nextElementSibling as MulinField;
      await press(inputOf(element));
      await settled(element);
      await press(inputOf(next));
      for (let tap = 0; tap < 10; tap++) {
        document.dispatchEvent(new PointerEvent('pointerdown'));
        document.dispatchEvent(new PointerEvent('pointerup'));
        await new Promise((done) => setTimeout(done, 50));
      }
      expect(keypadOf(element) === null).to.equal(true);
      expect(keypadOf(next) === null).to.equal(false);
    });

    it('填好了 puts the keys away, tells change, and a touch brings them back', async () => {
      const element = await field(page, true);
      let changes = 0;
      element.addEventListener('change', () => changes++);
      await press(inputOf(element));
      await settled(element);
      await press(keyOf(element, '3'));
      await press(keyOf(element, 'done'));
      await element.updateComplete;
      expect(keypadOf(element) === null).to.equal(true);
      expect(changes).to.equal(1);
      await press(inputOf(element));
      await element.updateComplete;
      expect(keypadOf(element) === null).to.equal(false);
    });

    it('a press by voice or switch, which has no finger, works too', async () => {
      const element = await field(page, true);
      await press(inputOf(element));
      await settled(element);
      keyOf(element, '7').click();
      expect(element.value).to.equal('7');
    });

    it('never says which digit was pressed', async () => {
      const element = await field(page, true);
      let detail: unknown;
      element.addEventListener('mulin-key', (event) => (detail = (event as CustomEvent).detail));
      await press(inputOf(element));
      await settled(element);
      await press(keyOf(element, '7'));
      expect(detail).to.deep.equal({ key: 'digit' });
    });

    it('removed while its keys are open, it leaves no trace', () =>
      leavesNoTrace(
        html`<mulin-field kind="phone" label="手机号"></mulin-field>`,
        async (element) => {
          (element as MulinField).focus();
          await settled(element);
          if (!keypadOf(element as MulinField)) throw new Error('the keys did not come');
        },
      ));
  });

  for (const theme of themes) {
    it(`has nothing axe-core objects to in theme ${theme}`, async () => {
      const around = await scope(
        html`<mulin-field label="姓名" hint="和身份证上一样" value="王小明"></mulin-field>
          <mulin-field
            label="身份证号码"
            kind="id-number"
            masked
            value="31011019580101123X"
          ></mulin-field>
          <mulin-field label="手机号" kind="phone" error="少了一位。" value="138"></mulin-field>
          <mulin-field label="不能填" disabled value="王"></mulin-field>`,
        { theme, terminal: true },
      );
      (around.querySelector('[kind=phone]') as MulinField).focus();
      await settled(around);
      await accessible(around);
    });
  }
});
