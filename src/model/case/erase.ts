/** How cases forget a person who asks for it. */
import { addDays } from '../shared/days.ts';
import type { Eraser, Kept } from '../shared/erasure.ts';
import type { Docs } from '../shared/law.ts';
import { linesOf } from './common.ts';
import {
  caseFile,
  casePerson,
  evidenceKind,
  isClosed,
  receiptKind,
  type CasePack,
  type CaseFile,
  type Receipt,
} from './documents.ts';
import { aroundAll, erased } from './holder.ts';

/**
 * What was withdrawn goes, also where somebody else stands in it: answers are about all of them, and nobody decides on it any
 * more. What was decided is a record of the authority: until its time is over nothing but keeping is done with it (Personal
 * Information Protection Law, article 47, last paragraph), and the answer says until when.
 */
export const eraser: Eraser<CasePack> = {
  kinds: [receiptKind.at, caseFile.at, casePerson.at, evidenceKind.at],
  touches: (docs, alias) => [
    casePerson.key(alias),
    ...linesOf(docs, alias).flatMap((line) => aroundAll(docs, line)),
  ],
  erase(docs, alias) {
    const mine = linesOf(docs, alias);
    const changes = new Map<string, object | null>();
    const seen = (): Docs => new Map([...docs, ...changes]);
    const kept: Kept[] = [];
    for (const line of mine) {
      const found = caseOf(seen(), line);
      if (!found) continue;
      const { receipt, file } = found;
      if (file.status === 'decided')
        kept.push({ why: 'case.record', until: addDays(file.keepUntil ?? '', 1) });
      else for (const { key, doc } of erased(seen(), receipt, file)) changes.set(key, doc);
    }
    return {
      changes: [...changes].map(([key, doc]) => ({ key, doc })),
      open: mine.filter(({ status }) => !isClosed(status)).length,
      kept,
    };
  },
};

function caseOf(
  docs: Docs,
  { code, service }: { readonly code: string; readonly service: string },
): { readonly receipt: Receipt; readonly file: CaseFile } | undefined {
  const receipt = receiptKind.find(docs, receiptKind.key(code));
  const file = caseFile.find(docs, caseFile.key(code, service));
  return receipt && file && { receipt, file };
}
