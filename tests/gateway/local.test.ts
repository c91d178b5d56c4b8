import { expect } from '@open-wc/testing';
import { Type } from 'typebox';
import type { InputOf } from '../../src/gateway/contract.ts';
import { openArchive } from '../../src/gateway/local/archive.ts';
import { localGateway, type LocalGateway } from '../../src/gateway/local/index.ts';
import type { Pack } from '../../src/model/pack.ts';
import {
  accept,
  command,
  documentKind,
  refuse,
  type Ctx,
  type Docs,
  type Key,
} from '../../src/model/shared/law.ts';
import { law, type AnyLaw } from '../../src/model/registry.ts';
import { bride, couple, groom, phone, phoneTail } from '../harness/persons.ts';
import { marriage, morning, registryPack } from '../harness/packs.ts';
import { toyLaw } from '../harness/toy-law.ts';
import { gatewayContract } from './contract-suite.ts';

const monday = Date.parse('2026-12-07T08:00+08:00');
const friday = { place: 'registry', date: '2026-12-11' };
const atNine = { ...friday, service: 'marriage', time: '09:00' };

let halls = 0;
/** A name that no test before has used. */
const freshHall = (): string => `test-${Date.now()}-${(halls += 1)}`;

const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no reason given'));
  });

/** What a user does in the browser's settings: away with all of it, while the pages are open. */
const clearSiteData = (hall: string): Promise<unknown> =>
  settled(indexedDB.deleteDatabase(`mulin-${hall}`));

/** Works on the rows behind the gateway's back. */
async function rowsBehind<Result>(
  hall: string,
  work: (rows: IDBObjectStore) => Promise<Result>,
): Promise<Result> {
  const db = await settled(indexedDB.open(`mulin-${hall}`));
  try {
    return await work(db.transaction('rows', 'readwrite').objectStore('rows'));
  } finally {
    db.close();
  }
}

const allRows = (hall: string): Promise<Map<string, unknown>> =>
  rowsBehind(hall, async (rows) => {
    const [keys, values] = await Promise.all([settled(rows.getAllKeys()), settled(rows.getAll())]);
    return new Map(keys.map((key, i) => [key as string, values[i] as unknown]));
  });

/** All that stands in the rows, as somebody with the disk in their hands could read it. */
async function rawStore(hall: string): Promise<string> {
  const readable = (_key: string, value: unknown): unknown => {
    if (value instanceof ArrayBuffer) return readable('', new Uint8Array(value));
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      return [new TextDecoder().decode(bytes), new TextDecoder('latin1').decode(bytes)];
    }
    return value;
  };
  return JSON.stringify([...(await allRows(hall))], readable);
}

gatewayContract(
  'localGateway',
  ({ pack, now }) => {
    const hall = freshHall();
    let clock = now;
    const open: LocalGateway[] = [];
    const terminal = (): LocalGateway => {
      const gateway = localGateway({ pack, hall, now: () => clock, law: toyLaw });
      open.push(gateway);
      return gateway;
    };
    const gateway = terminal();
    return Promise.resolve({
      gateway,
      another: () => Promise.resolve(terminal()),
      events: () => gateway.events(),
      setClock: (at) => {
        clock = at;
        return Promise.resolve();
      },
      rawStore: () => rawStore(hall),
      async dispose() {
        for (const one of open) one.close();
        await clearSiteData(hall);
      },
    });
  },
  expect,
);

