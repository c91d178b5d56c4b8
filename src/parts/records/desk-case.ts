import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { dayName } from '../../i18n/index.ts';
import type { CommandName, InputOf } from '../../gateway/contract.ts';
import type { DeskCase } from '../../model/case/look-up.ts';
import type { Check } from '../../model/case/view.ts';
import { element, MulinElement } from '../../ui/base.ts';
import '../../ui/button.ts';
import { ground } from '../../ui/ground.styles.ts';
import '../../ui/notice.ts';
import { Sending } from '../../ui/sending.ts';
import { Watch } from '../../ui/watch.ts';
import './desk-ask.ts';
import './desk-decide.ts';
import './desk-filed.ts';
import type { Asked } from './desk-ask.ts';
import type { Decided } from './desk-decide.ts';
import { deskStyles } from './desk.styles.ts';
import { paperOf } from './paper.ts';
import { printPaper } from '../../ui/paper.ts';
import { stateStyles } from './records.styles.ts';
import { recordsWords, sentenceFor, type Trouble } from './strings.ts';
import { detailsOf, grouped, momentOf, stateOf } from './told.ts';

/**
 * One case on the desk: who, what they filled in and brought, what was checked, what is asked for, what is decided. Each
 * gesture says which state it was made on, so nobody decides on what they have not seen.
 *
 * @summary A case on the desk.
 */
@element('mulin-desk-case')
export class MulinDeskCase extends MulinElement {
  static override styles = [ground, stateStyles, deskStyles];

  /** The code of the receipt. */
  @property() code = '';

  /** Which of its applications. */
  @property() service = '';

  /** The name of that service. */
  @property() name = '';

  /** Who sits here. */
  @property() clerk = '';

