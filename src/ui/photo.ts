import { consume } from '@lit/context';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';

import { element } from './base.ts';
import './button.ts';
import { Camera } from './camera.ts';
import { keysContext } from './contexts.ts';
import { FormControl } from './form-control.ts';
import { formControl } from './form-control.styles.ts';
import { ground } from './ground.styles.ts';
import './icon.ts';
import './notice.ts';
import { styles } from './photo.styles.ts';
import { photoWords } from './photo.strings.ts';
import { takeFile, turned, type FileTrouble, type TakenFile } from './picture.ts';

/** A file that was taken, with a name of its own that no other has. */
export interface Shot extends TakenFile {
  readonly id: string;
}

/**
 * Photos of papers and rooms, or documents: from a phone's camera, from a file, or from the camera of a terminal. Each is
 * judged by its bytes, made small, shown, and can be turned or taken again. Nothing leaves the page by itself.
 *
 * @summary Photos and documents of a form.
 * @fires {InputEvent} input - Something was taken, turned or put away; `shots` holds it already, `value` their ids in JSON.
 * @fires {Event} change - The same moment, for those who listen for it.
 * @csspart shot - Every picture.
 * @csspart error - The line that says what is wrong.
 * @example
 * <mulin-photo name="id-card" label="身份证正反面" max="2" required></mulin-photo>
 */
@element('mulin-photo')
export class MulinPhoto extends FormControl {
  static override shadowRootOptions = { ...FormControl.shadowRootOptions, delegatesFocus: true };
  static override styles = [ground, formControl, styles];

  /** How many at most. */
  @property({ type: Number }) max = 1;

  /** Takes PDF documents too. */
  @property({ type: Boolean }) documents = false;

  /** What was taken, in its order. */
  @property({ attribute: false })
  set shots(shots: readonly Shot[]) {
    this.#shots = shots;
    this.value = shots.length > 0 ? JSON.stringify(shots.map(({ id }) => id)) : '';
  }
  get shots(): readonly Shot[] {
    return this.#shots;
  }

  @consume({ context: keysContext, subscribe: true })
  @state()
  private keys: 'screen' | 'system' | undefined;
  @state() private trouble: FileTrouble | 'no-camera' | undefined;
  @state() private busy = false;
  @query('input') private readonly input!: HTMLInputElement | null;
  readonly #camera = new Camera(this);
  #shots: readonly Shot[] = [];

  protected override get anchor(): HTMLElement | undefined {
    return this.shadowRoot?.querySelector<HTMLElement>('mulin-button') ?? undefined;
  }

  protected override missing(): string {
    return this.say(photoWords).missing(this.label);
  }

  override formResetCallback(): void {
    this.#shots = [];
    super.formResetCallback();
  }

  override render(): TemplateResult {
    return html`<div
      role="group"
      aria-labelledby="label"
      aria-describedby=${this.describedBy}
      aria-invalid=${this.complaint ? 'true' : nothing}
    >
      <p id="label" class="label">${this.label}${this.#renderCount()}${this.renderMark()}</p>
      ${this.renderHint()}
      <div class="shots">
        ${repeat(
          this.shots,
          ({ id }) => id,
          (shot, index) => this.#renderShot(shot, index),
        )}
      </div>
      ${this.#camera.on ? this.#renderFinder() : this.#renderWays()}
      ${this.trouble ? this.#renderTrouble(this.trouble) : nothing} ${this.renderComplaint()}
    </div>`;
  }

