import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';

import { element, MulinElement } from './base.ts';
import './button.ts';
import { styles } from './dialog.styles.ts';
import { ground } from './ground.styles.ts';
import './icon.ts';
import { strings } from './strings.ts';

/**
 * A question that must be answered before anything else. It is the browser's own `<dialog>`: the page behind is out of
 * reach, Escape closes it, and the focus goes back to where it was, also when it is removed while open.
 *
 * @summary A dialog over the page.
 * @slot - What it asks.
 * @slot actions - Its buttons, the safe one first.
 * @fires {CustomEvent<{}>} mulin-close-request - Escape or the close button was pressed; `preventDefault()` keeps it open.
 * @fires {CustomEvent<{}>} mulin-closed - It has closed by that.
 * @csspart panel - The sheet.
 * @example
 * <mulin-dialog open heading="要取消这次预约吗?">
 *   <mulin-button slot="actions">先不取消</mulin-button>
 *   <mulin-button slot="actions" kind="danger">取消预约</mulin-button>
 * </mulin-dialog>
 */
@element('mulin-dialog')
export class MulinDialog extends MulinElement {
  static override styles = [ground, styles];

  /** Stands over the page. */
  @property({ type: Boolean, reflect: true }) open = false;

  /** Its first line; it gets the focus, so that it is heard first. */
  @property() heading = '';

  /** Has no close button, and Escape does nothing: only its own buttons lead out. */
  @property({ type: Boolean }) insistent = false;

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;
  #cameFrom: HTMLElement | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate(); // moved while open: the browser has closed it
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#hide();
  }

  protected override updated(_changed: PropertyValues<this>): void {
    if (this.open && this.isConnected) this.#show();
    else this.#hide();
  }

  override render(): TemplateResult {
    return html`<dialog
      aria-labelledby="heading"
      @cancel=${this.#onCancel}
      @close=${this.#onNativeClose}
    >
      <div class="panel" part="panel">
        <div class="top">
          <h2 id="heading" tabindex="-1" autofocus>${this.heading}</h2>
          ${this.insistent ? '' : this.#renderClose()}
        </div>
        <slot></slot>
        <div class="actions"><slot name="actions"></slot></div>
      </div>
    </dialog>`;
  }

  #renderClose(): TemplateResult {
    return html`<mulin-button label=${this.say(strings).dialog.close} @click=${this.#onClose}>
      <mulin-icon name="close"></mulin-icon>
    </mulin-button>`;
  }

  #show(): void {
    if (!this.dialog || this.dialog.open) return;
    this.#cameFrom = focused();
    this.dialog.showModal();
  }

  #hide(): void {
    const from = this.#cameFrom;
    this.#cameFrom = undefined;
    this.dialog?.close();
    if (from?.isConnected) from.focus({ preventScroll: true });
  }

  readonly #onCancel = (event: Event): void => {
    event.preventDefault();
    this.#onClose();
  };

  readonly #onClose = (): void => {
    if (this.insistent || !this.emit('mulin-close-request', {}, { cancelable: true })) return;
    this.open = false;
    this.emit('mulin-closed', {});
  };

  /** A second Escape closes it whatever we say: then it has closed. */
  readonly #onNativeClose = (): void => {
    if (!this.open || !this.isConnected || this.dialog?.open) return;
    if (this.insistent) {
      this.#show();
      return;
    }
    this.open = false;
    this.emit('mulin-closed', {});
  };
}

/** Where the keys are, through every shadow root. */
function focused(): HTMLElement | undefined {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at instanceof HTMLElement && at !== document.body ? at : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-dialog': MulinDialog;
  }
}
