import { consume } from '@lit/context';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';

import type { IdCard } from '../../device/card/contract.ts';
import type {
  ElementState,
  Facts,
  FormDefinition,
  FormState,
  JsonSchema,
  UiElement,
} from '../../model/form/index.ts';
import type { Area } from '../../ui/address-line.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import { Clock } from '../../ui/clock.ts';
import { keysContext } from '../../ui/contexts.ts';
import '../../ui/icon.ts';
import type { MulinPhoto } from '../../ui/photo.ts';
import '../../ui/steps.ts';
import { answerIn } from './answers.ts';
import { drawElement, type Look } from './draw.ts';
import { Filling, type FilledForm } from './filling.ts';
import { formStyles } from './form.styles.ts';
import { bring } from './late.ts';
import { factsOf } from './review.ts';
import { elementsWithErrors, questionsOf, screensOf, type Screen } from './screens.ts';
import { formWords, type FormWords } from './strings.ts';

const REVIEW = 'review';
/** Shanghai is eight hours ahead, all year round; a formatter of dates would take longer than to draw the form. */
const AHEAD = 8 * 60 * 60 * 1000;
type Control = HTMLElement & { readonly value: string };

/**
 * Fills in a form: a JSON Schema and a JSON Forms UI schema as anybody writes them, with or without an envelope. One group
 * of questions at a time on a terminal, one page or steps elsewhere; what is wrong is said in its place and in a list that
 * leads there; before it is handed in, all of it can be read over and changed. Nothing typed is lost on the way back and
 * forth, and nothing is left when the element goes.
 *
 * @summary A form, from its first question to its last check.
 * @slot trouble - Above the way forward: why handing in did not work.
 * @fires {CustomEvent<{ answers: unknown; ok: boolean }>} answers - Something was filled in. Personal: it does not bubble,
 *   only who stands around it hears it.
 * @fires {CustomEvent<FilledForm>} done - It is complete and is to be handed in. Personal as well.
 * @fires {CustomEvent<{}>} mulin-leave - The person went back from the first screen.
 * @csspart header - Title and progress.
 * @csspart screen - The questions on screen.
 * @csspart forward - The bar with the way forward.
 * @example
 * <mulin-form steps></mulin-form>
 */
@element('mulin-form')
export class MulinForm extends MulinElement {
  static override styles = formStyles;

  /** The form. Replace it to change it. */
  @property({ attribute: false }) form: FormDefinition | undefined;

  /** A plain pair, for pages that have no definition: the schema of the answers. */
  @property({ attribute: false }) schema: JsonSchema | undefined;

  /** The layout of a plain pair; without it the questions follow from the schema. */
  @property({ attribute: false }) uischema: UiElement | undefined;

  /** What is known at first; what is filled in is told by `answers`. */
  @property({ attribute: false }) answers: unknown = {};

  /** What the page knows of the person, by the sources of `prefill`: `{ 'session.phone': '13912345678' }`. */
  @property({ attribute: false }) known: Facts = {};

  /** Files that belong to those answers. */
  @property({ attribute: false }) files: FilledForm['files'] = [];

  /** The areas that addresses are chosen from. */
  @property({ attribute: false }) areas: readonly Area[] = [];

  /** One group of questions at a time; a terminal always does so. */
  @property({ type: Boolean, reflect: true }) steps = false;

  /** Only to be read. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** It is being handed in. */
  @property({ type: Boolean, reflect: true }) busy = false;

  /** The day it is where the form is handed in, `2026-12-11`; without it, the day in Shanghai by the hall's clock. */
  @property() today = '';

