import { ask, type Bridge } from '../bridge.ts';
import {
  printerTroubles,
  type PaperLeft,
  type Printed,
  type Printer,
  type PrinterStatus,
  type PrinterTrouble,
} from './contract.ts';

const STATUS_TIME = 3000;
/** A slip, its QR code and the cut, on the slowest printers; milliseconds. */
const PRINT_TIME = 20_000;
/** How often a job is told again when the answer was lost on the way. */
const TRIES = 3;

/** A printer behind the terminal's bridge. One job has one name, however often it is told: it is printed once. */
export function bridgePrinter(bridge: Bridge): Printer {
  return {
    async status({ signal } = {}) {
      const asked = await ask(bridge, 'GET', '/printer', {
        milliseconds: STATUS_TIME,
        ...(signal && { signal }),
      });
      return asked.status === 'answered'
        ? statusIn(asked.body)
        : { state: 'trouble', trouble: 'offline' };
    },

    async print(slip) {
      const before = await this.status();
      if (before.state === 'trouble')
        return { status: 'failed', trouble: before.trouble, begun: false };
      const job = `/printer/jobs/${crypto.randomUUID()}`;
      for (let i = 0; i < TRIES; i += 1) {
        const asked = await ask(bridge, 'PUT', job, { body: slip, milliseconds: PRINT_TIME });
        if (asked.status === 'answered') return printedIn(asked.body);
      }
      return { status: 'failed', trouble: 'offline', begun: true };
    },
  };
}

type Body = Readonly<Record<string, unknown>>;

function statusIn({ state, paper, trouble }: Body): PrinterStatus {
  return state === 'ready'
    ? { state, paper: paperIn(paper) }
    : { state: 'trouble', trouble: troubleIn(trouble) };
}

function printedIn({ status, paper, trouble, begun }: Body): Printed {
  return status === 'printed'
    ? { status, paper: paperIn(paper) }
    : { status: 'failed', trouble: troubleIn(trouble), begun: begun !== false };
}

const paperIn = (paper: unknown): PaperLeft =>
  paper === 'enough' || paper === 'low' ? paper : 'unknown';

const troubleIn = (trouble: unknown): PrinterTrouble =>
  printerTroubles.find((one) => one === trouble) ?? 'fault';
