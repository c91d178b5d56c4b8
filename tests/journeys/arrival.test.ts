import { expect, html, oneEvent } from '@open-wc/testing';
import { simulatedPrinter, type SimulatedPrinter } from '../../src/device/printer/index.ts';
import '../../src/journeys/index.ts';
import type { Pack } from '../../src/model/index.ts';
import { accessible } from '../harness/axe.ts';
import { openHall, type Hall, type Slot } from '../harness/hall.ts';
import { leavesNoTrace } from '../harness/leaks.ts';
import { morning, placeOf } from '../harness/packs.ts';
import { personBefore } from '../harness/person.ts';
import { phoneTail } from '../harness/persons.ts';
import { queueTown } from '../harness/queues.ts';
import { scope, settled } from '../harness/scope.ts';

/** Couples are married at the centre, where a queue is; the registry has none. */
const town = queueTown(
  { policy: { kind: 'appointments' } },
  {
    places: [placeOf('registry'), placeOf('centre')],
    openings: [
      { ...morning, place: 'centre' },
      { ...morning, id: 'registry-morning' },
    ],
  },
);
const at = (place: string): Slot => ({
  service: 'marriage',
  place,
  date: '2026-12-07',
  time: '10:00',
});

let halls: Hall[] = [];
afterEach(() => {
  halls.forEach((hall) => hall.close());
  halls = [];
});

/** Somebody who has booked for ten stands at the terminal at half past nine, with the receipt on the screen. */
async function onTheDay(place: string, printer?: SimulatedPrinter, pack: Pack = town) {
  const hall = openHall(pack, '2026-12-07T07:30+08:00', 'kiosk-1');
  halls.push(hall);
  const { code } = await hall.book(at(place));
  hall.later(120);
  const look = async () => {
    const page = await scope(html`<mulin-arrival></mulin-arrival>`);
    Object.assign(page, { gateway: hall.gateway, printer });
    await settled(page);
    const person = personBefore(page);
    await person.types('回执码', code);
    await person.types('手机号后四位', phoneTail);
    await person.presses('查一查');
    return { page, person };
  };
  return { hall, code, look };
}

describe('mulin-arrival', () => {
  it('whoever checks in has the ticket in hand with the same press, and stands in the line', async () => {
    const printer = simulatedPrinter();
    const { hall, look } = await onTheDay('centre', printer);
    const { page, person } = await look();
    const taken = oneEvent(page, 'mulin-ticket-taken');
    await person.presses('报到');
    await taken;
    await person.reads('A001');
    await person.reads('预约');
    const inside = page.querySelector('mulin-arrival')?.shadowRoot;
    expect(inside?.querySelector('mulin-appointment')?.checkVisibility()).to.equal(false);
    await accessible(page);
    expect(printer.tray[0]?.lines).to.deep.include({ kind: 'large', text: 'A001' });
    const board = await hall.ask('queue.board', { place: 'centre' });
    expect(board.lines[0]?.waiting).to.equal(1);
    const left = oneEvent(page, 'mulin-leave');
    await person.presses('好了');
    await left;
  });

  it('whoever has lost the ticket finds the number by looking the appointment up, and gets no second one', async () => {
    const { hall, look } = await onTheDay('centre');
    const { page, person } = await look();
    const taken = oneEvent(page, 'mulin-ticket-taken');
    await person.presses('报到');
    await taken;
    page.remove();
    const later = await look();
    await later.person.reads('这个预约已经取过号了：A001');
    const board = await hall.ask('queue.board', { place: 'centre' });
    expect(board.lines[0]?.waiting).to.equal(1);
  });

  it('where no tickets are given out the receipt says to take a seat', async () => {
    const { look } = await onTheDay('registry');
    const { page, person } = await look();
    await person.presses('报到');
    await person.reads('请坐下，等叫到您。');
    expect(page.querySelector('mulin-arrival')?.shadowRoot?.querySelector('mulin-ticket')).to.equal(
      null,
    );
  });

  it('leaves nothing behind', () => leavesNoTrace(html`<mulin-arrival></mulin-arrival>`));
});
