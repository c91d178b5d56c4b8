/** `/desk`: where those sit who decide applications. */
import { MulinCaseDesk } from '../src/parts/records/index.ts';

import { openPage } from './hall-page.ts';
import { KioskStaffDoor } from './staff-door.ts';
import { keepUpToDate, nightly } from './updates.ts';

const trouble = new URLSearchParams(location.search).get('sign-in') ?? '';

// Alone in a browser the page decides who sits before it; a hall asks for a name and a password.
void openPage({ kind: 'staff', id: 'clerk', roles: ['case'] }, (_pack, gateway) => {
  const open = (): Element => new MulinCaseDesk();
  return 'reach' in gateway
    ? Object.assign(new KioskStaffDoor(), { open, office: 'case', trouble })
    : open();
});
if (import.meta.env.PROD) void keepUpToDate(nightly);
