import { css, html, nothing, svg, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { EvidenceRef } from '../../model/case/documents.ts';
import type { DeskCase } from '../../model/case/look-up.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/facts.ts';
import { ground } from '../../ui/ground.styles.ts';
import { groupsOf } from './answers.ts';
import { deskStyles } from './desk.styles.ts';
import './evidence.ts';
import { linesOfSignature } from './signature.ts';
import { recordsWords } from './strings.ts';

/**
 * What somebody has handed in, for whoever decides on it: in full, with its papers, each opened by a press.
 *
 * @summary What was handed in.
 */
@element('mulin-desk-filed')
export class MulinDeskFiled extends MulinElement {
  static override styles = [
    ground,
    deskStyles,
    css`
      .signature {
        max-inline-size: 20em;
        border: 1px solid var(--mulin-line);
        background: #fff;
      }
      polyline {
        fill: none;
        stroke: #10222b;
        stroke-width: 7;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
    `,
  ];

  /** The case. */
  @property({ attribute: false }) file: DeskCase | undefined;

  @state() private shown = '';

  override render(): TemplateResult | typeof nothing {
    const { file } = this;
    const { desk: words } = this.say(recordsWords);
    if (!file) return nothing;
    const who = [
      ...file.persons.map(({ idNumber }) => ({ label: words.persons, value: idNumber })),
      ...(file.phone ? [{ label: words.phone, value: file.phone }] : []),
    ];
    return html`<div class="column">
      ${who.length > 0 ? html`<mulin-facts .facts=${who}></mulin-facts>` : nothing}
      ${groupsOf(file, this.locale, false).map(
        ({ title, answers }) =>
          html`<section aria-label=${title || words.answers}>
            <h4>${title || words.answers}</h4>
            <mulin-facts .facts=${answers}></mulin-facts>
          </section>`,
      )}
      ${this.#renderSignature(file)} ${this.#renderEvidence(file)}
    </div>`;
  }

  #renderSignature({ signature }: DeskCase): TemplateResult | typeof nothing {
    const lines = linesOfSignature(signature);
    if (lines.length === 0) return nothing;
    const label = this.say(recordsWords).desk.signature;
    return html`<h4>${label}</h4>
      <svg class="signature" viewBox="0 0 1000 360" role="img" aria-label=${label}>
        ${lines.map((points) => svg`<polyline points=${points}></polyline>`)}
      </svg>`;
  }

  #renderEvidence({ code, evidence }: DeskCase): TemplateResult {
    const { desk: words } = this.say(recordsWords);
    return html`<section class="column" aria-label=${words.evidence}>
      <h4>${words.evidence}</h4>
      ${evidence.length === 0 ? html`<p>${words.noEvidence}</p>` : nothing}
      <ol class="column">
        ${evidence.map((file) => html`<li>${this.#renderPaper(code, file)}</li>`)}
      </ol>
    </section>`;
  }

  #renderPaper(code: string, file: EvidenceRef): TemplateResult {
    const { desk: words } = this.say(recordsWords);
    const name = `${file.name || file.id} · ${Math.ceil(file.size / 1024)} KB`;
    if (this.shown !== file.id)
      return html`<mulin-button @click=${() => (this.shown = file.id)}
        >${words.show(name)}</mulin-button
      >`;
    return html`<mulin-evidence .code=${code} .file=${file}></mulin-evidence>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-desk-filed': MulinDeskFiled;
  }
}
