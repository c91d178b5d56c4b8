/** The kinds of fields a form asks by: each as a person uses it, and what a form is sent. */
import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import '../../src/ui/index.ts';
import type {
  Area,
  MulinAddress,
  MulinDate,
  MulinLongText,
  MulinMoney,
} from '../../src/ui/index.ts';
import type { MulinPick, MulinSeveral, MulinSignature, MulinTime } from '../../src/ui/index.ts';
import { initialsOf } from '../../src/i18n/initials.ts';
import { accessible } from '../harness/axe.ts';
import { press } from '../harness/hand.ts';
import { leavesNoTrace } from '../harness/leaks.ts';
import { inScope, scope, settled, themes } from '../harness/scope.ts';
import { pageOf } from '../harness/roles.ts';

const rooms = [
  { value: 'bath', label: '卫生间', hint: '扶手、防滑' },
  { value: 'stairs', label: '楼梯' },
  { value: 'kitchen', label: '厨房' },
];
const committees = ['五角场街道', '定海路街道', '控江路街道', '四平路街道', '新江湾城街道'].map(
  (label, i) => ({ value: `c${i}`, label }),
);
const many = Array.from({ length: 300 }, (_, i) => ({ value: `m${i}`, label: `第 ${i} 居委会` }));
const yangpu: readonly Area[] = [
  {
    code: '310110',
    name: '杨浦区',
    areas: [
      {
        code: '310110009',
        name: '四平路街道',
        areas: [
          { code: '310110009001', name: '鞍山三村居委会' },
          { code: '310110009002', name: '铁岭路居委会' },
        ],
      },
      { code: '310110023', name: '五角场街道' },
    ],
  },
];

const digits = async (around: HTMLElement, text: string): Promise<void> => {
  for (const digit of text) await pageOf(around).press(digit);
};
const complaintOf = (element: Element): string =>
  element.shadowRoot?.querySelector('.complaint:has(span)')?.textContent?.trim() ?? '';
const heardFrom = (element: HTMLElement & { value: string }): string[] => {
  const heard: string[] = [];
  for (const type of ['input', 'change'])
    element.addEventListener(type, () => heard.push(`${type} ${element.value}`));
  return heard;
};

describe('mulin-date', () => {
  const ask = (content: TemplateResult, terminal = false): Promise<MulinDate> =>
    inScope<MulinDate>('mulin-date', content, { terminal });

  it('eight digits are a date, said back in words', async () => {
    const date = await ask(html`<mulin-date label="出生日期" required></mulin-date>`);
    date.focus();
    await sendKeys({ type: '19550308' });
    await settled(date);
    expect(date.value).to.equal('1955-03-08');
    expect(date.shadowRoot?.querySelector('[part=words]')?.textContent).to.equal(
      '1955年3月8日 星期二',
    );
    expect(date.checkValidity()).to.equal(true);
  });

  it('a day that no calendar has is told, and half a date is told as half', async () => {
    const date = await ask(html`<mulin-date label="出生日期" value="2025-02-29"></mulin-date>`);
    date.reportValidity();
    await settled(date);
    expect(complaintOf(date.shadowRoot?.querySelector('mulin-field') as Element)).to.contain(
      '日历上没有这一天',
    );
    date.value = '2025-02';
    expect(date.checkValidity()).to.equal(false);
    date.precision = 'month';
    expect(date.checkValidity()).to.equal(true);
  });

  it('who remembers only the year gives only the year', async () => {
    const date = await ask(html`<mulin-date label="何时" precision="partial"></mulin-date>`);
    date.focus();
    for (const [more, valid] of [
      ['1958', true],
      ['0', false],
      ['3', true],
      ['1', false],
      ['2', true],
    ] as const) {
      await sendKeys({ type: more });
      expect(date.checkValidity(), date.value).to.equal(valid);
    }
  });

  it('a day too late is told before anybody travels', async () => {
    const date = await ask(html`<mulin-date label="何时" max="2026-12-31"></mulin-date>`);
    date.value = '2027-01-01';
    expect(date.checkValidity()).to.equal(false);
    date.value = '2026-12-31';
    expect(date.checkValidity()).to.equal(true);
  });

  it('is filled in by the keys of a terminal alone', async () => {
    const date = await ask(html`<mulin-date label="出生日期"></mulin-date>`, true);
    date.focus();
    await settled(date);
    await digits(date, '20000229');
    expect(date.value).to.equal('2000-02-29');
  });

  it('a near day can be chosen from the calendar instead', async () => {
    const date = await ask(
      html`<mulin-date label="哪天开始" today="2026-11-24" min="2026-11-20"></mulin-date>`,
    );
    const heard = heardFrom(date);
    await pageOf(date).press('看日历选');
    await pageOf(date).press(/^11月26日/);
    expect(date.value).to.equal('2026-11-26');
    expect(heard).to.deep.equal(['input 2026-11-26', 'change 2026-11-26']);
  });
});

