import { expect, html } from '@open-wc/testing';
import '../../src/ui/chart.ts';
import type { MulinChart, Series } from '../../src/ui/chart.ts';
import { accessible } from '../harness/axe.ts';
import { leavesNoTrace } from '../harness/leaks.ts';
import { inScope, themes, type Ground } from '../harness/scope.ts';

const names = ['9 时', '10 时', '11 时'];
const waits: Series = { name: '平均等候（分钟）', values: [4, 20, undefined] };
const visits: Series = { name: '办理（人）', values: [1234.56, 0, 3] };

const chart = (series: readonly Series[], ground?: Ground): Promise<MulinChart> =>
  inScope<MulinChart>(
    'mulin-chart',
    html`<mulin-chart label="今天各时段" axis="时段" figures .names=${names} .series=${series}>
    </mulin-chart>`,
    ground,
  );

const heights = (element: MulinChart): number[] =>
  [...element.shadowRoot!.querySelectorAll('.column rect')].map((column) =>
    Math.round(column.getBoundingClientRect().height),
  );
const rows = (element: MulinChart): string[][] =>
  [...element.shadowRoot!.querySelectorAll('tr')].map((row) =>
    [...row.cells].map((cell) => cell.textContent?.trim() ?? ''),
  );

describe('mulin-chart', () => {
  it('columns are as high as their figures, and what is not known has none', async () => {
    const element = await chart([waits]);
    const plot = element.shadowRoot!.querySelector('.columns')!.clientHeight;
    expect(heights(element)).to.deep.equal([Math.round(plot / 5), plot]);
  });

  it('whoever can’t see it reads the same as a table', async () => {
    const element = await chart([waits, visits]);
    expect(rows(element)).to.deep.equal([
      ['时段', '平均等候（分钟）', '办理（人）'],
      ['9 时', '4', '1,234.6'],
      ['10 时', '20', '0'],
      ['11 时', '–', '3'],
    ]);
    element.figures = false;
    await element.updateComplete;
    expect(rows(element), 'for ears it stays').to.have.length(4);
    expect(element.shadowRoot!.querySelector('table')!.parentElement!.clientWidth).to.equal(1);
  });

  it('nothing but zeros is a chart without columns, not a broken one', async () => {
    const element = await chart([{ name: '取号', values: [0, 0, 0] }]);
    expect(heights(element)).to.deep.equal([0, 0, 0]);
    expect(element.shadowRoot!.textContent).not.to.contain('NaN');
  });

  it('four kinds of columns can be told apart without colour', async () => {
    const element = await chart([waits, visits, waits, visits]);
    const looks = [...element.shadowRoot!.querySelectorAll('.key rect')].map(
      (look) => getComputedStyle(look).fill,
    );
    expect(new Set(looks).size).to.equal(4);
  });

  it('fits into 320 px without a scroll bar', async () => {
    const element = await chart([waits, visits]);
    element.style.inlineSize = '320px';
    await element.updateComplete;
    expect(element.scrollWidth).to.be.at.most(320);
  });

  for (const theme of themes)
    it(`is accessible, ${theme}`, async () =>
      accessible(await chart([waits, visits, waits, visits], { theme })));

  it('leaves nothing behind', () =>
    leavesNoTrace(
      html`<mulin-chart label="今天" .names=${names} .series=${[waits]}></mulin-chart>`,
    ));
});
