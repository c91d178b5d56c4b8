import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Screened } from '../../model/form/index.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/check.ts';
import { card, ground } from '../../ui/ground.styles.ts';
import '../../ui/icon.ts';
import type { IconName } from '../../ui/icons.ts';
import { screenedWords } from './screened.strings.ts';

const drawings = {
  likely: 'check',
  unlikely: 'info',
  'needs-person': 'person',
} as const satisfies Record<Screened['outcome'], IconName>;

/**
 * What a screening (困难对象甄别) says about somebody's chances: likely, unlikely, or that a person has to look at it, each with
 * the reason in words and the paragraph. It never ends anything: all of it can be applied for.
 *
 * @summary What one may have a claim to, and why.
 * @slot trouble - Above the way forward: why handing in did not work.
 * @fires {CustomEvent<readonly string[]>} onward - Apply for these services. It does not bubble.
 * @fires {CustomEvent<{}>} leave - The person went back to change something.
 * @csspart card - Each of them.
 * @example
 * <mulin-screened></mulin-screened>
 */
@element('mulin-screened')
export class MulinScreened extends MulinElement {
  static override styles = [
    ground,
    card,
    css`
      :host {
        display: grid;
        gap: var(--mulin-space-5);
      }
      header {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-items: center;
        gap: var(--mulin-space-2) var(--mulin-space-4);
      }
      header p {
        grid-column: 1 / -1;
        color: var(--mulin-ink-2);
      }
      .card {
        display: grid;
        gap: var(--mulin-space-3);
        border-inline-start: 8px solid var(--tone);
      }
      .likely {
        --tone: var(--mulin-leaf);
      }
      .unlikely {
        --tone: var(--mulin-ink-2);
      }
      .needs-person {
        --tone: var(--mulin-amber);
      }
      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--mulin-space-2) var(--mulin-space-4);
      }
      .outcome {
        display: flex;
        align-items: center;
        gap: var(--mulin-space-2);
        color: var(--tone);
        font-weight: var(--mulin-weight-strong);
        font-size: var(--mulin-text-lead);
      }
      .basis,
      .counter {
        color: var(--mulin-ink-2);
        font-size: var(--mulin-text-small);
      }
      .none {
        color: var(--mulin-cinnabar);
      }
    `,
  ];

  /** What was found. */
  @property({ attribute: false }) found: readonly Screened[] = [];

  /** The services the person came for. */
  @property({ attribute: false }) wanted: readonly string[] = [];

  /** Where the way leads: to the form, further into it, or to handing in; by what is chosen. */
  @property({ attribute: false }) way: (
    services: readonly string[],
  ) => 'form' | 'further' | 'hand' = () => 'form';

  /** It is being handed in. */
  @property({ type: Boolean }) busy = false;

  @state() private chosen: ReadonlySet<string> = new Set();
  @state() private judged = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('found') && !changed.has('wanted')) return;
    // Whoever came for something keeps it, whatever is likely; what is likely besides is offered ticked where nothing was wanted.
    const likely = this.found.filter(({ outcome }) => outcome === 'likely');
    const services =
      this.wanted.length > 0 ? this.wanted : likely.flatMap(({ service }) => service ?? []);
    this.chosen = new Set(services);
    this.judged = false;
  }

  override render(): TemplateResult {
    const words = this.say(screenedWords);
    const chosen = [...this.chosen];
    return html`<header>
        <mulin-button
          label=${words.back}
          @click=${() => this.dispatchEvent(new CustomEvent('leave'))}
        >
          <mulin-icon name="chevron-left"></mulin-icon>
        </mulin-button>
        <h2 tabindex="-1">${words.title}</h2>
        <p>${words.intro}</p>
      </header>
      ${this.found.map((one) => this.#renderFound(one))}
      ${
        this.judged && chosen.length === 0
          ? html`<p class="none" role="alert">${words.none}</p>`
          : nothing
      }
      <slot name="trouble"></slot>
      <mulin-button
        kind="primary"
        size="main"
        ?busy=${this.busy}
        @click=${() => this.#onward(chosen)}
        >${words[this.way(chosen)]}</mulin-button
      >
      <p class="counter">${words.counter}</p>`;
  }

  #renderFound({ name, service, outcome, reason, basis }: Screened): TemplateResult {
    const words = this.say(screenedWords);
    const called = name[this.locale];
    return html`<section class="card ${outcome}" part="card" aria-label=${called}>
      <div class="top">
        <h3>${called}</h3>
        <p class="outcome">
          <mulin-icon name=${drawings[outcome]}></mulin-icon>${words.outcome[outcome]}
        </p>
      </div>
      <p>${reason[this.locale]}</p>
      ${basis ? html`<p class="basis">${words.basis(basis[this.locale])}</p>` : nothing}
      ${
        service
          ? html`<mulin-check
              label=${words.want(called)}
              .checked=${this.chosen.has(service)}
              @change=${(event: Event) => this.#choose(service, event)}
            ></mulin-check>`
          : nothing
      }
    </section>`;
  }

  #choose(service: string, event: Event): void {
    const chosen = new Set(this.chosen);
    if ((event.target as HTMLElement & { checked: boolean }).checked) chosen.add(service);
    else chosen.delete(service);
    this.chosen = chosen;
  }

  #onward(chosen: readonly string[]): void {
    this.judged = true;
    if (chosen.length > 0) this.dispatchEvent(new CustomEvent('onward', { detail: chosen }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-screened': MulinScreened;
  }
}
