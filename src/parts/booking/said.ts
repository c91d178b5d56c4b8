import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../../i18n/index.ts';
import '../../ui/notice.ts';
import type { PickedSlot, Visit } from './flow.ts';
import './nearest.ts';
import type { Refusals } from './refusals.ts';
import { sentenceFor, type Trouble } from './trouble.ts';

/** What was wanted, for those whom somebody else was quicker than. */
interface Wanted {
  readonly visit: Visit;
  readonly place: string;
  readonly slot: PickedSlot | undefined;
  readonly onSlot: (event: CustomEvent<PickedSlot>) => unknown;
}

/** What the last press met; where a time was taken meanwhile, with the nearest free ones. */
export function said(
  locale: Locale,
  trouble: Trouble | undefined,
  { visit, place, slot, onSlot }: Wanted,
  more?: Refusals<string>,
): TemplateResult | typeof nothing {
  if (!trouble) return nothing;
  const { title, next } = sentenceFor(locale, trouble, more);
  const taken = trouble.status === 'refused' && trouble.refusal.code === 'booking.slot-taken';
  return html`<mulin-notice kind="refusal" heading=${title}>
    ${next}
    ${
      taken
        ? html`<mulin-nearest
            .visit=${visit}
            place=${place}
            .wanted=${slot}
            @mulin-slot=${onSlot}
          ></mulin-nearest>`
        : nothing
    }
  </mulin-notice>`;
}
