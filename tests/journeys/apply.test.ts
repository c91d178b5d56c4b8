/** Ways to apply that are more than one form at one sitting: half-filled, several at once, or not knowing what for. */
import { expect, html } from '@open-wc/testing';
import { browserNotebook } from '../../src/gateway/notebook/index.ts';
import type { Gateway, Notebook } from '../../src/gateway/contract.ts';
import '../../src/journeys/index.ts';
import type { FormDefinition } from '../../src/model/form/index.ts';
import { accessible } from '../harness/axe.ts';
import { casePack, elder, elderPhone, formFor, tail } from '../harness/cases.ts';
import { courts, type Court } from '../harness/courts.ts';
import { text } from '../harness/forms.ts';
import { pageOf, type Page } from '../harness/roles.ts';
import { scope, settled } from '../harness/scope.ts';

const now = '2026-12-07T10:00+08:00';
const shared = { '#/properties/idNumber': 'applicant', '#/properties/phone': 'telephone' };

/** Who is likely to be brought meals, or cared for at home. */
const withRules = (form: FormDefinition): FormDefinition => ({
  ...form,
  envelope: {
    ...form.envelope!,
    shared,
    review: { show: false },
    screening: [
      {
        name: text('老年助餐', 'Meals'),
        service: 'meals',
        rules: [
          {
            outcome: 'likely',
            when: { '=': [{ get: '#/properties/meals' }, 'lunch'] },
            reason: text('中午送餐，住在本区就可以。', 'Lunch is brought all over the district.'),
            basis: text('助餐服务办法 第三条', 'Rules on meals, article 3'),
          },
          {
            outcome: 'unlikely',
            when: { '=': [{ get: '#/properties/meals' }, 'both'] },
            reason: text('晚餐现在送不到。', 'Supper is not brought at present.'),
            basis: text('助餐服务办法 第四条', 'Rules on meals, article 4'),
          },
        ],
      },
      {
        name: text('家庭照护床位', 'Care at home'),
        service: 'care',
        rules: [
          {
            outcome: 'likely',
            when: { '=': [{ get: '#/properties/meals' }, 'nothing'] },
            reason: text('没有人这样填。', 'Nobody says so.'),
            basis: text('第一条', 'Article 1'),
          },
        ],
      },
    ],
  },
});

const person = {
  idNumber: { type: 'string', title: '身份证号码', format: 'resident-id' },
  phone: { type: 'string', title: '手机号', format: 'mobile' },
};
const asked = formFor('meals', text('老年助餐申请', 'Meals for seniors'));
const meals: FormDefinition = {
  ...asked,
  schema: { ...asked.schema, properties: { ...asked.schema.properties, ...person } },
};
const care: FormDefinition = {
  ...formFor('care', text('家庭照护床位申请', 'Care at home')),
  schema: {
    type: 'object',
    properties: {
      ...person,
      nights: { type: 'boolean', title: '夜里要人吗' },
    },
    required: ['nights'],
  },
  uischema: {
    type: 'VerticalLayout',
    elements: ['idNumber', 'phone', 'nights'].map((name) => ({
      type: 'Control',
      scope: `#/properties/${name}`,
    })),
  },
};
const plain = (form: FormDefinition): FormDefinition => ({
  ...form,
  envelope: { ...form.envelope!, shared, review: { show: false } },
});
const pack = casePack({ forms: [plain(meals), plain(care)] });
const screeningPack = casePack({ forms: [withRules(meals), plain(care)] });

interface Place {
  readonly page: Page;
  readonly around: Element;
  readonly gateway: Gateway;
}

/** As it stands there: what is sensitive is masked. */
const idNumberOn = async (page: Page): Promise<string> =>
  ((await page.find('textbox', /身份证/)) as HTMLInputElement).value;

