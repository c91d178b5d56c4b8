/**
 * What every gateway promises, whatever stands behind it: one browser, a hall over the network, an outbox. A new gateway is
 * done when it passes.
 *
 * The hall behind it goes by the house's law with the toys of tests/harness/toy-law.ts added.
 *
 *   gatewayContract('localGateway', async ({ pack, now }) => ({ gateway, another, events, setClock, rawStore, dispose }), expect);
 *
 * It brings nothing of a browser with it, so that a hall can be judged in Node too: describe, it, beforeEach and afterEach
 * are taken from the global scope, `expect` is chai's.
 */
import type { expect as chaiExpect } from '@open-wc/testing';
import type {
  CommandName,
  Gateway,
  InputOf,
  OutcomeOf,
  QueryName,
  ReplyOf,
} from '../../src/gateway/contract.ts';
import type { Pack } from '../../src/model/pack.ts';
import type { Instant } from '../../src/model/shared/law.ts';
import { bride, couple, groom, phone, phoneTail } from '../harness/persons.ts';
import {
  casePack,
  elder,
  elderPhone,
  mealsOf,
  own,
  photo,
  tail,
  uuidOf,
} from '../harness/cases.ts';
import { marriage, morning, registryPack } from '../harness/packs.ts';
import { queueOf } from '../harness/queues.ts';
import { shopPack } from '../harness/shop.ts';

export interface OpenHall {
  /** One terminal. */
  readonly gateway: Gateway;
  /** A second terminal on the same truth. */
  another(): Promise<Gateway>;
  /** All that has happened in this hall, oldest first. */
  events(): Promise<readonly { readonly type: string; readonly data: object }[]>;
  /** Lets the hall's clock say something else. */
  setClock(now: Instant): Promise<void>;
  /** Everything that lies in the store, bytes read as text. */
  rawStore(): Promise<string>;
  dispose(): Promise<void>;
}

export type OpenGateway = (options: {
  readonly pack: Pack;
  readonly now: Instant;
}) => Promise<OpenHall>;

const MINUTE = 60_000;
const monday = Date.parse('2026-12-07T08:00+08:00');
const friday = { place: 'registry', date: '2026-12-11' };
const fridayTimes = { ...friday, service: 'marriage' };
const atNine = { ...fridayTimes, time: '09:00' };

/** Two public places in every slot, unless a test says otherwise. */
const packWith = (places: number): Pack =>
  registryPack({ openings: [{ ...morning, capacity: places, staffOnly: 0 }] });

let gestures = 0;
const freshKey = (): string => `gesture-${Date.now()}-${(gestures += 1)}`;

