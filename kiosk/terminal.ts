/** What a browser must not do on an unattended terminal (docs: kiosk browser). */

/** From this width on it is a terminal; a phone keeps its owner's habits. */
const terminal = matchMedia('(min-width: 800px)');

export function harden(): void {
  // A long press opens a menu, a drag lifts a picture out, a copy keeps an identity number for the next person.
  for (const type of ['contextmenu', 'dragstart', 'copy', 'cut'])
    document.addEventListener(type, (event) => terminal.matches && event.preventDefault(), true);
  // The kiosk stays the kiosk: links and scripts lead nowhere else. Reloading is allowed, it comes back here.
  window.navigation?.addEventListener('navigate', (event) => {
    const stays = event.destination.sameDocument || event.navigationType === 'reload';
    if (!stays && event.cancelable) event.preventDefault();
  });
}

/** A terminal does not fall asleep; the browser lets go of the lock whenever the page is hidden. */
export function stayAwake(): void {
  const ask = async (): Promise<void> => {
    if (document.visibilityState !== 'visible') return;
    await navigator.wakeLock?.request('screen').catch(() => undefined); // a low battery says no; nothing is lost
  };
  document.addEventListener('visibilitychange', () => void ask());
  void ask();
}
