/**
 * Screening (困难对象甄别): what the answers so far say about somebody's chances, with the reason and the paragraph. It never
 * decides and never refuses: whoever is unlikely may apply all the same, and what no rule knows is for a person to look at.
 */
import type { Text } from '../shared/text.ts';
import { countedIn } from './counted.ts';
import type { FormDefinition } from './definition.ts';
import { reckon } from './expression.ts';
import { planOf } from './plan.ts';

export type Outcome = 'likely' | 'unlikely' | 'needs-person';

export interface Screened {
  /** What it is about: 低保. */
  readonly name: Text;
  readonly service?: string;
  readonly outcome: Outcome;
  readonly reason: Text;
  /** The paragraph it rests on; nothing rests on one where no rule fits. */
  readonly basis?: Text;
}

const nobodyKnows: Text = {
  'zh-CN': '按现在填的还看不出来，请让工作人员帮您看一看。您随时可以申请。',
  en: 'What is filled in so far does not tell. Please let somebody look at it; you can apply at any time.',
};

/** The first rule of each screening that fits; hidden answers do not count, and a rule that cannot be reckoned yet does not fit. */
export function screen(
  form: FormDefinition,
  typed: unknown,
  ctx: { readonly today: string },
): readonly Screened[] {
  const { answers } = countedIn(form, planOf(form, 'zh-CN'), typed, ctx);
  return (form.envelope?.screening ?? []).map(({ name, rules, service }) => {
    const found = rules.find(({ when }) => reckon(when, { answers, today: ctx.today }) === true);
    return {
      name,
      ...(service !== undefined && { service }),
      outcome: found?.outcome ?? 'needs-person',
      reason: found?.reason ?? nobodyKnows,
      ...(found && { basis: found.basis }),
    };
  });
}
