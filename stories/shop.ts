/** A charity supermarket for each story, on a Tuesday morning. */
import { html, type TemplateResult } from 'lit';
import type { CardReader } from '../src/device/card/index.ts';
import type { Speaker } from '../src/device/speech/index.ts';
import type { Printer } from '../src/device/printer/index.ts';
import '../src/index.ts';
import type { Pack } from '../src/model/index.ts';
import { openShop, type Shop } from '../tests/harness/shop-hall.ts';

interface Loaded {
  readonly shop: Shop;
}

/** Where all of it happens. */
export const place = 'wujiaochang-charity-supermarket';

/** The pack of Yangpu, and whatever has happened in it before the story begins. */
export const opened =
  (
    prepare: (shop: Shop) => Promise<unknown> = () => Promise.resolve(),
    change: (pack: Pack) => Pack = (it) => it,
  ) =>
  async (): Promise<Loaded> => {
    const pack = (await (await fetch('packs/yangpu.json')).json()) as Pack;
    const shop = openShop(change(pack), { place });
    await prepare(shop);
    return { shop };
  };

export const shown = (
  loaded: unknown,
  content: TemplateResult,
  who: 'terminal' | 'clerk' = 'terminal',
  devices: {
    readonly printer?: Printer;
    readonly cardReader?: CardReader;
    readonly speaker?: Speaker;
  } = {},
): TemplateResult =>
  html`<mulin-scope
    .gateway=${(loaded as Loaded).shop[who]}
    .printer=${devices.printer}
    .cardReader=${devices.cardReader}
    .speaker=${devices.speaker}
    >${content}</mulin-scope
  >`;
