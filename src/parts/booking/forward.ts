import { html, nothing, type TemplateResult } from 'lit';
import { dayName, type Locale } from '../../i18n/index.ts';
import '../../ui/button.ts';
import type { PickedSlot } from './flow.ts';
import { bookingWords } from './strings.ts';

interface Way {
  /** What is picked; until then there is no way on. */
  readonly slot: PickedSlot | undefined;
  readonly note?: string;
  readonly label: string;
  readonly busy: boolean;
  readonly onPress: () => unknown;
}

/** The bar below the times: what is picked, and the way on. */
export const forward = (
  locale: Locale,
  { slot, note, label, busy, onPress }: Way,
): TemplateResult =>
  html`<div part="forward">
    <p role="status">
      <span
        >${slot ? `${dayName(locale, slot.date)} ${slot.time}` : bookingWords[locale].chooseTime}</span
      >
      ${note ? html`<b>${note}</b>` : nothing}
    </p>
    <mulin-button kind="primary" size="main" ?disabled=${!slot} ?busy=${busy} @click=${onPress}>
      ${label}
    </mulin-button>
  </div>`;