describe('a hall in one browser', () => {
  let hall: string;
  let tabs: LocalGateway[];
  let mended: (() => void)[];
  beforeEach(() => {
    hall = freshHall();
    tabs = [];
    mended = [];
  });
  afterEach(async () => {
    for (const mend of mended) mend();
    for (const tab of tabs) tab.close();
    await clearSiteData(hall);
  });

  function openTab(pack: Pack = registryPack(), more: { law?: AnyLaw } = {}): LocalGateway {
    const tab = localGateway({ pack, hall, now: () => monday, ...more });
    tabs.push(tab);
    return tab;
  }

  /** Puts something else in a place until the test is over. */
  function stub<Owner extends object, Name extends keyof Owner & string>(
    owner: Owner,
    name: Name,
    descriptor: PropertyDescriptor,
  ): void {
    const before = Object.getOwnPropertyDescriptor(owner, name);
    Object.defineProperty(owner, name, { configurable: true, ...descriptor });
    mended.push(() => {
      if (before) Object.defineProperty(owner, name, before);
      else delete owner[name];
    });
  }
  const mend = (): void => mended.splice(0).forEach((one) => one());

  const hold = (tab: LocalGateway, input: InputOf<'booking.hold'> = atNine) =>
    tab.send('booking.hold', input, { idempotencyKey: crypto.randomUUID() });

  async function booked(tab: LocalGateway, slot = atNine) {
    const held = await hold(tab, slot);
    if (held.status !== 'sent') throw new Error(JSON.stringify(held));
    const { code, place, date } = held.result;
    const input = { code, place, date, ...couple };
    const outcome = await tab.send('booking.confirm', input, { idempotencyKey: `confirm-${code}` });
    if (outcome.status !== 'sent') throw new Error(JSON.stringify(outcome));
    return { code, phoneTail };
  }

  const cancel = (tab: LocalGateway, proof: { code: string; phoneTail: string }) =>
    tab.send('booking.cancel', proof, { idempotencyKey: crypto.randomUUID() });

  const freeAtNine = async (tab: LocalGateway): Promise<unknown> => {
    const reply = await tab.read('booking.times', { ...friday, service: 'marriage' });
    return reply.status === 'answer'
      ? reply.value.times.find(({ time }) => time === '09:00')?.free
      : reply;
  };

  const fault = (code: string) => ({ status: 'fault', fault: { code } });
  const notFound = { status: 'refused', refusal: { code: 'booking.not-found' } };

  describe('lasts:', () => {
    it('an appointment is still there after the page was loaded anew', async () => {
      const proof = await booked(openTab());
      const afterwards = openTab();
      const found = await afterwards.read('booking.find', proof);
      expect(found.status === 'answer' && found.value.status).to.equal('booked');
      expect((await afterwards.events()).map(({ type }) => type)).to.deep.equal([
        'booking.confirmed',
      ]);
    });

    it('a gesture that was sent before the page was loaded anew is not done again', async () => {
      const key = { idempotencyKey: 'before-reload' };
      const before = await openTab().send('booking.hold', atNine, key);
      expect(await openTab().send('booking.hold', atNine, key)).to.deep.equal(before);
    });

    it('two halls in one browser know nothing of each other', async () => {
      const other = localGateway({ pack: registryPack(), hall: `${hall}-b`, now: () => monday });
      const proof = await booked(openTab());
      expect(await other.read('booking.find', proof)).to.deep.equal(notFound);
      expect(await freeAtNine(other)).to.equal(2);
      other.close();
      await clearSiteData(`${hall}-b`);
    });

    it('events are numbered without a gap, and can be read on from where one stopped', async () => {
      const tab = openTab();
      const proof = await booked(tab);
      await cancel(tab, proof);
      await booked(tab);
      expect((await tab.events()).map(({ sequence }) => sequence)).to.deep.equal([1, 2, 3]);
      expect((await tab.events(2)).map(({ sequence }) => sequence)).to.deep.equal([3]);
      expect(await tab.events(3)).to.deep.equal([]);
      const ids = (await tab.events()).map(({ id }) => id);
      expect(new Set(ids).size).to.equal(3);
    });

    it('what was sent more than a week ago is forgotten, so the disk does not fill up', async () => {
      await hold(openTab());
      const sentRows = async (): Promise<number> =>
        [...(await allRows(hall)).keys()].filter((key) => key.startsWith('sent|')).length;
      expect(await sentRows()).to.equal(1);
      const nextWeek = monday + 7 * 24 * 60 * 60_000 + 1;
      const later = localGateway({ pack: registryPack(), hall, now: () => nextWeek });
      tabs.push(later);
      await later.read('booking.times', { ...friday, service: 'marriage' });
      await until(async () => (await sentRows()) === 0);
    });
  });

  describe('when somebody clears the site’s data under the open page:', () => {
    it('it goes on with an empty hall', async () => {
      const tab = openTab();
      const proof = await booked(tab);
      await clearSiteData(hall);
      expect(await tab.read('booking.find', proof), 'gone, not garbled').to.deep.equal(notFound);
      expect(await freeAtNine(tab)).to.equal(2);
      const anew = await booked(tab);
      const found = await tab.read('booking.find', anew);
      expect(found.status === 'answer' && found.value.status).to.equal('booked');
    });

    it('it can book at once, before it has looked at anything', async () => {
      const tab = openTab();
      await booked(tab);
      await clearSiteData(hall);
      const anew = await booked(tab);
      expect((await tab.read('booking.find', anew)).status).to.equal('answer');
      const reloaded = await openTab().read('booking.find', anew);
      expect(reloaded.status, 'and it is still readable tomorrow').to.equal('answer');
    });

    it('two tabs agree on one new key: what one books, the other can read, move and cancel', async () => {
      const [one, two] = [openTab(), openTab()];
      await booked(one);
      await freeAtNine(two);
      const byTwo = await booked(two, { ...atNine, time: '09:30' });
      await clearSiteData(hall);
      const anew = await booked(two, { ...atNine, time: '10:00' });
      const found = await one.read('booking.find', anew);
      expect(found.status === 'answer' && found.value.status, JSON.stringify(found)).to.equal(
        'booked',
      );
      expect((await cancel(one, anew)).status).to.equal('sent');
      expect(await one.read('booking.find', byTwo)).to.deep.equal(notFound);
    });

    it('a gesture that the other tab has done meanwhile is answered, not done again', async () => {
      const [one, two] = [openTab(), openTab()];
      await booked(one);
      await freeAtNine(two);
      await clearSiteData(hall);
      const key = { idempotencyKey: 'after-clearing' };
      const outcome = await two.send('booking.hold', atNine, key);
      expect(await one.send('booking.hold', atNine, key)).to.deep.equal(outcome);
    });

    it('clearing is not held up by the page', async () => {
      const [one, two] = [openTab(), openTab()];
      await Promise.all([booked(one), freeAtNine(two)]);
      let blocked = false;
      const request = indexedDB.deleteDatabase(`mulin-${hall}`);
      request.onblocked = () => (blocked = true);
      await settled(request);
      expect(blocked).to.equal(false);
    });

    it('many gestures on their way at that moment end in an answer, and none is counted twice', async () => {
      const tab = openTab(registryPack({ openings: [{ ...morning, capacity: 5, staffOnly: 0 }] }));
      const sending = Array.from({ length: 12 }, () => hold(tab));
      await clearSiteData(hall);
      const outcomes = await Promise.all(sending);
      for (const { status } of outcomes) expect(status).to.be.oneOf(['sent', 'refused', 'fault']);
      const free = Number(await freeAtNine(tab));
      expect(free).to.be.within(0, 5);
      const more = await Promise.all(Array.from({ length: 6 }, () => hold(tab)));
      expect(more.filter(({ status }) => status === 'sent')).to.have.length(free);
    });
  });

  describe('when the disk is in the way:', () => {
    it('a failed first opening does not last for the life of the page', async () => {
      stub(IDBFactory.prototype, 'open', {
        value: () => {
          throw new DOMException('The disk is asleep.', 'UnknownError');
        },
      });
      const tab = openTab();
      expect(await freeAtNine(tab)).to.deep.equal(fault('store-unavailable'));
      mend();
      expect(await freeAtNine(tab)).to.equal(2);
      expect((await hold(tab)).status).to.equal('sent');
    });

    it('a hiccup while opening is not even noticed', async () => {
      const reallyOpen = indexedDB.open.bind(indexedDB);
      let failed = false;
      stub(IDBFactory.prototype, 'open', {
        value: (name: string) => {
          if (failed) return reallyOpen(name);
          failed = true;
          throw new DOMException('The disk is asleep.', 'UnknownError');
        },
      });
      const tab = openTab();
      expect((await hold(tab)).status).to.equal('sent');
    });

    const full = (): DOMException => new DOMException('No room left.', 'QuotaExceededError');
    /** Lets a transaction end as Chromium ends one for which there is no room: aborted, with the reason on it. */
    const abortFull = (transaction: IDBTransaction): void => {
      Object.defineProperty(transaction, 'error', { get: full });
      transaction.abort();
    };
    const waysToBeFull: Record<string, () => void> = {
      'when a row is put': () => {
        stub(IDBObjectStore.prototype, 'put', {
          value: () => {
            throw full();
          },
        });
      },
      'just after a row was put': () => {
        const { put } = IDBObjectStore.prototype;
        stub(IDBObjectStore.prototype, 'put', {
          value(this: IDBObjectStore, ...row: Parameters<typeof put>) {
            const request = put.apply(this, row);
            abortFull(this.transaction);
            return request;
          },
        });
      },
      'when all is to be kept': () => {
        stub(IDBTransaction.prototype, 'commit', {
          value(this: IDBTransaction) {
            abortFull(this);
          },
        });
      },
    };
    for (const [when, beFull] of Object.entries(waysToBeFull)) {
      it(`a full disk ${when}: it is said, nothing is half done, and it works again afterwards`, async () => {
        const tab = openTab();
        const proof = await booked(tab);
        const before = await rawStore(hall);

        beFull();
        expect(await hold(tab)).to.deep.equal(fault('disk-full'));
        expect(await cancel(tab, proof)).to.deep.equal(fault('disk-full'));
        mend();

        expect(await rawStore(hall)).to.equal(before);
        expect(await freeAtNine(tab)).to.equal(1);
        expect(await tab.events()).to.have.length(1);
        expect((await cancel(tab, proof)).status).to.equal('sent');
        expect(await freeAtNine(tab)).to.equal(2);
      });
    }

    it('a row that cannot be written spoils the whole gesture, and is a fault with a name', async () => {
      const tab = openTab();
      await booked(tab);
      const before = await rawStore(hall);
      const { put: reallyPut } = IDBObjectStore.prototype;
      const isLast = (row: object): boolean => 'result' in row; // the remembered answer is
      stub(IDBObjectStore.prototype, 'put', {
        value(this: IDBObjectStore, row: object, at: string) {
          // There is a key already, so the request fails, some time later.
          return isLast(row) ? this.add(row, 'key') : reallyPut.call(this, row, at);
        },
      });
      expect(await hold(tab)).to.deep.equal(fault('store-unavailable'));
      mend();
      expect(await rawStore(hall)).to.equal(before);
      expect((await hold(tab)).status).to.equal('sent');
    });

    it('a service whose lead time reaches beyond its horizon is not free, and no fault of the disk', async () => {
      const late = { ...marriage, leadMinutes: 2 * 24 * 60 - 1, horizonDays: 1 };
      const tab = openTab(registryPack({ bookables: [late] }));
      const offer = await tab.read('booking.offer', { service: 'marriage' });
      if (offer.status !== 'answer') throw new Error(JSON.stringify(offer));
      expect(offer.value.places[0]).to.not.have.property('nextFree');
    });
  });

  describe('keeps secrets:', () => {
    it('no number and no phone can be read in the rows, whatever is done with the appointment', async () => {
      const tab = openTab();
      const proof = await booked(tab);
      const proof2 = await booked(tab, { ...atNine, time: '10:00' });
      await cancel(tab, proof);
      await tab.send(
        'booking.reschedule',
        { ...proof2, ...friday, time: '10:30' },
        { idempotencyKey: 'moved' },
      );
      const disk = await rawStore(hall);
      for (const secret of [groom, bride, phone, groom.slice(6), phone.slice(3)]) {
        expect(disk).not.to.contain(secret);
      }
    });

    it('the key can’t be taken out of the browser', async () => {
      await booked(openTab());
      const { key } = (await allRows(hall)).get('key') as { key: CryptoKey };
      expect(key.extractable).to.equal(false);
      const taken = await crypto.subtle.exportKey('raw', key).catch((error: Error) => error.name);
      expect(taken).to.equal('InvalidAccessError');
    });

    it('sealed bytes that were moved to another’s appointment are noticed, and nothing of it is shown', async () => {
      const tab = openTab();
      const mine = await booked(tab);
      const theirs = await booked(tab, { ...atNine, time: '10:00' });
      await rowsBehind(hall, async (rows) => {
        const at = (code: string): string => `doc|${hall}|booking/appointment/${code}`;
        const my = (await settled(rows.get(at(mine.code)))) as { sealed: unknown };
        const their = (await settled(rows.get(at(theirs.code)))) as { sealed: unknown };
        await settled(rows.put({ ...my, sealed: their.sealed }, at(mine.code)));
      });
      expect(await tab.read('booking.find', mine)).to.deep.equal(fault('sealed'));
      expect(await cancel(tab, mine)).to.deep.equal(fault('sealed'));
      expect((await tab.read('booking.find', theirs)).status).to.equal('answer');
    });

    it('a single changed bit is noticed', async () => {
      const tab = openTab();
      const proof = await booked(tab);
      await rowsBehind(hall, async (rows) => {
        const at = `doc|${hall}|booking/appointment/${proof.code}`;
        const row = (await settled(rows.get(at))) as { sealed: { bytes: ArrayBuffer } };
        new Uint8Array(row.sealed.bytes)[3]! ^= 1;
        await settled(rows.put(row, at));
      });
      expect(await tab.read('booking.find', proof)).to.deep.equal(fault('sealed'));
    });

    it('one couple’s numbers never look the same twice on the disk', async () => {
      const tab = openTab();
      const codes = [await booked(tab), await booked(tab)].map(({ code }) => code);
      const rows = await allRows(hall);
      const [one, two] = codes.map(
        (code) =>
          rows.get(`doc|${hall}|booking/appointment/${code}`) as {
            sealed: { iv: Uint8Array; bytes: ArrayBuffer };
          },
      );
      expect([...one!.sealed.iv]).not.to.deep.equal([...two!.sealed.iv]);
      expect([...new Uint8Array(one!.sealed.bytes)]).not.to.deep.equal([
        ...new Uint8Array(two!.sealed.bytes),
      ]);
    });

    it('a page that may not keep secrets stores nothing, and says why', async () => {
      stub(crypto, 'subtle', { value: undefined });
      const tab = openTab();
      expect(await hold(tab)).to.deep.equal(fault('insecure-page'));
      mend();
      expect([...(await allRows(hall)).keys()]).to.deep.equal([]);
      expect((await hold(tab)).status).to.equal('sent');
    });

    it('on a terminal that is never switched off, what a gesture was told is forgotten after a week', async () => {
      const hourly: (() => void)[] = [];
      stub(globalThis, 'setInterval', { value: (work: () => void) => hourly.push(work) });
      let clock = monday;
      const tab = localGateway({ pack: registryPack(), hall, now: () => clock });
      tabs.push(tab);
      await hold(tab);
      const told = async (): Promise<number> =>
        [...(await allRows(hall)).keys()].filter((key) => key.startsWith('sent|')).length;
      expect(await told()).to.equal(1);
      clock += 8 * 24 * 60 * 60_000;
      hourly.forEach((work) => work());
      await until(async () => (await told()) === 0);
    });

    it('and what was booked is forgotten when it is kept long enough, with nobody pressing anything', async () => {
      const timers: (() => void)[] = [];
      stub(globalThis, 'setInterval', { value: (work: () => void) => timers.push(work) });
      let clock = monday;
      const pack = registryPack({ bookables: [{ ...marriage, keepDays: 7 }] });
      const tab = localGateway({ pack, hall, now: () => clock });
      tabs.push(tab);
      await booked(tab);
      const documents = async (): Promise<string[]> =>
        [...(await allRows(hall)).keys()].filter((key) =>
          /booking\/(appointment|person)/.test(key),
        );
      expect(await documents()).to.have.length(3);
      /** A minute of the keeper: sixty of them are an hour, and then it looks for what is old. */
      const anHourOn = (): void => {
        for (let minute = 0; minute < 60; minute += 1) timers.forEach((work) => work());
      };
      clock = Date.parse('2026-12-18T23:59+08:00');
      anHourOn();
      await new Promise((done) => setTimeout(done, 200));
      expect(await documents(), 'not a day too early').to.have.length(3);
      clock = Date.parse('2026-12-19T00:00+08:00');
      anHourOn();
      await until(async () => (await documents()).length === 0);
    });

    it('a document whose kind nobody has declared is not stored in the clear: it is not stored', async () => {
      const forgetful: AnyLaw = { ...law, documents: law.documents.slice(0, 1) };
      const tab = openTab(registryPack(), { law: forgetful });
      const held = await hold(tab);
      if (held.status !== 'sent') throw new Error(JSON.stringify(held));
      const { code, place, date } = held.result;
      stub(console, 'error', { value: () => undefined });
      const input = { code, place, date, ...couple };
      const outcome = await tab.send('booking.confirm', input, { idempotencyKey: 'forgotten' });
      expect(outcome).to.deep.equal(fault('unknown'));
      expect(await rawStore(hall)).not.to.contain(phone);
    });
  });

  describe('across tabs:', () => {
    const watching = (tab: LocalGateway) => {
      const replies: unknown[] = [];
      const stop = tab.watch('booking.times', { ...friday, service: 'marriage' }, (reply) => {
        replies.push(reply.status === 'answer' ? reply.value.times[0]?.free : reply);
      });
      return { replies, stop };
    };

    it('a hint that gets lost is made up for by looking again', async () => {
      const polls: (() => void)[] = [];
      stub(globalThis, 'setInterval', { value: (poll: () => void) => polls.push(poll) });
      stub(BroadcastChannel.prototype, 'postMessage', { value: () => undefined });
      const [one, two] = [openTab(), openTab()];
      const { replies, stop } = watching(one);
      await until(() => replies.length === 1);
      await hold(two);
      await new Promise((done) => setTimeout(done, 100));
      expect(replies, 'no hint came').to.deep.equal([2]);
      polls.forEach((poll) => poll());
      await until(() => replies.length === 2);
      stop();
      expect(replies).to.deep.equal([2, 1]);
    });

    it('a change that comes while it is still reading is not missed', async () => {
      const [one, two] = [openTab(), openTab()];
      const proof = await booked(one);
      const decrypt = crypto.subtle.decrypt.bind(crypto.subtle);
      let finishReading = (): void => undefined;
      let isReading = false;
      const replies: unknown[] = [];
      stub(crypto.subtle, 'decrypt', {
        value: async (...what: Parameters<typeof decrypt>) => {
          isReading = true;
          await new Promise<void>((done) => (finishReading = done));
          return decrypt(...what);
        },
      });
      const stop = one.watch('booking.find', proof, (reply) => {
        replies.push(reply.status === 'answer' ? reply.value.status : reply);
      });
      await until(() => isReading);
      mend(); // from here on reading is quick again, only the first one still waits
      expect((await cancel(two, proof)).status).to.equal('sent');
      await new Promise((done) => setTimeout(done, 50));
      finishReading();
      await until(() => replies.length === 2);
      stop();
      expect(replies).to.deep.equal(['booked', 'cancelled']);
    });

    it('a gesture that looks at nothing and only adds something is done once as well', async () => {
      const note = documentKind({ at: 'note', schema: Type.Object({}), personal: [] });
      const leave = command({
        name: 'note.leave',
        input: Type.Object({}),
        who: ['anonymous'],
        offline: 'queue',
        touches: () => [],
        decide: (_docs, _input, ctx: Ctx<Pack>) => {
          const id = ctx.uuid();
          return accept(
            id,
            [{ key: note.key(id), doc: {} }],
            [{ type: 'note.left', data: { id } }],
          );
        },
      });
      const withNotes: AnyLaw = {
        commands: { 'note.leave': leave },
        queries: {},
        documents: [note],
      };
      const [one, two] = [
        openTab(undefined, { law: withNotes }),
        openTab(undefined, { law: withNotes }),
      ];
      const press = (tab: LocalGateway) =>
        tab.send('note.leave' as 'booking.hold', {} as never, { idempotencyKey: 'note' });
      const outcomes = await Promise.all([press(one), press(two), press(one), press(two)]);
      for (const outcome of outcomes) expect(outcome).to.deep.equal(outcomes[0]);
      expect(await one.events()).to.have.length(1);
      const notes = [...(await allRows(hall)).keys()].filter((key) => key.includes('|note/'));
      expect(notes).to.have.length(1);
    });

    it('what is refused is refused for how things stand, not for half of before and half of after', async () => {
      // Two documents that always change together, read one after the other.
      const half = documentKind({
        at: 'half',
        schema: Type.Object({ turn: Type.Number() }),
        personal: [],
      });
      const [left, right] = [half.key('left'), half.key('right')];
      const turnOf = (docs: Docs, key: Key): number => half.find(docs, key)?.turn ?? 0;
      const turn = command({
        name: 'half.turn',
        input: Type.Object({}),
        who: ['anonymous'],
        offline: 'decide',
        touches: (_input, docs) => (docs.has(left) ? [left, right] : [left]),
        decide: (docs) => {
          const [one, other] = [turnOf(docs, left), turnOf(docs, right)];
          if (docs.has(left) && one !== other) return refuse('half.torn');
          const doc = { turn: one + 1 };
          return accept(
            one + 1,
            [left, right].map((key) => ({ key, doc })),
          );
        },
      });
      const halves: AnyLaw = { commands: { 'half.turn': turn }, queries: {}, documents: [half] };
      const windows = Array.from({ length: 4 }, () => openTab(undefined, { law: halves }));
      const outcomes = await Promise.all(
        windows.flatMap((tab) =>
          Array.from({ length: 6 }, () =>
            tab.send('half.turn' as 'booking.hold', {} as never, {
              idempotencyKey: crypto.randomUUID(),
            }),
          ),
        ),
      );
      expect(new Set(outcomes.map(({ status }) => status))).to.deep.equal(new Set(['sent']));
    });

    it('a booking that is on its way when the page lets go is still a booking', async () => {
      const [one, two] = [openTab(), openTab()];
      await freeAtNine(one);
      const sending = hold(one);
      one.close();
      expect((await sending).status).to.equal('sent');
      expect(await freeAtNine(two)).to.equal(1);
    });

    it('a page that has let go looks no more', async () => {
      const two = openTab();
      const running = new Set<number>();
      const { setInterval: start, clearInterval: end } = globalThis;
      stub(globalThis, 'setInterval', {
        value: (...timer: Parameters<typeof start>) => {
          const id = start(...timer) as unknown as number;
          running.add(id);
          return id;
        },
      });
      stub(globalThis, 'clearInterval', {
        value: (timer: number) => {
          running.delete(timer);
          end(timer);
        },
      });
      const one = openTab();
      const { replies } = watching(one);
      await until(() => replies.length === 1);
      one.close();
      await hold(two);
      await new Promise((done) => setTimeout(done, 100));
      expect(replies).to.deep.equal([2]);
      two.close();
      expect([...running], 'timers left running').to.deep.equal([]);
    });

    it('a document that was thrown away and made anew is not taken for the old one', async () => {
      const [one, two] = [openArchive(hall, law.documents), openArchive(hall, law.documents)];
      const key = 'booking/day/registry/2026-12-11';
      const write = (archive: typeof one, seen: Map<string, string>, doc: object | null) =>
        archive.write({
          seen,
          changes: [{ key, doc }],
          events: [],
          gesture: {
            idempotencyKey: crypto.randomUUID(),
            actor: { kind: 'anonymous' },
            name: 'toy.put',
            input: {},
          },
          result: null,
          at: monday,
        });
      expect(await write(one, new Map(), { takings: [] })).to.equal(true);
      const seenByOne = new Map<string, string>();
      await one.load([key], seenByOne);
      const seenByTwo = new Map<string, string>();
      await two.load([key], seenByTwo);
      expect(await write(two, seenByTwo, null)).to.equal(true);
      expect(await write(two, new Map(), { takings: [] })).to.equal(true);
      expect(await write(one, seenByOne, { takings: [] }), 'one must look again').to.equal(false);
    });
  });
});

/** Waits until something is true, two seconds at most. */
async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isTrue()); tries += 1) {
    if (tries > 100) throw new Error(`waited in vain: ${isTrue.toString()}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}
