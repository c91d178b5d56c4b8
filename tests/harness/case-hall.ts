/** Applications in one browser, for stories and tests of elements: a terminal and two clerks on one hall. */
import type { CommandName, InputOf, OutcomeOf } from '../../src/gateway/contract.ts';
import { localGateway, type LocalGateway } from '../../src/gateway/local/index.ts';
import type { ReceiptView } from '../../src/model/case/view.ts';
import type { Pack } from '../../src/model/pack.ts';
import { casePack, colleague, decider, meals, mealsOf, own, photo } from './cases.ts';

export interface CaseHall {
  readonly terminal: LocalGateway;
  readonly clerk: LocalGateway;
  readonly colleague: LocalGateway;
  later(days: number): void;
  /** Somebody has handed in an application for meals, with these many papers. */
  handIn(papers?: number): Promise<ReceiptView>;
  /** A clerk has taken it on, and finds everything as given. */
  check(code: string, ...found: readonly ('right' | 'wrong')[]): Promise<void>;
  ask(code: string, words?: string): Promise<void>;
  decide(code: string, outcome: 'granted' | 'refused'): Promise<void>;
  withdraw(code: string): Promise<void>;
  close(): void;
}

let opened = 0;

export function openCaseHall({
  pack = casePack(),
  now = '2026-12-07T10:00+08:00',
}: { pack?: Pack; now?: string } = {}): CaseHall {
  let instant = Date.parse(now);
  const hall = `cases-${Date.now()}-${(opened += 1)}`;
  const common = { pack, hall, now: (): number => instant };
  const terminal = localGateway({ ...common, actor: { kind: 'device', id: 'kiosk-1' } });
  const clerk = localGateway({ ...common, actor: decider });
  const other = localGateway({ ...common, actor: colleague });

  async function must<Name extends CommandName>(
    gateway: LocalGateway,
    name: Name,
    input: InputOf<Name>,
  ): Promise<Extract<OutcomeOf<Name>, { readonly status: 'sent' }>['result']> {
    const outcome = await gateway.send(name, input, { idempotencyKey: crypto.randomUUID() });
    if (outcome.status !== 'sent') throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    return outcome.result as never;
  }
  async function at(code: string) {
    const reply = await clerk.read('case.file', meals(code));
    if (reply.status !== 'answer') throw new Error(JSON.stringify(reply));
    return { ...meals(code), sequence: reply.value.case.sequence };
  }
  let papersHandedOver = 0;

  return {
    terminal,
    clerk,
    colleague: other,
    later(days) {
      instant += days * 24 * 60 * 60_000;
    },
    async handIn(papers = 0) {
      const bundle = crypto.randomUUID();
      const files = Array.from({ length: papers }, () => photo((papersHandedOver += 1)));
      for (const file of files) await must(terminal, 'evidence.add', { ...file, bundle });
      return must(terminal, 'case.submit', {
        ...mealsOf(),
        ...(papers > 0 && { bundle }),
        evidence: files.map(({ id }) => id),
      });
    },
    async check(code, ...found) {
      await must(clerk, 'case.claim', meals(code));
      for (const [i, one] of found.entries()) {
        const check = i === 0 ? 'identity' : 'residence';
        await must(clerk, 'case.check', { ...(await at(code)), check, found: one });
      }
    },
    async ask(code, words = '请补户口本首页。') {
      await must(clerk, 'case.ask', { ...(await at(code)), checks: ['residence'], words });
    },
    async decide(code, outcome) {
      const reason = outcome === 'granted' ? 'fits' : 'not-resident';
      await must(clerk, 'case.decide', { ...(await at(code)), outcome, reason });
    },
    async withdraw(code) {
      await must(terminal, 'case.withdraw', own(code));
    },
    close() {
      for (const gateway of [terminal, clerk, other]) gateway.close();
      indexedDB.deleteDatabase(`mulin-${hall}`);
    },
  };
}
