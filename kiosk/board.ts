/** `/board?place=…&metres=6`: the board of a place, without `place` that of this terminal. */
import { placeOfQueue } from '../src/model/index.ts';
import { MulinBoard } from '../src/parts/queue/index.ts';

import { openPage } from './hall-page.ts';
import { keepUpToDate, nightly } from './updates.ts';

const said = new URLSearchParams(location.search);

void openPage({ kind: 'device', id: 'board', as: 'board' }, (pack) => {
  const metres = Number(said.get('metres') ?? 6);
  return Object.assign(new MulinBoard(), {
    place: said.get('place') ?? placeOfQueue(pack) ?? '',
    metres: metres === 3 || metres === 10 ? metres : 6,
  });
});
if (import.meta.env.PROD) void keepUpToDate(nightly);