describe('mulin-time', () => {
  const ask = (content: TemplateResult, terminal = false): Promise<MulinTime> =>
    inScope<MulinTime>('mulin-time', content, { terminal });

  it('four digits are a time, by the keys of a terminal alone', async () => {
    const time = await ask(html`<mulin-time label="几点开始"></mulin-time>`, true);
    time.focus();
    await settled(time);
    await digits(time, '0930');
    expect(time.value).to.equal('09:30');
    expect(await pageOf(time).find('textbox', /几点开始/)).to.have.property('value', '09:30');
    expect(time.checkValidity()).to.equal(true);
  });

  it('half a time is told as half, and one that no clock shows is told', async () => {
    const time = await ask(html`<mulin-time label="几点开始" value="09:3"></mulin-time>`);
    expect(time.reportValidity()).to.equal(false);
    await settled(time);
    expect(time.shadowRoot?.querySelector('mulin-field')?.error).to.contain('4 位数字');
    time.value = '24:10';
    expect(time.reportValidity()).to.equal(false);
    await settled(time);
    expect(time.shadowRoot?.querySelector('mulin-field')?.error).to.contain('没有这个时间');
  });
});

describe('mulin-money', () => {
  it('is typed in yuan and kept in fen', async () => {
    const money = await inScope<MulinMoney>(
      'mulin-money',
      html`<mulin-money label="每月收入"></mulin-money>`,
    );
    money.focus();
    await sendKeys({ type: '1234.505元' });
    expect(money.value).to.equal('123450');
    await settled(money);
    expect(await pageOf(money).find('textbox', /每月收入/)).to.have.property('value', '1234.50');
  });

  it('the point stays while the fen are still to come', async () => {
    const money = await inScope<MulinMoney>(
      'mulin-money',
      html`<mulin-money label="每月收入"></mulin-money>`,
      { terminal: true },
    );
    money.focus();
    await settled(money);
    await digits(money, '12.');
    await settled(money);
    expect(await pageOf(money).find('textbox', /每月收入/)).to.have.property('value', '12.');
    await digits(money, '3');
    expect(money.value).to.equal('1230');
  });

  it('an amount from outside is shown as on a price tag', async () => {
    const money = await inScope<MulinMoney>(
      'mulin-money',
      html`<mulin-money label="每月收入" value="350005"></mulin-money>`,
    );
    expect(await pageOf(money).find('textbox', /每月收入/)).to.have.property('value', '3500.05');
  });
});

