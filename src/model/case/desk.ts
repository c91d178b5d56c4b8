/** What clerks do with a case: take it on, look at each thing, ask for more, decide. */
import * as Type from 'typebox';
import { accept, command, refuse, type Decision, type Docs } from '../shared/law.ts';
import { lastDayOf, leftOf } from '../shared/periods.ts';
import { Id } from '../shared/text.ts';
import {
  around,
  CaseInput,
  closed,
  eventOf,
  fileAt,
  fileWith,
  todayIn,
  turned,
  Words,
  type CaseCtx,
  type CaseName,
  type Turn,
} from './common.ts';
import { Outcome, receiptKind, ruleOf, type CaseFile, type Receipt } from './documents.ts';
import { deciders } from './proof.ts';
import type { DeskRefusal, Refused } from './refusals.ts';
import { checksOf } from './view.ts';

/**
 * Every gesture at the desk says which state of the case it was made on (`sequence`): somebody who decides has seen what
 * the person brought a minute ago, and the second of two windows is told that it is too late.
 */
const DeskInput = { ...CaseInput, sequence: Type.Integer({ minimum: 0 }) };
type AtDesk = CaseName & { readonly sequence: number };

export interface Moved {
  readonly sequence: number;
}

/** Takes a case on. From somebody else only by name, so that nobody loses one without anybody meaning it. */
export const claim = command({
  name: 'case.claim',
  input: Type.Object(
    { ...CaseInput, from: Type.Optional(Type.String({ maxLength: 100 })) },
    { additionalProperties: false },
  ),
  who: deciders,
  offline: 'refuse',
  touches: (input, docs) => around(docs, input),
  decide(docs, input, ctx: CaseCtx): Decision<Moved, DeskRefusal> {
    const found = openCase(docs, input);
    if (!found.ok) return found;
    const { file } = found;
    const me = clerkIn(ctx);
    if (file.clerk === me) return accept({ sequence: file.sequence });
    if (file.clerk !== undefined && file.clerk !== input.from)
      return refuse('case.claimed-by-another', { facts: { clerk: file.clerk } });
    return moved(docs, found, 'claimed', {
      now: ctx.now,
      row: { what: 'claimed', by: me },
      changes: { clerk: me },
    });
  },
});

/** Puts a case back for others. */
export const release = command({
  name: 'case.release',
  input: Type.Object(CaseInput, { additionalProperties: false }),
  who: deciders,
  offline: 'refuse',
  touches: (input, docs) => around(docs, input),
  decide(docs, input, ctx: CaseCtx): Decision<Moved, DeskRefusal> {
    const found = openCase(docs, input);
    if (!found.ok) return found;
    if (found.file.clerk !== clerkIn(ctx)) return refuse('case.not-claimed');
    return moved(docs, found, 'released', { now: ctx.now, changes: { clerk: undefined } });
  },
});

/** Says of one thing whether it is right. When all of them are, the case is `checked`. */
export const check = command({
  name: 'case.check',
  input: Type.Object(
    {
      ...DeskInput,
      check: Id,
      found: Type.Union([Type.Literal('right'), Type.Literal('wrong'), Type.Literal('open')]),
      note: Type.Optional(Words),
    },
    { additionalProperties: false },
  ),
  who: deciders,
  offline: 'refuse',
  touches: (input, docs) => around(docs, input),
  decide(docs, input, ctx: CaseCtx): Decision<Moved, DeskRefusal> {
    const found = myCase(docs, input, ctx);
    if (!found.ok) return found;
    const { file } = found;
    const all = ruleOf(ctx.pack, file.service)?.checks ?? [];
    if (!all.some(({ id }) => id === input.check)) return refuse('case.no-such-check');
    const others = file.checks.filter(({ id }) => id !== input.check);
    const note = input.note?.trim();
    const by = clerkIn(ctx);
    const checks =
      input.found === 'open'
        ? others
        : [
            ...others,
            { id: input.check, found: input.found, ...(note && { note }), by, at: ctx.now },
          ];
    const areRight = checksOf({ ...file, checks }, ctx.pack).every((one) => one.found === 'right');
    const isNews = areRight && (file.status === 'received' || file.status === 'answered');
    return isNews
      ? moved(docs, found, 'checked', {
          now: ctx.now,
          row: { what: 'checked', by },
          changes: { checks, status: 'checked' },
        })
      : moved(docs, found, undefined, { now: ctx.now, changes: { checks } });
  },
});

