import { expect } from '@open-wc/testing';
import { payAtCounter, simulatedPayment } from '../../src/device/payment/index.ts';

const bill = { fen: 5900, of: 'order-1' };

describe('taking money', () => {
  it('is the counter’s business, unless somebody brings a desk of their own', async () => {
    expect(await payAtCounter.take(bill)).to.deep.equal({ status: 'at-counter' });
  });

  it('twice for one order takes it once, and says the same', async () => {
    const desk = simulatedPayment();
    const paid = await desk.take(bill);
    expect(paid).to.deep.equal({
      status: 'paid',
      method: 'simulated',
      fen: 5900,
      reference: 'sim-1',
    });
    desk.next = { status: 'failed', taken: 'no' };
    expect(await desk.take(bill)).to.deep.equal(paid);
    expect(desk.till).to.deep.equal([bill]);
  });

  it('that went wrong or was given up took nothing, and may be tried again', async () => {
    const desk = simulatedPayment();
    for (const next of [{ status: 'given-up' }, { status: 'failed', taken: 'no' }] as const) {
      desk.next = next;
      expect(await desk.take(bill)).to.deep.equal(next);
    }
    expect(desk.till).to.deep.equal([]);
    desk.next = undefined;
    expect((await desk.take(bill)).status).to.equal('paid');
  });

  it('for somebody who has left takes nothing', async () => {
    const desk = simulatedPayment();
    const reason = new Error('The person walked away.');
    const told: unknown = await desk
      .take(bill, { signal: AbortSignal.abort(reason) })
      .catch((error: unknown) => error);
    expect(told).to.equal(reason);
    expect(desk.till).to.deep.equal([]);
  });
});