export function gatewayContract(name: string, open: OpenGateway, expect: typeof chaiExpect): void {
  describe(`${name} keeps the contract of every gateway:`, () => {
    let hall: OpenHall;
    let here: Gateway;
    let there: Gateway;

    async function openHall(pack = packWith(2)): Promise<void> {
      hall = await open({ pack, now: monday });
      here = hall.gateway;
      there = await hall.another();
    }
    beforeEach(() => openHall());
    afterEach(() => hall.dispose());

    /** Closes the hall of this test and opens one with other rules. */
    async function reopen(pack: Pack): Promise<void> {
      await hall.dispose();
      await openHall(pack);
    }

    const send = <Name extends CommandName>(
      gateway: Gateway,
      command: Name,
      input: InputOf<Name>,
      idempotencyKey = freshKey(),
    ): Promise<OutcomeOf<Name>> => gateway.send(command, input, { idempotencyKey });

    async function heldAt(gateway: Gateway, slot = atNine) {
      const held = await send(gateway, 'booking.hold', slot);
      if (held.status !== 'sent') throw new Error(`no hold: ${JSON.stringify(held)}`);
      return held.result;
    }

    async function bookedAt(gateway: Gateway, slot = atNine) {
      const { code, place, date } = await heldAt(gateway, slot);
      const outcome = await send(gateway, 'booking.confirm', { code, place, date, ...couple });
      if (outcome.status !== 'sent') throw new Error(`no booking: ${JSON.stringify(outcome)}`);
      return outcome.result;
    }

    async function freeAtNine(gateway = here): Promise<number> {
      const reply = await gateway.read('booking.times', fridayTimes);
      if (reply.status !== 'answer') throw new Error(`no times: ${JSON.stringify(reply)}`);
      return reply.value.times.find(({ time }) => time === '09:00')?.free ?? 0;
    }

    /** Watches, and keeps every reply. */
    function follow<Name extends QueryName>(gateway: Gateway, query: Name, input: InputOf<Name>) {
      const replies: ReplyOf<Name>[] = [];
      const stop = gateway.watch(query, input, (reply) => replies.push(reply));
      return { replies, stop };
    }

    /** Waits until something is true, two seconds at most. */
    async function until(what: string, isTrue: () => boolean): Promise<void> {
      for (let tries = 0; !isTrue(); tries += 1) {
        if (tries > 100) throw new Error(`waited in vain until ${what}`);
        await pause(20);
      }
    }
    const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
    /** Long enough for a notice to come that must not come. */
    const aWhile = (): Promise<void> => pause(150);

    const codeOf = (outcome: { status: string; refusal?: { code: string } }): string =>
      outcome.refusal?.code ?? outcome.status;

    describe('asking and doing', () => {
      it('what one terminal has booked, the other one knows', async () => {
        expect(await freeAtNine(there)).to.equal(2);
        const { code } = await bookedAt(here);
        expect(await freeAtNine(there)).to.equal(1);
        const found = await there.read('booking.find', { code, phoneTail });
        expect(found.status === 'answer' && found.value.status).to.equal('booked');
      });

      it('a refusal comes as a code that can be put into words, and changes nothing', async () => {
        await heldAt(here);
        await heldAt(here);
        const before = await here.read('booking.times', fridayTimes);
        const refused = await send(here, 'booking.hold', atNine);
        expect(refused).to.deep.equal({
          status: 'refused',
          refusal: { code: 'booking.slot-taken', at: '/time' },
        });
        expect(await here.read('booking.times', fridayTimes)).to.deep.equal(before);
        expect(await hall.events()).to.deep.equal([]);
      });

      it('a question that has no answer is refused, not thrown', async () => {
        const asked = await here.read('booking.times', { ...fridayTimes, service: 'adoption' });
        expect(codeOf(asked)).to.equal('booking.unknown-service');
      });

      it('a name that nobody knows is refused, also one that JavaScript knows', async () => {
        for (const unknown of ['booking.steal', 'constructor', '__proto__', 'toString', '']) {
          const sent = await send(here, unknown as 'booking.hold', atNine);
          expect(codeOf(sent), unknown).to.equal('law.unknown');
          const asked = await here.read(unknown as 'booking.times', fridayTimes);
          expect(codeOf(asked), unknown).to.equal('law.unknown');
        }
        expect(await freeAtNine()).to.equal(2);
      });

      it('an input of the wrong shape is refused, says where, and changes nothing', async () => {
        const sent = await send(here, 'booking.hold', { ...atNine, time: '9 a.m.' });
        expect(sent.status === 'refused' && sent.refusal.at).to.equal('/time');
        expect(codeOf(sent)).to.equal('input.invalid');
        const extra = { ...atNine, admin: true };
        expect(codeOf(await send(here, 'booking.hold', extra))).to.equal('input.invalid');
        expect(codeOf(await send(here, 'booking.hold', null as never))).to.equal('input.invalid');
        expect(await freeAtNine()).to.equal(2);
      });

      it('time is the hall’s: a slot is held until its clock says so', async () => {
        const { heldUntil } = await heldAt(here);
        expect(here.now()).to.be.closeTo(monday, 1000);
        expect(heldUntil).to.equal(monday + 10 * MINUTE);
        await hall.setClock(heldUntil - 1);
        expect(await freeAtNine(there)).to.equal(1);
        await hall.setClock(heldUntil);
        expect(await freeAtNine(there)).to.equal(2);
        expect(there.now()).to.be.closeTo(heldUntil, 1000);
      });

      it('moving an appointment changes both days, for everybody', async () => {
        const { code } = await bookedAt(here);
        const saturday = { place: 'registry', date: '2026-12-12', time: '10:00' };
        const moved = await send(there, 'booking.reschedule', { code, phoneTail, ...saturday });
        expect(moved.status === 'sent' && moved.result.date).to.equal('2026-12-12');
        expect(await freeAtNine()).to.equal(2);
        const times = await here.read('booking.times', { ...fridayTimes, date: '2026-12-12' });
        const ten =
          times.status === 'answer' && times.value.times.find(({ time }) => time === '10:00');
        expect(ten && ten.free).to.equal(1);
      });
    });

    describe('from the waiting list to the counter', () => {
      const oneSlot = { ...morning, to: '09:30', capacity: 1, staffOnly: 0 };
      const other = { ...couple, phone: '13900139000' };

      it('a place that one couple gives back is offered to the next, who is told and takes it', async () => {
        const waiting = { offerMinutes: 30, maxDays: 7 };
        await reopen(registryPack({ openings: [oneSlot], bookables: [{ ...marriage, waiting }] }));
        const { code } = await bookedAt(here);
        const days = { from: friday.date, to: friday.date };
        const waits = await send(there, 'booking.wait', {
          ...{ service: 'marriage', place: friday.place, ...days },
          ...other,
        });
        if (waits.status !== 'sent') throw new Error(JSON.stringify(waits));
        const wish = { code: waits.result.code, phoneTail: '9000' };
        const { replies, stop } = follow(there, 'booking.wish', wish);
        await send(here, 'booking.cancel', { code, phoneTail });
        await until('it is offered', () => {
          const last = replies.at(-1);
          return last?.status === 'answer' && last.value.status === 'offered';
        });
        stop();
        const taken = await send(there, 'booking.take-offer', wish);
        expect(taken.status === 'sent' && taken.result.status).to.equal('booked');
        expect(await freeAtNine()).to.equal(0);
      });

      it('an appointment that must be confirmed counts after a second yes, and is nobody’s without one', async () => {
        const rules = { ...marriage, affirmMinutes: 60 };
        await reopen(registryPack({ openings: [oneSlot], bookables: [rules] }));
        const { code, affirmBy = 0 } = await bookedAt(here);
        expect(await freeAtNine(there)).to.equal(0);
        await hall.setClock(affirmBy);
        expect(await freeAtNine(there)).to.equal(1);
        const late = await send(here, 'booking.affirm', { code, phoneTail });
        expect(late.status === 'refused' && late.refusal.code).to.equal('booking.lapsed');
        const again = await bookedAt(there);
        const sure = await send(there, 'booking.affirm', { code: again.code, phoneTail });
        expect(sure.status === 'sent' && sure.result.status).to.equal('booked');
      });

      it('whoever checks in at one terminal gets one ticket, at whichever terminal it is asked for', async () => {
        const [line] = queueOf().lines;
        const queue = queueOf({
          place: 'registry',
          lines: line ? [line] : [],
          counters: [{ id: 'c1', number: 1, lines: ['marriage'], helps: [] }],
        });
        await reopen(registryPack({ queues: [queue] }));
        const { code } = await bookedAt(here);
        await hall.setClock(Date.parse('2026-12-11T08:40+08:00'));
        const came = await send(here, 'booking.check-in', { code, phoneTail });
        if (came.status !== 'sent') throw new Error(JSON.stringify(came));
        const input = { place: 'registry', line: 'marriage', checkIn: came.result.id };
        const ticket = await send(there, 'ticket.take', input);
        if (ticket.status !== 'sent') throw new Error(JSON.stringify(ticket));
        const { place, date, number, pass, tier } = ticket.result;
        expect(tier).to.equal('appointment');
        await send(there, 'ticket.deliver', { place, date, number, pass, by: 'shown' });
        const second = await send(here, 'ticket.take', input);
        expect(second.status === 'refused' && second.refusal).to.deep.include({
          code: 'ticket.taken-already',
          facts: { number },
        });
      });
    });

    describe('one gesture, one effect', () => {
      it('a button pressed twice books once, and both presses get the same answer', async () => {
        const first = await send(here, 'booking.hold', atNine, 'press-1');
        const second = await send(here, 'booking.hold', atNine, 'press-1');
        expect(first.status).to.equal('sent');
        expect(second).to.deep.equal(first);
        expect(await freeAtNine()).to.equal(1);
      });

      it('ten presses at the same moment book once', async () => {
        const outcomes = await Promise.all(
          Array.from({ length: 10 }, () => send(here, 'booking.hold', atNine, 'press-2')),
        );
        for (const outcome of outcomes) expect(outcome).to.deep.equal(outcomes[0]);
        expect(outcomes[0]?.status).to.equal('sent');
        expect(await freeAtNine()).to.equal(1);
      });

      it('the same gesture sent again from another terminal is still one', async () => {
        const [one, two] = await Promise.all([
          send(here, 'booking.hold', atNine, 'press-3'),
          send(there, 'booking.hold', atNine, 'press-3'),
        ]);
        const three = await send(there, 'booking.hold', atNine, 'press-3');
        expect(one.status).to.equal('sent');
        expect(two).to.deep.equal(one);
        expect(three).to.deep.equal(one);
        expect(await freeAtNine()).to.equal(1);
      });

      it('an answer that got lost can be fetched again, even when the slot is full by now', async () => {
        const { code, place, date } = await heldAt(here);
        const input = { code, place, date, ...couple };
        const first = await send(here, 'booking.confirm', input, 'press-4');
        await heldAt(there);
        const again = await send(here, 'booking.confirm', input, 'press-4');
        expect(again).to.deep.equal(first);
        expect(await hall.events()).to.have.length(1);
      });

      it('what was refused may be tried again with the same key once it is possible', async () => {
        const { code, place, date } = await heldAt(here);
        await heldAt(here);
        expect(codeOf(await send(there, 'booking.hold', atNine, 'press-5'))).to.equal(
          'booking.slot-taken',
        );
        await send(here, 'booking.release-hold', { code, place, date });
        expect((await send(there, 'booking.hold', atNine, 'press-5')).status).to.equal('sent');
      });

      it('a key that was used for something else is refused, gives nothing away and changes nothing', async () => {
        const held = await send(here, 'booking.hold', atNine, 'press-6');
        const { code, place, date } = await heldAt(there);
        const others = [
          await send(here, 'booking.hold', { ...atNine, time: '09:30' }, 'press-6'),
          await send(there, 'booking.release-hold', { code, place, date }, 'press-6'),
        ];
        expect(others.map(codeOf)).to.deep.equal(['input.invalid', 'input.invalid']);
        expect(await freeAtNine()).to.equal(0);
        expect(await send(here, 'booking.hold', atNine, 'press-6')).to.deep.equal(held);
      });

      it('two gestures are two, even if they say the same', async () => {
        const [one, two] = await Promise.all([heldAt(here), heldAt(here)]);
        expect(one.code).not.to.equal(two.code);
        expect(await freeAtNine()).to.equal(0);
      });
    });

    describe('when many want the same', () => {
      it("the second couple can't take the first one's slot: of two terminals one gets the last place", async () => {
        await reopen(packWith(1));
        const outcomes = await Promise.all([
          send(here, 'booking.hold', atNine),
          send(there, 'booking.hold', atNine),
        ]);
        expect(outcomes.map(codeOf).toSorted()).to.deep.equal(['booking.slot-taken', 'sent']);
        expect(await freeAtNine()).to.equal(0);
      });

      it('forty people at once and five places: five get one, thirty-five are told', async () => {
        await reopen(packWith(5));
        const outcomes = await Promise.all(
          Array.from({ length: 40 }, (_, i) => send(i % 2 ? here : there, 'booking.hold', atNine)),
        );
        const got = outcomes.filter((outcome) => outcome.status === 'sent');
        expect(got).to.have.length(5);
        expect(new Set(got.map(({ result }) => result.code)).size).to.equal(5);
        expect(outcomes.filter((one) => codeOf(one) === 'booking.slot-taken')).to.have.length(35);
        expect(await freeAtNine()).to.equal(0);
      });

      it('two who confirm the same held slot make one appointment', async () => {
        const { code, place, date } = await heldAt(here);
        const input = { code, place, date, ...couple };
        const outcomes = await Promise.all([
          send(here, 'booking.confirm', input),
          send(there, 'booking.confirm', input),
        ]);
        expect(outcomes.map(codeOf).toSorted()).to.deep.equal(['booking.hold-ended', 'sent']);
        expect(await hall.events()).to.have.length(1);
      });

      it('one who cancels and one who moves the same appointment: one of them wins, wholly', async () => {
        const { code } = await bookedAt(here);
        const proof = { code, phoneTail };
        const saturday = { place: 'registry', date: '2026-12-12', time: '10:00' };
        const [cancelled, moved] = await Promise.all([
          send(here, 'booking.cancel', proof),
          send(there, 'booking.reschedule', { ...proof, ...saturday }),
        ]);
        // First moved, then cancelled is possible too; first cancelled, then moved is not.
        expect(cancelled.status).to.equal('sent');
        expect(codeOf(moved)).to.be.oneOf(['sent', 'booking.cancelled-already']);
        const found = await here.read('booking.find', proof);
        expect(found.status === 'answer' && found.value.status).to.equal('cancelled');
        expect(await freeAtNine()).to.equal(2);
        const times = await here.read('booking.times', { ...fridayTimes, date: '2026-12-12' });
        if (times.status !== 'answer') throw new Error(codeOf(times));
        expect(times.value.times.map(({ free }) => free)).to.deep.equal([2, 2, 2, 2]);
      });
    });

    describe('watching', () => {
      it('tells how things stand now, then what the other terminal changes', async () => {
        const { replies, stop } = follow(here, 'booking.times', fridayTimes);
        await until('the present is told', () => replies.length === 1);
        await heldAt(there);
        await until('the change is told', () => replies.length === 2);
        stop();
        const free = replies.map(
          (reply) => reply.status === 'answer' && reply.value.times[0]?.free,
        );
        expect(free).to.deep.equal([2, 1]);
      });

      it('a terminal sees its own changes as well', async () => {
        const { replies, stop } = follow(here, 'booking.times', fridayTimes);
        await until('the present is told', () => replies.length === 1);
        await heldAt(here);
        await until('the change is told', () => replies.length === 2);
        stop();
      });

      it('never tells the same twice, nor what lies elsewhere', async () => {
        const { replies, stop } = follow(here, 'booking.times', fridayTimes);
        await until('the present is told', () => replies.length === 1);
        const { code, place, date } = await heldAt(there);
        await until('the change is told', () => replies.length === 2);
        await send(there, 'booking.renew-hold', { code, place, date }); // the same places, a later end
        await heldAt(there, { ...atNine, date: '2026-12-12' }); // another day
        await aWhile();
        stop();
        expect(replies).to.have.length(2);
      });

      it('after ten changes in a row ends up with the truth', async () => {
        const { replies, stop } = follow(here, 'booking.times', fridayTimes);
        for (let i = 0; i < 5; i += 1) {
          const { code, place, date } = await heldAt(there);
          await send(there, 'booking.release-hold', { code, place, date });
        }
        await heldAt(there);
        const told = (): unknown => {
          const last = replies.at(-1);
          return last?.status === 'answer' && last.value.times[0]?.free;
        };
        await until('the truth is told', () => told() === 1);
        await aWhile();
        stop();
        expect(told()).to.equal(1);
        const texts = replies.map((reply) => JSON.stringify(reply));
        expect(
          texts.every((text, i) => text !== texts[i - 1]),
          'no reply twice running',
        ).to.equal(true);
      });

      it('says nothing any more once nobody listens, not even what was on its way', async () => {
        const { replies, stop } = follow(here, 'booking.times', fridayTimes);
        await until('the present is told', () => replies.length === 1);
        const change = heldAt(there);
        stop();
        await change;
        const early = follow(here, 'booking.times', fridayTimes);
        early.stop(); // before it has said anything
        await aWhile();
        expect(replies).to.have.length(1);
        expect(early.replies).to.have.length(0);
      });

      it('two who watch are told independently', async () => {
        const one = follow(here, 'booking.times', fridayTimes);
        const two = follow(here, 'booking.times', fridayTimes);
        await until('both know', () => one.replies.length === 1 && two.replies.length === 1);
        one.stop();
        await heldAt(there);
        await until('the second is told', () => two.replies.length === 2);
        two.stop();
        expect(one.replies).to.have.length(1);
      });

      it('what can’t be answered is told as well, once', async () => {
        const input = { ...fridayTimes, service: 'adoption' };
        const { replies, stop } = follow(here, 'booking.times', input);
        await until('the refusal is told', () => replies.length === 1);
        await heldAt(there);
        await aWhile();
        stop();
        expect(replies.map(codeOf)).to.deep.equal(['booking.unknown-service']);
      });

      it('a receipt on the screen changes when it is cancelled elsewhere', async () => {
        const { code } = await bookedAt(here);
        const { replies, stop } = follow(here, 'booking.find', { code, phoneTail });
        await until('the receipt is shown', () => replies.length === 1);
        await send(there, 'booking.cancel', { code, phoneTail });
        await until('the change is told', () => replies.length === 2);
        stop();
        const states = replies.map((reply) => reply.status === 'answer' && reply.value.status);
        expect(states).to.deep.equal(['booked', 'cancelled']);
      });
    });

    describe('what has happened', () => {
      it('is told in order, each once, from all terminals together', async () => {
        const { code } = await bookedAt(here);
        const saturday = { place: 'registry', date: '2026-12-12', time: '10:00' };
        await send(there, 'booking.reschedule', { code, phoneTail, ...saturday });
        await send(here, 'booking.cancel', { code, phoneTail });
        const events = await hall.events();
        expect(events.map(({ type }) => type)).to.deep.equal([
          'booking.confirmed',
          'booking.rescheduled',
          'booking.cancelled',
        ]);
        const data = events.map((event) => event.data as Record<string, unknown>);
        expect(data.map(({ sequence }) => sequence)).to.deep.equal([0, 1, 2]);
        expect(data.map(({ date }) => date)).to.deep.equal([
          '2026-12-11',
          '2026-12-12',
          '2026-12-12',
        ]);
        expect(new Set(data.map(({ appointment }) => appointment)).size).to.equal(1);
      });

      it('happens once for a gesture that was sent three times', async () => {
        const { code } = await bookedAt(here);
        await Promise.all([
          send(here, 'booking.cancel', { code, phoneTail }, 'press-6'),
          send(here, 'booking.cancel', { code, phoneTail }, 'press-6'),
          send(there, 'booking.cancel', { code, phoneTail }, 'press-6'),
        ]);
        const types = (await hall.events()).map(({ type }) => type);
        expect(types).to.deep.equal(['booking.confirmed', 'booking.cancelled']);
      });

      it('says nothing about who comes', async () => {
        const { code } = await bookedAt(here);
        const told = JSON.stringify(await hall.events());
        for (const secret of [groom, bride, phone, code]) expect(told).not.to.contain(secret);
      });
    });

    describe('a person, found without their number standing anywhere', () => {
      // Toys are no part of the house, so their names are no part of its types.
      const lend = (gateway: Gateway, idNumber: string, thing: string) =>
        send(gateway, 'toy.lend' as never, { idNumber, thing } as never) as Promise<{
          readonly status: string;
          readonly result: { readonly person: string };
        }>;
      const loansOf = async (gateway: Gateway, idNumber: string): Promise<unknown> => {
        const reply = (await gateway.read('toy.loans' as never, { idNumber } as never)) as {
          readonly value?: { readonly things: unknown };
        };
        return reply.value?.things;
      };

      it('what was lent at one terminal is found at the other by the same number, and by no other', async () => {
        await lend(here, groom, 'pen');
        await lend(there, groom, 'glasses');
        expect(await loansOf(there, groom)).to.deep.equal(['pen', 'glasses']);
        expect(await loansOf(here, bride)).to.deep.equal([]);
      });

      it('goes by one name at every terminal, which says nothing about them', async () => {
        const [one, two] = [await lend(here, groom, 'pen'), await lend(there, groom, 'pen')];
        const other = await lend(here, bride, 'pen');
        expect(one.result.person).to.match(/^[\w-]{43}$/);
        expect(two.result.person).to.equal(one.result.person);
        expect(other.result.person).not.to.equal(one.result.person);
      });

      it('goes by another name in the next hall, so that two halls can’t be laid side by side', async () => {
        const first = await lend(here, groom, 'pen');
        await reopen(packWith(2));
        expect((await lend(here, groom, 'pen')).result.person).not.to.equal(first.result.person);
      });

      it('is told when something of theirs changes', async () => {
        const told: unknown[] = [];
        const input = { idNumber: groom } as never;
        const stop = here.watch('toy.loans' as never, input, (reply) => told.push(reply));
        await until('the present is told', () => told.length === 1);
        await lend(there, bride, 'umbrella');
        await lend(there, groom, 'pen');
        await until('the change is told', () => told.length === 2);
        stop();
      });

      it('leaves no number on the disk, and none in what is told to partners', async () => {
        const { result } = await lend(here, groom, 'pen');
        expect(JSON.stringify(await hall.events())).not.to.contain(groom);
        const disk = await hall.rawStore();
        expect(disk, 'it is the right disk').to.contain(result.person);
        for (const secret of [groom, groom.slice(6, 14)]) expect(disk).not.to.contain(secret);
      });
    });

    describe('an application', () => {
      beforeEach(() => reopen(casePack()));
      const bundle = uuidOf(900);
      /** As large as one may be. */
      const scan = photo(1, 2 * 2 ** 20 - 3);

      async function handedIn() {
        const added = await send(here, 'evidence.add', scan);
        if (added.status !== 'sent') throw new Error(`no file: ${JSON.stringify(added)}`);
        const input = { ...mealsOf(), bundle, evidence: [scan.id] };
        const outcome = await send(here, 'case.submit', input, 'hand-in');
        if (outcome.status !== 'sent') throw new Error(`no case: ${JSON.stringify(outcome)}`);
        return { input, receipt: outcome.result };
      }

      it('with its papers is handed in once, however often the line breaks, and found elsewhere', async () => {
        const { input, receipt } = await handedIn();
        const again = await send(here, 'case.submit', input, 'hand-in');
        expect(again).to.deep.equal({ status: 'sent', result: receipt });
        const found = await there.read('case.find', { code: receipt.code, phoneTail: tail });
        expect(found.status === 'answer' && found.value).to.deep.equal(receipt);
        expect((await hall.events()).map(({ type }) => type)).to.deep.equal(['case.received']);
      });

      it('withdrawn at two terminals in the same moment is withdrawn once, and both see it', async () => {
        const { code } = (await handedIn()).receipt;
        const { replies, stop } = follow(there, 'case.find', { code, phoneTail: tail });
        await until('it is seen', () => replies.length > 0);
        const outcomes = await Promise.all([
          send(here, 'case.withdraw', own(code)),
          send(there, 'case.withdraw', own(code)),
        ]);
        expect(outcomes.map(codeOf).toSorted()).to.deep.equal(['case.withdrawn-already', 'sent']);
        await until('it is told', () => {
          const last = replies.at(-1);
          return last?.status === 'answer' && last.value.cases[0]?.status === 'withdrawn';
        });
        stop();
      });

      it('leaves nothing readable on the disk: no number, no telephone, no answer, no picture', async () => {
        const { code } = (await handedIn()).receipt;
        await send(here, 'draft.keep', {
          ...{ phoneTail: tail, services: ['meals'] },
          forms: [{ formId: 'meals', formVersion: 1, answers: { idNumber: elder, meals: 'both' } }],
        });
        const told = JSON.stringify(await hall.events());
        for (const secret of [elder, elderPhone, code]) expect(told).not.to.contain(secret);
        if (!hall.rawStore) return; // nobody can look into this one
        const disk = await hall.rawStore();
        expect(disk, 'it is the right disk').to.contain(code);
        for (const secret of [elder, elder.slice(6, 14), elderPhone, 'lunch', '/9j/AAAA'])
          expect(disk.includes(secret), secret).to.equal(false);
      });
    });

    describe('a shop', () => {
      beforeEach(() => reopen(shopPack()));
      const mine = (n: number): string => `138000000${String(n).padStart(2, '0')}`;
      const basketOf = (item: string, n = 0) => ({
        place: 'shop',
        lines: [{ item, count: 1 }],
        by: 'fen' as const,
        phone: mine(n),
      });
      async function coatsLeft(gateway = there): Promise<number | undefined> {
        const reply = await gateway.read('catalog.shelf', { place: 'shop' });
        return reply.status === 'answer' ? reply.value.items['coat']?.free : undefined;
      }

      it('fifty people at two terminals and three coats: three get one, the others are told, none is left and none too few', async () => {
        const outcomes = await Promise.all(
          Array.from({ length: 50 }, (_, i) =>
            send(i % 2 ? here : there, 'catalog.reserve', basketOf('coat', i)),
          ),
        );
        const told = outcomes.map(codeOf);
        expect(told.filter((code) => code === 'sent')).to.have.length(3);
        expect(told.filter((code) => code === 'catalog.not-enough')).to.have.length(47);
        expect(await coatsLeft()).to.equal(0);
        const codes = outcomes.flatMap((one) => (one.status === 'sent' ? [one.result.code] : []));
        expect(new Set(codes).size).to.equal(3);
      });

      it('a basket of two things is had whole or not at all', async () => {
        for (const n of [1, 2, 3]) await send(here, 'catalog.reserve', basketOf('coat', n));
        const both = {
          ...basketOf('card'),
          lines: ['card', 'coat'].map((item) => ({ item, count: 1 })),
        };
        expect(codeOf(await send(here, 'catalog.reserve', both))).to.equal('catalog.not-enough');
        const reply = await there.read('catalog.shelf', { place: 'shop' });
        expect(reply.status === 'answer' && reply.value.items['card']?.free).to.equal(20);
      });

      it('what is given back at one terminal is seen at the other', async () => {
        const made = await send(here, 'catalog.reserve', basketOf('coat'), 'basket-1');
        expect(await send(there, 'catalog.reserve', basketOf('coat'), 'basket-1')).to.deep.equal(
          made,
        );
        if (made.status !== 'sent') throw new Error(codeOf(made));
        const { replies, stop } = follow(there, 'catalog.shelf', { place: 'shop' });
        const free = () =>
          replies.map((one) => one.status === 'answer' && one.value.items['coat']?.free);
        await until('the present is told', () => free().at(-1) === 2);
        const proof = { code: made.result.code, phoneTail: mine(0).slice(-4) };
        expect((await send(here, 'catalog.cancel', proof)).status).to.equal('sent');
        await until('the coat is back', () => free().at(-1) === 3);
        stop();
      });

      it('leaves nobody readable on the disk: not who reserved, not who gave, not what was given', async () => {
        await send(here, 'catalog.reserve', basketOf('coat', 7));
        await send(here, 'donation.offer', {
          place: 'shop',
          goods: [{ wanted: 'clothes', what: 'a red velvet hat', count: 1, state: 'used' }],
          slot: { date: '2026-12-08', time: '10:00' },
          phone: mine(7),
          name: 'Auntie Gu',
          named: true,
        });
        const told = JSON.stringify(await hall.events());
        for (const secret of [mine(7), 'Auntie Gu', 'velvet']) expect(told).not.to.contain(secret);
        if (!hall.rawStore) return; // nobody can look into this one
        const disk = await hall.rawStore();
        expect(disk, 'it is the right disk').to.contain('catalog/stock/shop/coat');
        for (const secret of [mine(7), 'Auntie Gu', 'velvet'])
          expect(disk.includes(secret), secret).to.equal(false);
      });
    });

    describe('leaving early', () => {
      const reasonOf = (work: Promise<unknown>): Promise<unknown> =>
        work.then(
          () => 'it did not reject',
          (reason: unknown) => reason,
        );

      it('who has left before asking gets their own reason back, and nothing is done', async () => {
        const reason = new Error('The person walked away.');
        const signal = AbortSignal.abort(reason);
        const sent = here.send('booking.hold', atNine, { idempotencyKey: freshKey(), signal });
        expect(await reasonOf(sent)).to.equal(reason);
        expect(await reasonOf(here.read('booking.times', fridayTimes, { signal }))).to.equal(
          reason,
        );
        expect(await freeAtNine()).to.equal(2);
      });

      it('who leaves while asking gets their reason', async () => {
        const leaving = new AbortController();
        const reading = here.read('booking.times', fridayTimes, { signal: leaving.signal });
        const reason = new Error('Another day was touched.');
        leaving.abort(reason);
        expect(await reasonOf(reading)).to.equal(reason);
      });

      it('who leaves while sending learns the truth by sending the same again', async () => {
        const leaving = new AbortController();
        const idempotencyKey = freshKey();
        const sending = here.send('booking.hold', atNine, {
          idempotencyKey,
          signal: leaving.signal,
        });
        leaving.abort(new Error('The person walked away.'));
        await sending.catch(() => undefined);
        const again = await here.send('booking.hold', atNine, { idempotencyKey });
        expect(again.status).to.equal('sent');
        expect(await freeAtNine(), 'once or not at all, never twice').to.equal(1);
      });

      it('leaving after the answer changes nothing', async () => {
        const leaving = new AbortController();
        const { signal } = leaving;
        const sent = await here.send('booking.hold', atNine, {
          idempotencyKey: freshKey(),
          signal,
        });
        leaving.abort();
        expect(sent.status).to.equal('sent');
        expect(await freeAtNine()).to.equal(1);
      });
    });

    it('whoever carries off the disk learns neither who comes nor how to reach them', async () => {
      const { code } = await bookedAt(here);
      await send(there, 'booking.reschedule', { code, phoneTail, ...friday, time: '10:00' });
      await send(here, 'booking.cancel', { code, phoneTail });
      const disk = await hall.rawStore();
      expect(disk, 'it is the right disk').to.contain('2026-12-11');
      for (const secret of [groom, bride, groom.slice(6, 14), bride.slice(6, 14), phone]) {
        expect(disk).not.to.contain(secret);
      }
    });
  });
}
