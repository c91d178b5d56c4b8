import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { element, MulinElement } from '../../ui/base.ts';
import { ground } from '../../ui/ground.styles.ts';
import { Watch } from '../../ui/watch.ts';
import { queueWords } from './strings.ts';

/**
 * Where a ticket stands in its line, how long that may take, and why: a sentence for whoever has just taken it. While there
 * is nothing to say it is empty.
 *
 * @summary My place, in a sentence.
 */
@element('mulin-standing')
export class MulinStanding extends MulinElement {
  static override styles = [
    ground,
    css`
      div {
        display: grid;
        gap: var(--mulin-space-1);
        justify-items: center;
        text-align: center;
      }
      b {
        font-size: var(--mulin-text-lead);
      }
      .why {
        color: var(--mulin-ink-2);
      }
    `,
  ];

  /** What stands on the ticket. */
  @property() place = '';
  @property() date = '';
  @property() number = '';
  @property() pass = '';

  readonly #status = new Watch(this, 'queue.status', () => {
    const { place, date, number, pass } = this;
    return number ? { place, date, number, pass } : undefined;
  });

  override render(): TemplateResult | typeof nothing {
    const words = this.say(queueWords);
    const { position, wait, why } = this.#status.value ?? {};
    if (position === undefined || !why) return nothing;
    const place = position === 1 ? words.status.nextOne : words.status.position(position);
    return html`<div role="status">
      <b>${[place, wait && words.wait(wait)].filter(Boolean).join(words.board.dot)}</b>
      ${position === 1 ? nothing : html`<span class="why">${words.why(why)}</span>`}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-standing': MulinStanding;
  }
}
