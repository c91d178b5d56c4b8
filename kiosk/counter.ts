/** `/counter.html?place=…&counter=…`: a clerk's console. Without `counter` it asks which one. */
import { placeOfQueue, type Pack } from '../src/model/index.ts';
import { MulinCounter } from '../src/parts/queue/index.ts';
import { MulinButton } from '../src/ui/index.ts';

import { openPage } from './hall-page.ts';
import { kioskWords } from './strings.ts';

const said = new URLSearchParams(location.search);
const words = kioskWords['zh-CN'].halls;

// Alone in a browser the page decides who sits before it; a hall asks for a name and a password.
void openPage({ kind: 'staff', id: 'clerk', roles: ['counter'] }, (pack) => {
  const place = said.get('place') ?? placeOfQueue(pack) ?? '';
  const counter = said.get('counter');
  return counter ? Object.assign(new MulinCounter(), { place, counter }) : choiceOf(pack, place);
});

function choiceOf({ queues }: Pack, place: string): Element {
  const choice = document.createElement('main');
  choice.className = 'choice';
  const heading = document.createElement('h1');
  heading.textContent = words.chooseCounter;
  const counters = queues.find((queue) => queue.place === place)?.counters ?? [];
  choice.append(
    heading,
    ...counters.map(({ id, number, name }) => {
      const href = `?${new URLSearchParams({ place, counter: id }).toString()}`;
      const link = Object.assign(new MulinButton(), { href });
      link.textContent = [words.window(number), name?.['zh-CN']].filter(Boolean).join(' · ');
      return link;
    }),
  );
  return choice;
}
