/** The same form for everybody: six of ten questions are text, one each a number, a date, a choice, yes or no; one in ten has a rule. */

export const count = Number(new URLSearchParams(location.search).get('n') ?? 50);
export const choices = ['one', 'two', 'three', 'four', 'five'];

export type Kind = 'text' | 'number' | 'date' | 'choice' | 'yes-no';
const kinds: readonly Kind[] = [
  ...(['text', 'text', 'number', 'text', 'date', 'text'] as const),
  ...(['choice', 'text', 'yes-no', 'text'] as const),
];

export interface Question {
  readonly name: string;
  readonly label: string;
  readonly kind: Kind;
  /** Shown only while that yes-or-no question is not answered with yes. */
  readonly unless?: string;
}

export const questions: readonly Question[] = Array.from({ length: count }, (_, i) => ({
  name: `q${i}`,
  label: `Question ${i}`,
  kind: kinds[i % kinds.length] as Kind,
  ...(i % 10 === 9 && { unless: `q${i - 1}` }),
}));

export const schema = {
  type: 'object',
  properties: Object.fromEntries(
    questions.map(({ name, label, kind }) => [name, { title: label, ...schemaOf(kind) }]),
  ),
  required: ['q0'],
};

function schemaOf(kind: Kind): object {
  switch (kind) {
    case 'text':
      return { type: 'string', maxLength: 60 };
    case 'number':
      return { type: 'number', minimum: 0 };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'choice':
      return { type: 'string', enum: choices };
    case 'yes-no':
      return { type: 'boolean' };
  }
}

export const uischema = {
  type: 'VerticalLayout',
  elements: questions.map(({ name, unless }) => ({
    type: 'Control',
    scope: `#/properties/${name}`,
    ...(unless && {
      rule: {
        effect: 'HIDE',
        condition: {
          scope: `#/properties/${unless}`,
          schema: { const: true },
          failWhenUndefined: true,
        },
      },
    }),
  })),
};
