import { expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { MulinButton } from '../../src/ui/button.ts';
import '../../src/ui/button.ts';
import '../../src/ui/icon.ts';
import { accessible } from '../harness/axe.ts';
import { pause, press, TREMOR } from '../harness/hand.ts';
import { leavesNoTrace } from '../harness/leaks.ts';
import { inScope, scope, settled, themes } from '../harness/scope.ts';

function presses(element: Element): () => number {
  let count = 0;
  element.addEventListener('click', () => count++);
  return () => count;
}

describe('mulin-button', () => {
  beforeEach(() => pause(TREMOR)); // so that one test's press is not the next one's tremor

  it('is a button with its words for a name', async () => {
    const button = await inScope<MulinButton>(
      'mulin-button',
      html`<mulin-button>放大字号</mulin-button>`,
    );
    button.focus();
    const inner = button.shadowRoot?.activeElement;
    expect(inner?.tagName).to.equal('BUTTON');
    expect(button.textContent).to.equal('放大字号');
  });

  it('is pressed by hand, by Enter and by the space bar', async () => {
    const button = await inScope<MulinButton>(
      'mulin-button',
      html`<mulin-button>返回</mulin-button>`,
    );
    const count = presses(button);
    await press(button);
    button.focus();
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Space' });
    expect(count()).to.equal(3);
  });

  it('two quick presses on the way forward are one', async () => {
    const button = await inScope<MulinButton>(
      'mulin-button',
      html`<mulin-button kind="primary" size="main">下一步</mulin-button>`,
    );
    const count = presses(button);
    await press(button, 2);
    expect(count()).to.equal(1);
    await pause(TREMOR);
    await press(button);
    expect(count()).to.equal(2);
  });

  it('the second half of a double press does not fall on the next screen', async () => {
    const around = await scope(html`<mulin-button size="main">下一步</mulin-button>`);
    const first = around.querySelector('mulin-button') as MulinButton;
    let fell = false;
    first.addEventListener('click', () => {
      const next = document.createElement('mulin-button');
      next.size = 'main';
      next.textContent = '确认预约';
      next.addEventListener('click', () => (fell = true));
      first.replaceWith(next);
    });
    await press(first);
    await settled(around);
    await press(around.querySelector('mulin-button') as MulinButton);
    expect(fell).to.equal(false);
  });

  it('a month can be turned as fast as one presses', async () => {
    const button = await inScope<MulinButton>(
      'mulin-button',
      html`<mulin-button label="下个月"></mulin-button>`,
    );
    const count = presses(button);
    await press(button, 3);
    expect(count()).to.equal(3);
  });

  it('busy, it keeps its words and its focus and takes no press', async () => {
    const button = await inScope<MulinButton>(
      'mulin-button',
      html`<mulin-button type="submit">提交</mulin-button>`,
    );
    const count = presses(button);
    button.focus();
    button.busy = true;
    await button.updateComplete;
    await press(button);
    await sendKeys({ press: 'Enter' });
    button.click();
    expect(count()).to.equal(0);
    expect(button.textContent).to.equal('提交');
    expect(document.activeElement === button).to.equal(true);
    expect(button.shadowRoot?.querySelector('button')?.getAttribute('aria-busy')).to.equal('true');
  });

  it('a page that makes it busy at the first press never hears a second', async () => {
    const button = await inScope<MulinButton>(
      'mulin-button',
      html`<mulin-button>取号</mulin-button>`,
    );
    let count = 0;
    button.addEventListener('click', () => {
      count++;
      button.busy = true;
    });
    button.click();
    button.click();
    expect(count).to.equal(1);
  });

  it('with href it is a link, and none when disabled', async () => {
    const button = await inScope<MulinButton>(
      'mulin-button',
      html`<mulin-button href="#there">去看看</mulin-button>`,
    );
    expect(button.shadowRoot?.querySelector('a')?.hash).to.equal('#there');
    button.disabled = true;
    await button.updateComplete;
    expect(button.shadowRoot?.querySelectorAll('a').length).to.equal(0);
  });

  describe('in a form', () => {
    const form = html`<form @submit=${(event: Event) => event.preventDefault()}>
      <input name="name" value="王小明" required />
      <fieldset>
        <mulin-button type="submit" name="go" value="1">提交</mulin-button>
        <mulin-button type="reset">重填</mulin-button>
        <mulin-button>不相干</mulin-button>
      </fieldset>
    </form>`;
    const parts = (around: Element): [HTMLFormElement, MulinButton, MulinButton, MulinButton] => {
      const [submit, reset, other] = around.querySelectorAll('mulin-button');
      return [around.querySelector('form'), submit, reset, other] as [
        HTMLFormElement,
        MulinButton,
        MulinButton,
        MulinButton,
      ];
    };

    it('submits, with its own name and value for this once', async () => {
      const [element, submit] = parts(await scope(form));
      setTimeout(() => submit.click());
      await oneEvent(element, 'submit');
      let sent: FormData | undefined;
      element.addEventListener('submit', () => (sent = new FormData(element)));
      await pause(TREMOR);
      submit.click();
      expect(sent?.get('go')).to.equal('1');
      expect(new FormData(element).has('go')).to.equal(false);
    });

    it('does not submit what the browser finds missing', async () => {
      const [element, submit] = parts(await scope(form));
      let submitted = false;
      element.addEventListener('submit', () => (submitted = true));
      (element.elements.namedItem('name') as HTMLInputElement).value = '';
      submit.click();
      expect(submitted).to.equal(false);
    });

    it('Enter in a native field of the form submits through it', async () => {
      const [element] = parts(await scope(form));
      let submitted = 0;
      element.addEventListener('submit', () => submitted++);
      (element.elements.namedItem('name') as HTMLInputElement).focus();
      await sendKeys({ press: 'Enter' });
      expect(submitted).to.equal(1);
    });

    it('resets', async () => {
      const [element, , reset] = parts(await scope(form));
      const input = element.elements.namedItem('name') as HTMLInputElement;
      input.value = '别的';
      reset.click();
      expect(input.value).to.equal('王小明');
    });

    it('a button of no type does nothing to the form', async () => {
      const [element, , , other] = parts(await scope(form));
      let submitted = false;
      element.addEventListener('submit', () => (submitted = true));
      other.click();
      expect(submitted).to.equal(false);
    });

    it('a disabled fieldset reaches it', async () => {
      const around = await scope(form);
      const [element, submit] = parts(around);
      const fieldset = element.querySelector('fieldset') as HTMLFieldSetElement;
      fieldset.disabled = true;
      await submit.updateComplete;
      expect(submit.shadowRoot?.querySelector('button')?.disabled).to.equal(true);
      fieldset.disabled = false;
      await submit.updateComplete;
      expect(submit.shadowRoot?.querySelector('button')?.disabled).to.equal(false);
    });
  });

  for (const theme of themes) {
    it(`has nothing axe-core objects to in theme ${theme}`, async () => {
      await accessible(
        await scope(
          html`<mulin-button>放大字号</mulin-button>
            <mulin-button kind="primary">下一步</mulin-button>
            <mulin-button kind="danger">取消预约</mulin-button>
            <mulin-button disabled>不能按</mulin-button>
            <mulin-button busy>提交</mulin-button>
            <mulin-button label="返回"><mulin-icon name="chevron-left"></mulin-icon></mulin-button>
            <mulin-button href="#x">去看看</mulin-button>`,
          { theme },
        ),
      );
    });
  }

  it('at a terminal is 60 px at least, and 88 where it is the way forward', async () => {
    const around = await scope(
      html`<mulin-button label="返回"></mulin-button
        ><mulin-button size="main">下一步</mulin-button>`,
      { terminal: true },
    );
    const [small, main] = [...around.querySelectorAll('mulin-button')].map((button) =>
      button.getBoundingClientRect(),
    );
    expect(small?.height).to.be.at.least(60);
    expect(small?.width).to.be.at.least(60);
    expect(main?.height).to.be.at.least(88);
  });

  it('leaves no trace', () => leavesNoTrace(html`<mulin-button busy>提交</mulin-button>`));
});
