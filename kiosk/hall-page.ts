/** A page of the hall beside the terminal: one element that fills the window, wired as the terminal is. */
import '@fontsource-variable/noto-sans-sc/index.css';
import '../src/theme/tokens.css';
import './kiosk.css';
import './hall-page.css';

import { clipSpeaker } from '../src/device/speech/index.ts';
import type { Gateway } from '../src/gateway/http/index.ts';
import type { Actor, Pack } from '../src/model/index.ts';
import { MulinScope } from '../src/ui/index.ts';

import { KioskTrouble } from './trouble.ts';
import { wire } from './wiring.ts';

/** After a failed start it tries again by itself; milliseconds. */
const AGAIN = 20_000;

export async function openPage(
  actor: Actor | undefined,
  contentOf: (pack: Pack, gateway: Gateway) => Element,
): Promise<void> {
  const wired = await wire(actor);
  if (!wired.ok) {
    document.body.replaceChildren(Object.assign(new KioskTrouble(), { trouble: wired.trouble }));
    setTimeout(() => void openPage(actor, contentOf), AGAIN);
    return;
  }
  const { pack, gateway, printer } = wired;
  const speaker = clipSpeaker({ sound: '/voice/voice.ogg', clips: '/voice/voice.json' });
  const scope = Object.assign(new MulinScope(), { gateway, printer, speaker });
  scope.append(contentOf(pack, gateway));
  document.body.replaceChildren(scope);
}
