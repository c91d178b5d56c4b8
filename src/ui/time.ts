import { css, type TemplateResult } from 'lit';

import { element } from './base.ts';
import { clean, grouped, type FieldKind } from './field-kinds.ts';
import { ground } from './ground.styles.ts';
import { strings } from './strings.ts';
import { TypedControl } from './typed-control.ts';

/**
 * A time of day as four digits in one line, by the clock of the place it is asked at.
 *
 * @summary A time of day in a form.
 * @fires {InputEvent} input - A stroke; `value` holds it already, `09:30`, also while it is half typed.
 * @fires {Event} change - The citizen has left the field, and it differs from before.
 * @example
 * <mulin-time name="from" label="几点开始" value="09:30"></mulin-time>
 */
@element('mulin-time')
export class MulinTime extends TypedControl {
  static override styles = [
    ground,
    css`
      mulin-field {
        max-inline-size: 22em;
      }
    `,
  ];

  protected override readonly kind: FieldKind = 'time';

  override render(): TemplateResult {
    return this.renderLine();
  }

  protected override read(typed: string): string {
    return grouped('time', typed);
  }

  protected override write(value: string): string {
    return clean('time', value);
  }

  protected override flaw(): string {
    const { time } = this.say(strings);
    if (this.value === '') return '';
    if (this.value.length < 5) return time.notWhole;
    return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(this.value) ? '' : time.noSuchTime;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-time': MulinTime;
  }
}
