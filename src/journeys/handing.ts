import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { InputOf } from '../gateway/contract.ts';
import type { ReceiptView } from '../model/case/view.ts';
import type { Kept } from '../parts/application/index.ts';
import type { FilledForm } from '../parts/form/index.ts';
import { Sending } from '../ui/sending.ts';
import type { NotSent } from './application.strings.ts';
import { base64Of } from '../ui/bytes.ts';
import { casesIn, filesIn, keptIn, type Begun, type Intake } from './intake.ts';

type Handed<Result> =
  | { readonly status: 'sent'; readonly result: Result }
  | NotSent
  /** Something was under way already. */
  | undefined;

/** Brings what was filled in to the hall: its files one after the other, each once, then the whole. */
export class Handing implements ReactiveController {
  readonly #sending: Sending;
  /** Names the files of this application, so that a second attempt does not send them as others. */
  #bundle = '';
  #sent = new Set<string>();
  #draft: Begun['draft'];

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#sending = new Sending(host);
    host.addController(this);
  }

  hostConnected(): void {
    // nothing: what has left for the hall is not called back
  }

  get busy(): boolean {
    return this.#sending.busy;
  }

  /** The four digits of the draft it comes from. */
  get tail(): string | undefined {
    return this.#draft?.phoneTail;
  }

  /** Another application; the hall may have the files of one that was begun before. */
  begin(begun: Begun | undefined): void {
    this.#bundle = begun?.bundle ?? '';
    this.#sent = new Set(begun?.bundle ? begun.files.map(({ id }) => id) : []);
    this.#draft = begun?.draft;
  }

  async submit(intake: Intake, filled: FilledForm, tail: string): Promise<Handed<ReceiptView>> {
    const { answers, persons, phone, signature, files } = filled;
    const stopped = await this.#files(intake, files);
    if (stopped !== 'all') return stopped;
    const input: InputOf<'case.submit'> = {
      cases: casesIn(intake, answers),
      persons: [...persons],
      ...(phone === undefined ? { tail } : { phone }),
      ...(files.length > 0 && { bundle: this.#bundle }),
      evidence: files.map(({ id }) => id),
      ...(signature !== undefined && { signature }),
      ...(this.#draft && { draft: this.#draft.code }),
    };
    return this.#sending.send('case.submit', input);
  }

  async keep(intake: Intake, filled: FilledForm, tail: string): Promise<Handed<Kept>> {
    const { answers, files } = filled;
    const stopped = await this.#files(intake, files);
    if (stopped !== 'all') return stopped;
    const kept = await this.#sending.send('draft.keep', {
      ...(this.#draft && { code: this.#draft.code }),
      phoneTail: tail,
      services: intake.services.map(({ service }) => service),
      forms: keptIn(intake, answers),
      ...(files.length > 0 && { bundle: this.#bundle }),
    });
    // Kept once more, it keeps its code.
    if (kept?.status === 'sent') this.#draft = { code: kept.result.code, phoneTail: tail };
    return kept;
  }

  async #files(
    intake: Intake,
    files: FilledForm['files'],
  ): Promise<Exclude<Handed<never>, { readonly status: 'sent' }> | 'all'> {
    this.#bundle ||= crypto.randomUUID();
    for (const { id, form, item, name, type, blob } of filesIn(intake, files)) {
      if (this.#sent.has(id)) continue;
      const outcome = await this.#sending.send('evidence.add', {
        bundle: this.#bundle,
        id,
        item: intake.forms.length > 1 ? `/${form}${item}` : item,
        name: name.slice(-120),
        type,
        data: await base64Of(blob),
      });
      if (outcome?.status !== 'sent') return outcome;
      this.#sent.add(id);
    }
    return 'all';
  }
}
