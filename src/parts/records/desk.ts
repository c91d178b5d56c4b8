import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { dayName } from '../../i18n/index.ts';
import type { DeskLine, Status } from '../../model/case/documents.ts';
import type { DeskList, ListedCase } from '../../model/case/look-up.ts';
import { dateAt } from '../../model/shared/dates.ts';
import { addDays } from '../../model/shared/days.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import { card, ground } from '../../ui/ground.styles.ts';
import '../../ui/notice.ts';
import { Watch, type Snapshot } from '../../ui/watch.ts';
import './desk-case.ts';
import type { MulinDeskCase } from './desk-case.ts';
import './desk-ratings.ts';
import { deskStyles } from './desk.styles.ts';
import { stateStyles } from './records.styles.ts';
import { recordsWords, sentenceFor, type Trouble } from './strings.ts';
import { tableOf } from './table.ts';
import { grouped } from './told.ts';

type Whose = 'all' | 'mine' | 'free' | 'overdue';
type Listed = DeskLine & Partial<ListedCase>;

/** How far back the closed ones are shown at first, in days. */
const BACK = 30;

/**
 * Where those sit who decide: what is open, the most urgent first, and the case that was picked. The keyboard comes first;
 * every key has a button. Nothing changes on it before the hall has said so, and what a colleague does shows here at once.
 *
 * @summary The desk of those who decide.
 * @fires {CustomEvent<{}>} mulin-not-allowed - Whoever sits here may not decide, or not any more.
 * @csspart list - What is open, or closed.
 * @example
 * <mulin-case-desk></mulin-case-desk>
 */
@element('mulin-case-desk')
export class MulinCaseDesk extends MulinElement {
  static override styles = [ground, card, stateStyles, deskStyles];

  @state() private text = '';
  @state() private service = '';
  @state() private status: Status | '' = '';
  @state() private whose: Whose = 'all';
  /** The days of the closed ones, while those are shown. */
  @state() private range: { readonly from: string; readonly to: string } | undefined;
  /** What people thought, in the place of a case. */
  @state() private rated = false;
  @state() private picked: { readonly code: string; readonly service: string } | undefined;
  @query('mulin-desk-case') private readonly inner!: MulinDeskCase | null;
  @query('input[type="search"]') private readonly search!: HTMLElement | null;
  readonly #open = new Watch(this, 'case.list', () => ({}));
  readonly #closed = new Watch(this, 'case.closed', () => this.range);
  readonly #directory = new Watch(this, 'guide.services', () => ({}));
  #wasRefused = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', this.#onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('keydown', this.#onKey);
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const { snapshot } = this.#open;
    const isRefused =
      snapshot.status === 'refused' && snapshot.refusal.code === 'actor.not-allowed';
    if (isRefused && !this.#wasRefused) this.emit('mulin-not-allowed', {});
    this.#wasRefused = isRefused;
  }

  override render(): TemplateResult {
    const snapshot: Snapshot<'case.list' | 'case.closed'> = this.range
      ? this.#closed.snapshot
      : this.#open.snapshot;
    switch (snapshot.status) {
      case 'waiting':
        return html`<p role="status">${this.say(recordsWords).waiting}</p>`;
      case 'refused':
      case 'fault':
        return this.#renderTrouble(snapshot);
      case 'answer':
        return this.#renderDesk(snapshot.value);
    }
  }

  #renderDesk(list: DeskList<Listed>): TemplateResult {
    const { desk: words } = this.say(recordsWords);
    const { picked } = this;
    return html`<div class="desk" role="group" aria-label=${words.title}>
      <div class="list" part="list">
        ${this.#renderHead()} ${this.#renderFilters(list)} ${this.#renderLines(list)}
        <p class="hint">${words.keys}</p>
      </div>
      ${
        this.rated
          ? html`<mulin-desk-ratings></mulin-desk-ratings>`
          : picked
            ? html`<mulin-desk-case
                class="card"
                code=${picked.code}
                service=${picked.service}
                name=${this.#nameOf(picked.service)}
                .clerk=${list.clerk}
              ></mulin-desk-case>`
            : html`<mulin-notice heading=${words.pick}></mulin-notice>`
      }
    </div>`;
  }

