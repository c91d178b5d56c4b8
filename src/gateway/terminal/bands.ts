/**
 * Numbers leased in advance, so that people get tickets while the hall is out of reach. A lease is kept warm while the hall is
 * there; a number is on the disk as given before anybody sees it, so that it is never given twice; and what has reached a
 * person is handed in through the outbox, in its turn. The rule is the model's (src/model/queue/band.ts).
 */
import type { Pack } from '../../model/pack.ts';
import { WORD } from '../../model/queue/documents.ts';
import { takeFromBand, type Band, type BandTicket } from '../../model/queue/band.ts';
import { numberOf, queueAt, type HeldTicket, type TakeRefusal } from '../../model/queue/take.ts';
import { dateAt } from '../../model/shared/dates.ts';
import type { Instant } from '../../model/shared/law.ts';
import type { InputOf, Outcome } from '../contract.ts';
import type { Told } from '../http/call.ts';
import { openStore } from '../store/store.ts';

/** Numbers a terminal holds for each line, and how few of them make it ask for more. */
const HOLD = 10;
const FEW = 5;
/** Milliseconds from one look at the leases to the next. */
const EVERY = 5 * 60_000;

/** A ticket that was given out here: on the disk, until the day is over. */
interface Given extends Omit<BandTicket, 'delivered'> {
  readonly idempotencyKey: string;
  /** It is on its way to the hall. */
  readonly isHandedIn?: boolean;
}

interface Leased {
  readonly band: Band;
  readonly given: readonly Given[];
}

/** A ticket was asked of the hall before one was given out here, and no answer came: it may have been taken all the same. */
interface Vain {
  readonly input: InputOf<'ticket.take'>;
  readonly idempotencyKey: string;
  readonly date: string;
}

export interface BandsOptions {
  readonly hall: string;
  readonly pack: Pack;
  readonly now: () => Instant;
  readonly lease: (input: InputOf<'ticket.lease'>) => Promise<Told>;
  /** Hands in, surely, what has reached a person. */
  readonly handIn: (input: InputOf<'ticket.merge'>, idempotencyKey: string) => Promise<void>;
  /** What became of a take whose answer did not come. */
  readonly earlier: (input: InputOf<'ticket.take'>, idempotencyKey: string) => Promise<Told>;
  /** Gives a ticket up, surely. */
  readonly giveUp: (input: InputOf<'ticket.leave'>, idempotencyKey: string) => Promise<void>;
}

export interface Bands {
  /** Leases what is missing. */
  warm(): Promise<void>;
  /** A ticket without the hall; undefined where there is no lease for it. */
  take(
    input: InputOf<'ticket.take'>,
    idempotencyKey: string,
  ): Promise<Outcome<HeldTicket, TakeRefusal> | undefined>;
  /** Undefined where the ticket was not given out here. */
  deliver(input: InputOf<'ticket.deliver'>): Promise<Outcome<{ number: string }> | undefined>;
  close(): void;
}

