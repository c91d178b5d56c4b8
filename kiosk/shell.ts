import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';

import { clipSpeaker, clipsAndVoice, voiceSpeaker } from '../src/device/speech/index.ts';
import '../src/journeys/index.ts';
import { placeOfQueue, type Pack } from '../src/model/index.ts';
import '../src/parts/booking/index.ts';
import '../src/parts/booking/mine/index.ts';
import '../src/parts/catalog/giving/index.ts';
import '../src/parts/catalog/orders/index.ts';
import '../src/parts/guide/index.ts';
import '../src/parts/queue/index.ts';
import '../src/parts/records/index.ts';
import { element, MulinElement, type MulinScope } from '../src/ui/index.ts';

import './bar.ts';
import './dock.ts';
import { usualLooks, type Looks } from './dock.ts';
import { ground } from './ground.styles.ts';
import './home.ts';
import { home, pathOf, routeOf, type Route, type ShopRoom } from './router.ts';
import { Session } from './session.ts';
import './shop.ts';
import { styles } from './shell.styles.ts';
import './still-there.ts';
import { kioskWords } from './strings.ts';
import { forgetTraces } from './traces.ts';

/** How long the last person's end is confirmed on the screen, in milliseconds. */
const FAREWELL = 8000;

/**
 * The terminal: a bar, one screen at a time, and the session of one person after the other. Nothing of a person outlives
 * the session: every element that held it is thrown away.
 *
 * @summary The kiosk.
 * @fires {CustomEvent<{ active: boolean }>} kiosk-session - Somebody has come, or everything has been cleared.
 * @example
 * <kiosk-shell idle-seconds="120" countdown-seconds="45"></kiosk-shell>
 */
@element('kiosk-shell')
export class KioskShell extends MulinElement {
  static override styles = [ground, styles];

  /** Where the elements inside read and send. */
  @property({ attribute: false }) gateway: MulinScope['gateway'];

  /** What hangs on this terminal. */
  @property({ attribute: false }) printer: MulinScope['printer'];
  @property({ attribute: false }) cardReader: MulinScope['cardReader'];

  /** Where a half-filled form outlives a reload; it is torn up when a session ends. */
  @property({ attribute: false }) notebook: MulinScope['notebook'];

  /** What is offered here. */
  @property({ attribute: false }) pack: Pack | undefined;

  /** Without a touch for this long, the terminal asks whether anybody is there. */
  @property({ type: Number, attribute: 'idle-seconds' }) idleSeconds = 120;

  /** Without an answer for this long, it clears everything. */
  @property({ type: Number, attribute: 'countdown-seconds' }) countdownSeconds = 45;

