import { expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/ui/button.ts';
import '../../src/ui/dialog.ts';
import type { MulinButton } from '../../src/ui/button.ts';
import type { MulinDialog } from '../../src/ui/dialog.ts';
import { accessible } from '../harness/axe.ts';
import { press } from '../harness/hand.ts';
import { leavesNoTrace } from '../harness/leaks.ts';
import { scope, settled, themes } from '../harness/scope.ts';

const page = html`<mulin-button>取消预约</mulin-button>
  <mulin-dialog heading="要取消这次预约吗？">
    <p>取消后号源会让给别人。</p>
    <mulin-button slot="actions">先不取消</mulin-button>
    <mulin-button slot="actions" kind="danger">取消预约</mulin-button>
  </mulin-dialog>`;

const nativeOf = (dialog: MulinDialog): HTMLDialogElement =>
  dialog.shadowRoot?.querySelector('dialog') as HTMLDialogElement;

/** Opened by the button, as a citizen would. */
async function opened(): Promise<[MulinDialog, MulinButton]> {
  const around = await scope(page);
  const dialog = around.querySelector('mulin-dialog') as MulinDialog;
  const opener = around.querySelector('mulin-button') as MulinButton;
  opener.focus();
  dialog.open = true;
  await settled(dialog);
  return [dialog, opener];
}

describe('mulin-dialog', () => {
  it('its heading is its name, and gets the focus, so that it is heard first', async () => {
    const [dialog] = await opened();
    expect(nativeOf(dialog).matches(':modal')).to.equal(true);
    expect(dialog.shadowRoot?.activeElement?.textContent).to.equal('要取消这次预约吗？');
  });

  it('Escape closes it, tells the page, and the focus goes back', async () => {
    const [dialog, opener] = await opened();
    setTimeout(() => void sendKeys({ press: 'Escape' }));
    await oneEvent(dialog, 'mulin-closed');
    await dialog.updateComplete;
    expect(dialog.open).to.equal(false);
    expect(nativeOf(dialog).open).to.equal(false);
    expect(document.activeElement === opener).to.equal(true);
  });

  it('the close button closes it', async () => {
    const [dialog] = await opened();
    const close = dialog.shadowRoot?.querySelector('mulin-button') as MulinButton;
    expect(close.label).to.equal('关闭');
    await press(close);
    await dialog.updateComplete;
    expect(nativeOf(dialog).open).to.equal(false);
  });

  it('a page may keep it open, however often Escape is pressed', async () => {
    const [dialog] = await opened();
    dialog.addEventListener('mulin-close-request', (event) => event.preventDefault());
    for (let i = 0; i < 3; i++) await sendKeys({ press: 'Escape' });
    await settled(dialog);
    expect(dialog.open).to.equal(nativeOf(dialog).open);
  });

  it('an insistent one stays, however often Escape is pressed', async () => {
    const [dialog] = await opened();
    dialog.insistent = true;
    await dialog.updateComplete;
    for (let i = 0; i < 4; i++) await sendKeys({ press: 'Escape' });
    await settled(dialog);
    expect(dialog.open && nativeOf(dialog).matches(':modal')).to.equal(true);
    expect(dialog.shadowRoot?.querySelectorAll('mulin-button').length).to.equal(0);
  });

  it('the keys stay inside while it is open', async () => {
    const [dialog, opener] = await opened();
    for (let i = 0; i < 6; i++) {
      await sendKeys({ press: 'Tab' });
      expect(document.activeElement === opener).to.equal(false);
    }
    dialog.open = false;
    await dialog.updateComplete;
  });

  it('removed while open, the page is free again and the focus is back', async () => {
    const [dialog, opener] = await opened();
    dialog.remove();
    expect(document.querySelectorAll(':modal').length).to.equal(0);
    expect(document.activeElement === opener).to.equal(true);
    let pressed = false;
    opener.addEventListener('click', () => (pressed = true));
    await press(opener);
    expect(pressed).to.equal(true);
  });

  it('moved while open, it is open in its new place', async () => {
    const [dialog] = await opened();
    dialog.parentElement?.prepend(dialog);
    await settled(dialog);
    expect(nativeOf(dialog).matches(':modal')).to.equal(true);
  });

  it('its opener gone meanwhile, it closes all the same', async () => {
    const [dialog, opener] = await opened();
    opener.remove();
    dialog.open = false;
    await dialog.updateComplete;
    expect(nativeOf(dialog).open).to.equal(false);
  });

  for (const theme of themes) {
    it(`has nothing axe-core objects to in theme ${theme}`, async () => {
      const around = await scope(page, { theme });
      const dialog = around.querySelector('mulin-dialog') as MulinDialog;
      dialog.open = true;
      await settled(dialog);
      await accessible(dialog);
    });
  }

  it('removed while open fifty times, it leaves no trace', () =>
    leavesNoTrace(html`<mulin-dialog open heading="还在吗？"></mulin-dialog>`));
});
