import { expect, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/ui/card.ts';
import '../../src/ui/facts.ts';
import type { Fact, MulinFacts } from '../../src/ui/facts.ts';
import '../../src/ui/icon.ts';
import type { MulinIcon } from '../../src/ui/icon.ts';
import { icons, type IconName } from '../../src/ui/icons.ts';
import '../../src/ui/keypad.ts';
import type { MulinKeypad } from '../../src/ui/keypad.ts';
import '../../src/ui/notice.ts';
import type { MulinNotice } from '../../src/ui/notice.ts';
import '../../src/ui/sample.ts';
import type { MulinSample } from '../../src/ui/sample.ts';
import '../../src/ui/steps.ts';
import type { MulinSteps } from '../../src/ui/steps.ts';
import { accessible } from '../harness/axe.ts';
import { press } from '../harness/hand.ts';
import { leavesNoTrace } from '../harness/leaks.ts';
import { inScope, scope, themes } from '../harness/scope.ts';

const names = ['核对条件', '选地点', '选时间', '填信息', '确认'];
const facts: readonly Fact[] = [
  { name: 'place', label: '地点', value: '杨浦区婚姻登记中心', change: true },
  { label: '时间', value: '2026年12月11日 星期五 10:00' },
];
const everything = html`<mulin-steps .steps=${names} current="3"></mulin-steps>
  <mulin-notice kind="info" heading="已为您保留">请在十分钟内填完。</mulin-notice>
  <mulin-notice kind="refusal" heading="刚刚约满了">您填的都还在。</mulin-notice>
  <mulin-notice kind="success" heading="预约好了">请带好身份证。</mulin-notice>
  <mulin-notice kind="warning" heading="时间快到了">还剩一分钟。</mulin-notice>
  <mulin-card heading="核对"><mulin-facts .facts=${facts}></mulin-facts></mulin-card>
  <mulin-sample></mulin-sample>
  <mulin-icon name="calendar" label="日历"></mulin-icon>
  <mulin-keypad layout="id-number"></mulin-keypad>`;

describe('mulin-steps', () => {
  const page = html`<mulin-steps .steps=${names} current="3"></mulin-steps>`;

  it('says which step is the present one, and which are done', async () => {
    const steps = await inScope<MulinSteps>('mulin-steps', page);
    const items = [...(steps.shadowRoot?.querySelectorAll('li') ?? [])];
    expect(items.map((item) => item.getAttribute('aria-current'))).to.deep.equal([
      null,
      null,
      'step',
      null,
      null,
    ]);
    expect(items[0]?.textContent).to.contain('已完成');
  });

  it('on a phone one line says it all', async () => {
    await setViewport({ width: 390, height: 844 });
    const steps = await inScope<MulinSteps>('mulin-steps', page);
    const line = steps.shadowRoot?.querySelector<HTMLElement>('.position');
    expect(line?.textContent?.trim()).to.equal('第 3 步，共 5 步 · 选时间');
    expect(line?.offsetHeight).to.be.above(0);
    await setViewport({ width: 800, height: 600 });
    expect(line?.offsetHeight).to.equal(0);
  });
});

describe('mulin-notice', () => {
  it('a refusal is spoken at once, a success in its turn', async () => {
    const notice = await inScope<MulinNotice>(
      'mulin-notice',
      html`<mulin-notice kind="refusal" heading="约满了"></mulin-notice>`,
    );
    const role = (): string | undefined =>
      notice.shadowRoot?.querySelector('[part=notice]')?.getAttribute('role') ?? undefined;
    expect(role()).to.equal('alert');
    notice.kind = 'success';
    await notice.updateComplete;
    expect(role()).to.equal('status');
  });
});

describe('mulin-facts', () => {
  it('a row that can be changed has a button that says what it changes', async () => {
    const element = await inScope<MulinFacts>(
      'mulin-facts',
      html`<mulin-facts .facts=${facts}></mulin-facts>`,
    );
    const buttons = element.shadowRoot?.querySelectorAll('mulin-button') ?? [];
    expect(buttons.length).to.equal(1);
    expect(buttons[0]?.label).to.equal('修改地点');
    let detail: unknown;
    element.addEventListener('mulin-change', (event) => (detail = (event as CustomEvent).detail));
    await press(buttons[0] as Element);
    expect(detail).to.deep.equal({ name: 'place' });
  });
});

describe('mulin-sample', () => {
  it('says that this is a sample, and when asked, what that means', async () => {
    const sample = await inScope<MulinSample>('mulin-sample', html`<mulin-sample></mulin-sample>`);
    const button = sample.shadowRoot?.querySelector('button') as HTMLButtonElement;
    expect(button.textContent?.trim()).to.equal('示例');
    await press(button);
    await sample.updateComplete;
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(sample.shadowRoot?.textContent).to.contain('不是真实数据');
  });
});

describe('mulin-icon', () => {
  it('is silent beside words, and an image with a name where it stands alone', async () => {
    const icon = await inScope<MulinIcon>('mulin-icon', html`<mulin-icon name="pin"></mulin-icon>`);
    const drawing = icon.shadowRoot?.querySelector('svg');
    expect(drawing?.getAttribute('aria-hidden')).to.equal('true');
    icon.label = '地点';
    await icon.updateComplete;
    expect(drawing?.getAttribute('role')).to.equal('img');
    expect(drawing?.getAttribute('aria-label')).to.equal('地点');
  });

  it('every drawing stays inside its square', async () => {
    const around = await scope(
      html`${Object.keys(icons).map(
        (name) => html`<mulin-icon name=${name as IconName}></mulin-icon>`,
      )}`,
    );
    for (const icon of around.querySelectorAll('mulin-icon')) {
      const drawing = icon.shadowRoot?.querySelector('svg') as SVGSVGElement;
      const { x, y, width, height } = drawing.getBBox();
      // Half a line is drawn outside the path.
      expect(Math.min(x, y), icon.name).to.be.at.least(0.95);
      expect(Math.max(x + width, y + height), icon.name).to.be.at.most(23.05);
      expect(width * height, icon.name).to.be.above(20);
    }
  });
});

describe('mulin-keypad', () => {
  const keysOf = (keypad: MulinKeypad): HTMLButtonElement[] => [
    ...(keypad.shadowRoot?.querySelectorAll('button') ?? []),
  ];

  it('every key is 60 by 60 px at least, in a hand and at a terminal', async () => {
    for (const width of [360, 1080]) {
      await setViewport({ width, height: 1920 });
      const keypad = await inScope<MulinKeypad>(
        'mulin-keypad',
        html`<mulin-keypad layout="id-number"></mulin-keypad>`,
        { terminal: true },
      );
      for (const key of keysOf(keypad)) {
        expect(key.offsetWidth, key.textContent ?? '').to.be.at.least(60);
        expect(key.offsetHeight, key.textContent ?? '').to.be.at.least(60);
      }
    }
    await setViewport({ width: 800, height: 600 });
  });

  it('has the X only where an identity number may end in it', async () => {
    const keypad = await inScope<MulinKeypad>('mulin-keypad', html`<mulin-keypad></mulin-keypad>`);
    const has = (key: string): boolean =>
      keysOf(keypad).some(({ dataset }) => dataset['key'] === key);
    expect(has('X')).to.equal(false);
    keypad.layout = 'id-number';
    await keypad.updateComplete;
    expect(has('X') && has('clear') && has('done') && has('backspace')).to.equal(true);
  });

  it('removed while backspace is held, it writes no more', async () => {
    let deleted = 0;
    const target = { insert() {}, clear() {}, done() {}, delete: () => void deleted++ };
    const keypad = await inScope<MulinKeypad>(
      'mulin-keypad',
      html`<mulin-keypad .target=${target}></mulin-keypad>`,
    );
    keysOf(keypad)
      .find(({ dataset }) => dataset['key'] === 'backspace')
      ?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, cancelable: true }));
    keypad.remove();
    await new Promise((done) => setTimeout(done, 700));
    expect(deleted).to.equal(1);
  });
});

describe('elements that only speak', () => {
  for (const theme of themes) {
    it(`have nothing axe-core objects to in theme ${theme}`, async () => {
      await accessible(await scope(everything, { theme }));
    });
  }

  it('have nothing axe-core objects to in English', async () => {
    await accessible(await scope(everything, { lang: 'en' }));
  });

  it('nothing is wider than a phone of 360 px, for elders too', async () => {
    await setViewport({ width: 360, height: 740 });
    await scope(everything, { theme: 'elder' });
    expect(document.documentElement.scrollWidth).to.be.at.most(360);
    await setViewport({ width: 800, height: 600 });
  });

  it('leave no trace', () => leavesNoTrace(html`<div>${everything}</div>`));
});
