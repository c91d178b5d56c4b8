import { consume } from '@lit/context';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';

import type { Gateway, Presented } from '../gateway/contract.ts';

import { element, MulinElement } from './base.ts';
import './button.ts';
import { gatewayContext } from './contexts.ts';
import './field.ts';
import { ground } from './ground.styles.ts';
import './notice.ts';
import { troubleWords, type Sentence } from './sentences.ts';
import { signInWords, type SignInTrouble } from './sign-in.strings.ts';

const names = ['user', 'password', 'code'] as const;
type Name = (typeof names)[number];

/**
 * Signs staff in: at the provider of their authority, or with an account of this hall, its password and the code of a phone.
 * Name, Tab, password, Tab, code, Enter. A wrong code is cleared, for it is used; the rest stays.
 *
 * @summary The door for staff.
 * @fires {CustomEvent<{ until: number | undefined }>} mulin-signed-in - Somebody is signed in, until this instant at most.
 * @csspart form - The form with the account.
 * @example
 * <mulin-sign-in provider-name="区统一身份认证" provider-href="/api/sign-in?back=/counter"></mulin-sign-in>
 */
@element('mulin-sign-in')
export class MulinSignIn extends MulinElement {
  static override shadowRootOptions = { ...MulinElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    ground,
    css`
      :host {
        display: grid;
        gap: var(--mulin-space-5);
        max-inline-size: 28em;
      }
      form {
        display: grid;
        gap: var(--mulin-space-4);
      }
      h2 {
        margin: 0;
        font-size: var(--mulin-text-title);
      }
      .or {
        margin: 0;
        color: var(--mulin-ink-2);
      }
    `,
  ];

  /** What the provider is called; without it, only accounts of this hall sign in. */
  @property({ attribute: 'provider-name' }) providerName = '';

  /** Where the way to the provider begins. */
  @property({ attribute: 'provider-href' }) providerHref = '';

  /** Why somebody has come back from the provider without being signed in. */
  @property() trouble: SignInTrouble | '' = '';

  @consume({ context: gatewayContext, subscribe: true })
  @state()
  private gateway: Gateway | undefined;
  @state() private written: Readonly<Record<Name, string>> = { user: '', password: '', code: '' };
  @state() private judged = false;
  @state() private busy = false;
  @state() private told: Presented | undefined;
  @query('[name="code"]') private readonly codeField!: HTMLElement | null;

  override render(): TemplateResult {
    return html`<h2>${this.say(signInWords).heading}</h2>
      ${this.#renderTrouble()} ${this.#renderProvider()} ${this.#renderForm()}`;
  }

  #renderTrouble(): TemplateResult | typeof nothing {
    const sentence = this.#sentence;
    if (!sentence) return nothing;
    return html`<mulin-notice kind="refusal" heading=${sentence.title}
      >${sentence.next}</mulin-notice
    >`;
  }

  #renderProvider(): TemplateResult | typeof nothing {
    const words = this.say(signInWords);
    if (!this.providerName) return nothing;
    return html`<mulin-button kind="primary" size="main" href=${this.providerHref}>
        ${words.provider(this.providerName)}
      </mulin-button>
      <p class="or">${words.or}</p>`;
  }

  #renderForm(): TemplateResult {
    const words = this.say(signInWords);
    return html`<form part="form" novalidate @submit=${this.#onSubmit}>
      ${this.#renderField('user', 'text', 'username')}
      ${this.#renderField('password', 'password', 'current-password')}
      ${this.#renderField('code', 'text', 'one-time-code', words.codeHint)}
      <mulin-button
        kind=${this.providerName ? 'quiet' : 'primary'}
        size="main"
        type="submit"
        ?busy=${this.busy}
        >${words.signIn}</mulin-button
      >
    </form>`;
  }

  #renderField(
    name: Name,
    kind: 'text' | 'password',
    autocomplete: 'username' | 'current-password' | 'one-time-code',
    hint = '',
  ): TemplateResult {
    const words = this.say(signInWords);
    const label = words[name];
    return html`<mulin-field
      name=${name}
      kind=${kind}
      label=${label}
      hint=${hint}
      maxlength="100"
      autocomplete=${autocomplete}
      error=${this.judged && !this.written[name] ? words.fillIn(label) : ''}
      required
      .value=${this.written[name]}
      @input=${this.#onInput}
    ></mulin-field>`;
  }

  get #sentence(): Sentence | undefined {
    const words = this.say(signInWords);
    const common = troubleWords[this.locale];
    switch (this.told?.status) {
      case undefined:
      case 'known':
        return this.trouble ? words.troubles[this.trouble] : undefined;
      case 'fault':
        return common.faults[this.told.fault.code];
      case 'refused': {
        const { code, facts = {} } = this.told.refusal;
        return code === 'guess.wait' ? common.refusals['guess.wait'](facts) : words.wrong;
      }
    }
  }

  async #signIn({ user, password, code }: Readonly<Record<Name, string>>): Promise<void> {
    this.busy = true;
    const proof = { kind: 'password', user, password, totp: code } as const;
    this.told = (await this.gateway?.present(proof)) ?? {
      status: 'fault',
      fault: { code: 'store-unavailable' },
    };
    this.busy = false;
    this.judged = false;
    if (this.told.status === 'known') {
      this.written = { user: '', password: '', code: '' };
      this.emit('mulin-signed-in', { until: this.told.until });
      return;
    }
    if (this.told.status === 'refused') this.written = { ...this.written, code: '' };
    await this.updateComplete;
    this.codeField?.focus();
  }

  readonly #onInput = (event: Event): void => {
    const { name, value } = event.target as HTMLElement & { name: Name; value: string };
    this.written = { ...this.written, [name]: value };
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.busy) return;
    this.judged = true;
    const empty = names.find((name) => !this.written[name]);
    if (empty) this.renderRoot.querySelector<HTMLElement>(`[name="${empty}"]`)?.focus();
    else void this.#signIn(this.written);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-sign-in': MulinSignIn;
  }
}
