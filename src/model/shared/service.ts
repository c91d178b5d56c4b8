import * as Type from 'typebox';
import type { Static } from 'typebox';
import { Id, PlainDate, Text } from './text.ts';

/** Something a person comes for (事项), with all that its guide says. */
export const Service = Type.Object(
  {
    id: Id,
    /** The row of the source document it belongs to, e.g. `E1`. */
    system: Type.String({ pattern: '^[A-E]\\d{1,2}$' }),
    name: Text,
    /** One short sentence: what a person gets out of it. */
    summary: Text,
    /** What people call it, for search: `领证`, `jiehun`. */
    keywords: Type.Array(Type.String({ minLength: 1 })),
    /** Who may have it, one condition a line. */
    who: Type.Array(Text, { minItems: 1 }),
    bring: Type.Array(
      Type.Object(
        {
          what: Text,
          /** How many, original or copy, where to get it. */
          note: Type.Optional(Text),
        },
        { additionalProperties: false },
      ),
    ),
    /** What happens, step by step, from the person's side. */
    steps: Type.Array(Text, { minItems: 1 }),
    /** How long it takes, at the counter and until the result. */
    duration: Text,
    fee: Text,
    basis: Type.Array(
      Type.Object(
        {
          title: Text,
          /** Article or paragraph, `第七条`. */
          article: Type.Optional(Text),
          inForceSince: Type.Optional(PlainDate),
        },
        { additionalProperties: false },
      ),
      { minItems: 1 },
    ),
    /** Where it is served. */
    places: Type.Array(Id, { minItems: 1 }),
    /** True while a detail is invented; shown as 示例. */
    sample: Type.Boolean(),
  },
  { additionalProperties: false },
);
export type Service = Static<typeof Service>;