  #renderCount(): TemplateResult | typeof nothing {
    if (this.max < 2) return nothing;
    return html`<span class="mark"
      >${this.say(photoWords).count(this.shots.length, this.max)}</span
    >`;
  }

  #renderShot(shot: Shot, index: number): TemplateResult {
    const words = this.say(photoWords);
    const { preview } = shot;
    return html`<figure part="shot">
      ${
        preview
          ? html`<canvas
              role="img"
              aria-label=${words.picture(index + 1)}
              width=${preview.width}
              height=${preview.height}
              ${ref((canvas) => paint(canvas, preview))}
            ></canvas>`
          : html`<p class="document">
              <mulin-icon name="document"></mulin-icon><span>${shot.name || words.document}</span>
            </p>`
      }
      ${
        shot.blurred
          ? html`<p class="blurred"><mulin-icon name="warning"></mulin-icon>${words.blurred}</p>`
          : nothing
      }
      <figcaption>
        ${
          preview
            ? html`<mulin-button
                label=${words.turnOf(index + 1)}
                ?disabled=${this.off || this.busy}
                @click=${() => this.#onTurn(shot)}
                >${words.turn}</mulin-button
              >`
            : nothing
        }
        <mulin-button
          label=${words.removeOf(index + 1)}
          ?disabled=${this.off || this.busy}
          @click=${() => this.#keep(this.shots.filter(({ id }) => id !== shot.id))}
          >${words.remove}</mulin-button
        >
      </figcaption>
    </figure>`;
  }

  /** A terminal has a camera and no files of its own; a phone's chooser offers its camera by itself. */
  #renderWays(): TemplateResult | typeof nothing {
    if (this.shots.length >= this.max) return nothing;
    const words = this.say(photoWords);
    if (this.keys === 'screen')
      return html`<mulin-button
        ?disabled=${this.off}
        ?busy=${this.busy}
        @click=${() => this.#onCamera()}
      >
        <mulin-icon slot="start" name="camera"></mulin-icon>${
          this.shots.length > 0 ? words.another : words.camera
        }
      </mulin-button>`;
    return html`<mulin-button
        ?disabled=${this.off}
        ?busy=${this.busy}
        @click=${() => this.input?.click()}
      >
        <mulin-icon slot="start" name="camera"></mulin-icon>${
          this.documents ? words.chooseFile : words.choose
        }
      </mulin-button>
      <input
        type="file"
        hidden
        tabindex="-1"
        ?multiple=${this.max > 1}
        accept=${this.documents ? 'image/*,application/pdf' : 'image/*'}
        @input=${(event: Event) => event.stopPropagation()}
        @change=${this.#onFiles}
      />`;
  }

  #renderFinder(): TemplateResult {
    const words = this.say(photoWords);
    return html`<div class="finder">
      <video
        playsinline
        muted
        aria-label=${words.finder}
        ${ref((video) => this.#camera.show(video))}
      ></video>
      <div class="actions">
        <mulin-button kind="primary" ?busy=${this.busy} @click=${() => this.#onShutter()}>
          ${words.shutter}
        </mulin-button>
        <mulin-button @click=${() => this.#camera.stop()}>${words.stop}</mulin-button>
      </div>
    </div>`;
  }

  #renderTrouble(trouble: FileTrouble | 'no-camera'): TemplateResult {
    const { title, next } = this.say(photoWords).troubles[trouble];
    return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
  }

  #keep(shots: readonly Shot[]): void {
    this.trouble = undefined;
    this.shots = shots;
    this.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    this.tellChange();
  }

  /** One after the other: two large pictures at once are too much for a small machine. */
  async #take(files: readonly Blob[]): Promise<void> {
    this.busy = true;
    this.trouble = undefined;
    for (const file of files.slice(0, this.max - this.shots.length)) {
      const taken = await takeFile(file, { documents: this.documents });
      if (typeof taken === 'string') this.trouble = taken;
      else this.#keep([...this.shots, { ...taken, id: crypto.randomUUID() }]);
    }
    this.busy = false;
  }

  async #onTurn(shot: Shot): Promise<void> {
    this.busy = true;
    const after = await turned(shot);
    if (typeof after !== 'string')
      this.#keep(this.shots.map((one) => (one.id === shot.id ? { ...shot, ...after } : one)));
    this.busy = false;
  }

  async #onFiles(event: Event): Promise<void> {
    event.stopPropagation();
    const files = [...(this.input?.files ?? [])];
    if (this.input) this.input.value = ''; // the same file may be chosen again
    await this.#take(files);
  }

  async #onCamera(): Promise<void> {
    this.busy = true;
    this.trouble = (await this.#camera.start()) ? undefined : 'no-camera';
    this.busy = false;
  }

  async #onShutter(): Promise<void> {
    const picture = await this.#camera.picture();
    if (picture) await this.#take([picture]);
    if (this.shots.length >= this.max) this.#camera.stop();
  }
}

function paint(canvas: Element | undefined, preview: ImageBitmap): void {
  if (canvas instanceof HTMLCanvasElement) canvas.getContext('2d')?.drawImage(preview, 0, 0);
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-photo': MulinPhoto;
  }
}
