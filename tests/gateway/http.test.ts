import { expect } from '@open-wc/testing';
import { httpGateway, type HttpGateway } from '../../src/gateway/http/index.ts';
import { openClock } from '../../src/gateway/http/clock.ts';
import { openHallOverHttp, type HallOverHttp } from '../harness/hall-over-http.ts';
import { registryPack } from '../harness/packs.ts';
import { couple } from '../harness/persons.ts';
import { gatewayContract } from './contract-suite.ts';

const monday = Date.parse('2026-12-07T08:00+08:00');
const friday = { place: 'registry', date: '2026-12-11' };
const atNine = { ...friday, service: 'marriage', time: '09:00' };

for (const store of ['sqlite', 'postgres'] as const)
  gatewayContract(
    `httpGateway on ${store}`,
    async (options) => {
      const hall = await openHallOverHttp({ store, ...options });
      const open: HttpGateway[] = [];
      const terminal = (): HttpGateway => {
        const gateway = httpGateway({ url: hall.url });
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

describe('a hall over the network', () => {
  let hall: HallOverHttp;
  let tabs: HttpGateway[];
  let calls: string[];
  const really = { fetch: window.fetch.bind(window), now: Date.now };

  beforeEach(async () => {
    hall = await openHallOverHttp({ store: 'sqlite', pack: registryPack(), now: monday });
    tabs = [];
    calls = [];
    window.fetch = (input, init) => {
      calls.push(input as string);
      return really.fetch(input, init);
    };
  });
  afterEach(async () => {
    window.fetch = really.fetch;
    Date.now = really.now;
    for (const tab of tabs) tab.close();
    await hall.close();
  });

  function openTab(): HttpGateway {
    const tab = httpGateway({ url: hall.url });
    tabs.push(tab);
    return tab;
  }

  const streams = (): number => calls.filter((path) => path.endsWith('/api/watch')).length;
  const hold = (tab: HttpGateway, idempotencyKey: string = crypto.randomUUID()) =>
    tab.send('booking.hold', atNine, { idempotencyKey });

  /** Watches how many places are free at nine, and keeps every answer; a fault by its code. */
  function follow(tab: HttpGateway, date = friday.date): { told: unknown[]; stop: () => void } {
    const told: unknown[] = [];
    const input = { ...friday, date, service: 'marriage' };
    const stop = tab.watch('booking.times', input, (reply) =>
      told.push(
        reply.status === 'answer'
          ? reply.value.times.find(({ time }) => time === '09:00')?.free
          : reply.status === 'fault'
            ? reply.fault.code
            : reply.refusal.code,
      ),
    );
    return { told, stop };
  }

  describe('when the network breaks:', () => {
    it('a cut in the middle of a send is one effect, and the same gesture learns of it', async () => {
      const tab = openTab();
      await hall.network('one-way');
      const lost = await hold(tab, 'press');
      expect(lost).to.deep.equal({ status: 'fault', fault: { code: 'offline' } });
      await hall.network('fine');
      const again = await hold(tab, 'press');
      expect(again.status).to.equal('sent');
      const { told } = follow(tab);
      await until(() => told.length === 1);
      expect(told, 'one of two places is kept').to.deep.equal([1]);
    });

    it('a cut of half a second is nobody’s business', async () => {
      const tab = openTab();
      await hall.network('cut');
      const holding = hold(tab);
      await pause(500);
      await hall.network('fine');
      expect((await holding).status).to.equal('sent');
    });

    it('whoever asks is told that the hall is out of reach, and nothing was done', async () => {
      const tab = openTab();
      await hall.network('cut');
      const offline = { status: 'fault', fault: { code: 'offline' } };
      const [asked, sent] = await Promise.all([
        tab.read('booking.times', { ...friday, service: 'marriage' }),
        hold(tab),
      ]);
      expect(asked).to.deep.equal(offline);
      expect(sent).to.deep.equal(offline);
      const { told } = follow(tab);
      await until(() => told.length === 1);
      await hall.network('fine');
      await until(() => told.length === 2);
      expect(told, 'and then how things stand, by itself').to.deep.equal(['offline', 2]);
    });

    it('a screen keeps what it shows, and learns afterwards what it has missed', async () => {
      const [one, two] = [openTab(), openTab()];
      const friday1 = follow(one);
      const saturday = follow(one, '2026-12-12');
      await until(() => friday1.told.length === 1 && saturday.told.length === 1);
      await hall.network('cut');
      await pause(600);
      await hall.network('fine');
      await hold(two);
      await until(() => friday1.told.length === 2);
      await pause(200);
      expect(friday1.told).to.deep.equal([2, 1]);
      expect(saturday.told, 'what has not changed is not told again').to.deep.equal([2]);
    });

    it('a page of somebody else in the hall’s place is not taken for the hall', async () => {
      window.fetch = () => Promise.resolve(new Response('<h1>Welcome to our Wi-Fi</h1>'));
      const tab = openTab();
      expect(await hold(tab)).to.deep.equal({ status: 'fault', fault: { code: 'offline' } });
      const { told } = follow(tab);
      await until(() => told.length === 1);
      expect(told).to.deep.equal(['offline']);
    });
  });

  describe('listening', () => {
    it('takes one connection, however many elements ask', async () => {
      const tab = openTab();
      const all = Array.from({ length: 30 }, (_, i) => follow(tab, `2026-12-${10 + (i % 10)}`));
      await until(() => all.every(({ told }) => told.length === 1));
      expect(streams(), 'opened once for all').to.equal(1);
      expect(await hall.connections()).to.equal(1);
    });

    it('takes one connection, however many tabs are open, and the next leads when one closes', async () => {
      const [first, ...others] = Array.from({ length: 8 }, openTab);
      const all = [first!, ...others].map((tab) => follow(tab));
      await until(() => all.every(({ told }) => told.length === 1));
      expect(await hall.connections(), 'a browser has six for all its tabs').to.equal(1);
      await hold(others[0]!);
      await until(() => all.every(({ told }) => told.length === 2));
      first!.close();
      await hold(others[0]!);
      await until(() => all.slice(1).every(({ told }) => told.length === 3));
      expect(all[1]!.told).to.deep.equal([2, 1, 0]);
      expect(all[0]!.told, 'a closed tab hears nothing').to.deep.equal([2, 1]);
      expect(await hall.connections()).to.equal(1);
    });

    it('goes on when the questions change, and tells nothing twice', async () => {
      const tab = openTab();
      const one = follow(tab);
      await until(() => one.told.length === 1);
      const two = follow(tab, '2026-12-12');
      await until(() => two.told.length === 1);
      two.stop();
      await hold(tab);
      await until(() => one.told.length === 2);
      expect(one.told).to.deep.equal([2, 1]);
      expect(two.told).to.deep.equal([2]);
    });

    it('what somebody has just sent is in the first thing they see, also in another tab', async () => {
      const [here, there] = [openTab(), openTab()];
      const warm = follow(here);
      await until(() => warm.told.length === 1);
      await hold(there);
      const { told } = follow(there);
      await until(() => told.length === 1);
      expect(told).to.deep.equal([1]);
    });

    it('has more than a hundred questions answered', async () => {
      const tab = openTab();
      const days = Array.from({ length: 130 }, (_, i) => {
        const answers: string[] = [];
        const date = new Date(monday + i * 86_400_000).toISOString().slice(0, 10);
        tab.watch('booking.times', { ...friday, date, service: 'marriage' }, (reply) =>
          answers.push(reply.status),
        );
        return answers;
      });
      await until(() => days.every((answers) => answers.length === 1));
      expect(new Set(days.flat())).to.deep.equal(new Set(['answer']));
    });

    it('never puts a question into an address: it may name a person', async () => {
      const tab = openTab();
      tab.watch('booking.find', { code: '1234567897', phoneTail: '0000' }, () => undefined);
      await until(() => streams() === 1);
      expect(calls.join()).not.to.contain('1234567897');
    });
  });

  describe('time is the hall’s:', () => {
    for (const store of ['sqlite', 'postgres'] as const)
      for (const [wrong, days] of [
        ['fast', 1],
        ['slow', -1],
      ] as const)
        it(`a terminal whose clock is a day ${wrong} shows and keeps the hall’s time, on ${store}`, async () => {
          await hall.close();
          hall = await openHallOverHttp({ store, pack: registryPack(), now: monday });
          Date.now = () => really.now() + days * 24 * 60 * 60_000;
          const tab = openTab();
          const { told, stop } = follow(tab);
          const held = await hold(tab);
          if (held.status !== 'sent') throw new Error(JSON.stringify(held));
          const { code, heldUntil, place, date } = held.result;
          expect(heldUntil, 'ten minutes of the hall').to.equal(monday + 10 * 60_000);
          expect(tab.now()).to.be.closeTo(monday, 1000);
          await until(() => told.at(-1) === 1);
          // What it kept it can still confirm, and a minute too late it can't: by the hall's clock.
          const confirm = () =>
            tab.send('booking.confirm', { code, place, date, ...couple }, { idempotencyKey: code });
          await hall.setClock(heldUntil);
          const late = await confirm();
          expect(late.status === 'refused' && late.refusal.code).to.equal('booking.hold-ended');
          await hall.setClock(heldUntil - 1);
          expect((await confirm()).status).to.equal('sent');
          Date.now = really.now; // somebody puts the clock right meanwhile
          expect(tab.now()).to.be.closeTo(heldUntil, 2000);
          stop();
        });

    it('an answer that took long does not turn the clock back', () => {
      const clock = openClock();
      clock.hear(monday, 20);
      clock.hear(monday - 5000, 6000); // said five seconds ago, as its six seconds allow
      expect(clock.now()).to.be.closeTo(monday, 100);
      clock.hear(monday + 60_000); // the machine has slept for a minute
      expect(clock.now()).to.be.closeTo(monday + 60_000, 100);
      clock.hear(monday, 20); // and the hall's own clock was put right
      expect(clock.now()).to.be.closeTo(monday, 100);
    });
  });
});

/** Waits until something is true; a busy machine may take its time. */
async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; !isTrue(); tries += 1) {
    if (tries > 400) throw new Error(`waited in vain: ${String(isTrue)}`);
    await pause(20);
  }
}
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
