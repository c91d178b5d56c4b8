import * as Type from 'typebox';
import type { JsonSchema } from './json-schema.ts';
import { elementTypes, ruleEffects, type UiElement } from './ui-schema.ts';

const ref = (name: string): Type.TSchema => Type.Ref(name);
const AnySchema = Type.Unsafe<JsonSchema>(Type.Union([Type.Object({}), Type.Boolean()]));
const closed = { additionalProperties: false } as const;

/** The meta-schema of a UI schema. It is strict where JSON Forms says nothing: an unknown word is more likely a slip. */
export const UiSchema = Type.Unsafe<UiElement>(
  Type.Cyclic(
    {
      Element: Type.Object(
        {
          type: Type.Union(elementTypes.map((type) => Type.Literal(type))),
          scope: Type.Optional(Type.String()),
          label: Type.Optional(
            Type.Union([
              Type.String(),
              Type.Boolean(),
              Type.Object(
                { text: Type.Optional(Type.String()), show: Type.Optional(Type.Boolean()) },
                closed,
              ),
            ]),
          ),
          text: Type.Optional(Type.String()),
          i18n: Type.Optional(Type.String()),
          elements: Type.Optional(Type.Array(ref('Element'))),
          rule: Type.Optional(ref('Rule')),
          rules: Type.Optional(Type.Array(ref('Rule'))),
          options: Type.Optional(Type.Object({})),
        },
        closed,
      ),
      Rule: Type.Object(
        {
          effect: Type.Union(ruleEffects.map((effect) => Type.Literal(effect))),
          condition: ref('Condition'),
        },
        closed,
      ),
      Condition: Type.Object(
        {
          type: Type.Optional(Type.String()),
          conditions: Type.Optional(Type.Array(ref('Condition'))),
          scope: Type.Optional(Type.String()),
          expectedValue: Type.Optional(Type.Unknown()),
          schema: Type.Optional(AnySchema),
          failWhenUndefined: Type.Optional(Type.Boolean()),
          root: Type.Optional(Type.Boolean()),
        },
        closed,
      ),
    },
    'Element',
  ),
);