  @consume({ context: keysContext, subscribe: true })
  @state()
  private keys: 'screen' | 'system' | undefined;
  /** The key of the screen; `review` for the last. */
  @state() private at = '';
  @state() private summary: readonly ElementState[] = [];
  @state() private reviewed = false;
  @query('.summary') private readonly list!: HTMLElement | null;
  @query('h2, h3') private readonly heading!: HTMLElement | null;
  readonly #clock = new Clock(this, () => false);
  readonly #filling = new Filling(this, () => ({
    locale: this.locale,
    today: this.#today,
    readonly: this.readonly,
  }));

  /** Whether it could be handed in, and what as. */
  get verdict(): FormState['verdict'] | undefined {
    return this.#filling.state?.verdict;
  }

  /** What is filled in so far, also where something is still missing or wrong. Personal. */
  get filled(): FilledForm | undefined {
    return this.#filling.filled;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const pair = changed.has('schema') || changed.has('uischema');
    if (pair && this.schema) this.form = pairOf(this.schema, this.uischema);
    if (!changed.has('form') && !changed.has('answers') && !pair) return;
    this.#filling.begin(this.form, this.answers, this.known, this.files);
    this.at = '';
    this.summary = [];
    this.reviewed = false;
  }

  /** Shows all that is wrong, as the way forward does. False where something is. */
  reportValidity(): boolean {
    const { state } = this.#filling;
    return state !== undefined && this.#isRight([state.root]);
  }

  override render(): TemplateResult | typeof nothing {
    const { state } = this.#filling;
    if (!state || !this.form) return nothing;
    const words = this.say(formWords);
    const screens = this.#screensOf(state);
    const index = this.#indexIn(screens);
    const screen = screens[index];
    return html`<form
      novalidate
      @submit=${(event: Event) => event.preventDefault()}
      @input=${this.#onInput}
      @change=${this.#onLeave}
      @click=${this.#onClick}
    >
      ${this.#renderHeader(this.form, screens, index, words)} ${this.#renderSummary(words)}
      <div part="screen">
        ${screen ? this.#renderScreen(screen, words) : this.#renderReview(screens, words)}
      </div>
      <slot name="trouble"></slot>
      ${this.readonly ? nothing : this.#renderForward(screens, index, words)}
    </form>`;
  }

  #renderHeader(
    { envelope }: FormDefinition,
    screens: readonly Screen[],
    index: number,
    words: FormWords,
  ): TemplateResult | typeof nothing {
    const count = screens.length + (this.#hasReview ? 1 : 0);
    if (envelope?.sample) bring('sample');
    if (!envelope && count < 2) return nothing;
    return html`<header part="header">
      ${
        this.#isStepwise
          ? html`<mulin-button
              label=${index > 0 ? words.back : words.leave}
              @click=${() => this.#back(screens, index)}
            >
              <mulin-icon name="chevron-left"></mulin-icon>
            </mulin-button>`
          : nothing
      }
      ${
        envelope
          ? html`<h2 tabindex="-1">
              ${envelope.title[this.locale]}${
                envelope.sample
                  ? html` <mulin-sample explanation=${words.sample}></mulin-sample>`
                  : nothing
              }
            </h2>`
          : nothing
      }
      <p>${this.#timeLeft(screens, index, words) || envelope?.summary?.[this.locale]}</p>
      ${count > 1 && this.#isStepwise ? this.#renderSteps(screens, index, words) : nothing}
    </header>`;
  }

  #renderSteps(screens: readonly Screen[], index: number, words: FormWords): TemplateResult {
    const names = screens.map(({ label }, i) => label || words.row(i + 1));
    return html`<mulin-steps
      .steps=${this.#hasReview ? [...names, words.reviewTitle] : names}
      .current=${index + 1}
    ></mulin-steps>`;
  }

  /** By the questions that are still open on this screen and those to come: it never says less than there is. */
  #timeLeft(screens: readonly Screen[], index: number, words: FormWords): string {
    const minutes = this.form?.envelope?.minutes;
    if (!minutes || this.readonly) return '';
    const questions = screens.flatMap(questionsOf);
    const open = screens
      .slice(index)
      .flatMap(questionsOf)
      .filter(({ value }) => value === undefined || value === '').length;
    if (index >= screens.length || questions.length === 0) return words.lastMinute;
    return words.left(Math.max(1, Math.ceil((minutes * open) / questions.length)));
  }

  #renderSummary(words: FormWords): TemplateResult | typeof nothing {
    const wrong = this.summary
      .map(({ key }) => this.#filling.element(key))
      .filter((one) => one?.visible && one.errors.length > 0) as ElementState[];
    if (wrong.length === 0) return nothing;
    return html`<div class="summary" role="group" aria-labelledby="mistakes" tabindex="-1">
      <h3 id="mistakes"><mulin-icon name="warning"></mulin-icon>${words.mistakes(wrong.length)}</h3>
      <p>${words.mistakesHint}</p>
      <ul>
        ${wrong.map(
          ({ key, errors: [error] }) =>
            html`<li>
              <button type="button" data-goto=${key}>${error?.sentence}</button>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  #renderScreen({ label, elements, key }: Screen, words: FormWords): TemplateResult {
    const look = this.#look(words, label !== '');
    const asksForCard = this.#asksForCard(elements);
    if (asksForCard) bring('id-card');
    return html`<section class="card" aria-label=${label || nothing} data-screen=${key}>
      ${label ? html`<h3 tabindex="-1">${label}</h3>` : nothing}
      ${
        asksForCard && !this.readonly
          ? html`<mulin-read-card
              @read=${(event: CustomEvent<IdCard>) => this.#filling.readCard(event.detail)}
            ></mulin-read-card>`
          : nothing
      }
      <div class="column ${isLong(elements) ? 'long' : ''}">
        ${elements.map((one) => drawElement(one, look))}
      </div>
    </section>`;
  }

  #renderReview(screens: readonly Screen[], words: FormWords): TemplateResult {
    const look = this.#look(words);
    bring('review');
    return html`<p class="intro">${words.reviewHint}</p>
      ${screens.map(
        ({ label, elements }) =>
          html`<section class="card" aria-label=${label || nothing}>
            ${label ? html`<h3>${label}</h3>` : nothing}
            <mulin-facts
              .facts=${factsOf(elements, look)}
              @mulin-change=${this.#onChange}
            ></mulin-facts>
          </section>`,
      )}`;
  }

  #renderForward(screens: readonly Screen[], index: number, words: FormWords): TemplateResult {
    const last = index >= screens.length - (this.#hasReview ? 0 : 1);
    const forward = last
      ? words.submit
      : this.reviewed
        ? words.backToReview
        : index === screens.length - 1
          ? words.toReview
          : words.next;
    return html`<div part="forward">
      <mulin-button
        kind="primary"
        size="main"
        type="button"
        ?busy=${this.busy}
        @click=${() => this.#forward(screens, index, last)}
      >
        ${forward}
      </mulin-button>
    </div>`;
  }

  get #today(): string {
    return this.today || new Date(this.#clock.now + AHEAD).toISOString().slice(0, 10);
  }

  get #isStepwise(): boolean {
    return this.steps || this.keys === 'screen';
  }

  get #hasReview(): boolean {
    return (
      !this.readonly &&
      this.form?.envelope !== undefined &&
      this.form.envelope.review?.show !== false
    );
  }

  #screensOf({ root }: FormState): readonly Screen[] {
    if (this.#isStepwise) return screensOf(root);
    return [{ key: root.key, label: '', elements: [root] }];
  }

  /** Where the person is; one past the last for the review. A screen that has gone meanwhile leads back to the first. */
  #indexIn(screens: readonly Screen[]): number {
    if (this.at === REVIEW && this.#hasReview) return screens.length;
    return Math.max(
      0,
      screens.findIndex(({ key }) => key === this.at),
    );
  }

  #look(words: FormWords, headed = true): Look {
    return {
      headed,
      form: this.form as FormDefinition,
      words,
      locale: this.locale,
      areas: this.areas,
      today: this.#today,
      turn: this.#filling.turn,
      error: (one) => this.#filling.error(one),
      shots: (path) => this.#filling.shots(path),
    };
  }

  #asksForCard(elements: readonly ElementState[]): boolean {
    const asked = (this.form?.envelope?.prefill ?? [])
      .filter(({ from }) => from.startsWith('id-card.'))
      .map(({ target }) => target);
    const asks = ({ ui, children }: ElementState): boolean =>
      asked.includes(ui.scope ?? '') || children.some(asks);
    return elements.some(asks);
  }

  /** False where something is wrong: it is shown then, in its place and in the list, and the list is read first. */
  #isRight(elements: readonly ElementState[]): boolean {
    this.#filling.try(elements);
    this.summary = elementsWithErrors(elements);
    if (this.summary.length === 0) return true;
    void this.updateComplete.then(() => {
      this.list?.focus({ preventScroll: true });
      this.list?.scrollIntoView({ block: 'start' });
    });
    return false;
  }

  #forward(screens: readonly Screen[], index: number, last: boolean): void {
    const screen = screens[index];
    if (screen && !this.#isRight(screen.elements)) return;
    if (last) return this.#finish(screens);
    const next = screens[index + 1];
    this.#go(this.reviewed || !next ? REVIEW : next.key);
  }

  /** An answer on one screen may have made another one wrong. */
  #finish(screens: readonly Screen[]): void {
    const broken = screens.find(({ elements }) => elementsWithErrors(elements).length > 0);
    if (broken) {
      this.#go(broken.key);
      this.#isRight(broken.elements);
      return;
    }
    const { filled, state } = this.#filling;
    if (!filled || !state?.verdict.ok) return;
    this.dispatchEvent(new CustomEvent<FilledForm>('done', { detail: filled }));
  }

  #back(screens: readonly Screen[], index: number): void {
    const before = screens[index - 1];
    if (before) this.#go(before.key);
    else this.emit('mulin-leave', {});
  }

  /** Every screen begins at its heading, for the eye and for the ear. */
  #go(at: string): void {
    this.at = at;
    this.summary = [];
    if (at === REVIEW) this.reviewed = true;
    void this.updateComplete.then(() => {
      this.scrollIntoView({ block: 'start' });
      this.heading?.focus({ preventScroll: true });
    });
  }

  /** Puts the keys where the answer is given. */
  async #goTo(key: string): Promise<void> {
    await this.updateComplete;
    const name = CSS.escape(key);
    const place = this.renderRoot.querySelector<HTMLElement>(
      `[data-key="${name}"], [data-add="${name}"]`,
    );
    const control = place?.matches('fieldset')
      ? place.querySelector<HTMLElement>('[data-key], mulin-button')
      : place;
    control?.scrollIntoView({ block: 'center' });
    control?.focus({ preventScroll: true });
  }

  #tell(): void {
    const { verdict } = this.#filling.state ?? {};
    const detail = { answers: verdict?.answers, ok: verdict?.ok ?? false };
    this.dispatchEvent(new CustomEvent('answers', { detail }));
  }

  readonly #onInput = (event: Event): void => {
    const control = event.target as Control;
    const element = this.#filling.element(control.dataset['key']);
    if (!element) return;
    if (control.localName === 'mulin-photo')
      this.#filling.keepShots(element.path, (control as MulinPhoto).shots);
    this.#filling.answer(element.path, answerIn(element, control));
    this.#tell();
  };

  readonly #onLeave = (event: Event): void => {
    const { key } = (event.target as HTMLElement).dataset;
    if (key) this.#filling.leave(key);
  };

  readonly #onClick = (event: Event): void => {
    const { add, remove, table, goto } = (event.target as HTMLElement).dataset;
    const rows = this.#filling.element(add ?? table);
    if (goto) void this.#goTo(goto);
    if (!rows) return;
    if (remove === undefined) this.#filling.addRow(rows);
    else this.#filling.removeRow(rows, Number(remove));
    this.#tell();
  };

  readonly #onChange = (event: CustomEvent<{ name: string }>): void => {
    const { state } = this.#filling;
    const { name } = event.detail;
    const screen = state && screensOf(state.root).find((one) => holds(one.elements, name));
    event.stopPropagation();
    this.#go(this.#isStepwise && screen ? screen.key : '');
    void this.#goTo(name);
  };
}

function pairOf(schema: JsonSchema, uischema: UiElement | undefined): FormDefinition {
  return { id: 'pair', version: 1, schema, ...(uischema && { uischema }) };
}

/** A page of this many questions is not laid out all at once. */
const LONG = 30;
const isLong = (elements: readonly ElementState[]): boolean =>
  elements.some(({ children }) => children.length > LONG) || elements.length > LONG;

const holds = (elements: readonly ElementState[], key: string): boolean =>
  elements.some((one) => one.key === key || holds(one.children, key));

declare global {
  interface HTMLElementTagNameMap {
    'mulin-form': MulinForm;
  }
}
