import { expect, html as page } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Gateway, InputOf } from '../../src/gateway/contract.ts';
import { element, MulinElement } from '../../src/ui/base.ts';
import { Sending } from '../../src/ui/sending.ts';
import { Watch } from '../../src/ui/watch.ts';
import { leavesNoTrace } from '../harness/leaks.ts';
import { scope } from '../harness/scope.ts';
import type { MulinScope } from '../../src/ui/scope.ts';

type Month = InputOf<'booking.month'>;

@element('month-watcher')
class MonthWatcher extends MulinElement {
  @property() month: string | undefined;
  readonly watch = new Watch(this, 'booking.month', () =>
    this.month === undefined
      ? undefined
      : { service: 'marriage', place: 'yangpu', month: this.month },
  );
  readonly sending = new Sending(this);
  override render(): TemplateResult {
    return html`${this.watch.snapshot.status}`;
  }
}

interface Question {
  readonly input: Month;
  reply(value: unknown): void;
  stopped: boolean;
}
interface Sent {
  readonly name: string;
  readonly key: string;
  answer(outcome: unknown): void;
  fail(): void;
}

/** A gateway that does nothing by itself. */
function puppet(): { gateway: Gateway; asked: Question[]; sent: Sent[] } {
  const asked: Question[] = [];
  const sent: Sent[] = [];
  const gateway = {
    now: () => 0,
    read: () => Promise.reject(new Error('nobody reads here')),
    watch(_name: string, input: Month, onReply: (reply: unknown) => void) {
      const question = {
        input,
        stopped: false,
        reply: (value: unknown) => onReply({ status: 'answer', value }),
      };
      asked.push(question);
      return () => (question.stopped = true);
    },
    send: (name: string, _input: unknown, { idempotencyKey: key }: { idempotencyKey: string }) =>
      new Promise((answer, fail) => {
        sent.push({ name, key, answer, fail: () => fail(new Error('the wire is cut')) });
      }),
  } as unknown as Gateway;
  return { gateway, asked, sent };
}

async function watcher(month?: string): Promise<{
  element: MonthWatcher;
  around: MulinScope;
  asked: Question[];
  sent: Sent[];
}> {
  const around = await scope(page`<month-watcher .month=${month}></month-watcher>`);
  const { gateway, asked, sent } = puppet();
  around.gateway = gateway;
  await around.updateComplete;
  const element = around.querySelector('month-watcher') as MonthWatcher;
  await element.updateComplete;
  return { element, around, asked, sent };
}

const cancel = { code: '1234567890', phoneTail: '5678' };

describe('Watch', () => {
  it('waits, then holds the answer, and the element draws it', async () => {
    const { element, asked } = await watcher('2026-12');
    expect(element.watch.snapshot.status).to.equal('waiting');
    asked[0]?.reply({ days: [] });
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).to.equal('answer');
  });

  it('asks nothing while there is nothing to ask', async () => {
    const { element, asked } = await watcher();
    expect(asked).to.have.length(0);
    element.month = '2026-12';
    await element.updateComplete;
    expect(asked).to.have.length(1);
    element.month = undefined;
    await element.updateComplete;
    expect(asked[0]?.stopped).to.equal(true);
    expect(element.watch.value).to.equal(undefined);
  });

  it('does not ask twice because the element is drawn twice', async () => {
    const { element, asked } = await watcher('2026-12');
    element.requestUpdate();
    await element.updateComplete;
    expect(asked).to.have.length(1);
  });

  it('never shows the answer to an older question', async () => {
    const { element, asked } = await watcher('2026-12');
    element.month = '2027-01';
    await element.updateComplete;
    expect(asked[0]?.stopped).to.equal(true);
    asked[0]?.reply({ month: 'old' });
    expect(element.watch.snapshot.status).to.equal('waiting');
    asked[1]?.reply({ month: 'new' });
    expect(element.watch.value).to.deep.equal({ month: 'new' });
  });

  it('keeps the last value while the next is awaited, and says that it waits', async () => {
    const { element, asked } = await watcher('2026-12');
    asked[0]?.reply({ month: '2026-12' });
    element.month = '2027-01';
    await element.updateComplete;
    expect(element.watch.snapshot.status).to.equal('waiting');
    expect(element.watch.value).to.deep.equal({ month: '2026-12' });
  });

  it('stops when it leaves the page, forgets, and asks again when it comes back', async () => {
    const { element, around, asked } = await watcher('2026-12');
    asked[0]?.reply({ month: 'private' });
    element.remove();
    expect(asked[0]?.stopped).to.equal(true);
    expect(element.watch.value).to.equal(undefined);
    around.append(element);
    await element.updateComplete;
    expect(asked).to.have.length(2);
  });

  it('moves to another gateway and forgets what the first one said', async () => {
    const { element, around, asked } = await watcher('2026-12');
    asked[0]?.reply({ month: 'first' });
    const second = puppet();
    around.gateway = second.gateway;
    await around.updateComplete;
    await element.updateComplete;
    expect(asked[0]?.stopped).to.equal(true);
    expect(second.asked).to.have.length(1);
    expect(element.watch.value).to.equal(undefined);
  });

  it('leaves no trace', () => leavesNoTrace(page`<month-watcher month="2026-12"></month-watcher>`));
});

describe('Sending', () => {
  const send = (element: MonthWatcher, input = cancel): Promise<{ status: string } | undefined> =>
    element.sending.send('booking.cancel', input as InputOf<'booking.cancel'>);

  it('a second gesture while the first is under way is ignored', async () => {
    const { element, sent } = await watcher();
    const first = send(element);
    expect(element.sending.busy).to.equal(true);
    expect(await send(element)).to.equal(undefined);
    sent[0]?.answer({ status: 'sent', result: {} });
    expect((await first)?.status).to.equal('sent');
    expect(sent).to.have.length(1);
    expect(element.sending.busy).to.equal(false);
  });

  it('the same again after a fault carries the same key, so that it happens once', async () => {
    const { element, sent } = await watcher();
    const first = send(element);
    sent[0]?.answer({ status: 'fault', fault: { code: 'offline' } });
    await first;
    void send(element);
    expect(sent[1]?.key).to.equal(sent[0]?.key);
  });

  it('something else after a fault carries another key', async () => {
    const { element, sent } = await watcher();
    const first = send(element);
    sent[0]?.answer({ status: 'fault', fault: { code: 'offline' } });
    await first;
    void send(element, { ...cancel, phoneTail: '0000' });
    expect(sent[1]?.key).not.to.equal(sent[0]?.key);
  });

  it('the same again after an answer is a new gesture', async () => {
    const { element, sent } = await watcher();
    const first = send(element);
    sent[0]?.answer({ status: 'refused', refusal: { code: 'x' } });
    await first;
    void send(element);
    expect(sent[1]?.key).not.to.equal(sent[0]?.key);
  });

  it('a gateway that throws is a fault, and the button is free again', async () => {
    const { element, sent } = await watcher();
    const first = send(element);
    sent[0]?.fail();
    expect((await first)?.status).to.equal('fault');
    expect(element.sending.busy).to.equal(false);
  });

  it('without a gateway it says so at once', async () => {
    const around = await scope(page`<month-watcher></month-watcher>`);
    const element = around.querySelector('month-watcher') as MonthWatcher;
    expect((await send(element))?.status).to.equal('fault');
  });

  it('what nobody waits for goes out also while busy and after the element has gone', async () => {
    const { element, sent } = await watcher();
    void send(element);
    element.remove();
    void element.sending.sendAside('booking.cancel', cancel as InputOf<'booking.cancel'>);
    expect(sent).to.have.length(2);
  });
});
