import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { screen, screeningForm, type Screened } from '../model/form/index.ts';
import type { OfferedForms } from '../model/form/queries.ts';
import type { ReceiptView } from '../model/case/view.ts';
import { dateAt } from '../model/shared/dates.ts';
import '../parts/application/index.ts';
import type { Kept } from '../parts/application/index.ts';
import type { FilledForm, MulinForm } from '../parts/form/index.ts';
import '../parts/form/index.ts';
import type { Area } from '../ui/address-line.ts';
import { element, MulinElement } from '../ui/base.ts';
import '../ui/button.ts';
import { Clock } from '../ui/clock.ts';
import '../ui/field.ts';
import { ground } from '../ui/ground.styles.ts';
import '../ui/notice.ts';
import { Watch } from '../ui/watch.ts';
import { applicationTrouble, applicationWords, type NotSent } from './application.strings.ts';
import { Handing } from './handing.ts';
import {
  filesIn,
  formsIn,
  intakeOf,
  keptIn,
  mayKeep,
  pageOf,
  resumed,
  type Begun,
  type Intake,
  type Resumed,
} from './intake.ts';
import { Jotting } from './jotting.ts';
import { beginReading } from './begin-reading.ts';

/** What is on the screen beside or instead of the form. */
type Aside =
  | { readonly what: 'tail'; readonly filled: FilledForm; readonly services: readonly string[] }
  | { readonly what: 'screened'; readonly filled: FilledForm; readonly found: readonly Screened[] }
  | { readonly what: 'keep'; readonly filled: FilledForm; readonly kept?: Kept };

