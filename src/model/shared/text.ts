import * as Type from 'typebox';
import type { Static } from 'typebox';

/** A sentence a citizen reads, in every language of the house. Packs bring these; code never does. */
export const Text = Type.Object(
  { 'zh-CN': Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) },
  { additionalProperties: false },
);
export type Text = Static<typeof Text>;

/** Names things in packs and keys: `marriage`, `yangpu-registry`. */
export const Id = Type.String({ pattern: '^[a-z][a-z0-9-]{0,63}$' });

/** A plain date, `2026-12-11`; whether the day exists is checked by `dates.ts`. */
export const PlainDate = Type.String({
  pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
});

/** A wall-clock time in the zone of the pack, `09:30`. */
export const PlainTime = Type.String({
  pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
});