  @state() private route: Route = home;
  @state() private looks = usualLooks;
  @state() private farewell = false;
  @query('main') private readonly main!: HTMLElement | null;
  readonly #session = new Session(
    this,
    () => ({ idle: this.idleSeconds * 1000, countdown: this.countdownSeconds * 1000 }),
    () => this.#wipe(),
  );
  readonly #speaker = clipsAndVoice(
    clipSpeaker({ sound: '/voice/voice.ogg', clips: '/voice/voice.json' }),
    voiceSpeaker(),
  );
  /** Counts the screens shown: a new number throws the elements of the last one away. */
  #showing = 0;
  #cameFrom = home;
  #booked = false;
  #wasActive = false;
  #farewellTimer: ReturnType<typeof setTimeout> | undefined;

  /** Nobody is here: what must interrupt everybody, such as a new version, may happen now. */
  get idle(): boolean {
    return !this.#session.active && this.route.screen === 'home';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('popstate', this.#onAddress);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.#onAddress);
    clearTimeout(this.#farewellTimer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('pack')) this.#onAddress();
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const { active } = this.#session;
    if (active === this.#wasActive) return;
    this.#wasActive = active;
    if (active) this.farewell = false;
    this.emit('kiosk-session', { active });
  }

  override render(): TemplateResult {
    const { looks, route } = this;
    const atHome = route.screen === 'home';
    const theme = [looks.elder && 'elder', looks.contrast && 'contrast'].filter(Boolean).join(' ');
    return html`<mulin-scope
      terminal
      .gateway=${this.gateway}
      .printer=${this.printer}
      .cardReader=${this.cardReader}
      .notebook=${this.notebook}
      .speaker=${this.#speaker}
      lang=${this.#language}
      theme=${theme || 'standard'}
      @kiosk-go=${this.#onGo}
      @kiosk-looks=${this.#onLooks}
      @kiosk-end=${this.#onEnd}
      @kiosk-stay=${() => this.#session.stay()}
      @kiosk-wait=${() => this.#session.wait()}
      @mulin-service-chosen=${this.#onService}
      @mulin-booked=${() => (this.#booked = true)}
      @mulin-applied=${() => (this.#booked = true)}
      @mulin-kept=${() => (this.#booked = true)}
      @mulin-leave=${this.#onLeave}
    >
      <div class="frame ${atHome ? 'at-home' : ''}">
        <kiosk-bar
          .pack=${this.pack}
          .looks=${looks}
          ?compact=${!atHome}
          ?busy=${this.#session.active}
        ></kiosk-bar>
        <mulin-reach></mulin-reach>
        <main tabindex="-1">
          ${keyed(
            this.#showing,
            html`<div class="screen ${isNarrow(route) ? '' : 'wide'}">
              ${this.#renderScreen(route)}
            </div>`,
          )}
        </main>
        ${atHome ? html`<kiosk-dock .looks=${looks}></kiosk-dock>` : nothing}
      </div>
      ${this.#renderStillThere()} ${this.#renderFarewell()}
    </mulin-scope>`;
  }

  #renderScreen(route: Route): TemplateResult {
    switch (route.screen) {
      case 'home':
        return html`<kiosk-home .pack=${this.pack}></kiosk-home>`;
      case 'book':
        return html`${this.#renderListHead('book')}
          <mulin-services only="bookable"></mulin-services>`;
      case 'apply':
        return html`<mulin-apply
          ><div slot="head">${this.#renderListHead('apply')}</div></mulin-apply
        >`;
      case 'guides':
        return html`${this.#renderListHead('guides')} <mulin-services></mulin-services>`;
      case 'ticket':
        return html`<mulin-ticket
          place=${this.pack ? (placeOfQueue(this.pack) ?? '') : ''}
          phone-page=${this.#phonePage}
        ></mulin-ticket>`;
      case 'shop':
        return this.#renderShop(route.room);
      case 'appointment':
        return html`<mulin-arrival phone-page=${this.#phonePage}></mulin-arrival>`;
      case 'records':
        return html`<mulin-records></mulin-records>`;
      case 'service':
        return html`<mulin-service service=${route.service} begin=${route.begin}></mulin-service>`;
    }
  }

  #renderShop(room: ShopRoom | undefined): TemplateResult {
    switch (room) {
      case 'goods':
        return html`<mulin-shop
          place=${this.pack?.catalog?.shops[0] ?? ''}
          pick-up=${this.pack?.catalog?.orders.pickUp ?? ''}
        ></mulin-shop>`;
      case 'points':
        return html`<mulin-points>${this.#renderBack()}</mulin-points>`;
      case 'order':
        return html`<mulin-order>${this.#renderBack()}</mulin-order>`;
      case 'give':
        return html`<mulin-donate place=${this.pack?.catalog?.shops[0] ?? ''}
          >${this.#renderBack()}</mulin-donate
        >`;
      case 'volunteer':
        return html`<mulin-volunteer>${this.#renderBack()}</mulin-volunteer>`;
      case 'services':
        return html`<mulin-activities kind="service">${this.#renderBack()}</mulin-activities>`;
      case 'events':
        return html`<mulin-activities kind="event">${this.#renderBack()}</mulin-activities>`;
      case 'stories':
        return html`<mulin-stories>${this.#renderBack()}</mulin-stories>`;
      case undefined:
        return html`${this.#renderListHead('shop')} <kiosk-shop .pack=${this.pack}></kiosk-shop>`;
    }
  }

  #renderBack(): TemplateResult {
    return html`<mulin-button slot="back" label=${this.#words.back} @click=${this.#onLeave}>
      <mulin-icon name="chevron-left"></mulin-icon>
    </mulin-button>`;
  }

  #renderListHead(screen: 'book' | 'apply' | 'guides' | 'shop'): TemplateResult {
    const words = this.#words;
    const { name, hint } = words.screens[screen];
    return html`<header class="list-head">
      <mulin-button label=${words.home} @click=${() => this.#go(home)}>
        <mulin-icon name="chevron-left"></mulin-icon>
      </mulin-button>
      <h2>${name}</h2>
      <p>${hint}</p>
    </header>`;
  }

  #renderStillThere(): TemplateResult | typeof nothing {
    const left = this.#session.secondsLeft;
    if (left === undefined) return nothing;
    return html`<kiosk-still-there left=${left} of=${this.countdownSeconds}></kiosk-still-there>`;
  }

  #renderFarewell(): TemplateResult {
    return html`<div class="toast" role="status">
      ${this.farewell ? html`<p>${this.#words.ended}</p>` : nothing}
    </div>`;
  }

  get #language(): 'zh-CN' | 'en' {
    return this.looks.english ? 'en' : 'zh-CN';
  }

  /** A phone can follow a ticket where a hall keeps it; a terminal that is its own hall keeps it to itself. */
  get #phonePage(): string {
    const isHalls = this.gateway && 'reach' in this.gateway;
    return isHalls ? new URL('/queue', this.pack?.publicUrl ?? location.href).href : '';
  }

  /** The shell stands outside the scope it makes, so it can't ask the scope for the language. */
  get #words(): (typeof kioskWords)['zh-CN'] {
    return kioskWords[this.#language];
  }

  #go(route: Route): void {
    const list = ['book', 'apply', 'guides'].includes(this.route.screen);
    if (route.screen === 'shop' && route.room) this.#cameFrom = { screen: 'shop' };
    else this.#cameFrom = list && route.screen === 'service' ? this.route : home;
    this.#booked = false;
    this.#show(route);
    if (route.screen !== 'home') this.#session.begin();
    void this.updateComplete.then(() => this.main?.focus({ preventScroll: true }));
  }

  #show(route: Route): void {
    this.#showing += 1;
    this.route = route;
    // Replaced, never pushed: history.back() can't be stopped in Chromium and would leave the terminal.
    history.replaceState(null, '', pathOf(route));
    this.main?.scrollTo(0, 0);
  }

  #wipe(): void {
    this.#speaker.hush();
    this.#show(home);
    this.#cameFrom = home;
    this.#booked = false;
    this.#look(usualLooks);
    void this.gateway?.dismiss();
    // A disk that can't be written has kept nothing, either.
    void this.notebook?.tear().catch(() => undefined);
    this.farewell = true;
    clearTimeout(this.#farewellTimer);
    this.#farewellTimer = setTimeout(() => (this.farewell = false), FAREWELL);
    forgetTraces();
  }

  #look(looks: Looks): void {
    this.looks = looks;
    document.documentElement.lang = this.#language;
    document.title = this.#words.page;
  }

  readonly #onAddress = (): void => {
    if (!this.pack) return;
    const route = routeOf(location.pathname, this.pack);
    this.#show(route);
    if (route.screen !== 'home') this.#session.begin();
  };

  readonly #onGo = (event: CustomEvent<Route>): void => this.#go(event.detail);

  readonly #onLooks = (event: CustomEvent<Looks>): void => this.#look(event.detail);

  readonly #onEnd = (): void => this.#session.end();

  readonly #onService = (event: CustomEvent<{ readonly service: string }>): void => {
    const { service } = event.detail;
    this.#go({
      screen: 'service',
      service,
      begin: this.route.screen === 'book' ? 'booking' : 'guide',
    });
  };

  readonly #onLeave = (): void => this.#go(this.#booked ? home : this.#cameFrom);
}

/** What is read line by line stands in a column. */
const isNarrow = ({ screen }: Route): boolean => screen === 'appointment' || screen === 'records';

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-shell': KioskShell;
  }
}
