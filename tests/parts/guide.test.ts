import { expect, html } from '@open-wc/testing';
import { localGateway, type LocalGateway } from '../../src/gateway/local/index.ts';
import type { Guide } from '../../src/model/guide/queries.ts';
import type { Pack } from '../../src/model/index.ts';
import '../../src/parts/guide/index.ts';
import { accessible } from '../harness/axe.ts';
import { placeOf, registryPack, serviceOf, text } from '../harness/packs.ts';
import { personBefore, type Person } from '../harness/person.ts';
import { scope, settled, themes, type Ground } from '../harness/scope.ts';

const HERE = '310110009';
const centres = ['dinghai', 'pingliang', 'siping', 'wujiaochang', 'yinhang'];

const pack = registryPack({
  home: 'terminal',
  places: [
    { ...placeOf('terminal'), division: HERE },
    { ...placeOf('registry'), phone: '021-5555 0001', sample: false },
    ...centres.map((id) => ({
      ...placeOf(id),
      ...(id === 'wujiaochang' && { division: HERE }),
    })),
  ],
  frequent: ['marriage'],
  services: [
    {
      ...serviceOf('divorce', text('离婚登记', 'Divorce'), ['registry']),
      bring: [],
    },
    {
      ...serviceOf('marriage', text('结婚登记', 'Marriage'), ['registry']),
      summary: text('当场领证。', 'Certificates on the spot.'),
      who: [text('男方满 22 周岁。', 'The man is 22 or older.')],
      bring: [
        { what: text('身份证', 'ID cards'), note: text('要原件', 'Originals') },
        { what: text('合影', 'A photo') },
      ],
      steps: [text('先预约。', 'Book.'), text('再到场。', 'Come.')],
      basis: [
        {
          title: text('婚姻登记条例', 'Marriage Registration Regulations'),
          article: text('第六条', 'Article 6'),
          inForceSince: '2025-05-10',
        },
      ],
      sample: false,
    },
    { ...serviceOf('allowance', text('低保', 'Allowance'), centres), system: 'B2' },
  ],
} satisfies Partial<Pack>);

let halls = 0;

const newHall = (): LocalGateway => localGateway({ pack, hall: `guide-${(halls += 1)}` });

async function before(
  content: ReturnType<typeof html>,
  ground: Ground = {},
): Promise<{ person: Person; page: Element }> {
  const page = await scope(content, ground);
  Object.assign(page, { gateway: newHall() });
  await settled(page);
  return { person: personBefore(page), page };
}

const guide = (service: string, ground?: Ground) =>
  before(html`<mulin-guide service=${service}></mulin-guide>`, ground);

describe('somebody who wants to know before coming', () => {
  it('reads what it is, for whom, what to bring, how it goes, how long, what it costs, where and by which law', async () => {
    const { person } = await guide('marriage');
    for (const words of [
      ...['结婚登记', '当场领证。', '男方满 22 周岁。', '身份证', '要原件', '合影'],
      ...['先预约。', '再到场。', '30 分钟', '免费', '示例路 1 号', '周一至周六', '021-5555 0001'],
      ...['婚姻登记条例', '第六条', '2025年5月10日起施行'],
    ])
      await person.reads(words);
  });

  it('is told that nothing need be brought, rather than nothing', async () => {
    const { person } = await guide('divorce');
    await person.reads('不用带东西');
  });

  it('hears headings in order: the service, and below it its sections', async () => {
    const { person, page } = await guide('marriage');
    await person.reads('依据');
    const root = page.querySelector('mulin-guide')?.shadowRoot;
    const levels = [...(root?.querySelectorAll('h1, h2, h3, h4') ?? [])].map(
      ({ localName }) => localName,
    );
    expect(levels).to.deep.equal(['h2', 'h3', 'h3', 'h3', 'h3', 'h3', 'h3']);
  });

  it('is told which details are invented, and only there', async () => {
    const sample = await guide('allowance');
    await sample.person.reads('示例');
    const real = await guide('marriage');
    await real.person.reads('依据');
    expect(real.page.querySelector('mulin-guide')?.shadowRoot?.querySelector('mulin-sample')).to.be
      .null;
  });

  it('sees the place in the own subdistrict first, and the rest on demand', async () => {
    const { person } = await guide('allowance');
    await person.reads('就在本街道');
    expect(person.screen().indexOf('wujiaochang')).to.be.below(
      person.screen().indexOf('dinghai 示例'),
    );
    expect(person.screen()).not.to.include('yinhang 示例');
    await person.presses('还有 2 个地方，都看看');
    await person.reads('yinhang 示例');
    await person.presses('收起来');
    await person.seesNoMore('yinhang 示例');
  });

  it('may call from a phone; a terminal on a wall only shows the number', async () => {
    const phoneLinks = async (ground: Ground): Promise<number> => {
      const { person, page } = await guide('marriage', ground);
      await person.reads('021-5555 0001');
      const list = page
        .querySelector('mulin-guide')
        ?.shadowRoot?.querySelector('mulin-place-list')?.shadowRoot;
      return list?.querySelectorAll('a[href="tel:02155550001"]').length ?? -1;
    };
    expect(await phoneLinks({})).to.equal(1);
    expect(await phoneLinks({ terminal: true })).to.equal(0);
  });

  it('is led on from a service that does not exist', async () => {
    const { person } = await guide('nothing');
    await person.reads('没有找到这件事');
    await person.reads('或到窗口问一问');
  });

  it('reads English whole', async () => {
    const { person } = await guide('marriage', { lang: 'en' });
    await person.reads('in force since 2025-05-10');
    expect(person.screen()).not.to.match(/[\u4e00-\u9fff]/);
  });

  for (const theme of themes)
    it(`can use it with any tool, in theme ${theme}`, async () => {
      const { person, page } = await guide('allowance', { theme });
      await person.reads('依据');
      await accessible(page);
    });
});