for (const [where, open] of courts)
  describe(`applying, ${where}`, () => {
    let court: Court;
    afterEach(() => court.close());

    async function before(gateway: Gateway, more: object = {}): Promise<Place> {
      const around = await scope(html`<mulin-apply></mulin-apply>`);
      Object.assign(around, { gateway, ...more });
      await settled(around);
      return { page: pageOf(around), around, gateway };
    }
    /** Two presses within half a second are one. */
    const onward = async (page: Page, name: string | RegExp): Promise<void> => {
      await new Promise((rest) => setTimeout(rest, 520));
      await page.press(name);
    };
    const codeOn = (around: Element): string => {
      const found = /\d{3} \d{3} \d{4}/.exec(wordsIn(around));
      return found?.[0].replaceAll(' ', '') ?? '';
    };
    const chooses = async (page: Page, ...names: string[]): Promise<void> => {
      await page.press(/几件事一起申请/);
      for (const name of names) await page.press(new RegExp(`^${name}`), 'checkbox');
      await page.press(/一起申请这/);
    };

    it('what was put away at one terminal is gone on with at another, by its code and the end of the telephone', async () => {
      court = await open({ pack, now });
      const first = await before(court.terminal());
      await chooses(first.page, '老年助餐', '家庭照护床位');
      await first.page.type(/身份证/, elder);
      await first.page.type(/手机号/, elderPhone);
      await first.page.press('先存下来，下次接着填');
      await first.page.read('手机号后 4 位');
      await accessible(first.around);
      await first.page.press('存下来');
      await first.page.read('存好了');
      await first.page.read('2026年12月21日');
      await accessible(first.around);
      const code = codeOn(first.around);
      first.around.remove();

      const { page, around } = await before(court.terminal());
      await page.press(/接着填上次的表/);
      await accessible(around);
      await page.type(/暂存码/, code);
      await page.type(/4 位数字/, '0000');
      await page.press('打开');
      await page.read('没有查到这份暂存');
      await page.type(/4 位数字/, tail);
      await onward(page, '打开');
      await page.read('上次填的都在这里');
      expect(await idNumberOn(page)).to.match(/^\d\*{16}\d$/);
      await page.press('午餐', 'radio');
      await onward(page, '下一步');
      await page.press('是', 'radio');
      await onward(page, '去核对');
      await onward(page, '提交');
      await page.read('2 件都已经收到了');
      const opened = await court.terminal().read('draft.resume', { code, phoneTail: tail });
      expect(opened.status, 'handed in, it is over').to.equal('refused');
    });

    it('several at once: what they share is asked once, and there is one receipt with a case for each', async () => {
      court = await open({ pack, now });
      const { page, around, gateway } = await before(court.terminal());
      await page.press(/几件事一起申请/);
      await page.press(/^一起申请$/);
      await page.read('请选两件或更多');
      await accessible(around);
      await page.press(/^老年助餐/, 'checkbox');
      await page.press(/^家庭照护床位/, 'checkbox');
      await onward(page, '一起申请这 2 件');
      await page.type(/身份证/, elder);
      await page.type(/手机号/, elderPhone);
      await page.press('午餐', 'radio');
      await onward(page, '下一步');
      await page.press('是', 'radio');
      expect(page.names('textbox'), 'nothing is asked twice').to.eql([]);
      await onward(page, '去核对');
      await onward(page, '提交');
      await page.read('2 件都已经收到了');
      await accessible(around);
      const found = await gateway.read('case.find', { code: codeOn(around), phoneTail: tail });
      expect(found.status === 'answer' && found.value.cases.map(({ service }) => service)).to.eql([
        'meals',
        'care',
      ]);
    });

    it('who does not know what to apply for is told likely, unlikely or that somebody looks, with the paragraph, and goes on with their answers', async () => {
      court = await open({ pack: screeningPack, now });
      const { page, around } = await before(court.terminal());
      await page.press(/看看能申请什么/);
      await accessible(around);
      await page.press(/老年助餐、家庭照护床位/);
      await page.read('先看看能不能申请');
      expect(page.names('textbox'), 'only what the rules look at').to.eql([]);
      await page.press('午餐和晚餐', 'radio');
      await page.press('提交');
      await page.read('可能不行');
      await page.read('晚餐现在送不到。');
      await page.read('依据：助餐服务办法 第四条');
      await page.read('要请人看一看');
      await accessible(around);
      await page.press('去填申请表');
      await page.read('请先选一样要申请的');
      await page.press('我要申请老年助餐', 'checkbox');
      await page.press('我要申请家庭照护床位', 'checkbox');
      await onward(page, '去填申请表');
      await page.type(/身份证/, elder);
      await page.type(/手机号/, elderPhone);
      expect(await page.find('radio', '午餐和晚餐')).to.have.property('checked', true);
      await onward(page, '下一步');
      await page.press('否', 'radio');
      await onward(page, '去核对');
      await onward(page, '提交');
      // Once more before it is handed in, for it is no clear yes; and it is handed in all the same.
      await page.read('可能不行');
      await onward(page, '提交');
      await page.read('2 件都已经收到了');
    });
  });

