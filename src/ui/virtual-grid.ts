import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';

import { element } from './base.ts';

/** Rows that are drawn above and below what is seen, so that a quick finger meets no blank. */
const SPARE = 2;

/** Draws one cell. `tabindex` belongs on what can be pressed in it: the grid is one stop for the keyboard. */
export type Cell = (
  item: never,
  index: number,
  tabindex: 0 | -1,
) => TemplateResult | typeof nothing;

/** What a cell's place in the grid depends on, in CSS pixels. */
interface Measures {
  readonly columns: number;
  readonly row: number;
  readonly gap: number;
}

/** The looks that belong into the shadow root in which a grid stands; its cells are drawn there, too. */
export const virtualGrid = css`
  mulin-virtual-grid {
    display: block;
    position: relative;
  }
  mulin-virtual-grid > .ruler {
    position: absolute;
    inline-size: var(--mulin-cell-min, 12em);
    block-size: var(--mulin-cell, 16em);
    padding-block-start: var(--mulin-cell-gap, var(--mulin-space-3));
    visibility: hidden;
    box-sizing: border-box;
    contain: strict;
  }
  mulin-virtual-grid > .window {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    display: grid;
    gap: var(--mulin-cell-gap, var(--mulin-space-3));
    will-change: transform;
  }
  mulin-virtual-grid > .window > * {
    display: grid;
    min-inline-size: 0;
    contain: layout style;
  }
`;

/**
 * Many things of equal size in as many columns as fit, of which only those on the screen are drawn: ten thousand cost what
 * thirty cost. It scrolls with whatever it stands in. Arrow keys, Home, End and the page keys walk through all of them,
 * also those that are not drawn yet.
 *
 * It draws into the light DOM, so that its cells wear the looks of the element it stands in.
 *
 * @summary A grid of very many equal cells.
 * @cssprop --mulin-cell - Height of a cell.
 * @cssprop --mulin-cell-min - Least width of a cell.
 * @cssprop --mulin-cell-gap - Between cells.
 */
@element('mulin-virtual-grid')
export class MulinVirtualGrid extends LitElement {
  /** What is shown, in its order. */
  @property({ attribute: false }) items: readonly unknown[] = [];

  /** Tells items apart, so that a cell that stays on the screen stays the same element. */
  @property({ attribute: false }) keyOf: (item: never, index: number) => unknown = (_, index) =>
    index;

  /** Draws one. */
  @property({ attribute: false }) cell: Cell = () => nothing;

  /** What the list is called. */
  @property() label = '';