describe('somebody who looks for a service', () => {
  const services = (only: 'all' | 'bookable', ground?: Ground) =>
    before(html`<mulin-services only=${only}></mulin-services>`, ground);

  it('finds all of them, what people come for most first', async () => {
    const { person } = await services('all');
    await person.reads('低保');
    const screen = person.screen();
    expect(screen.indexOf('结婚登记')).to.be.below(screen.indexOf('离婚登记'));
  });

  it('finds them sorted by field, each field under its own heading', async () => {
    const { person, page } = await services('all');
    await person.reads('低保');
    const root = page.querySelector('mulin-services')?.shadowRoot;
    const lists = [...(root?.querySelectorAll('section') ?? [])].map((section) => [
      section.querySelector('h2')?.textContent.trim(),
      ...[...section.querySelectorAll('b')].map((name) => name.textContent),
    ]);
    expect(lists).to.deep.equal([
      ['救助', '低保'],
      ['婚姻登记', '结婚登记', '离婚登记'],
    ]);
  });

  it('finds only what can be booked, where that is asked', async () => {
    const { person } = await services('bookable');
    await person.reads('结婚登记');
    expect(person.screen()).not.to.include('低保');
  });

  it('presses a card, and the page is told which', async () => {
    const { person, page } = await services('bookable');
    const chosen: string[] = [];
    page.addEventListener('mulin-service-chosen', (event) =>
      chosen.push((event as CustomEvent<{ service: string }>).detail.service),
    );
    await person.reads('结婚登记');
    page
      .querySelector('mulin-services')
      ?.shadowRoot?.querySelector<HTMLElement>('[part="card"]')
      ?.click();
    expect(chosen).to.deep.equal(['marriage']);
  });

  for (const theme of themes)
    it(`can use the list with any tool, in theme ${theme}`, async () => {
      const { person, page } = await services('all', { theme });
      await person.reads('低保');
      await accessible(page);
    });
});

describe('somebody with a receipt in hand', () => {
  const bring: Guide['bring'] = [{ what: text('户口簿', 'Household register') }];

  it('reads once more what to bring', async () => {
    const { person, page } = await before(
      html`<mulin-checklist service="marriage"></mulin-checklist>`,
    );
    await person.reads('请带上');
    await person.reads('身份证');
    await accessible(page);
  });

  it('is not bothered where nothing is known', async () => {
    const { page } = await before(html`<mulin-checklist service="nothing"></mulin-checklist>`);
    expect(page.querySelector('mulin-checklist')?.shadowRoot?.textContent.trim()).to.equal('');
  });

  it('reads the things a page has brought itself', async () => {
    const { person } = await before(html`<mulin-checklist .items=${bring}></mulin-checklist>`);
    await person.reads('户口簿');
  });
});
