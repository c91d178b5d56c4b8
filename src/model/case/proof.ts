/** Who may open what was handed in. */
import * as Type from 'typebox';
import { may, type Actor, type ActorKind, type Docs, type Who } from '../shared/law.ts';
import { receiptKind, type Receipt } from './documents.ts';

export const everybody: readonly ActorKind[] = ['anonymous', 'device', 'citizen', 'staff'];
/** Those who decide applications. Who serves at a counter only can't open them, unless the person lays their card down. */
export const deciders: readonly Who[] = ['staff:case'];

export const ReceiptCode = Type.String({ pattern: '^\\d{10}$' });
export const Tail = Type.String({ pattern: '^\\d{4}$' });
/**
 * What opens a receipt: its code and the last four digits of the phone, or the four that the person chose where no phone was
 * given. A person whose card was read needs the code only.
 */
export const ProofInput = { code: ReceiptCode, phoneTail: Type.Optional(Tail) };
/** A thousand millions of codes and ten thousand tails, so that nobody guesses one while courts count. */
export const guessOfProof = {
  at: ({ code }: { readonly code: string }) => `case/${code}`,
  wrong: ['case.not-found'],
} as const;

export interface Proof {
  readonly code: string;
  readonly phoneTail?: string;
}

/** The receipt that this proof opens. A wrong code and a wrong tail sound the same, so guessing teaches nothing. */
export function provenReceipt(
  docs: Docs,
  { code, phoneTail }: Proof,
  actor: Actor,
): Receipt | undefined {
  const receipt = receiptKind.find(docs, receiptKind.key(code));
  if (!receipt) return undefined;
  const isOpen =
    may(deciders, actor) ||
    (actor.kind === 'citizen' && receipt.owners.includes(actor.id)) ||
    (phoneTail !== undefined && receipt.tail === phoneTail);
  return isOpen ? receipt : undefined;
}
