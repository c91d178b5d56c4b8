/** An application as a person makes it, from the guide to the receipt, in a hall of one browser. */
import { expect, html } from '@open-wc/testing';
import { localGateway } from '../../src/gateway/local/index.ts';
import type { MulinApplication } from '../../src/journeys/index.ts';
import '../../src/journeys/index.ts';
import type { Answers } from '../../src/model/case/documents.ts';
import type { Gateway } from '../../src/gateway/contract.ts';
import type { MulinForm } from '../../src/parts/form/index.ts';
import { accessible } from '../harness/axe.ts';
import { mealForm } from '../harness/meal-form.ts';
import { registryPack, serviceOf, text } from '../harness/packs.ts';
import { idNumberOf } from '../harness/persons.ts';
import { pageOf, type Page } from '../harness/roles.ts';
import { scope, settled } from '../harness/scope.ts';
import type { CaseRule } from '../../src/model/case/rules.ts';

const idNumber = idNumberOf('1950-06-01', 'female');
const whole = {
  name: '王秀英',
  idNumber,
  phone: '13912345678',
  alone: false,
  way: 'deliver',
  signature: 'statement',
  statement: true,
};

const rule: CaseRule = {
  service: 'meal-assistance',
  form: 'meal-form',
  checks: [{ id: 'address', what: text('住在本街道', 'Lives here') }],
  decide: { count: 5, unit: 'workdays' },
  answer: { count: 5, unit: 'workdays' },
  reasons: [],
  keepDays: 30,
};

const pack = registryPack({
  services: [
    serviceOf('marriage', text('结婚登记', 'Marriage'), ['registry']),
    serviceOf('meal-assistance', text('老年助餐', 'Meals'), ['registry']),
  ],
  forms: [mealForm],
  cases: [rule],
});

let halls = 0;

interface Walk {
  readonly page: Page;
  readonly around: Element & { gateway?: Gateway };
  readonly gateway: Gateway;
  readonly told: string[];
}

async function walk(begin: 'guide' | 'form' = 'guide', service = 'meal-assistance'): Promise<Walk> {
  const around = await scope(
    html`<mulin-service service=${service} begin=${begin}></mulin-service>`,
  );
  const gateway = localGateway({
    pack,
    hall: `application-${(halls += 1)}`,
    now: () => Date.parse('2026-11-23T21:47+08:00'),
  });
  around.gateway = gateway;
  const told: string[] = [];
  for (const type of ['mulin-applied', 'mulin-leave'])
    around.addEventListener(type, (event) => {
      told.push(type);
      expect(JSON.stringify((event as CustomEvent).detail)).not.to.contain(idNumber);
    });
  await settled(around);
  return { page: pageOf(around), around, gateway, told };
}

const applicationIn = (around: Element): MulinApplication | null | undefined =>
  around.querySelector('mulin-service')?.shadowRoot?.querySelector('mulin-application');

/** The form, with all of it filled in before. */
const formIn = async (around: Element, answers: Answers = whole): Promise<MulinForm> => {
  const application = applicationIn(around);
  if (!application) throw new Error('no application');
  const forms = [{ formId: 'meal-form', formVersion: 1, answers }];
  application.begun = { forms, files: [] };
  for (;;) {
    await settled(around);
    const form = application.shadowRoot?.querySelector('mulin-form');
    if (form) return form;
    await new Promise((next) => setTimeout(next, 20));
  }
};
const onward = async (page: Page, name: string): Promise<void> => {
  await new Promise((rest) => setTimeout(rest, 520)); // two quick presses are one
  await page.press(name);
};
/** Somebody between the page and the hall. */
function sendsThrough(
  gateway: Gateway,
  between: (
    name: string,
    input: object,
    send: (input: object) => Promise<unknown>,
  ) => Promise<unknown>,
): void {
  type Send = (name: string, input: object, options: unknown) => Promise<unknown>;
  const open = gateway as unknown as { send: Send };
  const send = open.send.bind(open);
  open.send = (name, input, options) => between(name, input, (sent) => send(name, sent, options));
}
const toReview = async (page: Page): Promise<void> => {
  for (const name of ['下一步', '下一步', '下一步', '去核对']) await onward(page, name);
};

describe('an application', () => {
  it('goes from the guide over the form to a receipt that opens the case', async () => {
    const { page, around, gateway, told } = await walk();
    await page.press('填表申请');
    await formIn(around);
    await toReview(page);
    await onward(page, '提交');
    await page.read('已经收到了');
    await page.read('申请事项');
    await accessible(around);
    const receipt = around
      .querySelector('mulin-service')
      ?.shadowRoot?.querySelector('mulin-application')
      ?.shadowRoot?.querySelector('mulin-form-receipt');
    const code = receipt?.receipt?.code ?? '';
    const found = await gateway.read('case.find', { code, phoneTail: '5678' });
    expect(found).to.have.property('status', 'answer');
    expect(told).to.deep.equal(['mulin-applied']);
    await onward(page, '办好了');
    expect(told).to.deep.equal(['mulin-applied', 'mulin-leave']);
  });

  it('who looks into the guide again finds all they have filled in on their return', async () => {
    const { page } = await walk();
    await page.press('填表申请');
    await page.type(/姓名/, '王秀英');
    await page.press('返回');
    await page.press('填表申请');
    expect(await page.find('textbox', /姓名/)).to.have.property('value', '王秀英');
  });

  it('a photo is handed in with it, once, also when the first attempt fails half-way', async () => {
    const { page, around, gateway } = await walk('form');
    const form = await formIn(around);
    for (const name of ['下一步', '下一步', '下一步']) await onward(page, name);
    await page.find('button', '拍照或选照片');
    const photo = form.shadowRoot?.querySelector('mulin-photo');
    const canvas = new OffscreenCanvas(300, 200);
    canvas.getContext('2d')?.fillRect(0, 0, 300, 200);
    const files = new DataTransfer();
    files.items.add(new File([await canvas.convertToBlob({ type: 'image/png' })], 'a.png'));
    const input = photo?.shadowRoot?.querySelector('input') as HTMLInputElement;
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
    await page.find('button', '去掉第 1 张');

    const names: string[] = [];
    let down = true;
    sendsThrough(gateway, (name, input, send) => {
      names.push(name);
      const offline = { status: 'fault', fault: { code: 'offline' } };
      return name === 'case.submit' && down ? Promise.resolve(offline) : send(input);
    });
    await onward(page, '去核对');
    await onward(page, '提交');
    await page.read('您填的都还在');
    down = false;
    await onward(page, '提交');
    await page.read('已经收到了');
    expect(names).to.deep.equal(['evidence.add', 'case.submit', 'case.submit']);
    await page.read('1 份');
  });

  it('a service without a form says so, and leads to a counter', async () => {
    const { page } = await walk('form', 'marriage');
    await page.read('请到窗口办理');
  });

  it('a form that has changed meanwhile is refused with what to do, and nothing is lost', async () => {
    const { page, around, gateway } = await walk('form');
    await formIn(around);
    sendsThrough(gateway, (name, input, send) => {
      const { cases = [] } = input as { cases?: readonly object[] };
      const newer = cases.map((one) => ({ ...one, formVersion: 2 }));
      return send(name === 'case.submit' ? { ...input, cases: newer } : input);
    });
    await toReview(page);
    await onward(page, '提交');
    await page.read('这张表刚刚换了新的');
    await page.read('王秀英');
  });
});
