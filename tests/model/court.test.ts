/** The door of the house: whatever is pushed through it from outside is answered with a refusal, and changes nothing. */
import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { Type, type TSchema } from 'typebox';
import { Check } from 'typebox/schema';
import { answer, decide, readsOf } from '../../src/model/court.ts';
import type { Pack } from '../../src/model/pack.ts';
import { law, type AnyCommand, type AnyLaw, type AnyQuery } from '../../src/model/registry.ts';
import {
  answer as lawAnswer,
  query,
  type Actor,
  type Answer,
  type Ctx,
} from '../../src/model/shared/law.ts';
import { openCourt, type Court } from '../harness/court.ts';
import { fitting, type Schema } from '../harness/fitting.ts';
import { registryPack } from '../harness/packs.ts';
import { bride, couple, groom } from '../harness/persons.ts';

const monday = Date.parse('2026-12-07T08:00+08:00');
const friday = { place: 'registry', date: '2026-12-11' };
const atNine = { ...friday, service: 'marriage', time: '09:00' };

const clerk: Actor = {
  ...({ kind: 'staff', id: 'clerk-1', roles: ['counter', 'case', 'admin'] } as const),
  at: { id: 'kiosk-1', as: 'kiosk' },
};

async function withOneBooked(): Promise<{ court: Court; code: string }> {
  const court = openCourt(registryPack(), monday);
  // A clerk before a terminal may ask whatever anybody may.
  court.actor = clerk;
  const held = await court.send('booking.hold', atNine);
  if (!held.ok) throw new Error(held.refusal.code);
  const { code } = held.result;
  await court.send('booking.confirm', { ...friday, ...couple, code });
  return { court, code };
}

const here = { place: 'registry', line: 'marriage' };
const desk = { place: 'registry', counter: 'c1' };
const ticket = { place: 'registry', date: '2026-12-07', number: 'A001' };
const held = { ...ticket, pass: '123456' };

const laws: Readonly<Record<string, AnyCommand | AnyQuery>> = { ...law.commands, ...law.queries };

type Input = Readonly<Record<string, unknown>>;

/** Right by its shape alone, and always the same. */
function rightInput(schema: TSchema): Input {
  const made = fc.sample(fitting(schema as Schema) as fc.Arbitrary<Input>, {
    seed: 7,
    numRuns: 20,
  });
  const right = made.find((input) => Check(schema, input));
  if (!right) throw new Error(`nothing fits ${JSON.stringify(schema)}`);
  return right;
}

const shapely = Object.fromEntries(
  Object.values(laws).map(({ name, input }) => [name, rightInput(input)]),
);

/** One right input for every command and query, to bend out of shape. */
const rightInputs = (code: string): Record<string, Input> => ({ ...shapely, ...telling(code) });

