import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { element, MulinElement } from '../../ui/base.ts';
import { card, ground } from '../../ui/ground.styles.ts';
import '../../ui/notice.ts';
import '../../ui/sample.ts';
import { Watch } from '../../ui/watch.ts';
import './gifts.ts';
import './hand-out.ts';
import './month-report.ts';
import './shelf-list.ts';
import { stockStyles } from './stock.styles.ts';
import { stockWords } from './stock.strings.ts';
import { shopWords } from './strings.ts';

const tabs = ['handOut', 'gifts', 'shelf', 'report'] as const;
type Tab = (typeof tabs)[number];

/**
 * A clerk's desk at the charity supermarket: what waits to be fetched, what is given, what is on the shelf with what expires
 * first, and what a month came to.
 *
 * @summary The shop's desk for staff.
 * @fires {CustomEvent<{}>} mulin-not-allowed - Whoever sits here may not, or not any more.
 * @example
 * <mulin-stock place="wujiaochang-charity-supermarket"></mulin-stock>
 */
@element('mulin-stock')
export class MulinStock extends MulinElement {
  static override styles = [ground, card, stockStyles];

  /** The shop, by its id in the pack. */
  @property() place = '';

  @state() private tab: Tab = 'handOut';
  readonly #shops = new Watch(this, 'catalog.shops', () => ({}));
  readonly #goods = new Watch(this, 'catalog.goods', () =>
    this.place ? { place: this.place } : undefined,
  );
  readonly #waiting = new Watch(this, 'catalog.waiting', () =>
    this.place ? { place: this.place } : undefined,
  );
  #wasRefused = false;

  protected override updated(): void {
    const { snapshot } = this.#waiting;
    const isRefused =
      snapshot.status === 'refused' && snapshot.refusal.code === 'actor.not-allowed';
    if (isRefused && !this.#wasRefused) this.emit('mulin-not-allowed', {});
    this.#wasRefused = isRefused;
  }

  override render(): TemplateResult {
    const words = this.say(stockWords);
    const shop = this.#shops.value?.shops.find(({ id }) => id === this.place);
    const isSample = this.#goods.value?.items.some(({ sample }) => sample);
    return html`<h2 tabindex="-1">
        ${words.title}${shop ? ` · ${shop.name[this.locale]}` : ''}
        ${isSample ? html`<mulin-sample explanation=${this.say(shopWords).sample}></mulin-sample>` : nothing}
      </h2>
      <div role="tablist" aria-label=${words.title} @keydown=${this.#onKey}>
        ${tabs.map((tab) => this.#renderTab(tab, words.tabs[tab]))}
      </div>
      <div role="tabpanel" id="panel" aria-labelledby=${this.tab}>${this.#renderPanel()}</div>`;
  }

  #renderTab(tab: Tab, name: string): TemplateResult {
    const isOn = this.tab === tab;
    return html`<button
      type="button"
      role="tab"
      id=${tab}
      aria-controls="panel"
      aria-selected=${isOn}
      tabindex=${isOn ? 0 : -1}
      @click=${() => (this.tab = tab)}
    >
      ${name}
    </button>`;
  }

  #renderPanel(): TemplateResult {
    switch (this.tab) {
      case 'handOut':
        return html`<mulin-hand-out place=${this.place}></mulin-hand-out>`;
      case 'gifts':
        return html`<mulin-gifts place=${this.place}></mulin-gifts>`;
      case 'report':
        return html`<mulin-month-report place=${this.place}></mulin-month-report>`;
      case 'shelf':
        return html`<mulin-shelf-list place=${this.place}></mulin-shelf-list>`;
    }
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    this.tab = tabs[(tabs.indexOf(this.tab) + step + tabs.length) % tabs.length] ?? 'handOut';
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`#${this.tab}`)?.focus(),
    );
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-stock': MulinStock;
  }
}
