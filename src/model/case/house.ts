/** What time alone calls for: whatever was kept long enough goes. Nothing else ends by itself. */
import * as Type from 'typebox';
import {
  accept,
  answer,
  command,
  query,
  refuse,
  type Answer,
  type Decision,
  type Due,
} from '../shared/law.ts';
import { CaseInput, fileAt, todayIn, type CaseCtx } from './common.ts';
import { ending, receiptKind } from './documents.ts';
import { aroundAll, erased } from './holder.ts';

/** Everything whose last day is past. */
export const due = query({
  name: 'case.due',
  input: Type.Object({}, { additionalProperties: false }),
  who: ['house'],
  reads: (_input, ctx: CaseCtx) => [{ from: ending.range().from, to: ending.key(todayIn(ctx)) }],
  answer: (docs): Answer<readonly Due[], never> =>
    answer(
      [...docs.keys()].flatMap((key): Due[] => {
        const [, what, id = '', service = ''] = key.slice(ending.key('').length).split('/');
        switch (what) {
          case 'file':
            return [{ command: 'case.forget', input: { code: id, service } }];
          case 'draft':
            return [{ command: 'draft.forget', input: { code: id } }];
          case 'bundle':
            return [{ command: 'evidence.forget', input: { bundle: id } }];
          default:
            return [];
        }
      }),
    ),
});

/** Removes a case that was kept long enough. What is left are the events, which never said who it was. */
export const forget = command({
  name: 'case.forget',
  input: Type.Object(CaseInput, { additionalProperties: false }),
  who: ['house'],
  offline: 'refuse',
  touches: (input, docs) => aroundAll(docs, input),
  decide(docs, input, ctx: CaseCtx): Decision<null, 'case.nothing-due'> {
    const file = fileAt(docs, input);
    const receipt = receiptKind.find(docs, receiptKind.key(input.code));
    const isOver = file?.keepUntil !== undefined && file.keepUntil < todayIn(ctx);
    if (!file || !receipt || !isOver) return refuse('case.nothing-due');
    return accept(null, erased(docs, receipt, file));
  },
});
