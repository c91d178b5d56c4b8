/** `/queue.html#place/date/number/pass`: a ticket on its holder's phone. What is after the `#` no server sees. */
import { MulinQueueStatus } from '../src/parts/queue/index.ts';
import { MulinNotice } from '../src/ui/index.ts';

import { openPage } from './hall-page.ts';
import { kioskWords } from './strings.ts';

const words = kioskWords['zh-CN'].halls;

function show(): void {
  const [place, date, number, pass] = location.hash.slice(1).split('/').map(decodeURIComponent);
  void openPage({ kind: 'anonymous' }, () => {
    if (place && date && number && pass)
      return Object.assign(new MulinQueueStatus(), { place, date, number, pass });
    const notice = Object.assign(new MulinNotice(), { heading: words.noTicket });
    notice.textContent = words.noTicketHint;
    return notice;
  });
}

addEventListener('hashchange', show);
show();
