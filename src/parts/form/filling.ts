import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { IdCard } from '../../device/card/contract.ts';
import {
  elementsOf,
  evaluate,
  pathOfPointer,
  prefill,
  valueAt,
  withValue,
  type ElementState,
  type Facts,
  type FormCtx,
  type FormDefinition,
  type FormState,
} from '../../model/form/index.ts';
import { readResidentId } from '../../model/shared/identity.ts';
import type { Shot } from '../../ui/photo.ts';

/** A form as it is handed in. Personal through and through: whoever gets it looks after it. */
export interface FilledForm {
  readonly formId: string;
  readonly formVersion: number;
  readonly answers: unknown;
  /** Whose number stands in it, outside of tables: who it is about. */
  readonly persons: readonly { readonly role: string; readonly idNumber: string }[];
  readonly phone: string | undefined;
  /** What `mulin-signature` holds. */
  readonly signature: string | undefined;
  /** Files, each with the pointer of the answer that names it. */
  readonly files: readonly (Shot & { readonly item: string })[];
}

/**
 * What a person has filled in so far. All that was typed is kept, also of questions that have gone, in case they come back;
 * what counts is the engine's business.
 */
export class Filling implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #ctx: () => FormCtx;
  #form: FormDefinition | undefined;
  #typed: unknown = {};
  #state: FormState | undefined;
  #stateFor = '';
  #shots = new Map<string, readonly Shot[]>();
  #locked: ReadonlySet<string> = new Set();
  /** What was known so far. */
  #facts: Facts = {};
  /** Questions that were left, and those whose screen was to be left: before that nobody is told off. */
  #left = new Set<string>();
  #tried = new Set<string>();
  /** Another number with every change of those. */
  turn = 0;

  constructor(host: ReactiveControllerHost, ctx: () => FormCtx) {
    this.#host = host;
    this.#ctx = ctx;
    host.addController(this);
  }

  hostConnected(): void {
    // nothing: what is filled in goes with the element
  }

  get typed(): unknown {
    return this.#typed;
  }

  get locked(): ReadonlySet<string> {
    return this.#locked;
  }

  /** Begins a form, with what is known already. */
  begin(
    form: FormDefinition | undefined,
    typed: unknown,
    known: Facts,
    files: FilledForm['files'],
  ): void {
    this.#form = form;
    this.#typed = typed ?? {};
    this.#state = undefined;
    this.#shots = new Map();
    for (const { item, ...shot } of files)
      this.#shots.set(item, [...(this.#shots.get(item) ?? []), shot]);
    this.#locked = new Set();
    this.#facts = {};
    this.#left = new Set();
    this.#tried = new Set();
    this.turn += 1;
    const { readonly, today } = this.#ctx();
    if (!readonly) this.#know({ ...known, today });
  }

  get state(): FormState | undefined {
    if (!this.#form) return undefined;
    const ctx = { ...this.#ctx(), locked: this.#locked };
    const stateFor = `${ctx.locale} ${ctx.today} ${ctx.readonly ?? false}`;
    if (this.#state && this.#stateFor === stateFor) return this.#state;
    const sameWords = this.#stateFor === stateFor;
    this.#stateFor = stateFor;
    return (this.#state = evaluate(
      this.#form,
      this.#typed,
      ctx,
      sameWords ? this.#state : undefined,
    ));
  }

  element(key: string | undefined): ElementState | undefined {
    if (!this.state || key === undefined) return undefined;
    for (const element of elementsOf(this.state.root)) if (element.key === key) return element;
    return undefined;
  }

  answer(path: string, value: unknown): void {
    const steps = pathOfPointer(path);
    if (Object.is(valueAt(this.#typed, steps), value)) return;
    this.#change(withValue(this.#typed, steps, value));
  }

  addRow({ path, schema }: ElementState): void {
    const rows = this.#rowsAt(path);
    const { type } = schema?.items ?? {};
    this.answer(path, [...rows, type === undefined || type === 'object' ? {} : '']);
  }

  removeRow({ path }: ElementState, index: number): void {
    this.answer(
      path,
      this.#rowsAt(path).filter((_, i) => i !== index),
    );
  }

  shots(path: string): readonly Shot[] {
    return this.#shots.get(path) ?? noShots;
  }

  keepShots(path: string, shots: readonly Shot[]): void {
    this.#shots.set(path, shots);
  }

  /** What a card says, wherever the form asks for it. */
  readCard(card: IdCard): void {
    const read = readResidentId(card.idNumber);
    this.#know({
      'id-card.name': card.name,
      'id-card.number': card.idNumber,
      'id-card.birth': typeof read === 'string' ? undefined : read.birth,
      'id-card.sex': typeof read === 'string' ? undefined : read.sex,
    });
  }

  /** The same for one of several persons: by the names and kinds of the questions about them. */
  readCardOf(path: string, { name, idNumber }: IdCard): void {
    const root = this.state?.root;
    if (!root) return;
    for (const element of elementsOf(root)) {
      if (!element.path.startsWith(`${path}/`) || element.readonly) continue;
      if (element.kind === 'id-number') this.answer(element.path, idNumber);
      else if (element.path === `${path}/name`) this.answer(element.path, name);
    }
  }

  leave(key: string): void {
    if (this.#left.has(key)) return;
    this.#left.add(key);
    this.#turn();
  }

  /** These were to be left behind: from now on whatever is wrong with them is said. */
  try(elements: readonly ElementState[]): void {
    for (const element of elements) for (const { key } of elementsOf(element)) this.#tried.add(key);
    this.#turn();
  }

  /** The sentence to show at an element. That something is missing is said only when somebody wants to go on. */
  error({ key, errors: [error] }: ElementState): string {
    if (!error) return '';
    if (this.#tried.has(key)) return error.sentence;
    return this.#left.has(key) && error.keyword !== 'required' ? error.sentence : '';
  }

  get filled(): FilledForm | undefined {
    const { state } = this;
    if (!this.#form || !state) return undefined;
    const { answers } = state.verdict;
    const files = [...this.#shots].flatMap(([item, shots]) => {
      const named = valueAt(answers, pathOfPointer(item));
      const ids: readonly unknown[] = Array.isArray(named) ? named : [named];
      return shots.filter(({ id }) => ids.includes(id)).map((shot) => ({ ...shot, item }));
    });
    const said = [...elementsOf(state.root)].filter(
      ({ visible, path, value }) => visible && typeof value === 'string' && !/\/\d/.test(path),
    );
    const first = (kind: ElementState['kind']): string | undefined =>
      said.find((one) => one.kind === kind)?.value as string | undefined;
    return {
      formId: this.#form.id,
      formVersion: this.#form.version,
      answers,
      persons: said
        .filter(({ kind }) => kind === 'id-number')
        .map(({ path, value }) => ({ role: roleOf(path), idNumber: value as string })),
      phone: first('phone'),
      signature: first('signature'),
      files,
    };
  }

  #know(facts: Facts): void {
    if (!this.#form) return;
    const { answers, locked } = prefill(this.#form, this.#typed, facts, this.#facts);
    this.#facts = { ...this.#facts, ...facts };
    this.#locked = new Set([...this.#locked, ...locked]);
    this.#change(answers);
  }

  #rowsAt(path: string): readonly unknown[] {
    const rows = valueAt(this.#typed, pathOfPointer(path));
    return Array.isArray(rows) ? rows : [];
  }

  #change(typed: unknown): void {
    const before = this.#state;
    this.#typed = typed;
    this.#state = undefined;
    if (this.#form && before) {
      const ctx = { ...this.#ctx(), locked: this.#locked };
      this.#state = evaluate(this.#form, typed, ctx, before);
    }
    this.#host.requestUpdate();
  }

  #turn(): void {
    this.turn += 1;
    this.#host.requestUpdate();
  }
}

/** `/groom/idNumber` → `groom`; whoever stands alone is the applicant. */
const roleOf = (path: string): string =>
  path
    .split('/')
    .at(-2)
    ?.replaceAll(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`) || 'applicant';

const noShots: readonly Shot[] = [];
