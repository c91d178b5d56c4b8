import { expect, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/ui/quantity.ts';
import type { MulinQuantity } from '../../src/ui/quantity.ts';
import '../../src/ui/search.ts';
import type { MulinSearch } from '../../src/ui/search.ts';
import { accessible } from '../harness/axe.ts';
import { press } from '../harness/hand.ts';
import { leavesNoTrace } from '../harness/leaks.ts';
import { inScope, scope, settled, themes } from '../harness/scope.ts';

const everything = html`<mulin-quantity label="件数" min="1" max="5" value="2"></mulin-quantity>
  <mulin-search label="找物品"></mulin-search>`;

describe('mulin-quantity', () => {
  const page = html`<form>
    <mulin-quantity name="count" label="件数" min="1" max="3" value="1"></mulin-quantity>
  </form>`;
  const key = (quantity: MulinQuantity, name: string): HTMLButtonElement => {
    const found = quantity.shadowRoot?.querySelector<HTMLButtonElement>(`[aria-label="${name}"]`);
    if (!found) throw new Error(name);
    return found;
  };

  it('never leaves its bounds, however often it is pressed', async () => {
    const quantity = await inScope<MulinQuantity>('mulin-quantity', page);
    for (let i = 0; i < 5; i += 1) {
      key(quantity, '件数加一').click();
      await quantity.updateComplete;
    }
    expect(quantity.value).to.equal('3');
    expect(key(quantity, '件数加一').disabled).to.equal(true);
    for (let i = 0; i < 5; i += 1) {
      key(quantity, '件数减一').click();
      await quantity.updateComplete;
    }
    expect(quantity.value).to.equal('1');
  });

  it('is sent with its form, and a change is told', async () => {
    const quantity = await inScope<MulinQuantity>('mulin-quantity', page);
    let changes = 0;
    quantity.addEventListener('change', () => (changes += 1));
    await press(key(quantity, '件数加一'));
    expect(changes).to.equal(1);
    expect(new FormData(quantity.form ?? undefined).get('count')).to.equal('2');
  });

  it('every key is 60 by 60 px at least', async () => {
    const quantity = await inScope<MulinQuantity>('mulin-quantity', page);
    for (const button of quantity.shadowRoot?.querySelectorAll('button') ?? [])
      expect(Math.min(button.offsetWidth, button.offsetHeight)).to.be.at.least(60);
  });
});

describe('mulin-search', () => {
  it('at a terminal letters open below it, and finding needs no keyboard', async () => {
    await setViewport({ width: 1080, height: 1920 });
    const search = await inScope<MulinSearch>(
      'mulin-search',
      html`<mulin-search label="找物品"></mulin-search>`,
      { terminal: true },
    );
    const heard: string[] = [];
    search.addEventListener('input', () => heard.push(search.value));
    search.shadowRoot?.querySelector('input')?.click();
    await settled(search);
    const keypad = search.shadowRoot?.querySelector('mulin-keypad');
    for (const letter of ['Y', 'R', 'F']) {
      const key = [...(keypad?.shadowRoot?.querySelectorAll('button') ?? [])].find(
        (one) => one.textContent?.trim() === letter,
      );
      key?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, cancelable: true }));
    }
    expect(heard).to.deep.equal(['y', 'yr', 'yrf']);
    await setViewport({ width: 800, height: 600 });
  });

  it('one press empties it', async () => {
    const search = await inScope<MulinSearch>(
      'mulin-search',
      html`<mulin-search label="找物品" .value=${'大米'}></mulin-search>`,
    );
    search.shadowRoot?.querySelector<HTMLElement>('[aria-label=清空]')?.click();
    expect(search.value).to.equal('');
  });
});

describe('controls of a shop', () => {
  for (const theme of themes)
    it(`have nothing axe-core objects to in theme ${theme}`, async () => {
      await accessible(await scope(everything, { theme }));
    });

  it('nothing is wider than a phone of 360 px, for elders too', async () => {
    await setViewport({ width: 360, height: 740 });
    await scope(everything, { theme: 'elder' });
    expect(document.documentElement.scrollWidth).to.be.at.most(360);
    await setViewport({ width: 800, height: 600 });
  });

  it('leave no trace', () => leavesNoTrace(html`<div>${everything}</div>`));
});