/** Inputs that also make sense, so that more than the shape is judged. */
const telling = (code: string): Record<string, Input> => ({
  'booking.hold': atNine,
  'booking.renew-hold': { ...friday, code },
  'booking.release-hold': { ...friday, code },
  'booking.confirm': { ...friday, ...couple, code },
  'booking.reschedule': { ...friday, code, phoneTail: '5678', time: '10:00' },
  'booking.cancel': { code, phoneTail: '5678' },
  'booking.offer': { service: 'marriage' },
  'booking.month': { service: 'marriage', place: 'registry', month: '2026-12' },
  'booking.times': { ...friday, service: 'marriage' },
  'booking.nearest': atNine,
  'booking.find': { code, phoneTail: '5678' },
  'booking.affirm': { code, phoneTail: '5678' },
  'booking.check-in': { code, phoneTail: '5678' },
  'booking.no-show': { code },
  'booking.book': { ...atNine, ...couple },
  'booking.wait': {
    service: 'marriage',
    place: 'registry',
    from: '2026-12-10',
    to: '2026-12-12',
    ...couple,
  },
  'booking.take-offer': { code, phoneTail: '5678' },
  'booking.stop-waiting': { code, phoneTail: '5678' },
  'booking.settle': friday,
  'booking.forget': friday,
  'booking.forget-wishes': { place: 'registry' },
  'booking.mine': {},
  'booking.wish': { code, phoneTail: '5678' },
  'booking.day': friday,
  'booking.warnings': {},
  'booking.due': {},
  'booking.due-to-forget': {},
  'booking.due-waiting': { place: 'registry', from: '2026-12-07', to: '2026-12-11' },
  'booking.due-lapsed': {},
  'guide.service': { service: 'marriage' },
  'guide.services': {},
  'ticket.take': here,
  'ticket.deliver': { ...held, by: 'printed' },
  'ticket.lease': { ...here, count: 5 },
  'ticket.merge': {
    ...{ place: 'registry', date: '2026-12-07', band: '00000000-0000-7000-8000-000000000001' },
    tickets: [{ n: 1, at: monday, pass: '123456', tier: 'standard', delivered: 'printed' }],
  },
  'ticket.call': desk,
  'ticket.recall': desk,
  'ticket.miss': desk,
  'ticket.park': { ...desk, minutes: 20 },
  'ticket.transfer': { ...desk, line: 'marriage' },
  'ticket.finish': desk,
  'ticket.undo': desk,
  'ticket.away': { ...ticket, minutes: 20 },
  'ticket.back': ticket,
  'ticket.return': ticket,
  'ticket.leave': ticket,
  'counter.open': desk,
  'counter.pause': desk,
  'counter.close': desk,
  'queue.end': { place: 'registry' },
  'queue.reopen': { place: 'registry' },
  'person.erase': { idNumber: groom },
  'queue.offer': { place: 'registry' },
  'queue.board': { place: 'registry' },
  'queue.desk': desk,
  'queue.status': held,
  'queue.stats': { place: 'registry' },
});

/** Somebody who may ask for this: a clerk before a kiosk may do nearly everything. */
function whoMay(name: string): Actor {
  const who = Object.hasOwn(laws, name) ? laws[name]?.who : undefined;
  const only = who?.length === 1 ? who[0] : undefined;
  if (only === 'house') return { kind: 'house', id: 'keeper' };
  return only === 'citizen' ? { kind: 'citizen', id: 'alias' } : clerk;
}

/** Pushes it through the right door; the court must say no, and nothing may have moved. */
async function expectRefused(
  court: Court,
  name: string,
  input: unknown,
  code = 'input.invalid',
): Promise<void> {
  const before = everythingIn(court);
  court.actor = whoMay(name);
  const reply = Object.hasOwn(law.queries, name)
    ? await court.readAnything(name, input)
    : await court.sendAnything(name, input);
  expect(reply.ok ? 'ok' : reply.refusal.code, `${name} ${JSON.stringify(input)}`).to.equal(code);
  expect(everythingIn(court)).to.equal(before);
}

const everythingIn = ({ docs, events }: Court): string => JSON.stringify([[...docs], events]);

