import { expect, html, nextFrame } from '@open-wc/testing';
import {
  simulatedPrinter,
  systemPrinter,
  type Printer,
  type Slip,
} from '../../src/device/printer/index.ts';
import '../../src/ui/print.ts';
import { accessible } from '../harness/axe.ts';
import { leavesNoTrace } from '../harness/leaks.ts';
import { personBefore } from '../harness/person.ts';
import { scope, settled, themes, type Ground } from '../harness/scope.ts';

const slip: Slip = {
  lang: 'zh-CN',
  title: '预约回执',
  lines: [
    { kind: 'heading', text: '结婚登记预约' },
    { kind: 'large', text: '482 913 7705' },
    { kind: 'fact', label: '时间', value: '2026年12月11日 星期五 10:00' },
    { kind: 'rule' },
    { kind: 'check', text: '双方身份证', note: '原件' },
    { kind: 'qr', value: '回执码 4829137705' },
    { kind: 'text', text: '<b>请提前 10 分钟到</b>' },
  ],
};

async function before(printer: Printer | undefined, ground?: Ground) {
  const page = await scope(html`<mulin-print .slip=${slip}></mulin-print>`, ground);
  Object.assign(page, { printer });
  await settled(page);
  return { page, person: personBefore(page) };
}

describe('mulin-print', () => {
  it('is not there where there is no printer', async () => {
    const { person, page } = await before(undefined);
    expect(person.screen().trim()).to.equal('');
    await accessible(page);
  });

  it('prints what it was given, once, and says where to take it', async () => {
    const printer = simulatedPrinter();
    const { person } = await before(printer);
    await person.presses('打印出来');
    await person.reads('请从出纸口取走');
    expect(printer.tray).to.deep.equal([slip]);
  });

  it('a trembling hand gets one slip', async () => {
    let begun = 0;
    let end = (): void => {};
    const slow: Printer = {
      status: async () => ({ state: 'ready', paper: 'enough' }),
      print: () =>
        new Promise((resolve) => {
          begun += 1;
          end = () => resolve({ status: 'printed', paper: 'enough' });
        }),
    };
    const { person, page } = await before(slow);
    const button = page.querySelector('mulin-print')?.shadowRoot?.querySelector('mulin-button');
    button?.click();
    button?.click();
    await nextFrame();
    button?.click();
    end();
    await person.reads('打印好了');
    expect(begun).to.equal(1);
  });

  it('says that the paper is out before anybody waits for it, and that the screen counts as much', async () => {
    const printer = simulatedPrinter({ sheets: 0 });
    const { person, page } = await before(printer);
    await person.reads('打印机没有纸了');
    await person.reads('屏幕上的内容一样有效');
    await accessible(page);
    printer.sheets = 100; // somebody has put a new roll in
    await person.presses('再试一次');
    await person.reads('打印好了');
  });

  it('a cover opened after the first look is told, in both languages', async () => {
    for (const [lang, button, sentence] of [
      ['zh-CN', '打印出来', '打印机的盖子没关好'],
      ['en', 'Print it', 'The printer’s cover is open'],
    ] as const) {
      const printer = simulatedPrinter();
      const { person } = await before(printer, { lang });
      printer.trouble = 'cover-open';
      await person.presses(button);
      await person.reads(sentence);
    }
  });

  it('a half-printed slip is not mistaken for a whole one', async () => {
    const { person } = await before({
      status: async () => ({ state: 'ready', paper: 'enough' }),
      print: async () => ({ status: 'failed', trouble: 'jam', begun: true }),
    });
    await person.presses('打印出来');
    await person.reads('可能有一张没打完的');
  });

  it('a slip that says something new is not printed yet', async () => {
    const { person, page } = await before(simulatedPrinter());
    await person.presses('打印出来');
    await person.reads('打印好了');
    const print = page.querySelector('mulin-print')!;
    print.slip = { ...slip };
    await settled(page);
    expect(person.screen(), 'the same words in another object').to.contain('打印好了');
    print.slip = { ...slip, lines: [{ kind: 'large', text: '另一张' }] };
    await settled(page);
    expect(person.screen()).to.contain('打印出来');
  });

  it('is readable in every theme', async () => {
    for (const theme of themes) {
      const { page } = await before(simulatedPrinter({ trouble: 'jam' }), { theme });
      await accessible(page);
    }
  });

  it('leaves no trace', () => leavesNoTrace(html`<mulin-print .slip=${slip}></mulin-print>`));
});

describe('the system’s printer', () => {
  it('gets every line as words, never as markup, and the page keeps no copy', async () => {
    let paper = '';
    let codes = 0;
    const { HTMLIFrameElement: Frame } = window;
    const window_ = Object.getOwnPropertyDescriptor(Frame.prototype, 'contentWindow')!;
    Object.defineProperty(Frame.prototype, 'contentWindow', {
      configurable: true,
      get(this: HTMLIFrameElement) {
        const sheet = window_.get?.call(this) as Window;
        sheet.print = () => {
          paper = sheet.document.body.textContent ?? '';
          codes = sheet.document.querySelectorAll('svg path').length;
          expect(sheet.document.querySelector('b')).to.equal(null);
          expect(sheet.document.documentElement.lang).to.equal('zh-CN');
        };
        return sheet;
      },
    });
    try {
      expect(await systemPrinter().print(slip)).to.deep.equal({ status: 'handed-over' });
    } finally {
      Object.defineProperty(Frame.prototype, 'contentWindow', window_);
    }
    for (const words of ['482 913 7705', '星期五 10:00', '☐ 双方身份证', '原件', '<b>请提前'])
      expect(paper).to.contain(words);
    expect(codes).to.equal(1);
    expect(document.querySelector('iframe')).to.equal(null);
  });
});
