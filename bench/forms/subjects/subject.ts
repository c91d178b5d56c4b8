/** What the benchmark must know about a form to look at it and to type into it. */
import { count } from './data.ts';

/** Every control that a hand can reach, through shadow roots. */
function controlsIn(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((one) => [
    ...(one.matches('input, select, textarea') ? [one] : []),
    ...(one.shadowRoot ? controlsIn(one.shadowRoot) : []),
  ]);
}

export function present(answers: () => unknown): void {
  Object.assign(globalThis, {
    subject: {
      count,
      controls: () => controlsIn(document).length,
      /** The first line of text. */
      first: () =>
        controlsIn(document).find((one) => one.matches('input[type=text], input:not([type])')),
      answers: () => JSON.stringify(answers()),
    },
  });
}
