import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { OfferedForm } from '../model/form/queries.ts';
import type { ReceiptView } from '../model/case/view.ts';
import '../parts/application/receipt.ts';
import type { FilledForm, MulinForm } from '../parts/form/index.ts';
import '../parts/form/index.ts';
import type { Area } from '../ui/address-line.ts';
import { element, MulinElement } from '../ui/base.ts';
import '../ui/button.ts';
import '../ui/field.ts';
import { ground } from '../ui/ground.styles.ts';
import '../ui/notice.ts';
import { Sending } from '../ui/sending.ts';
import { Watch } from '../ui/watch.ts';
import { applicationTrouble, applicationWords, type NotSent } from './application.strings.ts';

/**
 * Applies for a service: its form, then the receipt. Files are handed in one after the other before the form is; whatever
 * goes wrong on the way is told, and nothing that was filled in is lost by it.
 *
 * @summary An application from its first question to its receipt.
 * @slot receipt - Below the receipt: what to do next.
 * @fires {CustomEvent<{ code: string }>} mulin-applied - It was handed in. Carries no personal data.
 * @fires {CustomEvent<{}>} mulin-leave - The person went back from the first question, or is done.
 * @example
 * <mulin-application service="meal-assistance"></mulin-application>
 */
@element('mulin-application')
export class MulinApplication extends MulinElement {
  static override styles = [
    ground,
    css`
      :host {
        max-inline-size: 1040px;
        margin-inline: auto;
      }
      .tail,
      .done {
        display: grid;
        gap: var(--mulin-space-4);
      }
    `,
  ];

  /** The service, by its id in the pack. */
  @property() service = '';