describe('the court', () => {
  it('knows every command and every query of the house, and answers a right input', async () => {
    const { court, code } = await withOneBooked();
    const inputs = rightInputs(code);
    expect(Object.keys(inputs)).to.have.members(Object.keys(laws));
    for (const [name, input] of Object.entries(inputs)) {
      court.actor = whoMay(name);
      const reply = Object.hasOwn(law.queries, name)
        ? await court.fork().readAnything(name, input)
        : await court.fork().sendAnything(name, input);
      expect(reply.ok ? 'ok' : reply.refusal.code, name).not.to.match(/^(input|law|actor)\./);
    }
  });

  it('a name that only JavaScript knows is no command and no query', async () => {
    const { court } = await withOneBooked();
    const names = [
      'constructor',
      '__proto__',
      'toString',
      'hasOwnProperty',
      'valueOf',
      '',
      'booking',
      'booking.hold ',
    ];
    for (const name of names) {
      await expectRefused(court, name, atNine, 'law.unknown');
      const asked = await court.readAnything(name, atNine);
      expect(asked.ok ? 'ok' : asked.refusal.code, name).to.equal('law.unknown');
    }
  });

  it('a query is not a command, nor the other way round', async () => {
    const { court, code } = await withOneBooked();
    const sent = await court.sendAnything('booking.find', { code, phoneTail: '5678' });
    expect(sent.ok ? 'ok' : sent.refusal.code).to.equal('law.unknown');
    const asked = await court.readAnything('booking.cancel', { code, phoneTail: '5678' });
    expect(asked.ok ? 'ok' : asked.refusal.code).to.equal('law.unknown');
  });

  it('a field that is missing is refused', async () => {
    const { court, code } = await withOneBooked();
    for (const [name, input] of Object.entries(rightInputs(code))) {
      const { required = [] } = laws[name]!.input as Schema;
      for (const field of required) {
        const { [field]: _, ...rest } = input;
        await expectRefused(court, name, rest);
      }
    }
  });

  it('a field that nobody asked for is refused, also one called __proto__', async () => {
    const { court, code } = await withOneBooked();
    for (const [name, input] of Object.entries(rightInputs(code))) {
      await expectRefused(court, name, { ...input, admin: true });
      const smuggled: unknown = JSON.parse(
        `{"__proto__": {"admin": true}, ${JSON.stringify(input).slice(1).replace(/^}/, '"x": 1}')}`,
      );
      await expectRefused(court, name, smuggled);
    }
  });

  it('a field of the wrong kind is refused', async () => {
    const { court, code } = await withOneBooked();
    const wrong = [
      null,
      0,
      -1,
      Number.NaN,
      true,
      '',
      ' ',
      '\u0000',
      [],
      {},
      ['registry'],
      { length: 1 },
      'x'.repeat(10_000),
    ];
    for (const [name, input] of Object.entries(rightInputs(code))) {
      for (const field of Object.keys(input)) {
        for (const value of wrong) {
          const bent = { ...input, [field]: value };
          // Where words are free, a blank one is for the rules to judge, not for the shape.
          if (!Check(laws[name]!.input, bent)) await expectRefused(court, name, bent);
        }
      }
    }
  });

  it('no input at all, or something else entirely, is refused', async () => {
    const { court, code } = await withOneBooked();
    for (const name of Object.keys(rightInputs(code))) {
      for (const input of [undefined, null, 0, '', 'booking', [], [atNine], true]) {
        await expectRefused(court, name, input);
      }
    }
  });

  it('whatever else comes, the court answers; it never breaks', async () => {
    const { court, code } = await withOneBooked();
    const inputs = Object.entries(rightInputs(code));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...inputs),
        fc.dictionary(
          fc.constantFrom(
            ...['service', 'place', 'date', 'time', 'code', 'month', 'persons', 'phone'],
            ...['also', 'party', 'from', 'to'],
          ),
          fc.oneof(fc.jsonValue(), hostileDates),
          { maxKeys: 3 },
        ),
        async ([name, input], bent) => {
          court.actor = whoMay(name);
          const fork = court.fork();
          const bentInput = { ...input, ...bent };
          const reply = Object.hasOwn(law.queries, name)
            ? await fork.readAnything(name, bentInput)
            : await fork.sendAnything(name, bentInput);
          expect(reply.ok).to.be.a('boolean');
        },
      ),
      { numRuns: 200 },
    );
  });

  it('days at the ends of time and days that do not exist are answered, not stumbled over', async () => {
    const { court, code } = await withOneBooked();
    for (const date of [
      '0000-01-01',
      '0001-01-01',
      '9999-12-31',
      '2026-02-30',
      '2027-02-29',
      '2026-11-31',
    ]) {
      for (const [name, input] of Object.entries(rightInputs(code))) {
        if (!('date' in input)) continue;
        court.actor = whoMay(name);
        const reply = Object.hasOwn(law.queries, name)
          ? await court.readAnything(name, { ...input, date })
          : await court.fork().sendAnything(name, { ...input, date });
        if (!reply.ok)
          expect(reply.refusal.code, `${name} ${date}`).not.to.match(/^(input|law|actor)\./);
      }
    }
  });

  it('says which field was wrong, without repeating what stood in it', async () => {
    const { court, code } = await withOneBooked();
    const refused = await court.sendAnything('booking.confirm', {
      ...friday,
      ...couple,
      code,
      phone: 13912345678,
    });
    if (refused.ok) throw new Error('a number is no phone');
    expect(refused.refusal.at).to.equal('/phone');
    expect(JSON.stringify(refused)).not.to.contain('13912345678');
  });

  it('somebody who may not ask is turned away before their input is looked at', async () => {
    const staffOnly = {
      ...law,
      commands: { 'booking.hold': { ...law.commands['booking.hold'], who: ['staff'] as const } },
    };
    const as = (actor: Actor) =>
      decide(
        staffOnly,
        'booking.hold',
        atNine,
        {
          now: monday,
          actor,
          pack: registryPack(),
          uuid: () => '',
          digits: () => '123456789',
          alias: (value) => Promise.resolve(value),
        },
        () => Promise.resolve(new Map()),
      );
    const stranger = await as({ kind: 'anonymous' });
    expect(stranger.ok ? 'ok' : stranger.refusal).to.deep.equal({ code: 'actor.not-allowed' });
    expect((await as({ kind: 'staff', id: 'li' })).ok).to.equal(true);
  });

  it('gives a law the pseudonyms it has announced, and no others', async () => {
    const asksFor = (value: string): AnyLaw => ({
      commands: {},
      queries: {
        'person.name': query({
          name: 'person.name',
          input: Type.Object({ idNumber: Type.String() }),
          who: ['anonymous'],
          aliases: ({ idNumber }) => [idNumber, idNumber],
          reads: () => [],
          answer: (_docs, _input, ctx: Ctx<Pack>): Answer<string, never> =>
            lawAnswer(ctx.alias(value)),
        }),
      },
      documents: [],
    });
    let worked = 0;
    const ask = (value: string) =>
      answer(
        asksFor(value),
        'person.name',
        { idNumber: groom },
        {
          now: monday,
          actor: { kind: 'anonymous' },
          pack: registryPack(),
          uuid: () => '',
          digits: () => '',
          alias: (number) => Promise.resolve(`${(worked += 1)} for ${number.length}`),
        },
        () => Promise.resolve(new Map()),
      );
    expect(await ask(groom)).to.deep.equal({ ok: true, value: '1 for 18' });
    const trespass = await ask(bride).catch((error: unknown) => String(error));
    expect(trespass).to.contain('person.name asks for an alias it did not announce');
    expect(trespass).not.to.contain(bride);
  });

  it('who watches what nobody may ask is woken for nothing', async () => {
    const ctx = {
      now: monday,
      actor: { kind: 'anonymous' } as const,
      pack: registryPack(),
      uuid: () => '',
      digits: () => '',
      alias: (value: string) => Promise.resolve(value),
    };
    expect(await readsOf(law, 'constructor', {}, ctx)).to.deep.equal([]);
    expect(await readsOf(law, 'booking.times', { place: 'registry' }, ctx)).to.deep.equal([]);
    expect(
      await readsOf(law, 'booking.times', { ...friday, service: 'marriage' }, ctx),
    ).to.deep.equal(['booking/day/registry/2026-12-11']);
  });
});

/** Texts that look like days and times, right and wrong ones. */
const hostileDates = fc.oneof(
  fc.constantFrom('2026-02-30', '0000-00-00', '9999-12-31', '24:00', '23:59', '2026-13', '2099-12'),
  fc.stringMatching(/^\d{4}-[01]\d-[0-3]\d$/),
  fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/),
);
