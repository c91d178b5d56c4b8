import { expect, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { leavesNoTrace } from '../harness/leaks.ts';

const keep = (): void => {};

class Leaky extends LitElement {
  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('resize', () => this.requestUpdate());
  }
}
customElements.define('leaky-listener', Leaky);

class Tidy extends LitElement {
  readonly #gone = new AbortController();
  #timer: ReturnType<typeof setInterval> | undefined;
  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(keep, 1000);
    document.addEventListener('pointerup', keep, { capture: true, signal: this.#gone.signal });
    document.addEventListener('keydown', keep, true);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    this.#gone.abort();
    document.removeEventListener('keydown', keep, true);
  }
}
customElements.define('tidy-listener', Tidy);

async function complaintAbout(check: Promise<void>): Promise<string> {
  try {
    await check;
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : 'no error';
  }
}

describe('the leak check', () => {
  it('finds a listener that stays on the window', async () => {
    const found = await complaintAbout(leavesNoTrace(html`<leaky-listener></leaky-listener>`));
    expect(found).to.contain('50 × Window resize');
  });

  it('finds a node that stays in the page', async () => {
    const found = await complaintAbout(
      leavesNoTrace(html`<p>您好</p>`, () => {
        document.body.append(document.createElement('i'));
      }),
    );
    document.querySelectorAll('body > i').forEach((node) => node.remove());
    expect(found).to.contain('50 nodes');
  });

  it('has nothing against one that tidies up', () =>
    leavesNoTrace(html`<tidy-listener></tidy-listener>`));
});
