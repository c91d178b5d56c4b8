import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { EvidenceRef } from '../../model/case/documents.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import { blobOf } from '../../ui/bytes.ts';
import { ground } from '../../ui/ground.styles.ts';
import '../../ui/notice.ts';
import { Watch } from '../../ui/watch.ts';
import { recordsWords, sentenceFor } from './strings.ts';

/**
 * One paper of a receipt: a picture is drawn, a document is saved by a press. It is fetched when this element comes, and
 * nothing of it is left when it goes.
 *
 * @summary A picture or document that was handed in.
 */
@element('mulin-evidence')
export class MulinEvidence extends MulinElement {
  static override styles = [
    ground,
    css`
      canvas {
        max-inline-size: 100%;
        block-size: auto;
        border: 1px solid var(--mulin-line);
      }
    `,
  ];

  /** The code of the receipt. */
  @property() code = '';

  /** Which of its files. */
  @property({ attribute: false }) file: EvidenceRef | undefined;

  @state() private broken = false;
  @query('canvas') private readonly canvas!: HTMLCanvasElement | null;
  readonly #read = new Watch(this, 'case.evidence', () =>
    this.file ? { code: this.code, bundle: this.file.bundle, id: this.file.id } : undefined,
  );
  #drawn = '';

  protected override updated(_changed: PropertyValues<this>): void {
    const { value } = this.#read;
    if (!value || !this.canvas || this.#drawn === value.data) return;
    this.#drawn = value.data;
    void this.#draw(this.canvas, value);
  }

  override render(): TemplateResult | typeof nothing {
    const words = this.say(recordsWords);
    const { snapshot } = this.#read;
    const { file } = this;
    if (!file) return nothing;
    switch (snapshot.status) {
      case 'waiting':
        return html`<p role="status">${words.waiting}</p>`;
      case 'refused':
      case 'fault': {
        const { title, next } = sentenceFor(this.locale, snapshot);
        return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
      }
      case 'answer': {
        const isPicture = snapshot.value.type.startsWith('image/') && !this.broken;
        return html`${
            isPicture
              ? html`<canvas role="img" aria-label=${file.name || words.desk.evidence}></canvas>`
              : nothing
          }
          <mulin-button @click=${() => save(snapshot.value, file.name)}
            >${words.desk.save}</mulin-button
          >`;
      }
    }
  }

  /** Drawn rather than linked: a strict page lets no picture in from a blob or a data URL. */
  async #draw(canvas: HTMLCanvasElement, read: { type: string; data: string }): Promise<void> {
    try {
      const picture = await createImageBitmap(blobOf(read.type, read.data));
      canvas.width = picture.width;
      canvas.height = picture.height;
      canvas.getContext('2d')?.drawImage(picture, 0, 0);
      picture.close();
    } catch {
      this.broken = true; // it begins like a picture and is none; whoever wants to can still save it
    }
  }
}

function save(read: { readonly type: string; readonly data: string }, name: string): void {
  const href = URL.createObjectURL(blobOf(read.type, read.data));
  Object.assign(document.createElement('a'), { href, download: name || 'file' }).click();
  setTimeout(() => URL.revokeObjectURL(href)); // the download has begun by then
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-evidence': MulinEvidence;
  }
}
