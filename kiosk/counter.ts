/** `/counter?place=…&counter=…`: a clerk's console; `&stats`: what the day came to. Without either it asks which one. */
import { placeOfQueue, type Pack } from '../src/model/index.ts';
import { MulinCounter, MulinHallStats } from '../src/parts/queue/index.ts';
import { MulinButton } from '../src/ui/index.ts';

import { behindDoor } from './behind-door.ts';
import { openPage } from './hall-page.ts';
import { kioskWords } from './strings.ts';
import { keepUpToDate, nightly } from './updates.ts';

const said = new URLSearchParams(location.search);
const words = kioskWords['zh-CN'].halls;

void openPage({ kind: 'staff', id: 'clerk', roles: ['counter'] }, (pack, gateway) => {
  const place = said.get('place') ?? placeOfQueue(pack) ?? '';
  const counter = said.get('counter');
  return behindDoor(gateway, 'counter', () => {
    if (said.has('stats')) return Object.assign(new MulinHallStats(), { place });
    if (counter) return Object.assign(new MulinCounter(), { place, counter });
    return choiceOf(pack, place);
  });
});
if (import.meta.env.PROD) void keepUpToDate(nightly);

function choiceOf({ queues }: Pack, place: string): Element {
  const choice = document.createElement('main');
  choice.className = 'choice';
  const heading = document.createElement('h1');
  heading.textContent = words.chooseCounter;
  const counters = queues.find((queue) => queue.place === place)?.counters ?? [];
  choice.append(
    heading,
    ...counters.map(({ id, number, name }) =>
      linkTo(
        { place, counter: id },
        [words.window(number), name?.['zh-CN']].filter(Boolean).join(' · '),
      ),
    ),
    linkTo({ place, stats: '' }, words.stats),
  );
  return choice;
}

function linkTo(query: Record<string, string>, text: string): Element {
  const href = `?${new URLSearchParams(query).toString()}`;
  const link = Object.assign(new MulinButton(), { href });
  link.textContent = text;
  return link;
}
