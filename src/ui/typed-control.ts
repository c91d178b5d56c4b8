import { html, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';

import type { FieldKind } from './field-kinds.ts';
import type { MulinField } from './field.ts';
import './field.ts';
import { FormControl } from './form-control.ts';
import { strings } from './strings.ts';

/** A control whose value is something else than the signs a person types for it: a date, an amount. */
export abstract class TypedControl extends FormControl {
  static override shadowRootOptions = { ...FormControl.shadowRootOptions, delegatesFocus: true };

  /** Filled in already and not to be changed here. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  @query('mulin-field') private readonly field!: MulinField | null;
  #typed = '';

  /** How its line behaves. */
  protected abstract readonly kind: FieldKind;
  /** The value of what is typed. */
  protected abstract read(typed: string): string;
  /** What one would type for a value. */
  protected abstract write(value: string): string;

  protected override get anchor(): HTMLElement | undefined {
    return this.field ?? undefined;
  }

  protected override missing(): string {
    return this.say(strings).field.missing(this.label);
  }

  /** The line itself; `unit` stands after it. */
  protected renderLine(unit = '', maxlength = Infinity): TemplateResult {
    return html`<mulin-field
      kind=${this.kind}
      label=${this.label}
      hint=${this.hint}
      error=${this.complaint}
      unit=${unit}
      .maxlength=${maxlength}
      ?required=${this.required}
      ?readonly=${this.readonly}
      ?disabled=${this.off}
      .value=${this.read(this.#typed) === this.value ? this.#typed : this.write(this.value)}
      @input=${this.#onInput}
    ></mulin-field>`;
  }

  readonly #onInput = (event: Event): void => {
    this.#typed = (event.target as MulinField).value;
    this.value = this.read(this.#typed);
  };
}
