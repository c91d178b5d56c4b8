/** `/desk`: where those sit who decide applications. */
import { MulinCaseDesk } from '../src/parts/records/index.ts';

import { behindDoor } from './behind-door.ts';
import { openPage } from './hall-page.ts';
import { keepUpToDate, nightly } from './updates.ts';

void openPage({ kind: 'staff', id: 'clerk', roles: ['case'] }, (_pack, gateway) =>
  behindDoor(gateway, 'case', () => new MulinCaseDesk()),
);
if (import.meta.env.PROD) void keepUpToDate(nightly);