  @query('.ruler') private readonly ruler!: HTMLElement | null;
  @query('.window') private readonly window!: HTMLElement | null;
  #measures: Measures | undefined;
  /** Drawn rows: the first, and the one after the last. */
  #rows: readonly [from: number, to: number] = [0, 0];
  /** The cell that the keyboard is at. */
  #at = 0;
  #scroller: HTMLElement | Window | undefined;
  // A frame later: what follows from a new size changes sizes again.
  readonly #sizes = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'list');
    this.addEventListener('keydown', this.#onKey);
    this.addEventListener('focusin', this.#onFocus);
    window.addEventListener('resize', this.#look);
    void this.updateComplete.then(() => this.#settle());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('keydown', this.#onKey);
    this.removeEventListener('focusin', this.#onFocus);
    window.removeEventListener('resize', this.#look);
    this.#scroller?.removeEventListener('scroll', this.#look);
    this.#scroller = undefined;
    this.#sizes.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('label')) this.setAttribute('aria-label', this.label);
    if (changed.has('items')) this.#at = Math.min(this.#at, Math.max(0, this.items.length - 1));
    if (changed.has('items') && this.#scroller) this.#rows = this.#rowsInView();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.#measures || !this.window) return;
    const { columns, row, gap } = this.#measures;
    const rows = Math.ceil(this.items.length / columns);
    this.style.blockSize = `${Math.max(0, rows * (row + gap) - gap)}px`;
    this.window.style.gridTemplateColumns = `repeat(${columns}, minmax(0, 1fr))`;
    this.window.style.gridAutoRows = `${row}px`;
    this.window.style.transform = `translateY(${this.#rows[0] * (row + gap)}px)`;
    // A shorter list has moved what is seen.
    if (changed.has('items')) void this.updateComplete.then(this.#look);
  }

  override render(): TemplateResult {
    const [from, to] = this.#drawn;
    const stop = Math.min(Math.max(this.#at, from), Math.max(from, to - 1));
    return html`<div class="ruler" aria-hidden="true"></div>
      <div class="window" role="presentation">
        ${repeat(
          this.items.slice(from, to) as never[], // whoever gives items gives a cell that takes them
          (item, i) => this.keyOf(item, from + i),
          (item, i) => this.#renderCell(item, from + i, stop),
        )}
      </div>`;
  }

  #renderCell(item: never, index: number, stop: number): TemplateResult {
    return html`<div
      role="listitem"
      data-index=${index}
      aria-setsize=${this.items.length}
      aria-posinset=${index + 1}
    >
      ${this.cell(item, index, index === stop ? 0 : -1)}
    </div>`;
  }

  /** Shows the first again, as when something else is searched for. */
  rewind(): void {
    this.#at = 0;
    if (this.#top > 0) this.#scrollBy(-this.#top);
    this.requestUpdate();
  }

  /** Brings the keyboard to a cell, drawn or not, and keeps clear of bars at the edges of the screen. */
  async walkTo(index: number): Promise<void> {
    if (!this.#measures) return;
    const { columns, row, gap } = this.#measures;
    this.#at = Math.min(this.items.length - 1, Math.max(0, index));
    const above = Math.floor(this.#at / columns) * (row + gap) - this.#top;
    const margin = Math.min(row, Math.max(0, (this.#viewHeight - row) / 2));
    const below = above + row - this.#viewHeight;
    if (above < margin) this.#scrollBy(above - margin);
    else if (below > -margin) this.#scrollBy(below + margin);
    this.#rows = this.#rowsInView();
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector<HTMLElement>(`[data-index="${this.#at}"] [tabindex]`)?.focus({
      preventScroll: true,
    });
  }

  get #drawn(): readonly [from: number, to: number] {
    if (!this.#measures) return [0, 0];
    const { columns } = this.#measures;
    const [from, to] = this.#rows;
    return [from * columns, Math.min(this.items.length, to * columns)];
  }

  /** How far the top of the grid has been scrolled out above. */
  get #top(): number {
    const { top } = this.getBoundingClientRect();
    return (
      (this.#scroller instanceof HTMLElement ? this.#scroller.getBoundingClientRect().top : 0) - top
    );
  }

  get #viewHeight(): number {
    return this.#scroller instanceof HTMLElement ? this.#scroller.clientHeight : window.innerHeight;
  }

  #rowsInView(): readonly [from: number, to: number] {
    if (!this.#measures) return [0, 0];
    const { row, gap, columns } = this.#measures;
    const last = Math.ceil(this.items.length / columns);
    const rowAt = (pixels: number): number =>
      Math.min(last, Math.max(0, Math.floor(pixels / (row + gap))));
    const top = this.#top;
    return [
      Math.max(0, rowAt(top) - SPARE),
      Math.min(last, rowAt(top + this.#viewHeight) + 1 + SPARE),
    ];
  }

  /** Finds out what scrolls it, and follows that. */
  #settle(): void {
    if (!this.isConnected || this.#scroller) return;
    this.#scroller = scrollerOf(this);
    this.#scroller.addEventListener('scroll', this.#look, { passive: true });
    this.#sizes.observe(this);
    if (this.ruler) this.#sizes.observe(this.ruler);
    if (this.#scroller instanceof HTMLElement) this.#sizes.observe(this.#scroller);
    this.#measure();
  }

  #measure(): void {
    if (!this.ruler || !this.isConnected) return;
    const { offsetWidth: least, offsetHeight: row } = this.ruler;
    const gap = parseFloat(getComputedStyle(this.ruler).paddingBlockStart) || 0;
    const columns = Math.max(1, Math.floor((this.clientWidth + gap) / (least + gap)));
    const before = this.#measures;
    if (before?.columns !== columns || before.row !== row || before.gap !== gap) {
      this.#measures = { columns, row, gap };
      this.requestUpdate();
    }
    this.#look();
  }

  readonly #look = (): void => {
    const [from, to] = this.#rowsInView();
    if (from === this.#rows[0] && to === this.#rows[1]) return;
    this.#rows = [from, to];
    this.requestUpdate();
  };

  #scrollBy(top: number): void {
    this.#scroller?.scrollBy({ top, behavior: 'instant' });
  }

  readonly #onFocus = (event: FocusEvent): void => {
    const cell = event.target instanceof Element ? event.target.closest('[data-index]') : null;
    const index = Number(cell?.getAttribute('data-index') ?? this.#at);
    if (index === this.#at) return;
    this.#at = index;
    this.requestUpdate();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || !this.#measures) return;
    const { columns, row, gap } = this.#measures;
    const page = Math.max(1, Math.floor(this.#viewHeight / (row + gap))) * columns;
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: columns,
      ArrowUp: -columns,
      PageDown: page,
      PageUp: -page,
      Home: -this.#at,
      End: this.items.length - 1 - this.#at,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    void this.walkTo(this.#at + step);
  };
}

/** What scrolls an element: the nearest box around it that can, through every shadow root, or the page. */
function scrollerOf(from: Element): HTMLElement | Window {
  for (let at = parentOf(from); at instanceof HTMLElement; at = parentOf(at)) {
    if (at === document.body || at === document.documentElement) break;
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return window;
}

/** As the page is laid out: a slotted element lies in its slot. */
function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const { parentNode } = element;
  return parentNode instanceof ShadowRoot ? parentNode.host : element.parentElement;
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-virtual-grid': MulinVirtualGrid;
  }
}