/** Asks the person for more. Until they answer, the time for a decision stands still. */
export const ask = command({
  name: 'case.ask',
  input: Type.Object(
    { ...DeskInput, checks: Type.Array(Id, { maxItems: 20 }), words: Type.Optional(Words) },
    { additionalProperties: false },
  ),
  who: deciders,
  offline: 'refuse',
  touches: (input, docs) => around(docs, input),
  decide(docs, input, ctx: CaseCtx): Decision<Moved, DeskRefusal> {
    const found = myCase(docs, input, ctx);
    if (!found.ok) return found;
    const { file } = found;
    const { pack } = ctx;
    const rule = ruleOf(pack, file.service);
    const known = rule?.checks ?? [];
    if (input.checks.some((id) => !known.some((one) => one.id === id)))
      return refuse('case.no-such-check');
    const items = known.filter(({ id }) => input.checks.includes(id)).map(({ what }) => what);
    const words = input.words?.trim();
    if (items.length === 0 && !words) return refuse('case.asked-nothing');
    const today = todayIn(ctx);
    const answer = rule?.answer ?? { count: 10, unit: 'workdays' };
    return moved(docs, found, 'asked', {
      now: ctx.now,
      row: { what: 'asked', by: clerkIn(ctx), items, ...(words && { words }) },
      changes: {
        status: 'asked',
        // Asked for once more before they have answered: it stands still already.
        left: file.left ?? leftOf(pack.calendar, today, file.decideBy, rule?.decide.unit ?? 'days'),
        answerBy: lastDayOf(pack.calendar, today, answer).date,
      },
    });
  },
});

/** Decides, with the reason the person will read. There is one decision of a case, whoever presses first. */
export const decide = command({
  name: 'case.decide',
  input: Type.Object(
    {
      ...DeskInput,
      outcome: Outcome,
      /** One of the pack's reasons. */
      reason: Type.Optional(Id),
      words: Type.Optional(Words),
    },
    { additionalProperties: false },
  ),
  who: deciders,
  offline: 'refuse',
  touches: (input, docs) => around(docs, input),
  decide(docs, input, ctx: CaseCtx): Decision<Moved, DeskRefusal> {
    const found = myCase(docs, input, ctx);
    if (!found.ok) return found;
    const { file } = found;
    const { outcome } = input;
    const checks = checksOf(file, ctx.pack);
    const left = checks.filter((one) => one.found === undefined).length;
    if (left > 0) return refuse('case.not-checked', { facts: { left } });
    if (outcome === 'granted' && checks.some((one) => one.found === 'wrong'))
      return refuse('case.not-all-right');
    const reason = ruleOf(ctx.pack, file.service)?.reasons.find(
      ({ id, decision }) => id === input.reason && decision === outcome,
    )?.text;
    const words = input.words?.trim();
    if (!words && !reason) return refuse('case.reason-missing', { at: '/words' });
    return moved(docs, found, 'decided', {
      now: ctx.now,
      row: {
        what: 'decided',
        by: clerkIn(ctx),
        ...(reason && { reason }),
        ...(words && { words }),
      },
      changes: {
        status: 'decided',
        outcome,
        left: undefined,
        answerBy: undefined,
        ...closed(input, ctx),
      },
    });
  },
});

interface Found {
  readonly ok: true;
  readonly receipt: Receipt;
  readonly file: CaseFile;
}

/** A case that is not over yet. */
function openCase(docs: Docs, name: CaseName): Found | Refused<DeskRefusal> {
  const receipt = receiptKind.find(docs, receiptKind.key(name.code));
  const file = fileAt(docs, name);
  if (!receipt || !file) return refuse('case.not-found');
  if (file.status === 'decided') return refuse('case.decided-already');
  if (file.status === 'withdrawn') return refuse('case.withdrawn-already');
  return { ok: true, receipt, file };
}

/** A case that this clerk has taken on, as this clerk has seen it. */
function myCase(docs: Docs, input: AtDesk, ctx: CaseCtx): Found | Refused<DeskRefusal> {
  const found = openCase(docs, input);
  if (!found.ok) return found;
  const { clerk, sequence } = found.file;
  if (clerk === undefined) return refuse('case.not-claimed');
  if (clerk !== clerkIn(ctx)) return refuse('case.claimed-by-another', { facts: { clerk } });
  return sequence === input.sequence ? found : refuse('case.moved-on');
}

const clerkIn = ({ actor }: CaseCtx): string => (actor.kind === 'staff' ? actor.id : '');

function moved(
  docs: Docs,
  { receipt, file: before }: Found,
  event: string | undefined,
  turn: Turn,
): Decision<Moved, never> {
  const file = turned(before, turn);
  return accept(
    { sequence: file.sequence },
    fileWith(docs, receipt, file),
    event ? [eventOf(event, file)] : [],
  );
}
