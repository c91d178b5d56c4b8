import { aTimeout, expect, html, oneEvent } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { simulatedCardReader } from '../../src/device/card/index.ts';
import { simulatedPrinter } from '../../src/device/printer/index.ts';
import type { DeskLine } from '../../src/model/case/documents.ts';
import '../../src/parts/records/index.ts';
import { tableOf } from '../../src/parts/records/table.ts';
import { printPaper } from '../../src/ui/paper.ts';
import { accessible } from '../harness/axe.ts';
import { openCaseHall, type CaseHall } from '../harness/case-hall.ts';
import { elder, meals, own, tail } from '../harness/cases.ts';
import { personBefore, type Person } from '../harness/person.ts';
import { scope, settled, themes } from '../harness/scope.ts';

/** Two presses of a submitting button within half a second are one. */
const TREMOR = 600;

let hall: CaseHall;
beforeEach(() => {
  hall = openCaseHall();
});
afterEach(() => hall.close());

async function page(content: TemplateResult, more: object = {}, ground: object = {}) {
  const root = await scope(content, { theme: 'standard', ...ground });
  Object.assign(root, { gateway: hall.terminal, ...more });
  await settled(root);
  return { root, person: personBefore(root) };
}
const records = html`<mulin-records></mulin-records>`;
const desk = html`<mulin-case-desk></mulin-case-desk>`;

async function looksUp(person: Person, code: string, phoneTail = tail): Promise<void> {
  await person.types('回执码', code);
  await person.types('手机号后四位', phoneTail);
  await person.presses('查一查');
}

/** Every element inside, through shadow roots. */
function inside(root: Element): Element[] {
  return [...(root.shadowRoot?.children ?? []), ...root.children].flatMap((child) => [
    child,
    ...inside(child),
  ]);
}
async function writes(root: Element, text: string): Promise<void> {
  const area = inside(root).find((one) => one instanceof HTMLTextAreaElement);
  if (!(area instanceof HTMLTextAreaElement)) throw new Error('nowhere to write');
  area.focus();
  document.execCommand('insertText', false, text);
  await aTimeout(0);
}
/** Keys, where the focus is: as somebody presses them who never touches the mouse. */
async function keys(root: Element, ...pressed: readonly string[]): Promise<void> {
  for (const key of pressed) {
    let at = document.activeElement ?? root;
    while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const from = root.contains(at) || inside(root).includes(at) ? at : root.firstElementChild;
    from?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
    );
    await aTimeout(80);
  }
}