/**
 * Applies for a service, or for several at once: the form, then the receipt. Files are handed in one after the other before
 * the form is; whatever goes wrong on the way is told, and nothing that was filled in is lost by it. Half-filled, it outlives
 * a reload where the scope has a notebook, and can be taken along by a code where the form allows it.
 *
 * Where a form screens (困难对象甄别), its result is shown before it is handed in if it speaks of anything but what was asked
 * for; with `screening` it comes first, from a few questions, and leads on to the form.
 *
 * @summary An application from its first question to its receipt.
 * @slot receipt - Below the receipt: what to do next.
 * @fires {CustomEvent<{ code: string }>} mulin-applied - It was handed in. Carries no personal data.
 * @fires {CustomEvent<{}>} mulin-kept - It was put away, to go on later. Carries no personal data.
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
      .done,
      .form {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--mulin-space-4);
      }
      [hidden] {
        display: none;
      }
    `,
  ];

  /** The service, by its id in the pack. */
  @property() service = '';

  /** Several services instead, handed in under one receipt. */
  @property({ attribute: false }) services: readonly string[] = [];

  /** Begins with the few questions that tell what one may have a claim to. */
  @property({ type: Boolean }) screening = false;

  /** What was filled in before, here or elsewhere. */
  @property({ attribute: false }) begun: Begun | undefined;

  /** What is applied for now; a screening may have changed it. */
  @state() private wanted: readonly string[] = [];
  @state() private short = false;
  @state() private receipt: ReceiptView | undefined;
  @state() private trouble: NotSent | undefined;
  @state() private aside: Aside | undefined;
  /** What was filled in before, brought to the forms as they are today. */
  @state() private start:
    (Resumed & { readonly from: 'nothing' | 'notebook' | 'begun' }) | undefined;
  @state() private tail = '';
  @query('mulin-form') private readonly form!: MulinForm | null;
  readonly #handing = new Handing(this);
  readonly #jotting = new Jotting(this);
  readonly #clock = new Clock(this, () => false);
  #from: Begun | undefined;
  readonly #offer = new Watch(this, 'form.for-services', () =>
    this.wanted.length > 0 ? { services: [...this.wanted] } : undefined,
  );

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isNew =
      changed.has('service') ||
      changed.has('services') ||
      changed.has('screening') ||
      changed.has('begun');
    if (isNew) this.#begin(this.services.length > 0 ? this.services : [this.service], this.begun);
  }

  #begin(services: readonly string[], begun: Begun | undefined, short = this.screening): void {
    this.wanted = services.filter(Boolean);
    this.short = short;
    this.#from = begun;
    this.receipt = undefined;
    this.trouble = undefined;
    this.aside = undefined;
    this.start = undefined;
    this.#finding = undefined;
    this.tail = '';
    this.#handing.begin(begun);
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
        return this.#renderAll(this.#intakeOf(snapshot.value));
    }
  }

  #renderAll(intake: Intake): TemplateResult {
    if (this.receipt) return this.#renderReceipt(this.receipt);
    if (!this.start) {
      void this.#find(intake);
      return html`<p role="status">${this.say(applicationWords).waiting}</p>`;
    }
    return html`<div class="form" ?hidden=${this.aside !== undefined}>
        ${this.#renderStart(intake)} ${this.#renderForm(intake, this.start)}
      </div>
      ${this.aside ? this.#renderAside(intake, this.aside) : nothing}`;
  }

  /** What has become of that which was filled in before. */
  #renderStart(intake: Intake): TemplateResult | typeof nothing {
    const words = this.say(applicationWords);
    const { from, again, lost } = this.start ?? { from: 'nothing', again: [], lost: [] };
    const pause = this.locale === 'en' ? ', ' : '、';
    return html`${
      from === 'nothing' || lost.length > 0
        ? nothing
        : html`<mulin-notice heading=${from === 'notebook' ? words.still : words.goOn}>
            ${words.stillNext}
            <mulin-button slot="actions" @click=${() => this.#onAnew(intake)}
              >${words.anew}</mulin-button
            >
          </mulin-notice>`
    }
    ${
      again.length > 0
        ? html`<mulin-notice kind="warning" heading=${words.newer}
            >${words.again(again.join(pause))}</mulin-notice
          >`
        : nothing
    }
    ${
      lost.length > 0
        ? html`<mulin-notice kind="warning" heading=${words.newer}
            >${words.lost(lost.join(pause))}</mulin-notice
          >`
        : nothing
    }`;
  }

  #renderForm(intake: Intake, start: Resumed): TemplateResult {
    const words = this.say(applicationWords);
    const { form, areas } = intake;
    return html`${keyed(
      start,
      html`<mulin-form
        steps
        ?busy=${this.#handing.busy}
        .form=${this.#formOf(intake)}
        .answers=${start.answers}
        .files=${start.files}
        .areas=${this.#areasOf(areas)}
        @answers=${() => this.#onAnswers(intake)}
        @done=${(event: CustomEvent<FilledForm>) => this.#onDone(intake, event.detail)}
      >
        <div slot="trouble">${this.#renderTrouble()}</div>
      </mulin-form>`,
    )}
    ${
      !this.short && form.envelope && mayKeep(intake, 'take-along')
        ? html`<mulin-button @click=${this.#onKeep}>${words.keep}</mulin-button>`
        : nothing
    }`;
  }

  #renderAside(intake: Intake, aside: Aside): TemplateResult {
    const back = (): void => this.#turn(undefined);
    switch (aside.what) {
      case 'tail':
        return this.#renderTail(intake, aside);
      case 'screened':
        return html`<mulin-screened
          .found=${aside.found}
          .wanted=${this.short ? [] : this.wanted}
          .way=${(services: readonly string[]) => this.#wayTo(intake, services)}
          ?busy=${this.#handing.busy}
          @leave=${back}
          @onward=${(event: CustomEvent<readonly string[]>) => this.#onScreened(intake, aside.filled, event.detail)}
          ><div slot="trouble">${this.#renderTrouble()}</div></mulin-screened
        >`;
      case 'keep':
        return html`<mulin-keep-draft
          tail=${this.#handing.tail ?? tailOf(aside.filled)}
          name=${this.#nameOf(intake)}
          .kept=${aside.kept}
          ?busy=${this.#handing.busy}
          @stay=${back}
          @leave=${() => this.emit('mulin-leave', {})}
          @keep=${(event: CustomEvent<string>) => this.#keep(intake, aside.filled, event.detail)}
          ><div slot="trouble">${this.#renderTrouble()}</div></mulin-keep-draft
        >`;
    }
  }

  /** Whoever has no phone chooses four digits, so that the receipt opens for nobody else. */
  #renderTail(intake: Intake, aside: Extract<Aside, { readonly what: 'tail' }>): TemplateResult {
    const words = this.say(applicationWords);
    return html`<form
      class="tail"
      novalidate
      @submit=${(event: Event) => this.#onTail(event, intake, aside)}
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
      <mulin-button kind="primary" size="main" type="submit" ?busy=${this.#handing.busy}>
        ${words.submit}
      </mulin-button>
      <mulin-button @click=${() => this.#turn(undefined)}>${words.back}</mulin-button>
    </form>`;
  }

  #renderTrouble(): TemplateResult | typeof nothing {
    if (!this.trouble) return nothing;
    const { title, next } = applicationTrouble(this.locale, this.trouble);
    return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
  }

  #renderReceipt(receipt: ReceiptView): TemplateResult {
    const words = this.say(applicationWords);
    return html`<div class="done">
      <mulin-form-receipt .receipt=${receipt}></mulin-form-receipt>
      <slot name="receipt"></slot>
      <mulin-button kind="primary" size="main" @click=${() => this.emit('mulin-leave', {})}>
        ${words.done}
      </mulin-button>
    </div>`;
  }

  #intake: { readonly from: OfferedForms; readonly intake: Intake } | undefined;

  #intakeOf(from: OfferedForms): Intake {
    if (this.#intake?.from !== from) this.#intake = { from, intake: intakeOf(from) };
    return this.#intake.intake;
  }

  /** Of a screening only the questions it looks at; the same object each time. */
  #formOf({ form }: Intake): Intake['form'] {
    if (!this.short) return form;
    if (this.#shortened?.from !== form)
      this.#shortened = { from: form, form: screeningForm(form, shortTitle) ?? form };
    return this.#shortened.form;
  }
  #shortened: { readonly from: Intake['form']; readonly form: Intake['form'] } | undefined;

  #areas:
    | {
        readonly from: OfferedForms['areas'];
        readonly locale: string;
        readonly areas: readonly Area[];
      }
    | undefined;

  /** The same list each time, in the present language. */
  #areasOf(from: OfferedForms['areas']): readonly Area[] {
    if (this.#areas?.from !== from || this.#areas.locale !== this.locale) {
      const areas = from.map(({ code, name }) => ({ code, name: name[this.locale] }));
      this.#areas = { from, locale: this.locale, areas };
    }
    return this.#areas.areas;
  }

  #todayIn({ zone }: OfferedForms): string {
    return dateAt(this.#clock.now, zone);
  }

  #nameOf({ form }: Intake): string {
    return form.envelope?.title[this.locale] ?? '';
  }

  /** Once for each application: what was begun elsewhere, or stands in the notebook of this session. */
  async #find(intake: Intake): Promise<void> {
    if (this.#finding === intake) return;
    this.#finding = intake;
    // Waited for in any case: nothing may change while it is drawn.
    const noted = await (this.#from || this.short
      ? undefined
      : this.#jotting.find(pageOf(this.wanted)));
    if (this.#finding !== intake) return;
    const begun = this.#from ?? noted ?? { forms: [], files: [] };
    const ctx = { today: this.#todayIn(intake), locale: this.locale };
    const from = this.#from?.draft ? 'begun' : noted ? 'notebook' : 'nothing';
    this.start = { ...resumed(intake, begun, ctx), from };
  }
  #finding: Intake | undefined;

  #begunNow(intake: Intake): Begun | undefined {
    const filled = this.form?.filled;
    if (!filled) return undefined;
    return { forms: keptIn(intake, filled.answers), files: filesIn(intake, filled.files) };
  }

  #onAnswers(intake: Intake): void {
    if (!this.short && mayKeep(intake, 'session'))
      this.#jotting.soon(pageOf(this.wanted), () => this.#begunNow(intake));
  }

  async #onAnew(intake: Intake): Promise<void> {
    await this.#jotting.tear(pageOf(this.wanted));
    const nothing = { forms: [], files: [] };
    const ctx = { today: this.#todayIn(intake), locale: this.locale };
    this.start = { ...resumed(intake, nothing, ctx), from: 'nothing' };
  }

  readonly #onKeep = (): void => {
    const filled = this.form?.filled;
    if (filled) this.#turn({ what: 'keep', filled });
  };

  async #keep(intake: Intake, filled: FilledForm, tail: string): Promise<void> {
    this.trouble = undefined;
    const outcome = await this.#handing.keep(intake, filled, tail);
    if (!outcome) return;
    if (outcome.status !== 'sent') {
      this.trouble = outcome;
      return;
    }
    await this.#jotting.tear(pageOf(this.wanted));
    this.emit('mulin-kept', {});
    this.#turn({ what: 'keep', filled, kept: outcome.result });
  }

  async #onDone(intake: Intake, filled: FilledForm): Promise<void> {
    const found = this.#screened(intake, filled);
    if (found.length > 0) this.#turn({ what: 'screened', filled, found });
    else await this.#handIn(intake, filled);
  }

  /** All of it after the few questions; before handing in, only what is about more than the person came for. */
  #screened(intake: Intake, { answers }: FilledForm): readonly Screened[] {
    const form = this.#formOf(intake);
    const found = screen(form, answers, { today: this.#todayIn(intake) }).map((one) => {
      const only = form.envelope?.services.length === 1 ? form.envelope.services[0] : undefined;
      const service = one.service ?? only;
      return { ...one, ...(service !== undefined && { service }) };
    });
    if (this.short) return found;
    const told = found.filter(({ basis }) => basis !== undefined);
    const isPlain = told.every(
      ({ outcome, service }) =>
        service !== undefined && this.wanted.includes(service) && outcome === 'likely',
    );
    return isPlain ? [] : told;
  }

  /** Services of the forms that are filled in can be handed in at once; for others there is more to fill in. */
  #wayTo(intake: Intake, services: readonly string[]): 'form' | 'further' | 'hand' {
    if (this.short) return 'form';
    const covered = intake.forms.flatMap(({ envelope }) => envelope?.services ?? []);
    return services.every((one) => covered.includes(one)) ? 'hand' : 'further';
  }

  async #onScreened(
    intake: Intake,
    filled: FilledForm,
    services: readonly string[],
  ): Promise<void> {
    if (this.#wayTo(intake, services) === 'hand') {
      await this.#handIn(intake, filled, services);
      return;
    }
    const begun = {
      forms: formsIn(intake, filled.answers),
      files: filesIn(intake, filled.files),
    };
    this.#begin(services, begun, false);
    this.#toHeading();
  }

  async #onTail(
    event: Event,
    intake: Intake,
    { filled, services }: Extract<Aside, { readonly what: 'tail' }>,
  ): Promise<void> {
    event.preventDefault();
    if (this.tail.length === 4) await this.#handIn(intake, filled, services);
    else this.renderRoot.querySelector('mulin-field')?.focus();
  }

  async #handIn(intake: Intake, filled: FilledForm, services = this.wanted): Promise<void> {
    if (filled.phone === undefined && this.tail.length < 4)
      return this.#turn({ what: 'tail', filled, services });
    this.trouble = undefined;
    const outcome = await this.#handing.submit(servingOf(intake, services), filled, this.tail);
    if (!outcome) return;
    if (outcome.status !== 'sent') return this.#fail(outcome);
    await this.#jotting.tear(pageOf(this.wanted));
    this.receipt = outcome.result;
    this.emit('mulin-applied', { code: outcome.result.code });
    await this.updateComplete;
    this.scrollIntoView({ block: 'start' });
  }

  #fail(trouble: NotSent): void {
    this.trouble = trouble;
    // What the hall objects to stands in the form: there it is shown in its place.
    if (this.aside === undefined) this.form?.reportValidity();
  }

  #turn(aside: Aside | undefined): void {
    this.aside = aside;
    this.trouble = undefined;
    this.#toHeading();
  }

  /** Every turn begins at a heading, for the eye and for the ear. */
  #toHeading(): void {
    void this.updateComplete.then(() => {
      this.scrollIntoView({ block: 'start' });
      const part = this.renderRoot.querySelector<MulinElement>(
        'mulin-screened, mulin-keep-draft, mulin-form',
      );
      return part && beginReading(part);
    });
  }
}

/** The same forms, handed in for these services. */
const servingOf = (intake: Intake, services: readonly string[]): Intake => ({
  ...intake,
  services: services.map((service) => ({
    service,
    form:
      intake.services.find((one) => one.service === service)?.form ??
      intake.forms.find(({ envelope }) => envelope?.services.includes(service))?.id ??
      '',
  })),
});

const shortTitle = { 'zh-CN': '先看看能不能申请', en: 'See first what you may apply for' };

const tailOf = ({ phone = '' }: FilledForm): string =>
  /^\d{11}$/.test(phone) ? phone.slice(-4) : '';

declare global {
  interface HTMLElementTagNameMap {
    'mulin-application': MulinApplication;
  }
}