describe('mulin-long-text', () => {
  const phrases = ['家里有人生病', '失业没有收入'];

  it('who can’t type puts together what others say', async () => {
    const text = await inScope<MulinLongText>(
      'mulin-long-text',
      html`<mulin-long-text label="困难" maxlength="200" .phrases=${phrases}></mulin-long-text>`,
      { terminal: true },
    );
    const heard = heardFrom(text);
    await pageOf(text).press('家里有人生病');
    await pageOf(text).press('失业没有收入');
    expect(text.value).to.equal('家里有人生病；失业没有收入');
    expect(heard.at(-1)).to.equal(`change ${text.value}`);
  });

  it('says how much room is left only when it gets tight', async () => {
    const text = await inScope<MulinLongText>(
      'mulin-long-text',
      html`<mulin-long-text label="困难" maxlength="20"></mulin-long-text>`,
    );
    expect(text.shadowRoot?.textContent).not.to.contain('还能写');
    text.value = '一二三四五六七八九十一二三四五六七八';
    await text.updateComplete;
    expect(text.shadowRoot?.textContent).to.contain('还能写 2 个字');
  });
});

describe('mulin-several', () => {
  it('a form is sent one entry for each card, in the order of the cards', async () => {
    const around = await scope(
      html`<form>
        <mulin-several name="rooms" label="哪里" .options=${rooms} required></mulin-several>
      </form>`,
    );
    const several = around.querySelector('mulin-several') as MulinSeveral;
    const form = around.querySelector('form') as HTMLFormElement;
    expect(form.checkValidity()).to.equal(false);
    await pageOf(several).press('厨房', 'checkbox');
    await pageOf(several).press('卫生间', 'checkbox');
    expect(new FormData(form).getAll('rooms')).to.deep.equal(['bath', 'kitchen']);
    expect(several.value).to.equal('["bath","kitchen"]');
    await pageOf(several).press('厨房', 'checkbox');
    expect(several.values).to.deep.equal(['bath']);
    form.reset();
    await settled(several);
    expect(several.values).to.deep.equal([]);
  });
});

describe('mulin-pick', () => {
  const pick = (options: readonly { value: string; label: string }[], terminal = false) =>
    inScope<MulinPick>(
      'mulin-pick',
      html`<mulin-pick label="街道" required .options=${options}></mulin-pick>`,
      { terminal },
    );

  it('the first letters of the pinyin find a name', () => {
    for (const [name, letters] of [
      ['五角场街道', 'wjcjd'],
      ['杨浦区', 'ypq'],
      ['控江路', 'kjl'],
      ['平凉路', 'pll'],
      ['四平路', 'spl'],
      ['大桥', 'dq'],
      ['延吉新村', 'yjxc'],
      ['A座 3号', 'az3h'],
      // The first and the last common sign of every letter.
      ['安奥八不擦错大多鹅二发富', 'aabbccddeeff'],
      ['该过哈或几军开扩拉落妈牧', 'gghhjjkkllmm'],
      ['那诺哦偶怕普七群然若三所', 'nnooppqqrrss'],
      ['他托挖物西讯压运扎坐', 'ttwwxxyyzz'],
    ] as const)
      expect(initialsOf(name), name).to.equal(letters);
  });

  it('letters search, Enter chooses, and the page hears it once', async () => {
    const element = await pick(committees);
    const heard = heardFrom(element);
    element.focus();
    await sendKeys({ type: 'kj' });
    await settled(element);
    const input = await pageOf(element).find('combobox', /街道/);
    expect(input.getAttribute('aria-expanded')).to.equal('true');
    const active = input.getAttribute('aria-activedescendant') ?? '';
    expect(element.shadowRoot?.getElementById(active)?.textContent).to.contain('控江路街道');
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(element.value).to.equal('c2');
    expect(heard.filter((line) => line.startsWith('change'))).to.deep.equal(['change c2']);
    expect((input as HTMLInputElement).value).to.equal('控江路街道');
    expect(input.getAttribute('aria-expanded')).to.equal('false');
  });

  it('a touch opens the list and a touch chooses', async () => {
    const element = await pick(committees, true);
    await press(await pageOf(element).find('combobox', /街道/));
    await settled(element);
    await press(await pageOf(element).find('option', '四平路街道'));
    await settled(element);
    expect(element.value).to.equal('c3');
  });

  it('on a terminal a long list brings letters', async () => {
    const element = await pick(many, true);
    await press(await pageOf(element).find('combobox', /街道/));
    await settled(element);
    await digits(element, '29');
    await settled(element);
    expect(element.shadowRoot?.querySelector('.count')?.textContent).to.contain('共 13 项');
  });

  it('Escape and going away leave what was chosen before', async () => {
    const element = await pick(committees);
    element.value = 'c0';
    element.focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Escape' });
    await settled(element);
    expect(element.value).to.equal('c0');
    await sendKeys({ type: 'zzz' });
    element.blur();
    await settled(element);
    expect(await pageOf(element).find('combobox', /街道/)).to.have.property('value', '五角场街道');
  });
});