describe('mulin-records', () => {
  it('says how far it is and what comes next, by code and four digits', async () => {
    const { code } = await hall.handIn();
    const { root, person } = await page(records);
    await accessible(root);
    await looksUp(person, code);
    await person.reads('老年助餐');
    await person.reads('已收到');
    await person.reads('12月21日 星期一以前会有结果');
    await person.reads('收到您的申请');
    expect(person.screen()).not.to.contain(elder);
    await accessible(root);
  });

  it('a slip in the code, a wrong code and wrong digits: nothing is given away', async () => {
    const { code } = await hall.handIn();
    const { person } = await page(records);
    await looksUp(person, `${code.slice(0, 9)}${(Number(code[9]) + 1) % 10}`);
    await person.reads('回执码好像按错了一位');
    await aTimeout(TREMOR);
    await looksUp(person, code, '0000');
    await person.reads('没有查到这张回执');
  });

  it('what a clerk does shows at once, with words; the answer reaches the clerk', async () => {
    const { code } = await hall.handIn();
    const { root, person } = await page(records);
    await looksUp(person, code);
    await person.reads('已收到');
    await hall.check(code, 'right', 'wrong');
    await hall.ask(code, '请补户口本首页。');
    await person.reads('等您补材料');
    await person.reads('请补户口本首页。');
    await person.reads('12月14日');
    await accessible(root);
    await person.presses('提交补充材料');
    await person.reads('还没有补什么');
    await writes(root, '户口本在老家，下周寄到。');
    await aTimeout(TREMOR);
    await person.presses('提交补充材料');
    await person.reads('补充材料收到了');
    await person.reads('已补材料');
    const seen = await hall.clerk.read('case.file', meals(code));
    expect(seen.status === 'answer' && seen.value.story.at(-1)?.words).to.equal(
      '户口本在老家，下周寄到。',
    );
  });

  it('asks twice before it withdraws, and then it is withdrawn, and can be erased', async () => {
    const { code } = await hall.handIn();
    const { person } = await page(records);
    await looksUp(person, code);
    await person.presses('撤回申请');
    await person.reads('真的要撤回吗？');
    await person.presses('先不撤回');
    expect(person.screen()).to.contain('已收到');
    await person.presses('撤回申请');
    await person.presses('是的，撤回');
    await person.reads('已经撤回');
    await person.presses('删掉这份记录');
    await person.presses('是的，删掉');
    await person.reads('已经删掉了，什么都没有留下。');
    const found = await hall.terminal.read('case.find', { code, phoneTail: tail });
    expect(found.status).to.equal('refused');
  });

  it('tells the result with its reason, and how it was is counted once', async () => {
    const { code } = await hall.handIn();
    await hall.check(code, 'right', 'right');
    await hall.decide(code, 'granted');
    const { root, person } = await page(records);
    await looksUp(person, code);
    await person.reads('申请同意了');
    await person.reads('符合老年助餐的条件。');
    await person.presses('提交评价');
    await person.reads('请先选一个');
    await person.answers('满意程度', '满意');
    const rated = oneEvent(root, 'mulin-rated');
    await aTimeout(TREMOR);
    await person.presses('提交评价');
    await rated;
    await person.reads('谢谢您的评价');
    const again = { ...own(code), level: 1 };
    const refused = await hall.terminal.send('case.rate', again, { idempotencyKey: 'again' });
    expect(refused.status === 'refused' && refused.refusal.code).to.equal('case.rated-already');
  });

  it('by card there is a list, what was filled in is shown masked, and all of it goes with the person', async () => {
    await hall.handIn(2);
    const cardReader = simulatedCardReader({
      card: { kind: 'resident', idNumber: elder, name: '王秀英' },
    });
    const { root, person } = await page(records, { cardReader });
    await person.presses('刷身份证查我的办件');
    await person.reads('提交时间 12月7日');
    await accessible(root);
    inside(root)
      .find((one): one is HTMLElement => one.matches('button.line'))
      ?.click();
    await person.reads('收到您的申请');
    await person.presses('看我填的内容');
    await person.reads('要送哪一餐');
    await person.reads('午餐');
    await person.reads('附材料 2 份');
    expect(person.screen()).not.to.contain(elder);
    root.querySelector('mulin-records')?.remove();
    await aTimeout(0);
    const mine = await hall.terminal.read('case.mine', {});
    expect(mine.status === 'refused' && mine.refusal.code).to.equal('actor.not-allowed');
  });

  it('prints how things stand, and nothing of what was answered', async () => {
    const { code } = await hall.handIn();
    const printer = simulatedPrinter();
    const { person } = await page(records, { printer });
    await looksUp(person, code);
    await person.presses('打印出来');
    await person.reads('打印好了');
    const slip = JSON.stringify(printer.tray);
    expect(slip).to.contain(code.slice(0, 3)).and.to.contain('已收到');
    for (const secret of [elder, '1234', '午餐']) expect(slip).not.to.contain(secret);
  });

  it('speaks English as well, and fits every theme', async () => {
    const { code } = await hall.handIn();
    await hall.check(code, 'right', 'right');
    await hall.decide(code, 'refused');
    for (const theme of themes) {
      const { root, person } = await page(records, {}, { theme, lang: 'en' });
      await person.types('Receipt code', code);
      await person.types('Last four digits of the phone', tail);
      await person.presses('Look it up');
      await person.reads('Not granted');
      await person.reads('Does not live in the district.');
      await accessible(root);
      root.remove();
    }
  });
});

