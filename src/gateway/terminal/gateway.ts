import { answer, readsOf, type Sitting } from '../../model/court.ts';
import type { Pack } from '../../model/pack.ts';
import { law as house, type AnyLaw } from '../../model/registry.ts';
import type { InputOf, Outbox, Reply } from '../contract.ts';
import { faultOf, type CallOptions, type Told } from '../http/call.ts';
import { openHttp, type HttpGateway, type HttpOptions } from '../http/gateway.ts';
import { StoreFault } from '../store/store.ts';
import { openBands } from './bands.ts';
import { openOutbox } from './outbox.ts';

export interface TerminalOptions extends HttpOptions {
  readonly pack: Pack;
  /** Names what is kept on this terminal, so that two halls can live in one browser. */
  readonly hall?: string;
  /** The house's law with a district's own parts added. */
  readonly law?: AnyLaw;
}

export interface TerminalGateway extends HttpGateway {
  readonly outbox: Outbox;
}

/**
 * A terminal of a hall: as the http gateway, and with something to do while the hall is out of reach. What the pack alone
 * can answer is answered here; commands that may wait are kept until the hall has them; all others say so at once.
 */
export function terminalGateway({
  pack,
  hall = pack.id,
  law = house,
  ...options
}: TerminalOptions): TerminalGateway {
  const http = openHttp({ ...options, beforeLeaving: () => outbox.deliverLeft() });
  const outbox = openOutbox({
    hall,
    now: http.now,
    post: (name, input, idempotencyKey) =>
      http.send(name, input, { idempotencyKey, tries: 1, isLeftBehind: true }),
    settle: http.settle,
  });
  const bands = openBands({
    hall,
    pack,
    now: http.now,
    lease: (input) =>
      http.send('ticket.lease', input, { idempotencyKey: crypto.randomUUID(), tries: 1 }),
    handIn: (input, idempotencyKey) => outbox.keep('ticket.merge', input, idempotencyKey),
    earlier: (input, idempotencyKey) =>
      http.earlier('ticket.take', input, { idempotencyKey, tries: 1 }),
    giveUp: (input, idempotencyKey) => outbox.keep('ticket.leave', input, idempotencyKey),
  });
  const warm = (): void => void bands.warm().catch(() => undefined); // its next look tries again
  warm();
  const stopReaching = http.reach((reach) => {
    if (reach === 'near') warm();
    if (reach === 'near') void outbox.deliver().catch(() => undefined); // the next to send is told
  });

  /** What no document is needed for stands in the pack, and that is here. */
  async function ownReply(name: string, input: unknown): Promise<Reply<unknown> | undefined> {
    const sitting: Sitting = {
      now: http.now(),
      actor: { kind: 'device', id: '', as: 'kiosk' },
      pack,
      uuid: never,
      digits: never,
      alias: never,
    };
    try {
      if (!Object.hasOwn(law.queries, name)) return undefined;
      if ((await readsOf(law, name, input, sitting)).length > 0) return undefined;
      const reply = await answer(law, name, input, sitting, () => Promise.resolve(new Map()));
      return reply.ok
        ? { status: 'answer', value: reply.value }
        : { status: 'refused', refusal: reply.refusal };
    } catch {
      return undefined; // it wants something that only the hall has
    }
  }

  /** Where nothing can be kept, nothing can be given out either; then it is the hall's to say. */
  const takeHere = (input: unknown, key: string): Promise<Told | undefined> =>
    bands.take(input as InputOf<'ticket.take'>, key).catch(() => undefined) as never;
  const deliverHere = (input: unknown): Promise<Told | undefined> =>
    bands.deliver(input as InputOf<'ticket.deliver'>).catch(() => undefined);

  const isOffline = (told: Told): boolean =>
    told.status === 'fault' && told.fault.code === 'offline';

  return {
    ...http,
    outbox,
    async read(name: string, input: unknown, more?: CallOptions) {
      const reply = await http.read(name, input, more);
      return (isOffline(reply) && (await ownReply(name, input))) || reply;
    },
    async send(name: string, input: unknown, { idempotencyKey, signal }: CallOptions) {
      const key = idempotencyKey ?? '';
      const policy = Object.hasOwn(law.commands, name) ? law.commands[name]?.offline : undefined;
      signal?.throwIfAborted();
      if (name === 'ticket.take') {
        const told = await http.send(name, input, {
          idempotencyKey: key,
          ...(signal && { signal }),
        });
        return isOffline(told) ? ((await takeHere(input, key)) ?? told) : told;
      }
      const handedIn = name === 'ticket.deliver' && (await deliverHere(input));
      if (handedIn) return handedIn;
      if (policy !== 'queue')
        return http.send(name, input, { idempotencyKey: key, ...(signal && { signal }) });
      try {
        return await outbox.send(name, input, key);
      } catch (error) {
        // It can't be kept here, so it is only as good as the network; and if that fails, it was not accepted.
        const told = await http.send(name, input, { idempotencyKey: key });
        if (!isOffline(told)) return told;
        return faultOf(error instanceof StoreFault ? error.code : 'unknown');
      }
    },
    watch(name: string, input: unknown, onReply: (reply: Reply<unknown>) => void) {
      let isStopped = false;
      let last = '';
      let count = 0;
      const tell = (reply: Reply<unknown>): void => {
        const text = JSON.stringify(reply);
        if (!isStopped && text !== last) onReply(reply);
        last = text;
      };
      const stop = http.watch(name, input, (reply) => {
        const mine = (count += 1);
        if (!isOffline(reply)) return tell(reply);
        void ownReply(name, input).then((own) => mine === count && tell(own ?? reply));
      });
      return () => {
        isStopped = true;
        stop();
      };
    },
    async dismiss() {
      const tidied = outbox.newVisit().catch(() => undefined); // where nothing can be kept, nothing is
      await Promise.all([tidied, http.dismiss()]);
    },
    close() {
      stopReaching();
      bands.close();
      outbox.close();
      http.close();
    },
  } as unknown as TerminalGateway;
}

function never(): never {
  throw new Error('A terminal decides nothing by itself.');
}