describe('mulin-address', () => {
  const ask = (value = ''): Promise<MulinAddress> =>
    inScope<MulinAddress>(
      'mulin-address',
      html`<mulin-address label="住址" required .areas=${yangpu} value=${value}></mulin-address>`,
    );

  it('goes from the large to the small, and does not ask what has one answer', async () => {
    const address = await ask();
    await press(await pageOf(address).find('combobox', /街道/));
    await press(await pageOf(address).find('option', '四平路街道'));
    await press(await pageOf(address).find('combobox', /居委会/));
    await press(await pageOf(address).find('option', '铁岭路居委会'));
    await pageOf(address).type(/路、弄/, '四平路1239号');
    expect(address.address).to.deep.equal({
      district: '310110',
      subdistrict: '310110009',
      committee: '310110009002',
      road: '四平路1239号',
    });
    expect(address.checkValidity()).to.equal(true);
  });

  it('another subdistrict has other committees, and the road stays', async () => {
    const address = await ask(
      JSON.stringify({
        district: '310110',
        subdistrict: '310110009',
        committee: '310110009002',
        road: '四平路',
      }),
    );
    await press(await pageOf(address).find('combobox', /街道/));
    await press(await pageOf(address).find('option', '五角场街道'));
    expect(address.address).to.deep.equal({
      district: '310110',
      subdistrict: '310110023',
      road: '四平路',
    });
  });

  it('half an address names what is missing', async () => {
    const address = await ask();
    await press(await pageOf(address).find('combobox', /街道/));
    await press(await pageOf(address).find('option', '五角场街道'));
    address.reportValidity();
    await settled(address);
    expect(complaintOf(address)).to.contain('路、弄、号、室');
  });
});

describe('mulin-signature', () => {
  const ask = (): Promise<MulinSignature> =>
    inScope<MulinSignature>(
      'mulin-signature',
      html`<mulin-signature label="签名" required></mulin-signature>`,
    );
  const draw = (element: MulinSignature, points: readonly (readonly [number, number])[]): void => {
    const pad = element.shadowRoot?.querySelector('.pad') as HTMLElement;
    const { left, top } = pad.getBoundingClientRect();
    const send = (type: string, [x, y]: readonly [number, number]): boolean =>
      pad.dispatchEvent(
        new PointerEvent(type, {
          clientX: left + x,
          clientY: top + y,
          pointerId: 1,
          bubbles: true,
        }),
      );
    pad.setPointerCapture = () => {};
    send('pointerdown', points[0] as [number, number]);
    for (const point of points) send('pointermove', point);
    send('pointerup', points.at(-1) as [number, number]);
  };

  it('keeps what a hand has drawn, and takes the last stroke back', async () => {
    const element = await ask();
    draw(element, [
      [50, 50],
      [200, 80],
      [260, 20],
    ]);
    const first = element.value;
    expect(first).to.match(/^M\d+ \d+h0(L\d+ \d+){2,}$/);
    draw(element, [
      [80, 90],
      [120, 40],
    ]);
    expect(element.value.length).to.be.greaterThan(first.length);
    expect(element.checkValidity()).to.equal(true);
    await element.updateComplete;
    await pageOf(element).press('退一笔');
    expect(element.value).to.equal(first);
    await pageOf(element).press('重写');
    expect(element.value).to.equal('');
    expect(element.checkValidity()).to.equal(false);
  });

  it('a dot by mistake is no signature', async () => {
    const element = await ask();
    draw(element, [[50, 50]]);
    expect(element.checkValidity()).to.equal(false);
    expect(element.reportValidity()).to.equal(false);
    await settled(element);
    expect(complaintOf(element)).to.contain('笔画太少');
  });

  it('a hand that never stops does not fill the disk', async () => {
    const element = await ask();
    for (let i = 0; i < 40; i++)
      draw(
        element,
        Array.from({ length: 400 }, (_, j) => [(j * 37) % 500, (j * 53) % 150] as const),
      );
    expect(element.value.length).to.be.lessThan(24_000);
  });

  it('who can’t write signs by the keys alone', async () => {
    const element = await ask();
    await pageOf(element).press('不方便写字');
    await settled(element);
    await sendKeys({ press: 'Space' }); // the focus stands on the statement
    expect(element.value).to.equal('statement');
    expect(element.checkValidity()).to.equal(true);
    await pageOf(element).press('改用手写');
    expect(element.value).to.equal('');
  });
});

