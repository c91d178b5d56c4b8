/** What stands in the way of handing a form in: what its schema, its checks and its papers ask for. */
import type { Counted } from './counted.ts';
import type { FormDefinition } from './definition.ts';
import { reckon } from './expression.ts';
import type { Field, Fields } from './fields.ts';
import { marksOf } from './marks.ts';
import { pathOfPointer, pathOfScope, pointerOf, valueAt, type Path } from './path.ts';
import { isEmpty, keyOf } from './placed.ts';
import { sentenceFor } from './sentence.ts';
import type { FormCtx, FormError } from './state.ts';
import { prefixOf, readable, translator } from './texts.ts';
import { faultsOf, type Fault } from './validator.ts';

/** A fault, with the author's sentence where that is part of the definition. */
interface Found extends Fault {
  readonly sentence?: string;
}

/** Every error once, in the order of the form; what no element shows comes last. */
export function errorsIn(
  form: FormDefinition,
  { answers }: Counted,
  fields: Fields,
  ctx: FormCtx,
): readonly FormError[] {
  const t = translator(form.envelope?.texts ?? {}, ctx.locale);
  const found = [
    ...schemaFaults(form, answers, fields),
    ...failedChecks(form, answers, fields, ctx),
    ...missingPapers(form, answers, fields),
  ];
  return found
    .map((fault) => {
      const shown = fields.showing(fault.at);
      // What lacks in an address lacks in that question.
      const { plan } =
        (fields.at(fault.at) ?? (isOneQuestion(shown) ? shown : undefined))?.element ?? {};
      const path = pathOfPointer(fault.at);
      const label = plan?.label || readable(fault.at);
      const about = {
        label,
        kind: plan?.kind ?? 'unknown',
        value: valueAt(answers, path),
        prefix: prefixOf(plan?.ui ?? {}, plan?.schema, path),
      };
      const sentence = fault.sentence ?? sentenceFor(fault, about, ctx.locale, t);
      const element = shown && keyOf(shown.element);
      const error: FormError = { path: fault.at, element, label, keyword: fault.keyword, sentence };
      return { error, order: shown?.order ?? Number.MAX_SAFE_INTEGER };
    })
    .sort((a, b) => a.order - b.order)
    .map(({ error }) => error);
}

const isOneQuestion = (field: Field | undefined): boolean => field?.element.plan.kind === 'address';

/** A pair from elsewhere is judged as in JSON Forms; with an envelope, what is not asked cannot be missing. */
function schemaFaults(form: FormDefinition, answers: unknown, fields: Fields): readonly Found[] {
  const faults = faultsOf(form.schema, answers);
  if (!form.envelope) return faults.filter((fault) => !isTimeOfDay(fault, answers));
  const { computed } = marksOf(form);
  return faults.filter(({ keyword, at }) => {
    // What is reckoned and not shown is wrong because something else is, and that is told where it stands.
    const reckoned = [...computed].find((trail) => at === trail || at.startsWith(`${trail}/`));
    if (reckoned !== undefined && !fields.at(reckoned)) return false;
    return keyword !== 'required' || fields.isAsked(at);
  });
}

/** JSON Schema wants an offset in a `time`, 09:30:00+08:00; the validator that JSON Forms brings does not. */
function isTimeOfDay({ keyword, params, at }: Fault, answers: unknown): boolean {
  if (keyword !== 'format' || params.format !== 'time') return false;
  const value = valueAt(answers, pathOfPointer(at));
  return typeof value === 'string' && /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?$/.test(value);
}

/** What must be true between answers, and is not. Nobody is told about a question that is not there. */
function failedChecks(
  { envelope }: FormDefinition,
  answers: unknown,
  fields: Fields,
  { locale, today }: FormCtx,
): readonly Found[] {
  return (envelope?.checks ?? []).flatMap(({ at, each, assert, message }) =>
    rowsOf(each, answers)
      .filter((row) => reckon(assert, { answers, row, today }) === false)
      .map((row) => pointerOf(row.length > 0 ? [...row, ...at.split('.')] : pathOfScope(at)))
      .filter((pointer) => fields.isAsked(pointer))
      .map((pointer) => ({ keyword: 'check', at: pointer, params: {}, sentence: message[locale] })),
  );
}

/** Every row of a table; without a table, the whole form. */
function rowsOf(each: string | undefined, answers: unknown): readonly Path[] {
  if (each === undefined) return [[]];
  const path = pathOfScope(each);
  const rows = valueAt(answers, path);
  return Array.isArray(rows) ? rows.map((_, i) => [...path, String(i)]) : [];
}

function missingPapers(form: FormDefinition, answers: unknown, fields: Fields): readonly Found[] {
  const { evidence, signed } = marksOf(form);
  if (evidence.size + signed.size === 0) return [];
  return fields.all
    .filter(({ element }) => element.visible)
    .flatMap(({ element: { plan, path }, pointer: at }): readonly Found[] => {
      const value = valueAt(answers, path);
      if (signed.has(plan.trail) && isEmpty(value))
        return [{ keyword: 'required', at, params: {} }];
      const asked = evidence.get(plan.trail);
      if (!asked) return [];
      const has = Array.isArray(value) ? value.length : 0;
      if (has === 0) return asked.min > 0 ? [{ keyword: 'required', at, params: {} }] : [];
      if (has < asked.min) return [{ keyword: 'evidence', at, params: { limit: asked.min } }];
      return has > asked.max ? [{ keyword: 'maxItems', at, params: { limit: asked.max } }] : [];
    });
}
