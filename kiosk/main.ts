import '@fontsource-variable/noto-sans-sc/index.css';
import '../src/theme/tokens.css';
import './kiosk.css';

import { KioskEnrol } from './enrol.ts';
import { enrol, wantedKind, wantsEnrolment } from './enrolment.ts';
import { KioskShell } from './shell.ts';
import { harden, stayAwake } from './terminal.ts';
import { KioskTrouble } from './trouble.ts';
import { keepUpToDate } from './updates.ts';
import { wire, type Trouble } from './wiring.ts';

/** After a failed start it tries again by itself; milliseconds. */
const AGAIN = 20_000;

async function open(): Promise<void> {
  const wired = await wire();
  if (!wired.ok) return showTrouble(wired.trouble);
  if (await wantsEnrolment(wired.gateway)) return showEnrol();
  const { pack, gateway, notebook, printer, cardReader } = wired;
  const shell = Object.assign(new KioskShell(), { pack, gateway, notebook, printer, cardReader });
  document.body.replaceChildren(shell);
  if (import.meta.env.PROD) await keepUpToDate(shell);
}

function showEnrol(): void {
  const as = wantedKind();
  const screen = Object.assign(new KioskEnrol(), { enrol, as });
  document.body.replaceChildren(screen);
  screen.addEventListener('kiosk-enrolled', () => {
    if (as !== 'kiosk') return location.replace(`/${as}`);
    history.replaceState(null, '', '/');
    void open();
  });
}

function showTrouble(trouble: Trouble): void {
  const screen = Object.assign(new KioskTrouble(), { trouble });
  document.body.replaceChildren(screen);
  const timer = setTimeout(() => void open(), AGAIN);
  screen.addEventListener('kiosk-retry', () => {
    clearTimeout(timer);
    void open();
  });
}

harden();
stayAwake();
void open();