const all = html`<mulin-date label="出生日期" hint="8 位" value="1955-03-08" required></mulin-date>
  <mulin-date label="哪天开始" today="2026-11-24" error="请再看一遍。"></mulin-date>
  <mulin-money label="每月收入" value="350000"></mulin-money>
  <mulin-time label="几点开始" value="09:30"></mulin-time>
  <mulin-long-text
    label="困难"
    hint="简单说一说"
    error="请写几个字。"
    .phrases=${['家里有人生病', '失业']}
  ></mulin-long-text>
  <mulin-several
    label="哪里要改"
    hint="都可以选"
    error="请选一项。"
    value='["bath"]'
    .options=${rooms}
  ></mulin-several>
  <mulin-pick label="街道" error="请选。" .options=${committees}></mulin-pick>
  <mulin-address label="住址" required .areas=${yangpu}></mulin-address>
  <mulin-signature label="签名" error="请签名。"></mulin-signature>
  <mulin-signature label="另一人签名" value="statement"></mulin-signature>
  <mulin-photo label="身份证" error="请拍照。" max="2"></mulin-photo>
  <mulin-field kind="credit-code" label="信用代码" value="91350100M000100Y43"></mulin-field>
  <mulin-field label="姓名" value="王秀英" readonly unit="人"></mulin-field>`;

describe('every kind of field', () => {
  for (const theme of themes) {
    it(`has nothing axe-core objects to in theme ${theme}`, async () => {
      await accessible(await scope(all, { theme }));
    });
  }

  it('has nothing axe-core objects to with an open list and the keys of a terminal', async () => {
    const around = await scope(
      html`<mulin-pick label="街道" .options=${many}></mulin-pick>
        <mulin-field kind="credit-code" label="信用代码"></mulin-field>`,
      { terminal: true },
    );
    await press(await pageOf(around).find('combobox', /街道/));
    await settled(around);
    await accessible(around);
    (await pageOf(around).find('textbox', /信用代码/)).focus();
    await settled(around);
    await accessible(around);
  });

  it('fits 360 px', async () => {
    const around = await scope(html`<div id="narrow">${all}</div>`, { theme: 'elder' });
    const narrow = around.querySelector('#narrow') as HTMLElement;
    narrow.style.inlineSize = '328px';
    await settled(around);
    for (const element of narrow.children) {
      const box = (element as HTMLElement).offsetWidth;
      expect(element.scrollWidth, element.localName).to.be.at.most(box);
    }
  });

  it('speaks English where the page does', async () => {
    const around = await scope(
      html`<mulin-date label="Birth" value="1955-03-08"></mulin-date>
        <mulin-signature label="Signature"></mulin-signature>`,
      { lang: 'en' },
    );
    await pageOf(around).read(/Tuesday, March 8, 1955/);
    await pageOf(around).find('button', 'I can’t write');
  });

  it('leaves nothing behind', () => leavesNoTrace(html`<div>${all}</div>`));
});