export function openBands({
  hall,
  pack,
  now,
  lease,
  handIn,
  earlier,
  giveUp,
}: BandsOptions): Bands {
  const store = openStore(`mulin-bands-${hall}`);
  const place = pack.home;
  const rowOf = (line: string, id = ''): string => `band|${place}|${line}|${id}`;

  const leasedFor = async (line: string): Promise<readonly Leased[]> => {
    const rows = await store.transact('readonly', (all) =>
      all.range(rowOf(line), rowOf(line, '~')),
    );
    return ([...rows.values()] as Leased[]).filter(({ band }) => band.date === today());
  };
  const today = (): string => dateAt(now(), pack.zone);
  const leftIn = ({ band, given }: Leased): number => band.to - band.from + 1 - given.length;

  const allLeased = async (): Promise<readonly (readonly [string, Leased])[]> => {
    const rows = await store.transact('readonly', (all) => all.range('band|', 'band}'));
    return [...rows] as [string, Leased][];
  };

  async function send(
    key: string,
    { band }: Leased,
    { idempotencyKey: _, isHandedIn: __, ...ticket }: Given,
    delivered: BandTicket['delivered'],
  ): Promise<void> {
    await handIn(
      { place, date: band.date, band: band.id, tickets: [{ ...ticket, delivered }] },
      `merge-${band.id}-${ticket.n}`,
    );
    await store.transact('readwrite', async (rows) => {
      const row = (await rows.get(key)) as Leased | undefined; // others may have been given meanwhile
      const given = row?.given.map((one) =>
        one.n === ticket.n ? { ...one, isHandedIn: true } : one,
      );
      if (row && given) rows.put(key, { ...row, given });
    });
  }

  /** What nobody has said a word about: this terminal went dark with the number on its screen, or in the printer. */
  async function sendSilent(): Promise<void> {
    for (const [key, row] of await allLeased())
      for (const one of row.given)
        if (!one.isHandedIn && one.at < now() - WORD) await send(key, row, one, 'shown');
  }

  /** Whoever was given a number here holds no other: what the hall took for them meanwhile must not be called for nobody. */
  async function settleVain(): Promise<void> {
    const rows = await store.transact('readonly', (all) => all.range('vain|', 'vain}'));
    for (const [key, row] of rows) {
      const { input, idempotencyKey, date } = row as Vain;
      const told = date === today() ? await earlier(input, idempotencyKey) : undefined;
      if (told?.status === 'fault') return; // away again
      if (told?.status === 'sent') {
        const { place: at, date: day, number, pass } = told.result as HeldTicket;
        await giveUp({ place: at, date: day, number, pass }, `leave-${idempotencyKey}`);
      }
      await store.transact('readwrite', (all) => Promise.resolve(all.delete(key)));
    }
  }

  async function warm(): Promise<void> {
    await sendSilent();
    await settleVain();
    await store.transact('readwrite', async (rows) => {
      const all = await rows.range('band|', 'band}');
      for (const [key, row] of all) if ((row as Leased).band.date < today()) rows.delete(key);
    });
    for (const { id: line } of queueAt(pack, place)?.lines ?? []) {
      const left = (await leasedFor(line)).reduce((sum, one) => sum + leftIn(one), 0);
      if (left >= FEW) continue;
      const told = await lease({ place, line, count: HOLD - left });
      if (told.status !== 'sent') continue; // not enrolled, closed, or away: the next look tries again
      const band = told.result as Band;
      await store.transact('readwrite', (rows) => {
        rows.put(rowOf(line, String(band.from).padStart(6, '0')), { band, given: [] });
        return Promise.resolve();
      });
    }
  }
  const alone = <Result>(work: () => Promise<Result>): Promise<Result> =>
    navigator.locks.request(`mulin-bands ${hall}`, work);
  const look = (): void => void alone(warm).catch(() => undefined); // the next look tries again
  const timer = setInterval(look, EVERY);

  return {
    warm: () => alone(warm),

    take: (input, idempotencyKey) =>
      alone(async () => {
        const { line, needs = [], checkIn } = input;
        const queue = queueAt(pack, input.place);
        const isKnown = needs.every((need) => queue?.priority.some(({ id }) => id === need));
        if (input.place !== place || checkIn !== undefined || !isKnown) return undefined;
        if (input.date !== undefined && input.date !== today()) return undefined;
        const bands = await leasedFor(line);
        const before = bands
          .flatMap(({ band, given }) => given.map((one) => ({ band, one })))
          .find(({ one }) => one.idempotencyKey === idempotencyKey);
        if (before) return { status: 'sent', result: heldOf(before.band, before.one) };
        const from = bands.find((one) => leftIn(one) > 0) ?? bands.at(-1);
        if (!from) return undefined;
        const used = from.given.map((one) => ({ ...one, delivered: 'shown' as const }));
        const moment = { now: now(), pass: digits(6), priority: needs.length > 0 };
        const taken = takeFromBand(from.band, used, moment);
        if (!taken.ok) return { status: 'refused', refusal: taken.refusal };
        const given = [...from.given, { ...taken.value.ticket, idempotencyKey }];
        const vain: Vain = { input, idempotencyKey, date: today() };
        await store.transact('readwrite', (rows) => {
          const at = rowOf(line, String(from.band.from).padStart(6, '0'));
          rows.put(at, { band: from.band, given });
          rows.put(`vain|${idempotencyKey}`, vain);
          return Promise.resolve();
        });
        return { status: 'sent', result: taken.value.held };
      }),

    async deliver({ place: at, date, number, pass, by }) {
      if (at !== place) return undefined;
      for (const [key, row] of await allLeased()) {
        const { band, given } = row;
        const one = given.find(
          (ticket) =>
            band.date === date && numberOf(band, ticket.n) === number && ticket.pass === pass,
        );
        if (!one) continue;
        await send(key, row, one, by);
        return { status: 'sent', result: { number } };
      }
      return undefined;
    },

    close: () => clearInterval(timer),
  };
}

const heldOf = (band: Band, { n, at, pass, tier }: Given): HeldTicket => ({
  place: band.place,
  date: band.date,
  line: band.line,
  number: numberOf(band, n),
  pass,
  tier,
  takenAt: at,
});

/** Fair digits: bytes from 250 up would favour the low ones. */
function digits(count: number): string {
  let text = '';
  while (text.length < count) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < 250) text += String(byte % 10);
  }
  return text;
}
