/** Something wrong with a form, for the person who writes it. */
export interface FormMistake {
  /** JSON pointer into the definition. */
  readonly path: string;
  /** In English, with the value as the subject. */
  readonly sentence: string;
}