  @state() private receipt: ReceiptView | undefined;
  @state() private trouble: NotSent | undefined;
  /** What is to be handed in, while four digits are asked for because there is no phone. */
  @state() private waiting: FilledForm | undefined;
  @state() private tail = '';
  @query('mulin-form') private readonly form!: MulinForm | null;
  readonly #sending = new Sending(this);
  /** Names the files of this application, so that a second attempt does not send them as others. */
  #bundle = '';
  readonly #sent = new Set<string>();
  readonly #offer = new Watch(this, 'form.for-service', () =>
    this.service ? { service: this.service } : undefined,
  );

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('service')) return;
    this.receipt = undefined;
    this.trouble = undefined;
    this.waiting = undefined;
    this.#bundle = '';
    this.#sent.clear();
  }

  override render(): TemplateResult {
    const words = this.say(applicationWords);
    const { snapshot } = this.#offer;
    switch (snapshot.status) {
      case 'waiting':
        return html`<p role="status">${words.waiting}</p>`;
      case 'refused':
      case 'fault': {
        const { title, next } = applicationTrouble(this.locale, snapshot);
        return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>
          <mulin-button @click=${() => this.emit('mulin-leave', {})}>${words.leave}</mulin-button>`;
      }
      case 'answer':
        return this.receipt
          ? this.#renderReceipt(this.receipt, snapshot.value)
          : this.#renderForm(snapshot.value);
    }
  }

  #renderForm({ form, areas }: OfferedForm): TemplateResult {
    return html`${keyed(
      form.id,
      html`<mulin-form
        steps
        ?hidden=${this.waiting !== undefined}
        ?busy=${this.#sending.busy}
        .form=${form}
        .areas=${this.#areasOf(areas)}
        @done=${(event: CustomEvent<FilledForm>) => this.#onDone(event.detail)}
      >
        <div slot="trouble">${this.#renderTrouble()}</div>
      </mulin-form>`,
    )}
    ${this.waiting ? this.#renderTail(this.waiting) : nothing}`;
  }

  #renderTrouble(): TemplateResult | typeof nothing {
    if (!this.trouble) return nothing;
    const { title, next } = applicationTrouble(this.locale, this.trouble);
    return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
  }

  /** Whoever has no phone chooses four digits, so that the receipt opens for nobody else. */
  #renderTail(filled: FilledForm): TemplateResult {
    const words = this.say(applicationWords);
    return html`<form
      class="tail"
      novalidate
      @submit=${(event: Event) => this.#onTail(event, filled)}
    >
      <h2 tabindex="-1">${words.tailTitle}</h2>
      <mulin-field
        name="tail"
        kind="digits"
        maxlength="4"
        label=${words.tail}
        hint=${words.tailHint}
        required
        .value=${this.tail}
        @input=${(event: Event) => (this.tail = (event.target as HTMLElement & { value: string }).value)}
      ></mulin-field>
      ${this.#renderTrouble()}
      <mulin-button kind="primary" size="main" type="submit" ?busy=${this.#sending.busy}>
        ${words.submit}
      </mulin-button>
      <mulin-button @click=${() => (this.waiting = undefined)}>${words.back}</mulin-button>
    </form>`;
  }

  #renderReceipt(receipt: ReceiptView, { form }: OfferedForm): TemplateResult {
    const words = this.say(applicationWords);
    return html`<div class="done">
      <mulin-form-receipt
        .receipt=${receipt}
        name=${form.envelope?.title[this.locale] ?? ''}
      ></mulin-form-receipt>
      <slot name="receipt"></slot>
      <mulin-button kind="primary" size="main" @click=${() => this.emit('mulin-leave', {})}>
        ${words.done}
      </mulin-button>
    </div>`;
  }

  #areas:
    | {
        readonly from: OfferedForm['areas'];
        readonly locale: string;
        readonly areas: readonly Area[];
      }
    | undefined;

  /** The same list each time, in the present language. */
  #areasOf(from: OfferedForm['areas']): readonly Area[] {
    if (this.#areas?.from !== from || this.#areas.locale !== this.locale) {
      const areas = from.map(({ code, name }) => ({ code, name: name[this.locale] }));
      this.#areas = { from, locale: this.locale, areas };
    }
    return this.#areas.areas;
  }

  async #onDone(filled: FilledForm): Promise<void> {
    if (filled.phone === undefined && this.tail.length < 4) this.waiting = filled;
    else await this.#send(filled);
  }

  async #onTail(event: Event, filled: FilledForm): Promise<void> {
    event.preventDefault();
    if (this.tail.length === 4) await this.#send(filled);
    else this.renderRoot.querySelector('mulin-field')?.focus();
  }

  async #send(filled: FilledForm): Promise<void> {
    this.trouble = undefined;
    const { formId, formVersion, answers, persons, phone, signature, files } = filled;
    this.#bundle ||= crypto.randomUUID();
    for (const { id, item, name, type, blob } of files) {
      if (this.#sent.has(id)) continue;
      const data = await base64(blob);
      const outcome = await this.#sending.send('evidence.add', {
        ...{ bundle: this.#bundle, id, item, name, type, data },
      });
      if (!outcome) return;
      if (outcome.status !== 'sent') return this.#fail(outcome);
      this.#sent.add(id);
    }
    const outcome = await this.#sending.send('case.submit', {
      cases: [
        { service: this.service, formId, formVersion, answers: answers as Record<string, unknown> },
      ],
      persons: [...persons],
      ...(phone === undefined ? { tail: this.tail } : { phone }),
      ...(files.length > 0 && { bundle: this.#bundle }),
      evidence: files.map(({ id }) => id),
      ...(signature !== undefined && { signature }),
    });
    if (!outcome) return;
    if (outcome.status !== 'sent') return this.#fail(outcome);
    this.receipt = outcome.result;
    this.emit('mulin-applied', { code: outcome.result.code });
    await this.updateComplete;
    this.scrollIntoView({ block: 'start' });
  }

  #fail(trouble: NotSent): void {
    this.trouble = trouble;
    // What the hall objects to stands in the form: there it is shown in its place.
    if (this.waiting === undefined) this.form?.reportValidity();
  }
}

async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-application': MulinApplication;
  }
}
