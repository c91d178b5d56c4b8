import { aTimeout, expect, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/parts/catalog/desk/index.ts';
import { reportCsv } from '../../src/parts/catalog/report-csv.ts';
import { stockWords } from '../../src/parts/catalog/stock.strings.ts';
import { accessible } from '../harness/axe.ts';
import { personBefore } from '../harness/person.ts';
import { phone } from '../harness/persons.ts';
import { scope, settled, type Ground } from '../harness/scope.ts';
import { openShop, type Shop } from '../harness/shop-hall.ts';
import { shopPack } from '../harness/shop.ts';

let shop: Shop;
beforeEach(() => {
  shop = openShop(shopPack(), { place: 'shop', now: '2026-12-01T10:00+08:00' });
});
afterEach(() => shop.close());

async function desk(tab: string, ground: Ground = {}) {
  const page = await scope(html`<mulin-stock place="shop"></mulin-stock>`, ground);
  page.gateway = shop.clerk;
  await settled(page);
  const person = personBefore(page);
  await person.presses(tab);
  return { page, person };
}
const free = async (item: string): Promise<number | undefined> => {
  const reply = await shop.terminal.read('catalog.shelf', { place: 'shop' });
  return reply.status === 'answer' ? reply.value.items[item]?.free : undefined;
};

describe('the desk of a shop', () => {
  it('what comes in is on the shelf at once', async () => {
    const { page, person } = await desk('库存');
    await person.presses('处理羽绒服');
    await person.types('件数', '4');
    await accessible(page);
    await person.presses('入库');
    await person.reads('羽绒服入库 4 件');
    expect(await free('coat')).to.equal(7);
  });

  it('a count says what is missing, and writes it down', async () => {
    const { person } = await desk('库存');
    await person.presses('处理羽绒服');
    await person.types('件数', '1');
    await person.presses('盘点，架上就这么多');
    await person.reads('羽绒服少了 2 件，已经记下');
    expect(await free('coat')).to.equal(1);
  });

  it('an empty line is no number, and changes nothing', async () => {
    const { person } = await desk('库存');
    await person.presses('处理羽绒服');
    await person.presses('入库');
    await person.reads('件数不对');
    expect(await free('coat')).to.equal(3);
  });

  it('what has expired stands first, and goes with one press', async () => {
    shop.later(60 * 24 * 10); // past the ninth
    const { page, person } = await desk('库存');
    await person.reads('已过期 2 件');
    const first = page
      .querySelector('mulin-stock')
      ?.shadowRoot?.querySelector('mulin-shelf-list')
      ?.shadowRoot?.querySelector('tbody tr');
    expect(first?.textContent).to.contain('大米');
    await person.presses('处理大米');
    await person.presses('清掉过期的 2 件');
    await person.reads('大米已处理');
    await person.seesNoMore('已过期 2 件');
  });

  it('what is taken off the shelf can be had by nobody', async () => {
    const { person } = await desk('库存');
    await person.presses('处理羽绒服');
    await person.presses('下架');
    await person.reads('羽绒服已处理');
    expect(await free('coat')).to.equal(0);
  });

  it('a gift is received, sorted, shelved and thanked, step by step', async () => {
    const { code } = await shop.does('donation.offer', {
      ...{ place: 'shop', phone, named: false, slot: { date: '2026-12-01', time: '14:00' } },
      goods: [{ wanted: 'clothes', what: '棉衣', count: 3, state: 'as-new' }],
    });
    const { page, person } = await desk('收捐赠');
    await person.reads(code);
    await accessible(page);
    await person.presses(`打开 ${code}`);
    await person.presses('棉衣减一'); // one was not brought
    await person.presses('收到了，就这么多');
    await person.reads('已收到');
    await aTimeout(600); // two presses of one button within half a second are one
    await person.presses('整理好了，能用的就这么多');
    await person.reads('已整理');
    await accessible(page);
    const pick = page
      .querySelector('mulin-stock')
      ?.shadowRoot?.querySelector('mulin-gifts')
      ?.shadowRoot?.querySelector('mulin-pick');
    if (!pick) throw new Error('no shelf to choose');
    pick.value = 'coat';
    pick.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    await person.presses('上架 2 件');
    await person.reads('已上架');
    expect(await free('coat')).to.equal(5);
    await aTimeout(600);
    await person.presses('已经致谢，结束');
    await person.reads('已致谢');
  });

  it('money that was pledged is received as it was pledged', async () => {
    const { code } = await shop.does('donation.pledge', {
      ...{ place: 'shop', fen: 5000, phone, named: false },
    });
    const { person } = await desk('收捐赠');
    await person.presses(`打开 ${code}`);
    await person.presses('已收 50 元');
    await person.reads('已收到');
  });

  it('a month is drawn, stands as a table, and is a file for other programs', async () => {
    await shop.clerkDoes('stock.intake', { place: 'shop', item: 'coat', count: 4 });
    const { code } = await shop.does('catalog.reserve', {
      ...{ place: 'shop', by: 'fen', phone },
      lines: [{ item: 'rice', count: 2 }],
    });
    await shop.clerkDoes('catalog.hand-out', { code, paid: { method: 'cash', fen: 6580 } });
    const { page, person } = await desk('月报');
    await person.reads('2026年12月');
    await person.reads('2 件 · 65.80 元');
    await accessible(page);
    const report = await shop.clerk.read('stock.report', { place: 'shop', month: '2026-12' });
    if (report.status !== 'answer') throw new Error(report.status);
    const [head, day] = reportCsv(report.value, [], stockWords['zh-CN']).split('\r\n');
    expect(head).to.equal(
      '\uFEFF日期,收到,发放,卖出,销售额（元）,捐款,志愿时间（分钟）,过期清理,盘亏,盘盈',
    );
    expect(day).to.equal('2026-12-01,4,0,2,65.80,0.00,0,0,0,0');
    await person.presses('上个月');
    await person.reads('这个月还没有进出');
  });

  it('nothing is wider than a phone of 360 px, for elders too', async () => {
    await setViewport({ width: 360, height: 740 });
    const { person } = await desk('库存', { theme: 'elder' });
    await person.presses('处理羽绒服');
    await person.reads('盘点');
    expect(document.documentElement.scrollWidth).to.be.at.most(360);
    await setViewport({ width: 800, height: 600 });
  });
});
