/** Ways through a booking: by keys alone, in a narrow column, from near and far, and two who want the same last place. */
import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/parts/booking/index.ts';
import '../../src/parts/booking/mine/index.ts';
import { openHall, type Hall } from '../harness/hall.ts';
import { marriage, morning, placeOf, registryPack, serviceOf, text } from '../harness/packs.ts';
import { personBefore } from '../harness/person.ts';
import { bride, groom, phone } from '../harness/persons.ts';
import { scope, settled } from '../harness/scope.ts';

const near = { ...placeOf('near'), position: { longitude: 121.52, latitude: 31.3 } };
const far = { ...placeOf('far'), position: { longitude: 121.54, latitude: 31.3 } };
const home = { ...placeOf('home'), position: { longitude: 121.514, latitude: 31.3 } };
const pack = registryPack({
  home: 'home',
  places: [placeOf('registry'), far, home, near],
  services: [
    serviceOf('marriage', text('结婚登记', 'Marriage'), ['registry', 'far', 'near', 'home']),
  ],
  openings: ['registry', 'far', 'near', 'home'].map((place) => ({
    ...morning,
    id: `morning-${place}`,
    place,
    // at the registry one couple at a time
    ...(place === 'registry' && { capacity: 1, staffOnly: 0 }),
  })),
  bookables: [marriage],
});

let halls: Hall[] = [];
afterEach(() => {
  halls.forEach((hall) => hall.close());
  halls = [];
});

function newHall(): Hall {
  const hall = openHall(pack);
  halls.push(hall);
  return hall;
}

async function booking({ gateway }: Hall, width = 800) {
  const page = await scope(html`<mulin-booking service="marriage"></mulin-booking>`);
  Object.assign(page, { gateway });
  page.style.inlineSize = `${width}px`;
  await settled(page);
  return { page, person: personBefore(page) };
}

/** What has the focus, through all shadow roots. */
function focused(): Element | null {
  let one = document.activeElement;
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
  return one;
}

const nameOf = (one: Element | null): string =>
  one?.getAttribute('aria-label') ??
  (one as HTMLInputElement | null)?.labels?.[0]?.textContent?.trim() ??
  (one?.getRootNode() as ShadowRoot | undefined)?.host?.textContent?.trim() ??
  '';

const said = (one: Element | null): string =>
  `${nameOf(one)} ${one?.textContent ?? ''}`.replaceAll(/\s+/g, ' ').trim();

/** Tab after Tab until the focus is on something of that name. */
async function tabTo(name: RegExp): Promise<void> {
  for (let i = 0; i < 60; i += 1) {
    if (name.test(said(focused()))) return;
    await sendKeys({ press: 'Tab' });
  }
  throw new Error(`Tab never comes to ${name}; last it was on “${said(focused())}”`);
}

async function waitFor(name: RegExp): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 20) {
    if (name.test(said(focused()))) return;
    await new Promise((later) => setTimeout(later, 20));
  }
  throw new Error(`the focus never came to ${name}; it is on “${said(focused())}”`);
}

describe('a booking', () => {
  it('lists the nearest place first and says how far it is; one that nobody has measured comes last', async () => {
    const { person } = await booking(newHall());
    await person.reads('离这里约 550 米');
    await person.reads('离这里约 2.5 公里');
    const screen = person.screen();
    const order = ['home 示例', 'near 示例', 'far 示例', 'registry 示例'].map((name) =>
      screen.indexOf(name),
    );
    expect(order).to.deep.equal(order.toSorted((a, b) => a - b));
    expect(screen).to.match(/home 示例[^（]*就在这里/);
  });

  it('can be made by keys alone: a pressed day leads to its times, Escape leads back', async () => {
    const { person } = await booking(newHall());
    await person.reads('到哪里办');
    await tabTo(/home 示例/);
    await sendKeys({ press: 'Space' });
    await tabTo(/^下一步：选时间/);
    await sendKeys({ press: 'Enter' });
    await person.reads('11月24日 星期二');
    await tabTo(/^11月24日/);
    await sendKeys({ press: 'ArrowRight' });
    await waitFor(/^11月25日 星期三.*余 8 对/);
    await sendKeys({ press: 'Enter' });
    await waitFor(/^09:00 余 2 对/);
    await sendKeys({ press: 'Escape' });
    await waitFor(/^11月25日/);
    await sendKeys({ press: 'PageDown' });
    await waitFor(/^12月25日/);
    await sendKeys({ press: 'PageUp' });
    await waitFor(/^11月25日.*余 8 对/);
    await sendKeys({ press: 'Enter' });
    await waitFor(/^09:00/);
    await tabTo(/^10:00/);
    await sendKeys({ press: 'Enter' });
    await tabTo(/^下一步：填信息/);
    await sendKeys({ press: 'Enter' });
    await person.reads('男方身份证号码');
    for (const [name, words] of [
      [/男方身份证/, groom],
      [/女方身份证/, bride],
      [/手机号/, phone],
    ] as const) {
      await tabTo(name);
      await sendKeys({ type: words });
    }
    await tabTo(/^下一步：确认/);
    await sendKeys({ press: 'Enter' });
    await tabTo(/我没有配偶/);
    await sendKeys({ press: 'Space' });
    await tabTo(/^确认预约/);
    await sendKeys({ press: 'Enter' });
    await person.reads('约好了');
    await person.reads('2026年11月25日 星期三 10:00');
  });

  it('two at once for the last place: one has it, the other three ways on, and what both did is kept', async () => {
    const hall = newHall();
    const pair = [await booking(hall), await booking(hall)];
    for (const { person } of pair) {
      await person.answers('到哪里办？', 'registry 示例');
      await person.presses('下一步：选时间');
      await person.presses('10:00 余 1 对');
    }
    await Promise.all(pair.map(({ person }) => person.presses('下一步：填信息')));
    const isThrough = (screen: string) => screen.includes('男方身份证号码');
    const isLate = (screen: string) => screen.includes('这个时间刚被别人约走了');
    for (const { person } of pair)
      while (!isThrough(person.screen()) && !isLate(person.screen()))
        await new Promise((later) => setTimeout(later, 20));
    const late = pair.filter(({ person }) => isLate(person.screen()));
    expect(late).to.have.length(1);
    expect(pair.filter(({ person }) => isThrough(person.screen()))).to.have.length(1);
    const [{ person }] = late as [(typeof pair)[number]];
    for (const time of ['09:30', '10:30', '09:00']) await person.reads(`星期二 ${time}`);
    await person.presses('11月24日 星期二 10:30');
    await person.reads('男方身份证号码');
  });

  it('fits into a column of 360 pixels at every step', async () => {
    const { page, person } = await booking(newHall(), 360);
    const fits = (step: string): void => {
      expect(page.scrollWidth, `${step}: too wide`).to.be.at.most(360);
    };
    await person.reads('离这里约');
    fits('place');
    await person.answers('到哪里办？', 'near 示例');
    await person.presses('下一步：选时间');
    await person.presses('10:00 余 2 对');
    fits('time');
    await person.presses('下一步：填信息');
    await person.types('男方身份证号码', groom);
    await person.types('女方身份证号码', bride);
    await person.types('手机号', phone);
    fits('persons');
    await person.presses('下一步：确认');
    await person.ticks('我没有配偶。');
    fits('review');
    await person.presses('确认预约');
    await person.reads('约好了');
    fits('receipt');
  });
});
