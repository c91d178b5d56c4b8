import { ContextConsumer } from '@lit/context';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Speaker } from '../../device/speech/contract.ts';
import { dayName } from '../../i18n/index.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import { speakerContext } from '../../ui/contexts.ts';
import { card, ground } from '../../ui/ground.styles.ts';
import '../../ui/icon.ts';
import '../../ui/notice.ts';
import '../../ui/sample.ts';
import { Watch, type ValueOf } from '../../ui/watch.ts';
import { giveStyles } from './give.styles.ts';
import { giveWords, type GiveWords } from './give.strings.ts';
import { orderStyles } from './order.styles.ts';
import { sentenceFor } from './give.trouble.ts';

type Story = ValueOf<'catalog.stories'>['stories'][number];

/**
 * Stories of giving and being given to, to be read or, where the scope has a speaker, to be heard.
 *
 * @summary Stories of the charity supermarket, read aloud on request.
 * @slot back - Before the title: a way back.
 * @csspart story - One story.
 * @example
 * <mulin-stories></mulin-stories>
 */
@element('mulin-stories')
export class MulinStories extends MulinElement {
  static override styles = [ground, card, orderStyles, giveStyles];

  /** The story that is being read aloud, and the one there was no sound for. */
  @state() private reading = '';
  @state() private silent = '';
  #speaker: Speaker | undefined;
  readonly #stories = new Watch(this, 'catalog.stories', () => ({}));

  constructor() {
    super();
    new ContextConsumer(this, {
      context: speakerContext,
      subscribe: true,
      callback: (speaker) => {
        this.#speaker = speaker;
        this.requestUpdate();
      },
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#hush();
  }

  override render(): TemplateResult {
    const words = this.say(giveWords);
    const { snapshot } = this.#stories;
    switch (snapshot.status) {
      case 'waiting':
        return html`<slot name="back"></slot>
          <p role="status">${words.waiting}</p>`;
      case 'refused':
      case 'fault': {
        const { title, next } = sentenceFor(this.locale, snapshot);
        return html`<slot name="back"></slot>
          <mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
      }
      case 'answer':
        return html`<header>
            <slot name="back"></slot>
            <h2 tabindex="-1">${words.stories}</h2>
          </header>
          ${snapshot.value.stories.map((story) => this.#renderStory(story, words))}`;
    }
  }

  #renderStory(story: Story, words: GiveWords): TemplateResult {
    const { id, title, text, on, sample } = story;
    return html`<article class="card story" part="story" aria-labelledby=${id}>
      <h3 id=${id}>
        ${title[this.locale]}
        ${sample ? html`<mulin-sample explanation=${words.sample}></mulin-sample>` : nothing}
      </h3>
      <p class="quiet">${dayName(this.locale, on)}</p>
      ${text.map((one) => html`<p>${one[this.locale]}</p>`)}
      ${this.#speaker ? this.#renderListen(story, words) : nothing}
      <div role="status">${this.silent === id ? html`<p>${words.silent}</p>` : nothing}</div>
    </article>`;
  }

  #renderListen(story: Story, words: GiveWords): TemplateResult {
    const isReading = this.reading === story.id;
    return html`<mulin-button @click=${() => (isReading ? this.#hush() : this.#read(story))}>
      <mulin-icon slot="start" name=${isReading ? 'close' : 'volume'}></mulin-icon>
      ${isReading ? words.hush : words.listen}
    </mulin-button>`;
  }

  /** Sentence by sentence, so that it can stop at any of them. */
  async #read({ id, title, text }: Story): Promise<void> {
    this.#hush();
    this.reading = id;
    this.silent = '';
    const { locale } = this;
    for (const one of [title, ...text]) {
      if (this.reading !== id) return;
      const spoken = await this.#speaker?.say({ lang: locale, text: one[locale], clips: [] });
      if (this.reading === id && spoken !== 'spoken') this.silent = id;
      if (this.silent === id) break;
    }
    if (this.reading === id) this.reading = '';
  }

  #hush(): void {
    this.reading = '';
    this.#speaker?.hush();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-stories': MulinStories;
  }
}
