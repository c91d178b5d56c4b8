import { expect, html } from '@open-wc/testing';
import { localGateway } from '../../src/gateway/local/index.ts';
import '../../src/journeys/index.ts';
import type { MulinService } from '../../src/journeys/index.ts';
import { accessible } from '../harness/axe.ts';
import { pause, TREMOR } from '../harness/hand.ts';
import { marriage, registryPack, serviceOf, text } from '../harness/packs.ts';
import { personBefore, type Person } from '../harness/person.ts';
import { bride, groom, phone } from '../harness/persons.ts';
import { scope, settled } from '../harness/scope.ts';

const names = { marriage: text('结婚登记', 'Marriage'), reissue: text('补领婚姻证', 'Reissue') };

const pack = registryPack({
  services: [
    {
      ...serviceOf('marriage', names.marriage, ['registry']),
      bring: [{ what: text('两个人的身份证', 'Both ID cards') }],
    },
    serviceOf('reissue', names.reissue, ['registry']),
  ],
  bookables: [
    {
      ...marriage,
      questions: [
        {
          id: 'both',
          ask: text('两个人能一起来吗？', 'Can you both come?'),
          expects: 'yes',
          otherwise: text('请另约一天。', 'Please pick another day.'),
        },
      ],
    },
  ],
});

let halls = 0;

interface Walk {
  readonly person: Person;
  readonly page: Element;
  readonly service: MulinService;
  /** What the page has heard, in order. */
  readonly told: string[];
}

async function walk(service: string, begin: 'guide' | 'booking' = 'guide'): Promise<Walk> {
  const page = await scope(html`<mulin-service service=${service} begin=${begin}></mulin-service>`);
  Object.assign(page, {
    gateway: localGateway({
      pack,
      hall: `service-${(halls += 1)}`,
      now: () => Date.parse('2026-11-23T21:47+08:00'),
    }),
  });
  await settled(page);
  const told: string[] = [];
  for (const type of ['mulin-booked', 'mulin-leave'])
    page.addEventListener(type, () => told.push(type));
  const element = page.querySelector('mulin-service');
  if (!element) throw new Error('no journey');
  return { person: personBefore(page), page, service: element, told };
}

/** What a screen reader is at, through every shadow root. */
function focused(): string {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return `${at?.localName} ${at?.textContent.trim()}`;
}

async function focusComesTo(words: string): Promise<void> {
  for (let waited = 0; waited < 2000 && focused() !== words; waited += 20) await pause(20);
  expect(focused()).to.equal(words);
}

async function fillIn(person: Person): Promise<void> {
  await person.answers('两个人能一起来吗？', '是');
  await person.presses('下一步：选地点');
  await person.presses('下一步：选时间');
  await person.reads('11月24日 星期二');
  await person.presses('10:00 余 2 对');
  await person.presses('下一步：填信息');
  await person.types('男方身份证号码', groom);
  await person.types('女方身份证号码', bride);
  await person.types('手机号', phone);
}

describe('a citizen on the way through a service', () => {
  it('comes from the guide to the receipt, and reads there what to bring', async () => {
    const { person, page, told } = await walk('marriage');
    await person.presses('预约时间');
    await fillIn(person);
    await person.presses('下一步：确认');
    await person.ticks('我没有配偶。');
    await person.presses('确认预约');
    await person.reads('约好了');
    await person.reads('两个人的身份证');
    expect(told).to.deep.equal(['mulin-booked']);
    await accessible(page);
  });

  it('leaves from the receipt for good, not back to the guide', async () => {
    const { person, told } = await walk('marriage');
    await person.presses('预约时间');
    await fillIn(person);
    await person.presses('下一步：确认');
    await person.ticks('我没有配偶。');
    await person.presses('确认预约');
    await person.presses('好了，回首页');
    expect(told).to.deep.equal(['mulin-booked', 'mulin-leave']);
    expect(person.screen()).not.to.include('办理步骤');
  });

  it('comes back from the first question to the guide, and the page hears nothing of it', async () => {
    const { person, told } = await walk('marriage');
    await person.presses('预约时间');
    await person.reads('两个人能一起来吗？');
    await person.presses('返回');
    await person.reads('办理步骤');
    expect(told).to.deep.equal([]);
  });

  it('finds all answers again after another look into the guide', async () => {
    const { person } = await walk('marriage');
    await person.presses('预约时间');
    await fillIn(person);
    for (const back of ['返回上一步', '返回上一步', '返回上一步', '返回'])
      await person.presses(back);
    await person.reads('办理步骤');
    await pause(TREMOR);
    await person.presses('预约时间');
    await person.presses('下一步：选地点');
    await person.presses('下一步：选时间');
    await person.presses('下一步：填信息');
    await person.reads('女方身份证号码');
    expect(person.typed('男方身份证号码')).to.equal(groom);
    expect(person.typed('手机号')).to.equal(phone);
  });

  it('goes back from the guide to where the page had been', async () => {
    const { person, told } = await walk('marriage');
    await person.presses('返回');
    expect(told).to.deep.equal(['mulin-leave']);
  });

  it('who began with the booking goes back to where the page had been, not into a guide never seen', async () => {
    const { person, told } = await walk('marriage', 'booking');
    await person.reads('两个人能一起来吗？');
    await person.presses('返回');
    expect(told).to.deep.equal(['mulin-leave']);
    expect(person.screen()).not.to.include('办理步骤');
  });

  it('hears the heading of each turn first', async () => {
    const { person } = await walk('marriage');
    await person.presses('预约时间');
    await focusComesTo('h2 结婚登记预约');
    await person.presses('返回');
    await focusComesTo('h2 结婚登记');
    await pause(TREMOR);
    await person.presses('预约时间');
    await focusComesTo('h2 结婚登记预约');
  });

  it('is told how to have a thing that can’t be booked', async () => {
    const { person } = await walk('reissue');
    await person.reads('不用在这里预约');
    expect(person.screen()).not.to.include('预约时间');
  });

  it('has a way back even from a service that does not exist', async () => {
    const { person, told } = await walk('nothing');
    await person.reads('没有找到这件事');
    await person.presses('返回');
    expect(told).to.deep.equal(['mulin-leave']);
  });

  it('leaves nothing typed for the next service', async () => {
    const { person, service } = await walk('marriage');
    await person.presses('预约时间');
    await fillIn(person);
    service.service = 'reissue';
    await person.reads('补领婚姻证');
    service.service = 'marriage';
    await person.reads('两个人的身份证');
    await pause(TREMOR);
    await person.presses('预约时间');
    await person.answers('两个人能一起来吗？', '是');
    await person.presses('下一步：选地点');
    await person.presses('下一步：选时间');
    await person.presses('10:00 余 2 对');
    await person.presses('下一步：填信息');
    await person.reads('女方身份证号码');
    expect(person.typed('男方身份证号码')).to.equal('');
    expect(person.typed('手机号')).to.equal('');
  });
});