describe('mulin-case-desk', () => {
  const atDesk = (gateway = hall.clerk, ground: object = {}) => page(desk, { gateway }, ground);

  it('tells what people thought, without names, once enough have spoken', async () => {
    for (let n = 0; n < 5; n += 1) {
      const { code } = await hall.handIn();
      await hall.withdraw(code);
      const input = { ...own(code), level: 5, words: n === 0 ? '很耐心' : '' };
      await hall.terminal.send('case.rate', input, { idempotencyKey: code });
      if (n === 3) {
        const { root, person } = await page(desk, { gateway: hall.clerk });
        await person.presses('评价');
        await person.reads('4 人评价');
        expect(person.screen(), 'too few to tell').not.to.contain('很耐心');
        root.remove();
      }
    }
    const { root, person } = await page(desk, { gateway: hall.clerk });
    await person.presses('评价');
    await person.reads('2026年12月 5 人评价');
    await person.reads('很耐心');
    await accessible(root);
    await person.presses('收起评价');
    await person.reads('请选一件');
  });

  it('from the list to the decision with keys alone, and the person reads it', async () => {
    const { code } = await hall.handIn(1);
    const { root, person } = await atDesk();
    await person.reads('1 件');
    await accessible(root);
    root.querySelector('mulin-case-desk')?.shadowRoot?.querySelector<HTMLElement>('.row')?.click();
    await person.reads('没人认领');
    await person.reads('午餐');
    await keys(root, 'c');
    await person.reads('wang 在办');
    await keys(root, 'y', 'y');
    await person.reads('材料核对齐全');
    await aTimeout(TREMOR); // the buttons have stopped turning
    await accessible(root);
    await keys(root, 'd');
    await person.answers('决定', '同意');
    await person.answers('理由', '符合老年助餐的条件。');
    await aTimeout(TREMOR); // the button has lit up
    await accessible(root);
    await person.presses('确认决定');
    await person.reads('现在没有待办');
    const found = await hall.terminal.read('case.find', { code, phoneTail: tail });
    expect(found.status === 'answer' && found.value.cases[0]?.outcome).to.equal('granted');
  });

  it('two windows can’t decide one case twice: the second is told, and shown the result', async () => {
    const { code } = await hall.handIn();
    await hall.check(code, 'right', 'right');
    const { root, person } = await atDesk();
    await person.reads('1 件');
    root.querySelector('mulin-case-desk')?.shadowRoot?.querySelector<HTMLElement>('.row')?.click();
    await person.reads('材料核对齐全');
    await keys(root, 'd');
    await person.answers('决定', '不予同意');
    await person.answers('理由', '不住在本区。');
    await hall.decide(code, 'granted'); // the other window, in the same moment
    await aTimeout(100);
    const button = inside(root).find(
      (one) => one.localName === 'mulin-button' && one.textContent.includes('确认决定'),
    ) as HTMLElement | undefined;
    button?.click();
    await person.reads('同意');
    const found = await hall.terminal.read('case.find', { code, phoneTail: tail });
    expect(found.status === 'answer' && found.value.cases[0]?.outcome).to.equal('granted');
  });

  it('a colleague’s case is theirs until it is taken over by name', async () => {
    const { code } = await hall.handIn();
    await hall.check(code, 'right');
    const { root, person } = await atDesk(hall.colleague);
    await person.reads('wang 在办');
    root.querySelector('mulin-case-desk')?.shadowRoot?.querySelector<HTMLElement>('.row')?.click();
    await person.reads('按数字键到那一项');
    await keys(root, 'y');
    const before = await hall.clerk.read('case.file', meals(code));
    expect(before.status === 'answer' && before.value.checks[1]?.found).to.equal(undefined);
    await keys(root, 'c');
    await person.reads('zhao 在办');
  });

  it('asks for what was found wrong, in words, and the case waits for the person', async () => {
    const { code } = await hall.handIn();
    await hall.check(code, 'right', 'wrong');
    const { root, person } = await atDesk();
    await person.reads('1 件');
    root.querySelector('mulin-case-desk')?.shadowRoot?.querySelector<HTMLElement>('.row')?.click();
    await person.reads('按数字键到那一项');
    await keys(root, 'a');
    await person.reads('要补什么');
    await writes(root, '居住证过期了，请补一张新的。');
    await person.presses('发给申请人');
    await person.reads('等申请人补材料');
    const found = await hall.terminal.read('case.find', { code, phoneTail: tail });
    const last = found.status === 'answer' ? found.value.cases[0]?.story.at(-1) : undefined;
    expect(last?.items?.map((item) => item['zh-CN'])).to.eql(['居住证明']);
    expect(last?.words).to.equal('居住证过期了，请补一张新的。');
  });

  it('letters are letters while somebody writes', async () => {
    const { code } = await hall.handIn();
    await hall.check(code, 'right');
    const { root, person } = await atDesk();
    await person.reads('1 件');
    root.querySelector('mulin-case-desk')?.shadowRoot?.querySelector<HTMLElement>('.row')?.click();
    await person.reads('按数字键到那一项');
    await keys(root, '/');
    await keys(root, 'y');
    const file = await hall.clerk.read('case.file', meals(code));
    expect(file.status === 'answer' && file.value.checks[1]?.found).to.equal(undefined);
  });

  it('filters by who has it and by what is written, and says so where nothing fits', async () => {
    const first = await hall.handIn();
    await hall.handIn();
    await hall.check(first.code, 'right');
    const { root, person } = await atDesk();
    await person.reads('2 件');
    await person.presses('我的 1');
    await person.reads('1 件');
    await person.presses('全部 2');
    const search = inside(root).find(
      (one): one is HTMLInputElement => one instanceof HTMLInputElement,
    );
    search?.focus();
    document.execCommand('insertText', false, '低保');
    await person.reads('没有符合的办件');
  });

  it('whoever may not decide is told, and the page around it learns of it', async () => {
    await hall.handIn();
    const root = await scope(html`<p></p>`);
    Object.assign(root, { gateway: hall.terminal });
    const told = oneEvent(root, 'mulin-not-allowed');
    root.append(document.createElement('mulin-case-desk'));
    await told;
    await personBefore(root).reads('这里不能办这件事');
  });

  it('speaks English as well', async () => {
    await hall.handIn();
    const { root, person } = await atDesk(hall.clerk, { lang: 'en' });
    await person.reads('One case');
    await person.reads('Unclaimed');
    root.querySelector('mulin-case-desk')?.shadowRoot?.querySelector<HTMLElement>('.row')?.click();
    await person.reads('Check each');
    await accessible(root);
  });
});

