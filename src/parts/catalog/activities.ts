import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { dayName } from '../../i18n/index.ts';
import type { SignUpReceipt } from '../../model/activity/common.ts';
import type { ActivityOffer } from '../../model/activity/queries.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/field.ts';
import { card, ground } from '../../ui/ground.styles.ts';
import '../../ui/icon.ts';
import '../../ui/notice.ts';
import '../../ui/sample.ts';
import { Sending } from '../../ui/sending.ts';
import { Watch } from '../../ui/watch.ts';
import './attendance.ts';
import { giveStyles } from './give.styles.ts';
import { giveWords, type GiveWords } from './give.strings.ts';
import { orderStyles } from './order.styles.ts';
import { sentenceFor, type Trouble } from './give.trouble.ts';

/** So many times of each are shown; the next ones come when these are over. */
const NEXT = 6;

interface Chosen {
  readonly activity: string;
  readonly date: string;
  readonly from: string;
}

/**
 * What takes place at the shop and how many places are left: shifts of volunteers, convenience services, or events. A press
 * on a time, a phone number, and one is signed up.
 *
 * @summary A timetable one can sign up for.
 * @slot back - Before the title: a way back.
 * @fires {CustomEvent<{ code: string }>} mulin-signed-up - A place, or one on the waiting list. Carries no personal data.
 * @fires {CustomEvent<{}>} mulin-leave - The person is done.
 * @csspart activity - One activity.
 * @example
 * <mulin-activities kind="service"></mulin-activities>
 */
@element('mulin-activities')
export class MulinActivities extends MulinElement {
  static override styles = [ground, card, orderStyles, giveStyles];

  /** Which. */
  @property() kind: ActivityOffer['kind'] = 'service';

  @state() private chosen: Chosen | undefined;
  @state() private phone = '';
  @state() private trouble: Trouble | undefined;
  @state() private receipt: SignUpReceipt | undefined;
  readonly #sending = new Sending(this);
  readonly #list = new Watch(this, 'activity.list', () => ({ kind: this.kind }));

  override render(): TemplateResult {
    const words = this.say(giveWords);
    const titles = { shift: words.volunteer, service: words.services, event: words.events };
    return html`<header>
        ${this.chosen ? this.#renderBack(words) : html`<slot name="back"></slot>`}
        <h2 tabindex="-1">${titles[this.kind]}</h2>
      </header>
      ${this.trouble ? this.#renderTrouble(this.trouble) : nothing}
      ${this.receipt ? this.#renderReceipt(this.receipt, words) : this.#renderList(words)}`;
  }

  #renderBack(words: GiveWords): TemplateResult {
    return html`<mulin-button label=${words.back} @click=${() => this.#choose(undefined)}>
      <mulin-icon name="chevron-left"></mulin-icon>
    </mulin-button>`;
  }

  #renderTrouble(trouble: Trouble): TemplateResult {
    const { title, next } = sentenceFor(this.locale, trouble);
    return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
  }

  #renderList(words: GiveWords): TemplateResult {
    const { snapshot } = this.#list;
    switch (snapshot.status) {
      case 'waiting':
        return html`<p role="status">${words.waiting}</p>`;
      case 'refused':
      case 'fault':
        return this.#renderTrouble(snapshot);
      case 'answer': {
        const { activities } = snapshot.value;
        const chosen = activities.find(({ id }) => id === this.chosen?.activity);
        if (chosen && this.chosen) return this.#renderSignUp(chosen, this.chosen, words);
        if (activities.length === 0)
          return html`<mulin-notice heading=${words.none}>${words.noneNext}</mulin-notice>`;
        return html`${activities.map((activity) => this.#renderActivity(activity, words))}`;
      }
    }
  }

  #renderActivity(activity: ActivityOffer, words: GiveWords): TemplateResult {
    const { name, about, skills, sessions, sample } = activity;
    return html`<section class="card activity" part="activity">
      <h3>
        ${name[this.locale]}
        ${sample ? html`<mulin-sample explanation=${words.sample}></mulin-sample>` : nothing}
      </h3>
      <p>${about[this.locale]}</p>
      ${
        skills.length > 0
          ? html`<p class="quiet">
              ${this.kind === 'shift' ? words.skills : words.bring}：${skills.map((one) => one[this.locale]).join('、')}
            </p>`
          : nothing
      }
      ${
        sessions.length === 0
          ? html`<p class="quiet">${words.none}</p>`
          : html`<ul class="times">
              ${sessions.slice(0, NEXT).map((time) => html`<li>${this.#renderTime(activity, time, words)}</li>`)}
            </ul>`
      }
    </section>`;
  }

  #renderTime(
    { id }: ActivityOffer,
    { date, from, to, free, waiting, mayWait }: ActivityOffer['sessions'][number],
    words: GiveWords,
  ): TemplateResult {
    const left = free > 0 ? words.free(free) : mayWait > 0 ? words.wait(waiting) : words.full;
    return html`<button
      type="button"
      class="time ${free === 0 ? 'full' : ''}"
      ?disabled=${free === 0 && mayWait === 0}
      @click=${() => this.#choose({ activity: id, date, from })}
    >
      <b>${dayName(this.locale, date)}</b> ${from}–${to} <span>${left}</span>
    </button>`;
  }

  #renderSignUp(activity: ActivityOffer, chosen: Chosen, words: GiveWords): TemplateResult {
    const time = activity.sessions.find(
      ({ date, from }) => date === chosen.date && from === chosen.from,
    );
    return html`<section class="card activity">
        <h3>${activity.name[this.locale]}</h3>
        <p><b>${dayName(this.locale, chosen.date)} ${chosen.from}</b></p>
      </section>
      <form novalidate @submit=${this.#onSubmit}>
        <mulin-field
          kind="phone"
          label=${words.phone}
          hint=${words.signedUpPhone}
          autocomplete="tel"
          required
          .value=${this.phone}
          @input=${(event: Event) => (this.phone = (event.target as HTMLElement & { value: string }).value)}
        ></mulin-field>
        <mulin-button kind="primary" size="main" type="submit" ?busy=${this.#sending.busy}
          >${time?.free === 0 ? words.signUpWait : words.signUp}</mulin-button
        >
      </form>`;
  }

  #renderReceipt(receipt: SignUpReceipt, words: GiveWords): TemplateResult {
    const isWaiting = receipt.status === 'waiting';
    return html`<mulin-notice
        kind=${isWaiting ? 'info' : 'success'}
        heading=${isWaiting ? words.waitListed : words.signedUp}
        >${isWaiting ? words.waitNext(receipt.ahead ?? 0) : words.signedUpNext}</mulin-notice
      >
      <mulin-attendance .receipt=${receipt}></mulin-attendance>
      <mulin-button kind="primary" size="main" @click=${() => this.emit('mulin-leave', {})}
        >${words.done}</mulin-button
      >`;
  }

  #choose(chosen: Chosen | undefined): void {
    this.chosen = chosen;
    this.receipt = undefined;
    this.trouble = undefined;
    void this.updateComplete.then(() => {
      this.scrollIntoView({ block: 'start' });
      this.renderRoot.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    });
  }

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!this.chosen) return;
    const outcome = await this.#sending.send('activity.sign-up', {
      ...this.chosen,
      phone: this.phone,
    });
    this.trouble =
      outcome?.status === 'refused' || outcome?.status === 'fault' ? outcome : undefined;
    if (outcome?.status !== 'sent') return;
    this.receipt = outcome.result;
    this.emit('mulin-signed-up', { code: outcome.result.code });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-activities': MulinActivities;
  }
}
