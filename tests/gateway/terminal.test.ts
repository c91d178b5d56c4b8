import { expect } from '@open-wc/testing';
import type { Kept, Outcome } from '../../src/gateway/contract.ts';
import { terminalGateway, type TerminalGateway } from '../../src/gateway/terminal/index.ts';
import { openHallOverHttp, type HallOverHttp } from '../harness/hall-over-http.ts';
import { registryPack } from '../harness/packs.ts';
import { queueTown } from '../harness/queues.ts';
import { toyLaw } from '../harness/toy-law.ts';
import { gatewayContract } from './contract-suite.ts';

const monday = Date.parse('2026-12-07T08:00+08:00');
const friday = { place: 'registry', date: '2026-12-11', service: 'marriage' };

let terminals = 0;
/** Names what is kept in this browser; no test before has used it. */
const freshName = (): string => `terminal-${Date.now()}-${(terminals += 1)}`;

for (const store of ['sqlite', 'postgres'] as const)
  gatewayContract(
    `terminalGateway on ${store}`,
    async ({ pack, now }) => {
      const hall = await openHallOverHttp({ store, pack, now });
      const open: TerminalGateway[] = [];
      const terminal = (): TerminalGateway => {
        const gateway = terminalGateway({ url: hall.url, pack, hall: freshName(), law: toyLaw });
        open.push(gateway);
        return gateway;
      };
      return {
        ...hall,
        gateway: terminal(),
        another: () => Promise.resolve(terminal()),
        async dispose() {
          for (const one of open) one.close();
          await hall.close();
        },
      };
    },
    expect,
  );

