import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { IdCard } from '../../device/card/contract.ts';
import { mistakeInPerson, mistakeInPhone } from '../../model/booking/persons.ts';
import type { PersonRule } from '../../model/booking/rules.ts';
import type { Refusal } from '../../model/shared/law.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/field.ts';
import '../../ui/read-card.ts';
import { stepStyles } from './step.styles.ts';
import { lateWords, type LateWords } from './late.strings.ts';
import { sentenceFor } from './late.trouble.ts';

export interface Persons {
  readonly idNumbers: readonly string[];
  readonly phone: string;
}

/**
 * Who comes: one identity number each and a phone. No names: the cards say them on the day, and a keypad is enough.
 * Each number is judged by the law's own rules as soon as it is complete.
 *
 * @summary Fourth step of a booking: for whom?
 * @fires {CustomEvent<Persons>} persons - What is typed so far, with every stroke, so that nothing is lost on the way back.
 * @fires {Event} done - Everything is in order.
 */
@element('mulin-persons-form')
export class MulinPersonsForm extends MulinElement {
  static override styles = stepStyles;

  /** Who is asked for. */
  @property({ attribute: false }) persons: readonly PersonRule[] = [];
  /** The day of the appointment; ages count on it. */
  @property() date = '';
  /** Numbers typed so far, by position. */
  @property({ attribute: false }) idNumbers: readonly string[] = [];
  /** Phone typed so far. */
  @property() phone = '';
  /** Words of the way forward. */
  @property() next = '';

  /** Fields that were left or submitted: before that nobody is told off for a number half typed. */
  @state() private judged: ReadonlySet<string> = new Set();

  override render(): TemplateResult {
    const words = this.say(lateWords);
    return html`<form novalidate @submit=${this.#onSubmit}>
      <p>${words.privacy}</p>
      ${this.persons.map((person, i) => this.#person(person, i, words))}
      <mulin-field
        name="phone"
        kind="phone"
        label=${words.phone}
        hint=${words.phoneHint}
        error=${this.#errorAt('phone', this.#phoneMistake, this.phone)}
        required
        .value=${this.phone}
        @input=${this.#onPhone}
        @change=${this.#onLeave}
      ></mulin-field>
      <mulin-button kind="primary" size="main" type="submit">${this.next}</mulin-button>
    </form>`;
  }

  #person({ role, name }: PersonRule, i: number, words: LateWords): TemplateResult {
    const typed = this.idNumbers[i] ?? '';
    return html`<mulin-read-card
        label=${words.readCardOf(name[this.locale])}
        @read=${(event: CustomEvent<IdCard>) => this.#onCard(i, event)}
      ></mulin-read-card>
      <mulin-field
        name=${role}
        kind="id-number"
        label=${words.idNumber(name[this.locale])}
        hint=${words.idHint}
        error=${this.#errorAt(role, this.#personMistake(i), typed)}
        required
        .value=${typed}
        @input=${(event: Event) => this.#onNumber(i, event)}
        @change=${this.#onLeave}
      ></mulin-field>`;
  }

  #personMistake(i: number): Refusal | undefined {
    const rule = this.persons[i];
    const typed = this.persons.map(({ role }, at) => ({
      role,
      idNumber: this.idNumbers[at] ?? '',
    }));
    return rule && mistakeInPerson(rule, typed, i, this.date);
  }

  get #phoneMistake(): Refusal | undefined {
    return mistakeInPhone(this.phone);
  }

  #errorAt(name: string, mistake: Refusal | undefined, typed: string): string {
    if (!mistake || !this.judged.has(name)) return '';
    if (typed === '') return this.say(lateWords).fillIn;
    const { title, next } = sentenceFor(this.locale, { status: 'refused', refusal: mistake });
    return `${title}。${next}`;
  }

  #onNumber(i: number, event: Event): void {
    const typed = [...this.idNumbers];
    typed[i] = (event.target as HTMLElement & { value: string }).value;
    this.idNumbers = typed;
    if (typed[i]?.length === 18) this.#judge((event.target as HTMLElement & { name: string }).name);
    this.#tell();
  }

  #onCard(i: number, { detail }: CustomEvent<IdCard>): void {
    const typed = [...this.idNumbers];
    typed[i] = detail.idNumber;
    this.idNumbers = typed;
    this.#judge(this.persons[i]?.role ?? '');
    this.#tell();
  }

  #onPhone(event: Event): void {
    this.phone = (event.target as HTMLElement & { value: string }).value;
    this.#tell();
  }

  #onLeave(event: Event): void {
    this.#judge((event.target as HTMLElement & { name: string }).name);
  }

  #judge(...names: readonly string[]): void {
    this.judged = new Set([...this.judged, ...names]);
  }

  #tell(): void {
    const { idNumbers, phone } = this;
    this.dispatchEvent(new CustomEvent<Persons>('persons', { detail: { idNumbers, phone } }));
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    this.#judge(...this.persons.map(({ role }) => role), 'phone');
    const wrong =
      this.persons.find((_, i) => this.#personMistake(i))?.role ?? (this.#phoneMistake && 'phone');
    if (!wrong) this.dispatchEvent(new Event('done'));
    else this.renderRoot.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-persons-form': MulinPersonsForm;
  }
}