describe('the table for spreadsheets', () => {
  it('keeps the zeros of a code, and disarms what would be reckoned', () => {
    const line: DeskLine = {
      id: '1',
      code: '0123456789',
      service: 'meals',
      status: 'decided',
      outcome: 'granted',
      submittedAt: Date.parse('2026-12-07T10:00+08:00'),
      at: Date.parse('2026-12-10T10:00+08:00'),
      decideBy: '2026-12-21',
      clerk: '=HYPERLINK("x")',
    };
    const table = tableOf([line], () => '老年助餐, "午餐"', 'Asia/Shanghai', 'zh-CN');
    expect(table.split('\r\n')[1]).to.equal(
      `"=""0123456789""","老年助餐, ""午餐""",已有结果,同意,2026-12-07,2026-12-21,2026-12-10,"'=HYPERLINK(""x"")",3`,
    );
  });
});

describe('paper', () => {
  it('is laid out by hand: words never become markup, and nothing of it is left', () => {
    let text = '';
    let tags: string[] = [];
    printPaper(
      {
        lang: 'zh-CN',
        title: '老年助餐',
        blocks: [
          { kind: 'facts', facts: [{ label: '姓名', value: '<img src=x onerror=alert(1)>' }] },
        ],
      },
      (sheet) => {
        text = sheet.document.body.textContent;
        tags = [...sheet.document.body.querySelectorAll('*')].map(({ localName }) => localName);
      },
    );
    expect(text).to.contain('<img src=x');
    expect(tags).not.to.include('img');
    expect(document.querySelector('iframe[aria-hidden]')).to.equal(null);
  });
});
