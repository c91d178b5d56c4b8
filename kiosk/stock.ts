/** `/stock?place=…`: a clerk's desk at a charity supermarket, without `place` at the first one. */
import { MulinStock } from '../src/parts/catalog/desk/index.ts';

import { behindDoor } from './behind-door.ts';
import { openPage } from './hall-page.ts';
import { keepUpToDate, nightly } from './updates.ts';

const said = new URLSearchParams(location.search);

void openPage({ kind: 'staff', id: 'clerk', roles: ['counter'] }, (pack, gateway) => {
  const place = said.get('place') ?? pack.catalog?.shops[0] ?? '';
  return behindDoor(gateway, 'stock', () => Object.assign(new MulinStock(), { place }));
});
if (import.meta.env.PROD) void keepUpToDate(nightly);
