/** `/stock?place=…`: a clerk's desk at a charity supermarket, without `place` at the first one. */
import { MulinStock } from '../src/parts/catalog/desk/index.ts';

import { openPage } from './hall-page.ts';
import { KioskStaffDoor } from './staff-door.ts';
import { keepUpToDate, nightly } from './updates.ts';

const said = new URLSearchParams(location.search);

// Alone in a browser the page decides who sits before it; a hall asks for a name and a password.
void openPage({ kind: 'staff', id: 'clerk', roles: ['counter'] }, (pack, gateway) => {
  const place = said.get('place') ?? pack.catalog?.shops[0] ?? '';
  const open = (): Element => Object.assign(new MulinStock(), { place });
  return 'reach' in gateway
    ? Object.assign(new KioskStaffDoor(), { open, trouble: said.get('sign-in') ?? '' })
    : open();
});
if (import.meta.env.PROD) void keepUpToDate(nightly);
