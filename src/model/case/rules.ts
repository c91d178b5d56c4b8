/** What a district says about the cases of one service: `cases/<service>.json`. */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { Period } from '../shared/periods.ts';
import { Id, Text } from '../shared/text.ts';

export const CaseRule = Type.Object(
  {
    service: Id,
    /** The form that is filled in for it. */
    form: Id,
    /** What a clerk looks at before a decision, one thing a line. A person is asked for more by these names. */
    checks: Type.Array(Type.Object({ id: Id, what: Text }, { additionalProperties: false }), {
      minItems: 1,
      maxItems: 20,
    }),
    /** How long a decision may take, from the day after it was received. It stands still while the person is asked for more. */
    decide: Period,
    /** How long a person has to bring what was asked for. What comes later still counts, until somebody decides. */
    answer: Period,
    /** Reasons to choose from; the person reads them as they stand. */
    reasons: Type.Array(
      Type.Object(
        {
          id: Id,
          decision: Type.Union([Type.Literal('granted'), Type.Literal('refused')]),
          text: Text,
        },
        { additionalProperties: false },
      ),
      { maxItems: 20 },
    ),
    /** Days after it was decided or withdrawn at which all of it is removed. */
    keepDays: Type.Integer({ minimum: 0, maximum: 36_500 }),
  },
  { additionalProperties: false },
);
export type CaseRule = Static<typeof CaseRule>;
