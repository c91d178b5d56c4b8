import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { levelOf, levels, type Address, type Area, type Level } from './address-line.ts';
import { element } from './base.ts';
import type { Option } from './choice.ts';
import './field.ts';
import type { MulinField } from './field.ts';
import { FormControl } from './form-control.ts';
import { formControl } from './form-control.styles.ts';
import { ground } from './ground.styles.ts';
import './pick.ts';
import type { MulinPick } from './pick.ts';
import { strings } from './strings.ts';

/**
 * Where somebody lives, from the large to the small: each choice opens the next, and what has one answer only is not asked.
 * Its value is an {@link Address} in JSON.
 *
 * @summary An address of a form.
 * @fires {InputEvent} input - A choice or a stroke; `address` holds it already.
 * @fires {Event} change - A level was chosen, or the line of the road was left.
 * @csspart error - The line that says what is wrong.
 * @example
 * <mulin-address name="home" label="现在住哪里" required></mulin-address>
 */
@element('mulin-address')
export class MulinAddress extends FormControl {
  static override shadowRootOptions = { ...FormControl.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    ground,
    formControl,
    css`
      fieldset {
        display: grid;
        gap: var(--mulin-space-4);
      }
      legend {
        padding: 0;
      }
      mulin-pick,
      mulin-field {
        --mulin-mark: none; /* said once, of the whole address */
      }
    `,
  ];

  /** The areas to choose from. Levels that are not there are not asked. */
  @property({ attribute: false }) areas: readonly Area[] = [];

  /** Filled in already and not to be changed here. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** What is known of it. */
  get address(): Address {
    return this.value ? (JSON.parse(this.value) as Address) : {};
  }
  set address(address: Address) {
    this.value = Object.values(address).some(Boolean) ? JSON.stringify(address) : '';
  }

  protected override get anchor(): HTMLElement | undefined {
    return this.#gap ?? this.#controls[0];
  }

  protected override missing(): string {
    return this.say(strings).field.missing(this.label);
  }

  protected override flaw(): string {
    const gap = this.#gap;
    return this.value && gap ? this.say(strings).field.missing(gap.label) : '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const only = this.areas.length === 1 ? this.areas[0] : undefined;
    const level = levelOf(this.areas);
    // What has one answer only is not asked; an address that nobody has begun stays empty all the same.
    if (only && level && this.value && !this.address[level])
      this.address = { ...this.address, [level]: only.code };
  }

  override focus(options?: FocusOptions): void {
    this.anchor?.focus(options);
  }

  override render(): TemplateResult {
    const words = this.say(strings).address;
    const { road = '' } = this.address;
    return html`<fieldset ?disabled=${this.off} aria-describedby=${this.describedBy}>
      <legend class="label">${this.label}${this.renderMark()}</legend>
      ${this.renderHint()} ${this.#asked.map(({ level, areas }) => this.#renderLevel(level, areas))}
      <mulin-field
        name="road"
        label=${words.road}
        hint=${words.roadHint}
        maxlength="80"
        autocomplete="street-address"
        ?required=${this.required}
        ?readonly=${this.readonly}
        .value=${road}
        @input=${this.#onRoad}
      ></mulin-field>
      ${this.renderComplaint()}
    </fieldset>`;
  }

  #renderLevel(level: Level, areas: readonly Area[]): TemplateResult | typeof nothing {
    const chosen = this.address[level] ?? '';
    if (areas.length === 1) return nothing;
    return html`<mulin-pick
      name=${level}
      label=${this.say(strings).address[level]}
      ?required=${this.required}
      ?disabled=${this.readonly}
      .options=${optionsOf(areas)}
      .value=${chosen}
      @input=${(event: Event) => this.#onLevel(level, event)}
    ></mulin-pick>`;
  }

  /** The levels that can be asked now, each with what there is. */
  get #asked(): readonly { readonly level: Level; readonly areas: readonly Area[] }[] {
    const asked: { level: Level; areas: readonly Area[] }[] = [];
    let { areas } = this;
    for (let level = levelOf(areas); level; level = levelOf(areas)) {
      asked.push({ level, areas });
      const only = areas.length === 1 ? areas[0] : undefined;
      const code = this.address[level] ?? only?.code;
      areas = areas.find((area) => area.code === code)?.areas ?? [];
    }
    return asked;
  }

  get #controls(): readonly (MulinPick | MulinField)[] {
    return [
      ...(this.shadowRoot?.querySelectorAll<MulinPick | MulinField>('mulin-pick, mulin-field') ??
        []),
    ];
  }

  /** The first that still waits for an answer. */
  get #gap(): MulinPick | MulinField | undefined {
    return this.#controls.find(({ value }) => !value);
  }

  /** Another area has other areas in it: what was chosen below goes, the road stays. */
  #onLevel(level: Level, event: Event): void {
    const kept = levels.slice(0, levels.indexOf(level));
    const { address } = this;
    this.address = {
      ...Object.fromEntries(kept.map((one) => [one, address[one]])),
      [level]: (event.target as MulinPick).value,
      ...(address.road && { road: address.road }),
    };
  }

  #onRoad(event: Event): void {
    this.address = { ...this.address, road: (event.target as MulinField).value };
  }
}

const optionLists = new WeakMap<readonly Area[], readonly Option[]>();

/** The same list each time, so that a list that is open is not drawn anew with every stroke. */
function optionsOf(areas: readonly Area[]): readonly Option[] {
  const known = optionLists.get(areas);
  if (known) return known;
  const options = areas.map(({ code, name }) => ({ value: code, label: name }));
  optionLists.set(areas, options);
  return options;
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-address': MulinAddress;
  }
}
