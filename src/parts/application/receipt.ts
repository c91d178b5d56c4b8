import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Slip } from '../../device/printer/contract.ts';
import { fullDayName } from '../../i18n/index.ts';
import type { ReceiptView } from '../../model/case/view.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/facts.ts';
import '../../ui/notice.ts';
import '../../ui/print.ts';
import '../../ui/qr.ts';
import { receiptStyles } from './receipt.styles.ts';
import { receiptWords } from './receipt.strings.ts';

/**
 * What was handed in, on one card: the code to find it again, and the day by which there is an answer. The QR code carries
 * the same as plain text, so that a phone keeps it without any network; nobody is named in it.
 *
 * @summary The receipt of an application.
 * @csspart card - The card.
 * @csspart code - The ten digits.
 * @example
 * <mulin-form-receipt></mulin-form-receipt>
 */
@element('mulin-form-receipt')
export class MulinFormReceipt extends MulinElement {
  static override styles = receiptStyles;

  /** What the hall has answered. */
  @property({ attribute: false }) receipt: ReceiptView | undefined;

  /** What it was for. */
  @property() name = '';

  override render(): TemplateResult | typeof nothing {
    const { receipt } = this;
    if (!receipt) return nothing;
    const words = this.say(receiptWords);
    const code = grouped(receipt.code);
    const until = this.#until(receipt);
    return html`<mulin-notice kind="success" heading=${words.received}>${words.next}</mulin-notice>
      <article part="card" aria-label=${words.code}>
        <div class="code">
          <mulin-qr label=${words.qr} .value=${this.#text(code, until)}></mulin-qr>
          <p>
            <span>${words.code}</span>
            <b part="code">${code}</b>
            <small>${words.qrHint}</small>
          </p>
        </div>
        <mulin-facts .facts=${this.#facts(receipt, until)}></mulin-facts>
        <p class="until">${words.find(receipt.phone !== undefined)}</p>
        <mulin-print .slip=${this.#slip(code, until)}></mulin-print>
      </article>`;
  }

  #until({ cases }: ReceiptView): string {
    const last = cases
      .map(({ decideBy }) => decideBy)
      .toSorted()
      .at(-1);
    return last ? fullDayName(this.locale, last) : '';
  }

  #facts({ persons, phone, files }: ReceiptView, until: string) {
    const words = this.say(receiptWords);
    return [
      { label: words.service, value: this.name },
      { label: words.until, value: until },
      ...persons.map(({ idNumber }) => ({ label: words.idNumber, value: idNumber })),
      ...(phone ? [{ label: words.phone, value: phone }] : []),
      ...(files > 0 ? [{ label: words.files, value: words.count(files) }] : []),
    ];
  }

  #text(code: string, until: string): string {
    const words = this.say(receiptWords);
    return [this.name, `${words.code} ${code}`, `${words.until} ${until}`].join('\n');
  }

  /** Nobody's number is on it: a slip is easily left behind. */
  #slip(code: string, until: string): Slip {
    const words = this.say(receiptWords);
    return {
      lang: this.locale,
      title: words.slip,
      lines: [
        { kind: 'heading', text: this.name },
        { kind: 'text', text: words.code },
        { kind: 'large', text: code },
        { kind: 'fact', label: words.until, value: until },
        { kind: 'rule' },
        { kind: 'text', text: words.find(this.receipt?.phone !== undefined) },
        { kind: 'qr', value: this.#text(code, until) },
      ],
    };
  }
}

/** 48291 37705 */
const grouped = (code: string): string => `${code.slice(0, 5)} ${code.slice(5)}`;

declare global {
  interface HTMLElementTagNameMap {
    'mulin-form-receipt': MulinFormReceipt;
  }
}
