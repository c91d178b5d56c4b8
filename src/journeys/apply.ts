import { css, html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { DraftProof } from '../parts/application/index.ts';
import { head } from '../parts/application/head.styles.ts';
import '../parts/application/index.ts';
import '../parts/guide/services.ts';
import { element, MulinElement } from '../ui/base.ts';
import { Asking } from '../ui/asking.ts';
import '../ui/button.ts';
import { blobOf } from '../ui/bytes.ts';
import { ground } from '../ui/ground.styles.ts';
import '../ui/icon.ts';
import type { IconName } from '../ui/icons.ts';
import '../ui/notice.ts';
import { seenAgain } from '../ui/picture.ts';
import { Watch } from '../ui/watch.ts';
import './application.ts';
import { applicationTrouble, type NotSent } from './application.strings.ts';
import { beginReading } from './begin-reading.ts';
import type { Begun, KeptFile } from './intake.ts';
import { applyWords } from './strings.ts';

type Way =
  | { readonly to: 'list' | 'several' | 'resume' | 'look' }
  | {
      readonly to: 'form';
      readonly services: readonly string[];
      readonly screening?: true;
      readonly begun?: Begun;
    };

/**
 * All ways to apply: one service from the list; several at once (一口受理); a form that was put away, by its code; and a look
 * at what one may have a claim to (困难对象甄别), for whoever does not know what to apply for.
 *
 * @summary The way into applications.
 * @slot head - Above the list: where one is, and the way back.
 * @fires {CustomEvent<{ service: string }>} mulin-service-chosen - One service was pressed in the list.
 * @fires {CustomEvent<{ code: string }>} mulin-applied - Something was handed in. Carries no personal data.
 * @fires {CustomEvent<{}>} mulin-leave - The person is done.
 * @example
 * <mulin-apply></mulin-apply>
 */
@element('mulin-apply')
export class MulinApply extends MulinElement {
  static override styles = [
    ground,
    head,
    css`
      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: var(--mulin-space-3);
        margin-block: var(--mulin-space-4) var(--mulin-space-5);
      }
      button {
        flex: 1 1 calc((42em - 100%) * 999); /* all beside each other, or one below the other: never two and one */
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: var(--mulin-space-3);
        min-block-size: var(--mulin-target-main);
        padding: var(--mulin-space-3) var(--mulin-space-4);
        border: var(--mulin-stroke) solid var(--mulin-river);
        border-radius: var(--mulin-radius-control);
        background: var(--mulin-river-wash);
        color: var(--mulin-river-deep);
        text-align: start;
        cursor: pointer;
      }
      b,
      small {
        display: block;
      }
      small {
        color: var(--mulin-ink-2);
        font-size: var(--mulin-text-small);
      }
      .narrow {
        display: grid;
        gap: var(--mulin-space-4);
        max-inline-size: 1040px;
        margin-inline: auto;
      }
    `,
  ];

  @state() private way: Way = { to: 'list' };
  @state() private trouble: NotSent | undefined;
  @query('mulin-pick-services, mulin-resume-draft, mulin-application')
  private readonly onScreen!: MulinElement | null;
  readonly #asking = new Asking(this);
  readonly #screenings = new Watch(this, 'form.screenings', () => ({}));
  #applied = false;

  override render(): TemplateResult {
    const { way } = this;
    switch (way.to) {
      case 'list':
        return html`<slot name="head"></slot>${this.#renderWays()}
          <mulin-services only="applicable"></mulin-services>`;
      case 'several':
        return html`<mulin-pick-services
          class="narrow"
          @leave=${this.#toList}
          @onward=${(event: CustomEvent<readonly string[]>) => this.#go({ to: 'form', services: event.detail })}
        ></mulin-pick-services>`;
      case 'resume':
        return html`<mulin-resume-draft
          class="narrow"
          ?busy=${this.#asking.busy}
          @leave=${this.#toList}
          @open=${(event: CustomEvent<DraftProof>) => this.#open(event.detail)}
          ><div slot="trouble">${this.#renderTrouble()}</div></mulin-resume-draft
        >`;
      case 'look':
        return this.#renderLook();
      case 'form':
        return html`<mulin-application
          .services=${way.services}
          .begun=${way.begun}
          ?screening=${way.screening}
          @mulin-applied=${() => (this.#applied = true)}
          @mulin-kept=${() => (this.#applied = true)}
          @mulin-leave=${this.#onLeave}
        ></mulin-application>`;
    }
  }

  #renderWays(): TemplateResult {
    const words = this.say(applyWords);
    const look = (this.#screenings.value ?? []).length > 0;
    return html`<nav class="ways" aria-label=${words.ways}>
      ${look ? this.#renderWay('look', 'search') : nothing}
      ${this.#renderWay('several', 'clipboard-check')} ${this.#renderWay('resume', 'document')}
    </nav>`;
  }

  #renderWay(to: 'look' | 'several' | 'resume', icon: IconName): TemplateResult {
    const { name, hint } = this.say(applyWords)[to];
    return html`<button type="button" @click=${() => this.#go({ to })}>
      <mulin-icon name=${icon}></mulin-icon>
      <span><b>${name}</b><small>${hint}</small></span>
      <mulin-icon name="chevron-right"></mulin-icon>
    </button>`;
  }

  #renderLook(): TemplateResult {
    const words = this.say(applyWords);
    const pause = this.locale === 'en' ? ', ' : '、';
    return html`<div class="narrow">
      <header>
        <mulin-button label=${words.back} @click=${this.#toList}>
          <mulin-icon name="chevron-left"></mulin-icon>
        </mulin-button>
        <h2 tabindex="-1">${words.look.name}</h2>
        <p>${words.lookIntro}</p>
      </header>
      ${(this.#screenings.value ?? []).map(
        ({ services, about }) =>
          html`<button
            type="button"
            @click=${() => this.#go({ to: 'form', services: services.slice(0, 1), screening: true })}
          >
            <mulin-icon name="search"></mulin-icon>
            <b>${about.map((name) => name[this.locale]).join(pause)}</b>
            <mulin-icon name="chevron-right"></mulin-icon>
          </button>`,
      )}
    </div>`;
  }

  #renderTrouble(): TemplateResult | typeof nothing {
    if (!this.trouble) return nothing;
    const { title, next } = applicationTrouble(this.locale, this.trouble);
    return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
  }

  /** Every turn begins at a heading, for the eye and for the ear. */
  #go(way: Way): void {
    this.way = way;
    this.trouble = undefined;
    this.#applied = false;
    void this.updateComplete.then(() => {
      this.scrollIntoView({ block: 'start' });
      return beginReading(this.onScreen ?? this);
    });
  }

  /** Its files come along, one after the other; without one of them the rest is still worth having. */
  async #open(proof: DraftProof): Promise<void> {
    this.trouble = undefined;
    const opened = await this.#asking.ask('draft.resume', { ...proof });
    if (opened?.status !== 'answer') {
      this.trouble = opened;
      return;
    }
    const { services, forms, files, bundle } = opened.value;
    const kept: KeptFile[] = [];
    for (const { id, item, name, type } of files) {
      const file = await this.#asking.ask('draft.file', { ...proof, bundle: bundle ?? '', id });
      if (file?.status !== 'answer') continue;
      const [, form = '', rest] = /^\/([^/]+)(\/.*)$/.exec(item) ?? [];
      const isJoint = forms.length > 1 && rest !== undefined;
      kept.push(
        await seenAgain({
          ...{ id, name, type: type as KeptFile['type'], blurred: false },
          ...(isJoint ? { form, item: rest } : { form: forms[0]?.formId ?? '', item }),
          blob: blobOf(type, file.value.data),
        }),
      );
    }
    const begun: Begun = { forms, files: kept, draft: proof, ...(bundle && { bundle }) };
    this.#go({ to: 'form', services, begun });
  }

  readonly #toList = (): void => this.#go({ to: 'list' });

  readonly #onLeave = (event: Event): void => {
    if (this.#applied) return; // passes on
    event.stopPropagation();
    this.#toList();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-apply': MulinApply;
  }
}
