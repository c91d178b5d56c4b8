/**
 * What hangs on this terminal. Whoever installs it says so once, in the address that its start-up opens, after the `#` (which
 * no server ever sees):
 *
 *   #bridge=http://127.0.0.1:8124&token=…   printer and card reader behind a bridge (docs/devices.md)
 *   #printer=system                         the system's printer, for a browser started with --kiosk-printing
 *   #devices=none                           forget what was said before
 *
 * It is kept in this browser, so that the terminal also knows when it starts at another address.
 */
import { bridgeCardReader, type CardReader } from '../src/device/card/index.ts';
import { bridgePrinter, systemPrinter, type Printer } from '../src/device/printer/index.ts';

export interface Devices {
  readonly printer?: Printer;
  readonly cardReader?: CardReader;
}

const room = 'mulin-kiosk-devices';

export function devicesOf(address: Pick<Location, 'hash' | 'pathname'>): Devices {
  const said = new URLSearchParams(address.hash.slice(1));
  const told = ['bridge', 'printer', 'devices'].some((name) => said.has(name));
  if (told) history.replaceState(null, '', address.pathname);
  const known = told ? remember(said) : new URLSearchParams(recall());
  const url = known.get('bridge');
  if (url && isLoopback(url)) {
    const token = known.get('token');
    const bridge = { url, ...(token && { token }) };
    return { printer: bridgePrinter(bridge), cardReader: bridgeCardReader(bridge) };
  }
  if (known.get('printer') === 'system') return { printer: systemPrinter() };
  return {};
}

/** Slips and cards stay on this machine. */
function isLoopback(url: string): boolean {
  return URL.canParse(url) && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);
}

function remember(said: URLSearchParams): URLSearchParams {
  try {
    localStorage.setItem(room, said.toString());
  } catch {
    // Full or forbidden: it holds for this start.
  }
  return said;
}

function recall(): string {
  try {
    return localStorage.getItem(room) ?? '';
  } catch {
    return '';
  }
}
