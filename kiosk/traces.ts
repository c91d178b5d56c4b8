/** What the elements of a session can't take away by going themselves. */
export function forgetTraces(): void {
  getSelection()?.removeAllRanges();
  focused()?.blur();
  scrollTo(0, 0);
  try {
    sessionStorage.clear();
  } catch {
    // storage is switched off: then there is nothing in it either
  }
  // Copying is switched off on a terminal; this is for whatever got there all the same. A browser may say no.
  void navigator.clipboard?.writeText('').catch(() => undefined);
}

function focused(): HTMLElement | undefined {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at instanceof HTMLElement ? at : undefined;
}
