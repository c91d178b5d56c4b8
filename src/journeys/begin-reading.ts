import type { LitElement } from 'lit';

/** How long a part's first answer is awaited, and how often it is looked for, in milliseconds. */
const PATIENCE = 5000;
const PACE = 50;

/**
 * Brings the focus to the heading of a part that has just come on the screen. A part draws its heading (the `h2` that can
 * be focused) with its first answer, so there may be none yet; whoever has gone on meanwhile is not called back.
 */
export async function beginReading(part: LitElement): Promise<void> {
  for (let waited = 0; waited < PATIENCE; waited += PACE) {
    await part.updateComplete;
    if (!part.isConnected || part.hidden) return;
    const heading = part.renderRoot.querySelector<HTMLElement>('h2[tabindex="-1"]');
    if (heading) return heading.focus({ preventScroll: true });
    await new Promise((done) => setTimeout(done, PACE));
  }
}