  #renderHead(): TemplateResult {
    const { desk: words } = this.say(recordsWords);
    return html`<div class="head">
      <h2>${this.range ? words.closed : words.list}</h2>
      <mulin-button @click=${this.#onSwitch}
        >${this.range ? words.backToOpen : words.closed}</mulin-button
      >
      <mulin-button @click=${this.#onExport}>${words.export}</mulin-button>
      <mulin-button @click=${() => (this.rated = !this.rated)}
        >${this.rated ? words.noMoreRatings : words.ratings}</mulin-button
      >
    </div>`;
  }

  #renderFilters(list: DeskList<Listed>): TemplateResult {
    const { desk: words } = this.say(recordsWords);
    const services = [...new Set(list.lines.map(({ service }) => service))];
    const states = [...new Set(list.lines.map(({ status }) => status))];
    return html`<div class="filters" role="search">
      ${this.range ? this.#renderRange(this.range) : this.#renderTabs(list)}
      <input
        type="search"
        aria-label=${words.search}
        placeholder=${words.search}
        .value=${this.text}
        @input=${(event: Event) => (this.text = valueOf(event))}
      />
      <div class="range">
        <label
          ><span class="unseen">${words.service}</span>
          <select @change=${(event: Event) => (this.service = valueOf(event))}>
            <option value="">${words.everyService}</option>
            ${services.map(
              (id) =>
                html`<option value=${id} ?selected=${id === this.service}>
                  ${this.#nameOf(id)}
                </option>`,
            )}
          </select></label
        >
        <label
          ><span class="unseen">${words.state}</span>
          <select @change=${(event: Event) => (this.status = valueOf(event) as Status)}>
            <option value="">${words.everyState}</option>
            ${states.map(
              (one) =>
                html`<option value=${one} ?selected=${one === this.status}>
                  ${words.status[one]}
                </option>`,
            )}
          </select></label
        >
      </div>
    </div>`;
  }

  #renderTabs(list: DeskList<Listed>): TemplateResult {
    const { desk: words } = this.say(recordsWords);
    const tabs: readonly Whose[] = ['all', 'mine', 'free', 'overdue'];
    return html`<div class="tabs">
      ${tabs.map(
        (whose) =>
          html`<button
            type="button"
            aria-pressed=${whose === this.whose ? 'true' : 'false'}
            @click=${() => (this.whose = whose)}
          >
            ${words[whose]} ${list.lines.filter((line) => isOf(line, whose, list.clerk)).length}
          </button>`,
      )}
    </div>`;
  }

  #renderRange({ from, to }: { readonly from: string; readonly to: string }): TemplateResult {
    const { desk: words } = this.say(recordsWords);
    const day = (name: 'from' | 'to', value: string): TemplateResult =>
      html`<label
        >${words[name]}
        <input
          type="date"
          .value=${value}
          @change=${(event: Event) => this.#onDay(name, valueOf(event))}
      /></label>`;
    return html`<div class="range">${day('from', from)} ${day('to', to)}</div>`;
  }

  #renderLines(list: DeskList<Listed>): TemplateResult {
    const { desk: words } = this.say(recordsWords);
    const lines = this.#fitting(list);
    if (lines.length === 0) {
      const isEmpty = list.lines.length === 0 && !this.range;
      return html`<mulin-notice heading=${isEmpty ? words.nothing : words.empty}
        >${isEmpty ? nothing : words.emptyNext}</mulin-notice
      >`;
    }
    return html`<p role="status" class="hint">${words.count(lines.length)}</p>
      <ol class="column">
        ${repeat(
          lines,
          ({ id }) => id,
          (line) => html`<li>${this.#renderLine(line, list)}</li>`,
        )}
      </ol>`;
  }

  #renderLine(line: Listed, { zone }: DeskList<Listed>): TemplateResult {
    const { desk: words, outcome } = this.say(recordsWords);
    const { code, service, status, decideBy, clerk } = line;
    const isPicked = this.picked?.code === code && this.picked.service === service;
    const state = line.outcome ? outcome[line.outcome] : words.status[status];
    const more = [
      grouped(code),
      `${words.since} ${dayName(this.locale, dateAt(line.submittedAt, zone))}`,
      ...(this.range ? [] : [words.by(dayName(this.locale, decideBy))]),
      ...(clerk ? [words.with(clerk)] : []),
    ];
    return html`<button
      type="button"
      class="row"
      aria-current=${isPicked ? 'true' : 'false'}
      @click=${() => this.#pick({ code, service })}
    >
      <span class="name">${this.#nameOf(service)}</span>
      <span class="state ${line.overdue ? 'late' : (line.outcome ?? status)}"
        >${line.overdue ? words.late : state}</span
      >
      <span class="more code">${more.join(' · ')}</span>
    </button>`;
  }

  #renderTrouble(trouble: Trouble): TemplateResult {
    const { title, next } = sentenceFor(this.locale, trouble);
    return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
  }

  #fitting({ lines, clerk }: DeskList<Listed>): readonly Listed[] {
    const text = this.text.replaceAll(/\s/g, '').toLowerCase();
    return lines.filter(
      (line) =>
        (this.range !== undefined || isOf(line, this.whose, clerk)) &&
        (this.service === '' || line.service === this.service) &&
        (this.status === '' || line.status === this.status) &&
        (text === '' ||
          line.code.includes(text) ||
          this.#nameOf(line.service).toLowerCase().includes(text)),
    );
  }

  #nameOf(service: string): string {
    const found = this.#directory.value?.services.find(({ id }) => id === service);
    return found?.name[this.locale] ?? service;
  }

  #pick(one: { readonly code: string; readonly service: string }): void {
    this.picked = one;
    this.rated = false;
  }

  readonly #onSwitch = (): void => {
    const today = this.#open.value?.today ?? '';
    this.range = this.range || !today ? undefined : { from: addDays(today, -BACK), to: today };
    this.picked = undefined;
    this.status = '';
  };

  #onDay(name: 'from' | 'to', day: string): void {
    if (this.range && day) this.range = { ...this.range, [name]: day };
  }

  readonly #onExport = (): void => {
    const list: DeskList<Listed> | undefined = this.range ? this.#closed.value : this.#open.value;
    if (!list) return;
    const { desk: words } = this.say(recordsWords);
    const { from, to } = this.range ?? { from: list.today, to: list.today };
    const table = tableOf(this.#fitting(list), (id) => this.#nameOf(id), list.zone, this.locale);
    const href = URL.createObjectURL(new Blob([table], { type: 'text/csv' }));
    Object.assign(document.createElement('a'), {
      href,
      download: words.exportName(from, to),
    }).click();
    setTimeout(() => URL.revokeObjectURL(href)); // the download has begun by then
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const [target] = event.composedPath();
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(target)) return;
    const isDone =
      event.key === '/'
        ? (this.search?.focus(), true)
        : event.key === 'ArrowDown' || event.key === 'ArrowUp'
          ? this.#move(event.key === 'ArrowDown' ? 1 : -1, target)
          : !event.repeat && (this.inner?.press(event.key) ?? false);
    if (isDone) event.preventDefault();
  };

  /** Up and down the list, wherever the keys are, unless they move something there. */
  #move(by: 1 | -1, target: EventTarget | undefined): boolean {
    if (target instanceof HTMLInputElement) return false;
    const rows = [...this.renderRoot.querySelectorAll<HTMLButtonElement>('.row')];
    const at = rows.findIndex((row) => row === target || row.ariaCurrent === 'true');
    const next = rows[at < 0 ? 0 : at + by];
    next?.focus();
    return next !== undefined;
  }
}

function isOf(line: Listed, whose: Whose, clerk: string): boolean {
  switch (whose) {
    case 'all':
      return true;
    case 'mine':
      return line.clerk === clerk;
    case 'free':
      return line.clerk === undefined;
    case 'overdue':
      return line.overdue === true;
  }
}

const isWriting = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && !/^(radio|checkbox)$/.test(target.type));

function valueOf(event: Event): string {
  return (event.target as HTMLElement & { value: string }).value;
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-case-desk': MulinCaseDesk;
  }
}
