/**
 * A form: a JSON Schema for the answers and a JSON Forms UI schema for the screens, both as anybody writes them, and an
 * envelope with all that those two cannot say. Without an envelope it behaves exactly as in JSON Forms.
 */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { Id, PlainDate, Text } from '../shared/text.ts';
import { Expression } from './expression-shape.ts';
import type { JsonSchema } from './json-schema.ts';
import { UiSchema } from './ui-shape.ts';

const closed = { additionalProperties: false } as const;

/** Where an answer lies, as in the UI schema: `#/properties/applicant/properties/name`; in rows, `…/items/properties/…`. */
const Scope = Type.String({ pattern: '^#(/[^/]+)*$' });

/** A value that follows from others. The person sees it and cannot change it; the hall reckons it again. */
const Computed = Type.Object(
  {
    /** A scope; with `each`, the name of an answer in a row. */
    target: Type.String({ minLength: 1 }),
    /** A table whose every row gets the value. */
    each: Type.Optional(Scope),
    value: Expression,
  },
  closed,
);

/** Something that must be true between answers. While one of them is missing it says nothing. */
const Check = Type.Object(
  {
    /** The answer at which the sentence stands: a scope; with `each`, the name of an answer in a row. */
    at: Type.String({ minLength: 1 }),
    /** A table whose every row is checked. */
    each: Type.Optional(Scope),
    assert: Expression,
    /** What is wrong and what to do, as the person reads it. */
    message: Text,
  },
  closed,
);

export const prefillSources = [
  ...['id-card.name', 'id-card.number', 'id-card.birth', 'id-card.sex', 'id-card.address'],
  ...['session.phone', 'today'],
] as const;

/** What is known already and need not be typed. */
const Prefill = Type.Object(
  {
    target: Scope,
    from: Type.Unsafe<(typeof prefillSources)[number]>(
      Type.Union(prefillSources.map((source) => Type.Literal(source))),
    ),
    /** Whether it can no longer be changed by hand, because a card says so. */
    lock: Type.Boolean(),
  },
  closed,
);

/** Papers and pictures to bring. The answer is a list of references to what has been handed in, never the file itself. */
const Evidence = Type.Object(
  {
    target: Scope,
    kind: Type.Union([Type.Literal('photo'), Type.Literal('document'), Type.Literal('either')]),
    min: Type.Integer({ minimum: 0, maximum: 20 }),
    max: Type.Integer({ minimum: 1, maximum: 20 }),
    /** What it is in an intake of several services: the same paper is asked for once. */
    same: Type.Optional(Id),
  },
  closed,
);

const Migration = Type.Object(
  {
    from: Type.Integer({ minimum: 1 }),
    ops: Type.Array(
      Type.Union([
        Type.Object({ op: Type.Literal('move'), from: Scope, to: Scope }, closed),
        Type.Object({ op: Type.Literal('remove'), at: Scope }, closed),
        Type.Object({ op: Type.Literal('set'), at: Scope, value: Expression }, closed),
        /** The question means something else now: its answer goes, and the person is told. */
        Type.Object({ op: Type.Literal('ask'), at: Scope }, closed),
      ]),
    ),
  },
  closed,
);

/** One rule of a screening (甄别). The first of each outcome that fits is told with its reason. */
const ScreeningRule = Type.Object(
  {
    outcome: Type.Union([
      Type.Literal('likely'),
      Type.Literal('unlikely'),
      Type.Literal('needs-person'),
    ]),
    when: Expression,
    reason: Text,
    /** The paragraph it rests on. */
    basis: Text,
  },
  closed,
);

const Screening = Type.Object(
  {
    /** What the rules are about: `低保`. */
    name: Text,
    rules: Type.Array(ScreeningRule, { minItems: 1 }),
    /** The service to go on with. */
    service: Type.Optional(Id),
  },
  closed,
);

export const Envelope = Type.Object(
  {
    title: Text,
    /** One sentence: what it is for. */
    summary: Type.Optional(Text),
    /** The guides it belongs to. */
    services: Type.Array(Id),
    /** True while anything in it is invented; the screen says 示例. */
    sample: Type.Boolean(),
    /** How long it usually takes to fill in. */
    minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 120 })),
    /** Sentences by the keys of JSON Forms. */
    texts: Type.Record(Type.String(), Text),
    computed: Type.Optional(Type.Array(Computed)),
    checks: Type.Optional(Type.Array(Check)),
    prefill: Type.Optional(Type.Array(Prefill)),
    draft: Type.Optional(
      Type.Object(
        {
          /** Never kept; kept while the person is here; may be taken along by a code. */
          allow: Type.Union([
            Type.Literal('never'),
            Type.Literal('session'),
            Type.Literal('take-along'),
          ]),
          keepDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 30 })),
          exclude: Type.Optional(Type.Array(Scope)),
        },
        closed,
      ),
    ),
    /** Answers that are masked on the screen, never spoken, and sealed in the store. */
    sensitive: Type.Optional(Type.Array(Scope)),
    evidence: Type.Optional(Type.Array(Evidence)),
    signature: Type.Optional(
      Type.Array(Type.Object({ target: Scope, by: Text }, closed), { minItems: 1 }),
    ),
    review: Type.Optional(Type.Object({ show: Type.Boolean() }, closed)),
    print: Type.Optional(Type.Object({ title: Text, foot: Type.Optional(Text) }, closed)),
    kiosk: Type.Optional(
      Type.Object(
        {
          /** Whether it can be filled in at an unattended terminal at all. */
          allow: Type.Boolean(),
          /** Seconds without a touch before the terminal asks; for forms with much to read. */
          idleSeconds: Type.Optional(Type.Integer({ minimum: 60, maximum: 600 })),
        },
        closed,
      ),
    ),
    effective: Type.Optional(
      Type.Object({ from: Type.Optional(PlainDate), to: Type.Optional(PlainDate) }, closed),
    ),
    migrations: Type.Optional(Type.Array(Migration)),
    screening: Type.Optional(Type.Array(Screening)),
    /** Scope → what the question is in an intake of several services: the same one is asked once. */
    shared: Type.Optional(Type.Record(Scope, Id)),
  },
  closed,
);
export type Envelope = Static<typeof Envelope>;

/** `forms/<id>.json` of a pack. */
export const FormDefinition = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    id: Id,
    version: Type.Integer({ minimum: 1 }),
    /** JSON Schema 2020-12 for the answers. */
    schema: Type.Unsafe<JsonSchema>({ type: 'object' }),
    /** Without one, the screens follow from the schema, in its order. */
    uischema: Type.Optional(UiSchema),
    envelope: Type.Optional(Envelope),
  },
  closed,
);
export type FormDefinition = Static<typeof FormDefinition>;
