import { aTimeout, expect, html, nextFrame } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { LitElement, css, type TemplateResult } from 'lit';
import { virtualGrid, type MulinVirtualGrid } from '../../src/ui/virtual-grid.ts';
import { accessible } from '../harness/axe.ts';
import { leavesNoTrace } from '../harness/leaks.ts';
import { inScope, settled } from '../harness/scope.ts';

interface Thing {
  readonly id: number;
}
const things = (count: number): readonly Thing[] =>
  Array.from({ length: count }, (_, id) => ({ id }));

/** A page that uses a grid, as a part does: its looks are its own. */
class ThingsPage extends LitElement {
  static override properties = { things: {} };
  static override styles = [
    virtualGrid,
    css`
      mulin-virtual-grid {
        --mulin-cell: 100px;
        --mulin-cell-min: 170px;
        --mulin-cell-gap: 20px;
      }
      button {
        color: #000;
      }
    `,
  ];
  declare things: readonly Thing[];

  override render(): TemplateResult {
    return html`<mulin-virtual-grid
      label="物品"
      .items=${this.things}
      .keyOf=${({ id }: Thing) => id}
      .cell=${({ id }: Thing, _: number, tabindex: number) =>
        html`<button tabindex=${tabindex}>物品 ${id + 1}</button>`}
    ></mulin-virtual-grid>`;
  }
}
customElements.define('things-page', ThingsPage);

const page = (count: number): TemplateResult =>
  html`<things-page .things=${things(count)}></things-page>`;

async function gridOf(
  count: number,
): Promise<{ grid: MulinVirtualGrid; buttons: () => HTMLButtonElement[] }> {
  const element = await inScope<ThingsPage>('things-page', page(count));
  const grid = element.shadowRoot?.querySelector('mulin-virtual-grid') as MulinVirtualGrid;
  await shown(grid);
  return { grid, buttons: () => [...grid.querySelectorAll('button')] };
}

async function shown(grid: MulinVirtualGrid): Promise<void> {
  await nextFrame();
  await settled(grid);
  await nextFrame();
}

const press = (grid: MulinVirtualGrid, key: string): boolean =>
  grid
    .querySelector(':scope [tabindex="0"]')!
    .dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
    );
const focused = (grid: MulinVirtualGrid): string =>
  (grid.getRootNode() as ShadowRoot).activeElement?.textContent ?? '';

describe('mulin-virtual-grid', () => {
  beforeEach(() => setViewport({ width: 800, height: 600 }));
  afterEach(() => scrollTo(0, 0));

  it('ten thousand things are thirty on the page', async () => {
    const { grid, buttons } = await gridOf(10_000);
    expect(buttons().length).to.be.within(20, 60);
    // Four in a row of 800 px, 120 px from row to row.
    expect(grid.offsetHeight).to.equal(2500 * 120 - 20);
  });

  it('wherever somebody scrolls to, what belongs there is there', async () => {
    const { grid } = await gridOf(10_000);
    for (const top of [50_000, 299_000, 0, 1234]) {
      scrollTo(0, top);
      await shown(grid);
      const seen = [...grid.querySelectorAll('button')].filter((one) => {
        const { top: y, bottom } = one.getBoundingClientRect();
        return bottom > 0 && y < innerHeight;
      });
      const first = Math.floor((scrollY - (grid.getBoundingClientRect().top + scrollY)) / 120) * 4;
      expect(seen.length, `at ${top}`).to.be.at.least(16);
      expect(seen[0]?.textContent).to.equal(`物品 ${Math.max(0, first) + 1}`);
    }
  });

  it('keys walk through all of them, also those that are not drawn yet', async () => {
    const { grid } = await gridOf(10_000);
    const walk = async (key: string): Promise<string> => {
      press(grid, key);
      await shown(grid);
      return focused(grid);
    };
    expect(await walk('ArrowRight')).to.equal('物品 2');
    expect(await walk('ArrowDown')).to.equal('物品 6');
    expect(await walk('End')).to.equal('物品 10000');
    expect(await walk('ArrowDown')).to.equal('物品 10000');
    expect(await walk('ArrowUp')).to.equal('物品 9996');
    expect(await walk('Home')).to.equal('物品 1');
    const { top, bottom } = (
      grid.getRootNode() as ShadowRoot
    ).activeElement!.getBoundingClientRect();
    expect(top >= 0 && bottom <= innerHeight).to.equal(true);
  });

  it('is one stop for the keyboard, and never none', async () => {
    const { grid } = await gridOf(10_000);
    scrollTo(0, 100_000);
    await shown(grid);
    expect(grid.querySelectorAll('[tabindex="0"]').length).to.equal(1);
  });

  it('says how many there are, and which one this is', async () => {
    const { grid } = await gridOf(10_000);
    const [first] = grid.querySelectorAll('[role=listitem]');
    expect(first?.getAttribute('aria-setsize')).to.equal('10000');
    expect(first?.getAttribute('aria-posinset')).to.equal('1');
    await accessible(grid);
  });

  it('after a search that leaves three, nobody looks at a blank page', async () => {
    const { grid, buttons } = await gridOf(10_000);
    scrollTo(0, 200_000);
    await shown(grid);
    grid.items = things(3);
    await grid.updateComplete;
    await shown(grid);
    expect(buttons().map(({ textContent }) => textContent)).to.deep.equal([
      '物品 1',
      '物品 2',
      '物品 3',
    ]);
    grid.items = things(10_000);
    await shown(grid);
    expect(buttons().length).to.be.at.least(20);
  });

  it('a window that is turned gets as many columns as fit', async () => {
    const { grid } = await gridOf(100);
    await setViewport({ width: 390, height: 844 });
    await aTimeout(50);
    await shown(grid);
    expect(grid.offsetHeight).to.equal(50 * 120 - 20);
  });

  it('scrolls inside a box that scrolls, through shadow roots', async () => {
    const element = await inScope<ThingsPage>(
      'things-page',
      html`<div class="box">${page(1000)}</div>`,
    );
    const box = element.parentElement as HTMLElement;
    Object.assign(box.style, { blockSize: '300px', overflow: 'auto' });
    // As if it had stood in that box from the beginning.
    box.append(element);
    const grid = element.shadowRoot?.querySelector('mulin-virtual-grid') as MulinVirtualGrid;
    await shown(grid);
    box.scrollTo(0, 12_000);
    await shown(grid);
    const texts = [...grid.querySelectorAll('button')].map(({ textContent }) => textContent);
    expect(texts).to.include('物品 401');
    expect(texts.length).to.be.below(50);
  });

  it('leaves no trace', () => leavesNoTrace(page(1000)));
});
