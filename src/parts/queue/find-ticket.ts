import { css, html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import '../../ui/field.ts';
import { ground } from '../../ui/ground.styles.ts';
import './queue-status.ts';
import { queueWords } from './strings.ts';

/** As on the ticket: a letter and its digits, and the code beside them. */
const NUMBER = /^[A-Z]\d{3,5}$/;
const PASS = /^\d{4,8}$/;

/**
 * For whoever holds a ticket and has no phone at hand: asks for the number and the code on it, and then shows how it stands.
 * Here somebody who has missed the call says that they are back.
 *
 * @summary A ticket looked up at a terminal.
 * @fires {CustomEvent<{}>} done - The person is done, or has no ticket.
 */
@element('mulin-find-ticket')
export class MulinFindTicket extends MulinElement {
  static override styles = [
    ground,
    css`
      form,
      section {
        display: grid;
        gap: var(--mulin-space-4);
      }
      h2 {
        font-size: var(--mulin-text-title);
        line-height: var(--mulin-leading-tight);
      }
    `,
  ];

  /** The place, by its id in the pack. */
  @property() place = '';
  /** The day of the ticket. */
  @property() date = '';

  @state() private number = '';
  @state() private pass = '';
  @state() private judged = false;
  @state() private shown = false;

  override render(): TemplateResult {
    return this.shown ? this.#renderStatus() : this.#renderForm();
  }

  #renderForm(): TemplateResult {
    const { find: words } = this.say(queueWords);
    const { judged, number, pass } = this;
    return html`<form novalidate @submit=${this.#onSubmit}>
      <h2>${words.heading}</h2>
      <mulin-field
        name="number"
        kind="document-number"
        maxlength="6"
        label=${words.number}
        hint=${words.numberHint}
        error=${judged && !NUMBER.test(number) ? words.numberWrong : ''}
        autocomplete="off"
        required
        .value=${number}
        @input=${(event: Event) => (this.number = valueOf(event))}
      ></mulin-field>
      <mulin-field
        name="pass"
        kind="digits"
        maxlength="8"
        label=${words.pass}
        hint=${words.passHint}
        error=${judged && !PASS.test(pass) ? words.passWrong : ''}
        autocomplete="off"
        required
        .value=${pass}
        @input=${(event: Event) => (this.pass = valueOf(event))}
      ></mulin-field>
      <mulin-button kind="primary" size="main" type="submit">${words.show}</mulin-button>
      <mulin-button @click=${this.#onDone}>${words.back}</mulin-button>
    </form>`;
  }

  #renderStatus(): TemplateResult {
    const { find: words } = this.say(queueWords);
    const { place, date, number, pass } = this;
    return html`<section>
      <mulin-queue-status
        place=${place}
        date=${date}
        number=${number}
        pass=${pass}
      ></mulin-queue-status>
      <mulin-button @click=${() => (this.shown = false)}>${words.another}</mulin-button>
      <mulin-button kind="primary" size="main" @click=${this.#onDone}>${words.done}</mulin-button>
    </section>`;
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.judged = true;
    const wrong = !NUMBER.test(this.number) ? 'number' : !PASS.test(this.pass) ? 'pass' : undefined;
    if (wrong) this.renderRoot.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus();
    else this.shown = true;
  };

  readonly #onDone = (): void => {
    this.dispatchEvent(new CustomEvent('done'));
  };
}

function valueOf(event: Event): string {
  return (event.target as HTMLElement & { value: string }).value;
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-find-ticket': MulinFindTicket;
  }
}
