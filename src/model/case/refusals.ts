/** Every no that cases know. Each has a sentence in the part's strings, with what to do next. */
import type { Refusal } from '../shared/law.ts';

export type EvidenceRefusal =
  | 'evidence.empty'
  /** Facts: `maxBytes`. */
  | 'evidence.too-large'
  /** Neither a picture nor a PDF, or not what its name says. */
  | 'evidence.wrong-kind'
  /** Facts: `most`. */
  | 'evidence.too-many'
  /** It was handed in already, so it stays as it is. */
  | 'evidence.handed-in'
  /** Nothing of it is here any more. */
  | 'evidence.not-found';

export type FormRefusal =
  | 'case.no-such-form'
  /** Filled in by rules that no longer hold. Facts: `version`, the present one. */
  | 'case.form-changed'
  /** `at` points into the answers. */
  | 'case.answers-wrong';

export type CaseRefusal =
  | 'case.not-found'
  | 'case.code-typo'
  | 'case.no-such-service'
  | 'case.phone-missing'
  /** Somebody is named who is not in the form. */
  | 'case.person-not-in-form'
  | 'case.decided-already'
  | 'case.withdrawn-already'
  | 'case.nothing-asked'
  | 'case.nothing-given'
  /** Facts: `keepUntil`, a plain date. */
  | 'case.must-be-kept'
  | 'case.still-open'
  | 'case.rated-already'
  | 'case.nothing-due'
  | 'draft.not-found'
  /** The form is not to be taken along. */
  | 'draft.stays-here'
  | FormRefusal
  | EvidenceRefusal;

/** What only clerks hear. */
export type DeskRefusal =
  | 'case.not-found'
  | 'case.decided-already'
  | 'case.withdrawn-already'
  /** Facts: `clerk`, who has it. */
  | 'case.claimed-by-another'
  | 'case.not-claimed'
  /** Something has happened that this window has not seen. */
  | 'case.moved-on'
  | 'case.no-such-check'
  /** Facts: `left`, how many. */
  | 'case.not-checked'
  | 'case.not-all-right'
  | 'case.reason-missing'
  | 'case.asked-nothing';

export interface Refused<Code extends string = CaseRefusal> {
  readonly ok: false;
  readonly refusal: Refusal<Code>;
}
