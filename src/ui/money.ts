import { css, type TemplateResult } from 'lit';

import { fenOf, yuanOf } from '../model/shared/money.ts';

import { element } from './base.ts';
import type { FieldKind } from './field-kinds.ts';
import { ground } from './ground.styles.ts';
import { strings } from './strings.ts';
import { TypedControl } from './typed-control.ts';

/**
 * An amount in yuan. It is typed as on a price tag, and its value is a whole number of fen, so that sums are exact.
 *
 * @summary An amount of money in a form.
 * @fires {InputEvent} input - A stroke; `value` holds the fen already.
 * @fires {Event} change - The citizen has left the field, and it differs from before.
 * @example
 * <mulin-money name="income" label="每月收入" value="350000"></mulin-money>
 */
@element('mulin-money')
export class MulinMoney extends TypedControl {
  static override styles = [
    ground,
    css`
      mulin-field {
        max-inline-size: 22em;
      }
    `,
  ];

  protected override readonly kind: FieldKind = 'money';

  override render(): TemplateResult {
    return this.renderLine(this.say(strings).money.unit);
  }

  protected override read(typed: string): string {
    return String(fenOf(typed) ?? '');
  }

  protected override write(fen: string): string {
    return fen && yuanOf(Number(fen));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-money': MulinMoney;
  }
}