  @state() private trouble: Trouble | undefined;
  @state() private doing: 'ask' | 'decide' | undefined;
  /** The check that Y and N are about. */
  @state() private at = 0;
  @query('mulin-desk-ask, mulin-desk-decide') private readonly panel!: HTMLElement | null;
  readonly #sending = new Sending(this);
  readonly #file = new Watch(this, 'case.file', () =>
    this.code && this.service ? { code: this.code, service: this.service } : undefined,
  );

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('code') && !changed.has('service')) return;
    this.trouble = undefined;
    this.doing = undefined;
    this.at = 0;
  }

  override render(): TemplateResult {
    const { snapshot } = this.#file;
    switch (snapshot.status) {
      case 'waiting':
        return html`<p role="status">${this.say(recordsWords).waiting}</p>`;
      case 'refused':
      case 'fault':
        return this.#renderTrouble(snapshot);
      case 'answer':
        return this.#renderFile(snapshot.value);
    }
  }

  /** What a key does here; whether it did anything. */
  press(key: string): boolean {
    const file = this.#file.value;
    if (!file) return false;
    const digit = /^[1-9]$/.test(key) ? Number(key) : 0;
    if (digit > 0 && digit <= file.checks.length) this.at = digit - 1;
    else
      switch (key.toLowerCase()) {
        case 'c':
          this.#onClaim(file);
          break;
        case 'y':
          return this.#judge(file, 'right');
        case 'n':
          return this.#judge(file, 'wrong');
        case 'a':
          return this.#open(file, 'ask');
        case 'd':
          return this.#open(file, 'decide');
        case 'p':
          this.#onPrint(file);
          break;
        case 'escape':
          this.doing = undefined;
          break;
        default:
          return false;
      }
    return true;
  }

  #renderFile(file: DeskCase): TemplateResult {
    const { desk: words } = this.say(recordsWords);
    return html`<article class="case" aria-label=${`${this.name} ${this.code}`}>
      ${this.#renderHead(file)}
      <div role="status">${this.trouble ? this.#renderTrouble(this.trouble) : nothing}</div>
      ${
        file.alike.length > 0
          ? html`<mulin-notice
              kind="warning"
              heading=${words.alike(file.alike.map(grouped).join(' · '))}
            ></mulin-notice>`
          : nothing
      }
      ${this.#renderActs(file)} ${this.#renderPanel(file)}
      <div class="columns">
        <mulin-desk-filed .file=${file}></mulin-desk-filed>
        <div class="column">${this.#renderChecks(file)} ${this.#renderStory(file)}</div>
      </div>
    </article>`;
  }

  #renderHead({ case: one }: DeskCase): TemplateResult {
    const { desk: words } = this.say(recordsWords);
    return html`<div class="head">
        <h3>${this.name}</h3>
        <p class="state ${one.outcome ?? one.status}">
          ${one.outcome ? stateOf(one, this.locale) : words.status[one.status]}
        </p>
      </div>
      <p class="hint code">
        ${[
          grouped(this.code),
          words.by(dayName(this.locale, one.decideBy)),
          ...(one.provisional ? [this.say(recordsWords).provisional] : []),
        ].join(' · ')}
      </p>`;
  }

  #renderActs(file: DeskCase): TemplateResult {
    const { desk: words } = this.say(recordsWords);
    const isOpen = !this.#isClosed(file);
    const isMine = isOpen && file.clerk === this.clerk;
    const act = (key: string, label: string, isMain = false): TemplateResult =>
      html`<mulin-button
        kind=${isMain ? 'primary' : 'quiet'}
        ?busy=${isMain && this.#sending.busy}
        @click=${() => this.press(key)}
        >${label}<kbd slot="end" aria-hidden="true">${key}</kbd></mulin-button
      >`;
    return html`<div class="acts">
      ${isOpen && !isMine ? act('C', file.clerk ? words.takeOver : words.claim, true) : nothing}
      ${isMine ? html`${act('A', words.ask)} ${act('D', words.decide, true)}` : nothing}
      ${act('P', this.say(recordsWords).print)}
      ${
        isMine
          ? html`<mulin-button @click=${this.#onRelease}>${words.release}</mulin-button>`
          : nothing
      }
      ${isOpen && file.clerk && !isMine ? html`<p>${words.with(file.clerk)}</p>` : nothing}
    </div>`;
  }

  #renderPanel(file: DeskCase): TemplateResult | typeof nothing {
    if (this.#isClosed(file) || file.clerk !== this.clerk) return nothing;
    const cancel = (): void => void (this.doing = undefined);
    switch (this.doing) {
      case 'ask':
        return html`<mulin-desk-ask
          .checks=${file.checks}
          ?busy=${this.#sending.busy}
          @cancel=${cancel}
          @ask=${(event: CustomEvent<Asked>) => this.#onAsk(file, event.detail)}
        ></mulin-desk-ask>`;
      case 'decide':
        return html`<mulin-desk-decide
          .reasons=${file.reasons}
          ?busy=${this.#sending.busy}
          @cancel=${cancel}
          @decide=${(event: CustomEvent<Decided>) => this.#onDecide(file, event.detail)}
        ></mulin-desk-decide>`;
      case undefined:
        return nothing;
    }
  }

  #renderChecks(file: DeskCase): TemplateResult {
    const { desk: words } = this.say(recordsWords);
    return html`<section class="checks" aria-label=${words.checks}>
      <h4>${words.checks}</h4>
      ${this.#isClosed(file) ? nothing : html`<p class="hint">${words.checkKeys}</p>`}
      <ol class="column">
        ${file.checks.map((one, i) => html`<li>${this.#renderCheck(file, one, i)}</li>`)}
      </ol>
    </section>`;
  }

  #renderCheck(file: DeskCase, { id, what, found, by }: Check, i: number): TemplateResult {
    const { desk: words } = this.say(recordsWords);
    const isOff = this.#isClosed(file) || file.clerk !== this.clerk;
    const press = (to: 'right' | 'wrong'): TemplateResult => {
      const label = words[to];
      return html`<mulin-button
        kind=${found === to ? 'primary' : 'quiet'}
        label=${`${what[this.locale]}：${label}`}
        ?disabled=${isOff}
        @click=${() => this.#check(file, id, found === to ? 'open' : to)}
        >${label}</mulin-button
      >`;
    };
    return html`<div
      class="check ${i === this.at && !isOff ? 'here' : ''}"
      aria-current=${i === this.at ? 'true' : 'false'}
    >
      <kbd aria-hidden="true">${i + 1}</kbd>
      <span>${what[this.locale]}${found ? html` · <b>${words[found]}</b>` : nothing}</span>
      ${press('right')} ${press('wrong')}
      ${by ? html`<span class="hint by">${words.checkedBy(by)}</span>` : nothing}
    </div>`;
  }

  #renderStory({ story, zone }: DeskCase): TemplateResult {
    const { desk: words } = this.say(recordsWords);
    return html`<section aria-label=${words.history}>
      <h4>${words.history}</h4>
      <ol class="story">
        ${[...story].reverse().map(
          (row) =>
            html`<li>
              <b>${words.story[row.what]}</b>
              <span class="hint"
                >${momentOf(this.locale, row.at, zone)}${row.by ? ` · ${row.by}` : nothing}</span
              >
              ${detailsOf(row, this.locale).map((line) => html`<p>${line}</p>`)}
            </li>`,
        )}
      </ol>
    </section>`;
  }

  #renderTrouble(trouble: Trouble): TemplateResult {
    const { title, next } = sentenceFor(this.locale, trouble);
    return html`<mulin-notice kind="refusal" heading=${title}>${next}</mulin-notice>`;
  }

  #isClosed({ case: { status } }: DeskCase): boolean {
    return status === 'decided' || status === 'withdrawn';
  }

  #open(file: DeskCase, doing: 'ask' | 'decide'): boolean {
    if (this.#isClosed(file) || file.clerk !== this.clerk) return false;
    this.doing = doing;
    void this.updateComplete.then(() => this.panel?.focus());
    return true;
  }

  #judge(file: DeskCase, found: 'right' | 'wrong'): boolean {
    const one = file.checks[this.at];
    if (!one || this.#isClosed(file) || file.clerk !== this.clerk) return false;
    void this.#check(file, one.id, found);
    // On to the next that nobody has looked at; with none left it stays.
    const next = file.checks.findIndex((other, i) => i > this.at && !other.found);
    if (next >= 0) this.at = next;
    return true;
  }

  async #check({ case: one }: DeskCase, check: string, found: 'right' | 'wrong' | 'open') {
    await this.#send('case.check', { ...this.#at(one.sequence), check, found });
  }

  #onClaim({ clerk }: DeskCase): void {
    const from = clerk && clerk !== this.clerk ? { from: clerk } : {};
    void this.#send('case.claim', { code: this.code, service: this.service, ...from });
  }

  readonly #onRelease = (): void => {
    void this.#send('case.release', { code: this.code, service: this.service });
  };

  async #onAsk({ case: one }: DeskCase, { checks, words }: Asked): Promise<void> {
    const input = { ...this.#at(one.sequence), checks: [...checks], ...(words && { words }) };
    if (await this.#send('case.ask', input)) this.doing = undefined;
  }

  async #onDecide({ case: one }: DeskCase, decided: Decided): Promise<void> {
    if (await this.#send('case.decide', { ...this.#at(one.sequence), ...decided }))
      this.doing = undefined;
  }

  #onPrint(file: DeskCase): void {
    printPaper(paperOf(file, this.name, this.locale));
  }

  #at(sequence: number) {
    return { code: this.code, service: this.service, sequence };
  }

  /** Whether the hall has done it. */
  async #send<Name extends CommandName & `case.${string}`>(
    name: Name,
    input: InputOf<Name>,
  ): Promise<boolean> {
    const outcome = await this.#sending.send(name, input);
    if (!outcome) return false;
    const isTrouble = outcome.status === 'refused' || outcome.status === 'fault';
    this.trouble = isTrouble ? (outcome as Trouble) : undefined;
    return outcome.status === 'sent';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mulin-desk-case': MulinDeskCase;
  }
}
