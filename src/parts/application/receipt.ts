import { consume } from '@lit/context';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Slip } from '../../device/printer/contract.ts';
import { fullDayName } from '../../i18n/index.ts';
import type { CaseView, ReceiptView } from '../../model/case/view.ts';
import { icsOf, type CalendarEntry } from '../../model/shared/ics.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import { Clock } from '../../ui/clock.ts';
import { keysContext } from '../../ui/contexts.ts';
import '../../ui/facts.ts';
import '../../ui/icon.ts';
import '../../ui/notice.ts';
import '../../ui/print.ts';
import '../../ui/qr.ts';
import { Watch } from '../../ui/watch.ts';
import { grouped } from './grouped.ts';
import { receiptStyles } from './receipt.styles.ts';
import { receiptWords } from './receipt.strings.ts';

/** In the morning of the day there should be an answer; minutes after its beginning. */
const REMIND = -9 * 60;

/**
 * What was handed in, on one card: the code to find it again, and for each application the day by which there is an answer.
 * The QR code carries the same as plain text, so that a phone keeps it without any network; nobody is named in it. On a page
 * the days can be taken into a calendar; a terminal has nowhere to put a file, and its visitors scan.
 *
 * @summary The receipt of one application, or of several handed in together.
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

  @consume({ context: keysContext, subscribe: true })
  @state()
  private keys: 'screen' | 'system' = 'system';
  readonly #clock = new Clock(this, () => false);
  readonly #directory = new Watch(this, 'guide.services', () => ({}));

  override render(): TemplateResult | typeof nothing {
    const { receipt } = this;
    if (!receipt) return nothing;
    const words = this.say(receiptWords);
    return html`<mulin-notice kind="success" heading=${words.received(receipt.cases.length)}
        >${words.next}</mulin-notice
      >
      <article part="card" aria-label=${words.code}>
        <div class="code">
          <mulin-qr label=${words.qr} .value=${this.#text(receipt)}></mulin-qr>
          <p>
            <span>${words.code}</span>
            <b part="code">${grouped(receipt.code)}</b>
            <small>${words.qrHint}</small>
          </p>
        </div>
        <mulin-facts .facts=${this.#facts(receipt)}></mulin-facts>
        <p class="until">${words.find(receipt.phone !== undefined)}</p>
        <div class="keep">
          <mulin-print .slip=${this.#slip(receipt)}></mulin-print>
          ${
            this.keys === 'screen'
              ? nothing
              : html`<mulin-button @click=${this.#onCalendar}>
                  <mulin-icon slot="start" name="calendar"></mulin-icon>${words.calendar}
                </mulin-button>`
          }
        </div>
      </article>`;
  }

  #facts({ cases, persons, phone, files }: ReceiptView) {
    const words = this.say(receiptWords);
    return [
      ...cases.flatMap((one) => [
        { label: words.service, value: this.#nameOf(one) },
        { label: words.until, value: this.#until(one) },
      ]),
      ...persons.map(({ idNumber }) => ({ label: words.idNumber, value: idNumber })),
      ...(phone ? [{ label: words.phone, value: phone }] : []),
      ...(files > 0 ? [{ label: words.files, value: words.count(files) }] : []),
    ];
  }

  #text({ code, cases }: ReceiptView): string {
    const words = this.say(receiptWords);
    return [
      ...cases.map((one) => `${this.#nameOf(one)} · ${words.until} ${this.#until(one)}`),
      `${words.code} ${grouped(code)}`,
    ].join('\n');
  }

  /** Nobody's number is on it: a slip is easily left behind. */
  #slip(receipt: ReceiptView): Slip {
    const words = this.say(receiptWords);
    return {
      lang: this.locale,
      title: words.slip,
      lines: [
        { kind: 'heading', text: words.slip },
        { kind: 'text', text: words.code },
        { kind: 'large', text: grouped(receipt.code) },
        ...receipt.cases.flatMap((one): Slip['lines'][number][] => [
          { kind: 'rule' },
          { kind: 'heading', text: this.#nameOf(one) },
          { kind: 'fact', label: words.until, value: this.#until(one) },
        ]),
        { kind: 'rule' },
        { kind: 'text', text: words.find(receipt.phone !== undefined) },
        { kind: 'qr', value: this.#text(receipt) },
      ],
    };
  }

  #nameOf({ service }: CaseView): string {
    const found = this.#directory.value?.services.find(({ id }) => id === service);
    return found?.name[this.locale] ?? service;
  }

  #until({ decideBy }: CaseView): string {
    return fullDayName(this.locale, decideBy);
  }

  /** The day by which each of them is answered, without the code that opens it: a calendar is often shared. */
  #entryOf(one: CaseView, zone: string): CalendarEntry {
    const words = this.say(receiptWords);
    const { home } = this.#directory.value ?? {};
    const place = home?.name[this.locale] ?? '';
    return {
      uid: `${one.id}@case.mulin`,
      sequence: one.sequence,
      status: one.provisional ? 'tentative' : 'confirmed',
      stamp: this.#clock.now,
      date: one.decideBy,
      minutes: 0,
      zone,
      summary: words.deadline(this.#nameOf(one)),
      location: place,
      description: words.find(this.receipt?.phone !== undefined),
      organizer: place,
      lang: this.locale,
      remindMinutes: REMIND,
    };
  }

  readonly #onCalendar = (): void => {
    const { receipt } = this;
    if (!receipt) return;
    const [first, ...more] = receipt.cases.map((one) => this.#entryOf(one, receipt.zone));
    if (!first) return;
    const file = icsOf(first, ...more);
    const href = URL.createObjectURL(new Blob([file], { type: 'text/calendar;charset=utf-8' }));
    const download = `${first.date}-${receipt.code}.ics`;
    Object.assign(document.createElement('a'), { href, download }).click();
    setTimeout(() => URL.revokeObjectURL(href)); // the download has begun by then
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-form-receipt': MulinFormReceipt;
  }
}