/** Nothing is left of it in a moment. */
async function gone(notebook: Notebook): Promise<void> {
  for (let i = 0; i < 100 && (await notebook.read('meals')); i += 1)
    await new Promise((rest) => setTimeout(rest, 30));
  expect(await notebook.read('meals')).to.equal(undefined);
}

describe('a half-filled form', () => {
  let court: Court;
  const minutes = 165 / 60;
  let time = Date.parse(now);
  let notebook = browserNotebook({ name: 'n', minutes, now: () => time });
  let n = 0;
  beforeEach(async () => {
    court = await courts[0][1]({ pack, now });
    const name = `notebook-${Date.now()}-${(n += 1)}`;
    time = Date.parse(now);
    notebook = browserNotebook({ name, minutes, now: () => time });
  });
  afterEach(() => court.close());

  async function before(): Promise<Place> {
    const around = await scope(html`<mulin-application service="meals"></mulin-application>`);
    const gateway = court.terminal();
    Object.assign(around, { gateway, notebook });
    await settled(around);
    return { page: pageOf(around), around, gateway };
  }
  async function fillsIn(): Promise<void> {
    const { page, around } = await before();
    await page.type(/身份证/, elder);
    await page.press('午餐', 'radio');
    for (let i = 0; i < 100 && !(await notebook.read('meals')); i += 1)
      await new Promise((rest) => setTimeout(rest, 30));
    around.remove();
  }

  it('outlives a reload, and can be begun anew', async () => {
    await fillsIn();
    const { page, around } = await before();
    await page.read('您刚才填的都还在');
    expect(await idNumberOn(page)).to.match(/^\d\*{16}\d$/);
    expect(await page.find('radio', '午餐')).to.have.property('checked', true);
    await accessible(around);
    await page.press('从头填');
    await gone(notebook);
    for (let i = 0; i < 100 && (await idNumberOn(page)) !== ''; i += 1)
      await new Promise((rest) => setTimeout(rest, 30));
    expect(await idNumberOn(page)).to.equal('');
  });

  it('is gone for whoever comes after the person has left or has been silent too long', async () => {
    await fillsIn();
    await notebook.tear();
    expect(await notebook.read('meals')).to.equal(undefined);
    await fillsIn();
    time += 166_000;
    const { page } = await before();
    expect(await idNumberOn(page)).to.equal('');
  });

  it('is over once it is handed in', async () => {
    await fillsIn();
    const { page } = await before();
    await page.type(/手机号/, elderPhone);
    await page.press('提交');
    await page.read('已经收到了');
    await gone(notebook);
  });
});

function wordsIn(node: Node | null): string {
  if (!node) return '';
  const own = node instanceof Text ? node.data : '';
  const shadow = node instanceof Element && node.shadowRoot ? wordsIn(node.shadowRoot) : '';
  return own + shadow + [...node.childNodes].map(wordsIn).join(' ');
}
