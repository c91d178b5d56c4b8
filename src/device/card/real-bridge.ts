import { ask, type Bridge } from '../bridge.ts';
import {
  cardTroubles,
  type CardReader,
  type CardReading,
  type CardTrouble,
  type IdCard,
} from './contract.ts';

const STATUS_TIME = 3000;
/** For reading itself, and for the way back, beyond the waiting; milliseconds. */
const READ_TIME = 5000;

/** A card reader behind the terminal's bridge. */
export function bridgeCardReader(bridge: Bridge): CardReader {
  return {
    async status({ signal } = {}) {
      const asked = await ask(bridge, 'GET', '/card', {
        milliseconds: STATUS_TIME,
        ...(signal && { signal }),
      });
      if (asked.status !== 'answered') return { state: 'trouble', trouble: 'offline' };
      const { state, occupied, trouble } = asked.body;
      return state === 'ready'
        ? { state, occupied: occupied === true }
        : { state: 'trouble', trouble: troubleIn(trouble) };
    },

    async read({ seconds, signal }) {
      const asked = await ask(bridge, 'POST', '/card/read', {
        body: { seconds },
        milliseconds: seconds * 1000 + READ_TIME,
        ...(signal && { signal }),
      });
      return asked.status === 'answered'
        ? readingIn(asked.body)
        : { status: 'failed', trouble: 'offline' };
    },
  };
}

function readingIn({ status, card, trouble }: Readonly<Record<string, unknown>>): CardReading {
  if (status !== 'read') return { status: 'failed', trouble: troubleIn(trouble) };
  return isCard(card) ? { status, card: onlyNeeded(card) } : { status: 'failed', trouble: 'fault' };
}

function isCard(card: unknown): card is IdCard {
  const { kind, idNumber, name, validUntil } = (card ?? {}) as Record<string, unknown>;
  return (
    (kind === 'resident' || kind === 'residence-permit' || kind === 'foreign-permanent') &&
    typeof idNumber === 'string' &&
    /^\d{17}[\dX]$/.test(idNumber) &&
    typeof name === 'string' &&
    (validUntil === undefined ||
      (typeof validUntil === 'string' && /^\d{4}-\d\d-\d\d$/.test(validUntil)))
  );
}

/** A vendor's program may say more about a person than was asked for. */
const onlyNeeded = ({ kind, idNumber, name, validUntil }: IdCard): IdCard => ({
  kind,
  idNumber,
  name,
  ...(validUntil !== undefined && { validUntil }),
});

const troubleIn = (trouble: unknown): CardTrouble =>
  cardTroubles.find((one) => one === trouble) ?? 'fault';
