import { ContextConsumer } from '@lit/context';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { Gateway } from '../src/gateway/http/index.ts';
import type { Actor } from '../src/model/index.ts';
import { element, gatewayContext, MulinElement, type SignInTrouble } from '../src/ui/index.ts';

import './staff-door.css';
import { kioskWords } from './strings.ts';

/** What lies behind the door. */
export type Office = 'counter' | 'stock' | 'case';

/** What one must be to come in. */
const roles = { counter: 'counter', stock: 'counter', case: 'case' } as const;

/** What the hall says of whoever sits here. */
export interface Session {
  readonly actor: Actor;
  readonly provider?: { readonly name: string; readonly href: string };
}
export type Known =
  { readonly status: 'opening' | 'away' | 'revoked' } | ({ readonly status: 'known' } & Session);

/** While the hall is out of reach it is asked again so often; milliseconds. */
const AGAIN = 10_000;

/**
 * Lets in who works here, and asks everybody else who they are. What lies behind it is made for each person anew, in light
 * DOM, and thrown away when they go.
 *
 * @summary The door before a console.
 */
@element('kiosk-staff-door')
export class KioskStaffDoor extends MulinElement {
  /** Makes what lies behind the door. */
  @property({ attribute: false }) open: (() => Element) | undefined;

  /** Which desk it is: it says who may come in, and what is told to whoever may not. */
  @property({ reflect: true }) office: Office = 'counter';

  /** Asks the hall who sits here. */
  @property({ attribute: false }) ask: ((gateway: Gateway) => Promise<Known>) | undefined;

  /** Why somebody has come back from the provider without being signed in. */
  @property() trouble = '';

  @state() private known: Known = { status: 'opening' };
  #gateway: Gateway | undefined;
  #inside: Element | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new ContextConsumer(this, {
      context: gatewayContext,
      subscribe: true,
      callback: (gateway) => {
        if (!gateway || gateway === this.#gateway) return;
        this.#gateway = gateway;
        this.#look();
      },
    });
  }

  /** A page of its own: its rules, such as for the choice of a counter, hold inside too. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('mulin-signed-in', this.#look);
    this.addEventListener('mulin-not-allowed', this.#look);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('mulin-signed-in', this.#look);
    this.removeEventListener('mulin-not-allowed', this.#look);
    clearTimeout(this.#timer);
  }

  override render(): TemplateResult {
    const { door: words } = this.say(kioskWords);
    const { known } = this;
    switch (known.status) {
      case 'opening':
        return html`<p role="status">${words.opening}</p>`;
      case 'away':
        return html`<mulin-notice heading=${words.away}
          >${words.awayHint[this.office]}</mulin-notice
        >`;
      case 'revoked':
        return html`<mulin-notice kind="refusal" heading=${words.revoked}
            >${words.revokedHint[this.office]}</mulin-notice
          >
          <mulin-button href="/enrol?as=counter">${words.enrol}</mulin-button>`;
      case 'known':
        return known.actor.kind === 'staff'
          ? this.#renderStaff(known.actor)
          : this.#renderSignIn(known);
    }
  }

  #renderSignIn({ provider }: Session): TemplateResult {
    const back = new URLSearchParams({ back: location.pathname }).toString();
    return html`<mulin-sign-in
      provider-name=${provider?.name ?? ''}
      provider-href=${provider ? `${provider.href}?${back}` : ''}
      trouble=${this.trouble as SignInTrouble | ''}
    ></mulin-sign-in>`;
  }

  #renderStaff(actor: Extract<Actor, { readonly kind: 'staff' }>): TemplateResult {
    const { door: words } = this.say(kioskWords);
    const mayEnter = actor.roles?.includes(roles[this.office]);
    if (mayEnter) this.#inside ??= this.open?.();
    return html`<p class="signed-in">
        <span>${words.here(actor.id)}</span>
        <mulin-button @click=${this.#onSignOut}>${words.signOut}</mulin-button>
      </p>
      ${
        mayEnter
          ? (this.#inside ?? nothing)
          : html`<mulin-notice kind="refusal" heading=${words.noRole[this.office]}
              >${words.noRoleHint[this.office]}</mulin-notice
            >`
      }`;
  }

  #become(known: Known): void {
    const before = this.known.status === 'known' ? JSON.stringify(this.known.actor) : '';
    const after = known.status === 'known' ? JSON.stringify(known.actor) : '';
    if (before !== after) this.#inside = undefined;
    this.known = known;
  }

  readonly #look = (): void => {
    clearTimeout(this.#timer);
    const [gateway, ask] = [this.#gateway, this.ask];
    if (!gateway || !ask) return;
    void ask(gateway).then((known) => {
      if (!this.isConnected) return;
      this.#become(known);
      if (known.status === 'away') this.#timer = setTimeout(this.#look, AGAIN);
    });
  };

  readonly #onSignOut = (): void => {
    this.trouble = '';
    this.#become({ status: 'opening' });
    void this.#gateway?.dismiss().then(this.#look);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-staff-door': KioskStaffDoor;
  }
}