describe('a terminal that is cut off from its hall', () => {
  let hall: HallOverHttp;
  let name: string;
  let tabs: TerminalGateway[];
  let calls: { readonly path: string; readonly method: string; readonly key: string | null }[];
  /** Answers in the hall's place, where it gives one. */
  let instead: ((path: string, key: string | null) => Response | undefined) | undefined;
  const reallyFetch = window.fetch.bind(window);

  beforeEach(async () => {
    hall = await openHallOverHttp({ store: 'sqlite', pack: registryPack(), now: monday });
    name = freshName();
    tabs = [];
    calls = [];
    instead = undefined;
    window.fetch = (input, init) => {
      const path = (input as string).replace(hall.url, '');
      const key = new Headers(init?.headers).get('Idempotency-Key');
      if (!path.startsWith('/test')) calls.push({ path, method: init?.method ?? 'GET', key });
      const answer = instead?.(path, key);
      return answer ? Promise.resolve(answer) : reallyFetch(input, init);
    };
  });
  afterEach(async () => {
    window.fetch = reallyFetch;
    for (const tab of tabs) tab.close();
    await hall.close();
    indexedDB.deleteDatabase(`mulin-outbox-${name}`);
  });

  function openTab(): TerminalGateway {
    const options = { url: hall.url, pack: registryPack(), hall: name, law: toyLaw };
    const tab = terminalGateway(options);
    tabs.push(tab);
    return tab;
  }

  /** The toys are in no registry, so their types are told here. */
  const put = (tab: TerminalGateway, thing: string, idempotencyKey: string = crypto.randomUUID()) =>
    tab.send('toy.put' as never, { box: 'b', thing, owner: '王小明' } as never, {
      idempotencyKey,
    }) as Promise<Outcome<{ things: number }>>;

  async function things(tab: TerminalGateway): Promise<unknown> {
    const reply = (await tab.read('toy.look' as never, { box: 'b' } as never)) as {
      readonly value?: { readonly things: readonly string[] };
    };
    return reply.value?.things;
  }

  /** Keeps every list of what waits. */
  function follow(tab: TerminalGateway): { now(): readonly Kept[]; states(): string[] } {
    let last: readonly Kept[] = [];
    tab.outbox.watch((kept) => (last = kept));
    return { now: () => last, states: () => last.map(({ state }) => state) };
  }

  describe('keeps what may wait:', () => {
    it('it is pending, then sent, in the order it came, each once', async () => {
      const tab = openTab();
      const kept = follow(tab);
      await hall.network('cut');
      for (const thing of ['ball', 'doll', 'kite'])
        expect(await put(tab, thing)).to.deep.equal({ status: 'pending' });
      await until(() => kept.states().join() === 'pending,pending,pending');
      await hall.network('fine');
      await until(() => kept.states().join() === 'sent,sent,sent');
      expect(await things(tab)).to.deep.equal(['ball', 'doll', 'kite']);
      expect(await hall.events()).to.have.length(3);
    });

    it('with the hall there it is sent at once, and nothing is left on the terminal', async () => {
      const tab = openTab();
      const kept = follow(tab);
      expect(await put(tab, 'ball')).to.deep.equal({ status: 'sent', result: { things: 1 } });
      expect(await rowsOf(name)).to.deep.equal([]);
      expect(kept.now()).to.deep.equal([]);
    });

    it('a cut in the middle of a send is one effect', async () => {
      const tab = openTab();
      const kept = follow(tab);
      await hall.network('one-way');
      expect((await put(tab, 'ball')).status).to.equal('pending');
      await hall.network('fine');
      await until(() => kept.states().join() === 'sent');
      expect(await things(tab)).to.deep.equal(['ball']);
    });

    it('what the hall refuses in the end says so, and stays until somebody was told', async () => {
      const tab = openTab();
      const kept = follow(tab);
      await hall.network('cut');
      for (const thing of ['ball', 'doll', 'kite', 'drum']) await put(tab, thing);
      await hall.network('fine');
      await until(() => kept.states().join() === 'sent,sent,sent,refused');
      const refused = kept.now()[3]!;
      expect(refused.refusal?.code).to.equal('toy.full');
      expect(refused.mine).to.equal(true);
      await tab.outbox.acknowledge(refused.id);
      await until(() => kept.states().join() === 'sent,sent,sent');
    });

    it('sent again with the same key while it waits, it waits once', async () => {
      const tab = openTab();
      const kept = follow(tab);
      await hall.network('cut');
      await put(tab, 'ball', 'press');
      await put(tab, 'ball', 'press');
      expect(kept.now()).to.have.length(1);
      await hall.network('fine');
      await until(() => kept.states().join() === 'sent');
      expect(await things(tab)).to.deep.equal(['ball']);
    });

    it('what waits can’t be acknowledged away', async () => {
      const tab = openTab();
      const kept = follow(tab);
      await hall.network('cut');
      await put(tab, 'ball');
      await until(() => kept.now().length === 1);
      await tab.outbox.acknowledge(kept.now()[0]!.id);
      expect(await rowsOf(name)).to.have.length(1);
    });
  });

  describe('loses nothing:', () => {
    it('not when the page is loaded anew', async () => {
      const before = openTab();
      await hall.network('cut');
      await put(before, 'ball');
      before.close();
      await hall.network('fine');
      const after = openTab();
      await until(async () => String(await things(after)) === 'ball');
      await until(async () => (await rowsOf(name)).length === 0);
    });

    it('not when the page dies in the middle of a send, and a refusal is still told', async () => {
      const filling = openTab();
      for (const thing of ['ball', 'doll', 'kite']) await put(filling, thing);
      await hall.network('cut');
      const dying = document.createElement('iframe');
      dying.srcdoc = `<script type="module">
        import { terminalGateway } from '/src/gateway/terminal/index.ts';
        import { registryPack } from '/tests/harness/packs.ts';
        import { toyLaw } from '/tests/harness/toy-law.ts';
        const options = { url: '${hall.url}', hall: '${name}', pack: registryPack(), law: toyLaw };
        const drum = { box: 'b', thing: 'drum', owner: '王小明' };
        terminalGateway(options).send('toy.put', drum, { idempotencyKey: 'dying' });
      </script>`;
      document.body.append(dying);
      await until(async () => (await rowsOf(name)).length === 1);
      dying.remove();
      await hall.network('fine');
      const kept = follow(openTab());
      await until(() => kept.states().join() === 'refused');
      expect(kept.now()[0]?.mine, 'whoever sent it may have gone').to.equal(false);
    });

    it('not between two tabs, and they send nothing twice', async () => {
      const [one, two] = [openTab(), openTab()];
      await hall.network('cut');
      await Promise.all([put(one, 'ball'), put(two, 'doll')]);
      await hall.network('fine');
      await until(async () => ((await things(one)) as string[] | undefined)?.length === 2);
      await pause(200);
      expect(await hall.events()).to.have.length(2);
      expect(((await things(two)) as string[]).toSorted()).to.deep.equal(['ball', 'doll']);
    });

    it('not to a command that the hall stumbles over: it is set aside, and those behind it go on', async () => {
      const tab = openTab();
      const kept = follow(tab);
      instead = (_path, key) =>
        key === 'poison'
          ? Response.json(
              { status: 500, code: 'unknown' },
              { status: 500, headers: { 'Mulin-Now': String(monday) } },
            )
          : undefined;
      await put(tab, 'ball', 'poison');
      for (let i = 0; i < 5; i += 1) await put(tab, 'doll', 'good');
      expect(await things(tab)).to.deep.equal(['doll']);
      expect(kept.states()).to.deep.equal(['fault']);
      expect(await rowsOf(name)).to.have.length(1);
    });

    it('where the disk takes nothing, it is sent without being kept, or not accepted', async () => {
      const tab = openTab();
      const open = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      try {
        expect((await put(tab, 'ball')).status).to.equal('sent');
        await hall.network('cut');
        expect(await put(tab, 'doll')).to.deep.equal({
          status: 'fault',
          fault: { code: 'disk-full' },
        });
      } finally {
        IDBObjectStore.prototype.put = open;
      }
    });
  });

  describe('leaves nothing of one person for the next:', () => {
    it('what waits goes on waiting, and is nobody’s who comes after', async () => {
      const tab = openTab();
      const kept = follow(tab);
      await hall.network('cut');
      await put(tab, 'ball');
      await until(() => kept.now()[0]?.mine === true);
      void tab.dismiss();
      await until(() => kept.now()[0]?.mine === false);
      expect(JSON.stringify(kept.now())).not.to.contain('王小明');
      await hall.network('fine');
      await until(async () => (await things(tab)) !== undefined);
    });

    it('whoever carries off the disk does not read what was sent', async () => {
      const tab = openTab();
      await hall.network('cut');
      await put(tab, 'ball');
      const disk = JSON.stringify(await rowsOf(name), (_key, value: unknown) =>
        value instanceof ArrayBuffer ? new TextDecoder().decode(value) : value,
      );
      expect(disk).to.contain('toy.put');
      expect(disk).not.to.contain('王小明');
      expect(disk).not.to.contain('ball');
    });

    it('whoever went while the hall was away is out before anything is asked for the next', async () => {
      const tab = openTab();
      await hall.network('cut');
      await put(tab, 'ball', 'first');
      const stop = tab.watch('booking.times', friday, () => undefined);
      await tab.dismiss();
      await put(tab, 'doll', 'second');
      calls = [];
      await hall.network('fine');
      await until(async () => String(await things(tab)) === 'ball,doll');
      stop();
      const done = calls.filter(({ path }) => path !== '/healthz');
      const at = (isIt: (call: (typeof calls)[number]) => boolean): number =>
        done.findLastIndex(isIt);
      const left = at(({ method }) => method === 'DELETE');
      expect(left).to.be.greaterThan(-1);
      expect(
        at(({ key }) => key === 'first'),
        'in their own name',
      ).to.be.lessThan(left);
      expect(done.findIndex(({ path }) => path === '/api/watch')).to.be.greaterThan(left);
      expect(done.findIndex(({ key }) => key === 'second')).to.be.greaterThan(left);
      expect(done.findIndex(({ path }) => path.startsWith('/api/query'))).to.be.greaterThan(left);
    });
  });

  describe('gives out numbers that were leased in advance:', () => {
    const take = (tab: TerminalGateway, idempotencyKey: string = crypto.randomUUID()) =>
      tab.send('ticket.take', { place: 'centre', line: 'marriage' }, { idempotencyKey });

    async function leasing(): Promise<TerminalGateway> {
      await hall.close();
      const pack = queueTown({}, { home: 'centre' });
      const at = Date.parse('2026-12-07T10:00+08:00');
      hall = await openHallOverHttp({ store: 'sqlite', pack, now: at, device: 'kiosk-1' });
      const tab = terminalGateway({ url: hall.url, pack, hall: name, law: toyLaw });
      tabs.push(tab);
      await until(
        async () =>
          (await hall.events()).filter(({ type }) => type === 'ticket.leased').length === 2,
      );
      return tab;
    }

    it('each once, at once, and the hall knows of them when it is back', async () => {
      const tab = await leasing();
      await hall.network('cut');
      const [one, two] = [await take(tab), await take(tab)];
      if (one.status !== 'sent' || two.status !== 'sent')
        throw new Error(JSON.stringify([one, two]));
      expect([one.result.number, two.result.number]).to.deep.equal(['A001', 'A002']);
      for (const { result } of [one, two]) {
        const { place, date, number, pass } = result;
        const told = await tab.send(
          'ticket.deliver',
          { place, date, number, pass, by: 'shown' },
          { idempotencyKey: number },
        );
        expect(told).to.deep.equal({ status: 'sent', result: { number } });
      }
      await hall.network('fine');
      const merged = async (): Promise<unknown[]> =>
        (await hall.events())
          .filter(({ type }) => type === 'ticket.merged')
          .map(({ data }) => (data as { number: string }).number);
      await until(async () => (await merged()).length === 2);
      expect(await merged()).to.deep.equal(['A001', 'A002']);
      const online = await take(tab);
      expect(online.status === 'sent' && online.result.number, 'nobody gets a leased one').to.equal(
        'A011',
      );
    });

    it('also of those whose terminal went dark with the number on its screen', async () => {
      const tab = await leasing();
      await hall.network('cut');
      const seen = await take(tab);
      expect(seen.status === 'sent' && seen.result.number).to.equal('A001');
      tab.close(); // the power is gone before anybody could say that it was delivered
      await hall.setClock(Date.parse('2026-12-07T10:04+08:00'));
      await hall.network('fine');
      await tab.read('queue.board', { place: 'centre' }); // what time it is now
      const pack = queueTown({}, { home: 'centre' });
      tabs.push(terminalGateway({ url: hall.url, pack, hall: name, law: toyLaw }));
      await until(async () =>
        (await hall.events()).some(
          ({ type, data }) =>
            type === 'ticket.merged' && (data as { number: string }).number === 'A001',
        ),
      );
    });

    it('and what the hall took for them while its answers got lost is called for nobody', async () => {
      const tab = await leasing();
      await hall.network('one-way');
      const told = await take(tab);
      expect(told.status === 'sent' && told.result.number).to.equal('A001');
      const numbers = async (what: string): Promise<unknown[]> =>
        (await hall.events())
          .filter(({ type }) => type === what)
          .map(({ data }) => (data as { number: string }).number);
      expect(await numbers('ticket.issued'), 'which nobody was told').to.deep.equal(['A011']);
      await hall.network('fine');
      await until(async () => (await numbers('ticket.left')).length > 0);
      expect(await numbers('ticket.left')).to.deep.equal(['A011']);
    });

    it('what people hold is kept while their terminal is turned away, and handed in when it is back', async () => {
      const tab = await leasing();
      await hall.network('cut');
      const held = await take(tab);
      if (held.status !== 'sent') throw new Error(JSON.stringify(held));
      let isTurnedAway = true;
      let tries = 0;
      instead = (path) => {
        if (!isTurnedAway || !path.startsWith('/api/command/ticket.merge')) return undefined;
        tries += 1;
        const headers = { 'Mulin-Now': String(Date.parse('2026-12-07T10:00+08:00')) };
        return new Response('{"code":"device.unknown"}', { status: 401, headers });
      };
      await hall.network('fine');
      const { place, date, number, pass } = held.result;
      await tab.send(
        'ticket.deliver',
        { place, date, number, pass, by: 'shown' },
        { idempotencyKey: number },
      );
      await until(() => Promise.resolve(tries > 1));
      isTurnedAway = false;
      await until(async () => (await hall.events()).some(({ type }) => type === 'ticket.merged'));
    });

    it('no number twice: not after a reload, not for a second press', async () => {
      const tab = await leasing();
      await hall.network('cut');
      const first = await take(tab, 'press');
      expect(await take(tab, 'press')).to.deep.equal(first);
      tab.close();
      const pack = queueTown({}, { home: 'centre' });
      const after = terminalGateway({ url: hall.url, pack, hall: name, law: toyLaw });
      tabs.push(after);
      const second = await take(after);
      expect(second.status === 'sent' && second.result.number).to.equal('A002');
    });
  });

  describe('says what it can and what it can’t:', () => {
    it('what stands in the pack is shown, with the cable pulled out from the start', async () => {
      await hall.network('cut');
      const tab = openTab();
      const services = await tab.read('guide.services', {});
      expect(services.status).to.equal('answer');
      const told: string[] = [];
      tab.watch('guide.service', { service: 'marriage' }, (reply) => told.push(reply.status));
      tab.watch('booking.times', friday, (reply) => told.push(reply.status));
      await until(() => told.length === 2);
      expect(told.toSorted()).to.deep.equal(['answer', 'fault']);
      await hall.network('fine');
      await until(() => told.length === 3);
      expect(told[2], 'and the guide is not told twice').to.equal('answer');
    });

    it('what must be decided in the hall is not accepted, and not kept', async () => {
      const tab = openTab();
      await hall.network('cut');
      const held = await tab.send(
        'booking.hold',
        { ...friday, time: '09:00' },
        { idempotencyKey: 'press' },
      );
      expect(held).to.deep.equal({ status: 'fault', fault: { code: 'offline' } });
      expect(await rowsOf(name)).to.deep.equal([]);
    });

    it('tells that the hall is away, and that it is back, but not of a blip', async () => {
      const tab = openTab();
      const told: string[] = [];
      tab.reach((reach) => told.push(reach));
      await hall.network('cut');
      const reading = tab.read('booking.times', friday);
      await pause(300);
      await hall.network('fine');
      await reading;
      expect(told).to.deep.equal(['near']);
      await hall.network('cut');
      await tab.read('booking.times', friday);
      await until(() => told.length === 2);
      await hall.network('fine');
      await tab.read('booking.times', friday);
      expect(told).to.deep.equal(['near', 'away', 'near']);
    });
  });
});

/** The commands that lie in a terminal's outbox. */
async function rowsOf(name: string): Promise<readonly unknown[]> {
  const opening = indexedDB.open(`mulin-outbox-${name}`);
  const db = await settled(opening);
  try {
    const rows = db.transaction('rows').objectStore('rows');
    return await settled(rows.getAll(IDBKeyRange.bound('entry|', 'entry}')));
  } finally {
    db.close();
  }
}

const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no reason given'));
  });

/** Waits until something is true; a busy machine may take its time. */
async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isTrue()); tries += 1) {
    if (tries > 400) throw new Error(`waited in vain: ${String(isTrue)}`);
    await pause(20);
  }
}
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
