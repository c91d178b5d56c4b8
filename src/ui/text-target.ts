/** What keys on screen write into: a field, or anything that can take a stroke. */
export interface TextTarget {
  /** Writes at the caret, over what is selected. */
  insert(text: string): void;
  /** Takes away what is selected, or the character before the caret. */
  delete(): void;
  /** Takes away everything. */
  clear(): void;
  /** The citizen has finished. */
  done(): void;
}
