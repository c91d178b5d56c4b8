/** What the envelope says about single questions, by their trail. */
import type { Envelope, FormDefinition } from './definition.ts';
import { trailOfScope } from './path.ts';

type Evidence = NonNullable<Envelope['evidence']>[number];

export interface Marks {
  readonly sensitive: ReadonlySet<string>;
  readonly computed: ReadonlySet<string>;
  readonly signed: ReadonlySet<string>;
  readonly evidence: ReadonlyMap<string, Evidence>;
}

const known = new WeakMap<FormDefinition, Marks>();

export function marksOf(form: FormDefinition): Marks {
  const marks = known.get(form) ?? marksIn(form.envelope);
  known.set(form, marks);
  return marks;
}

function marksIn({
  sensitive = [],
  computed = [],
  signature = [],
  evidence = [],
}: Partial<Envelope> = {}): Marks {
  return {
    sensitive: new Set(sensitive.map(trailOfScope)),
    computed: new Set(
      computed.map(({ target, each }) =>
        each === undefined ? trailOfScope(target) : `${trailOfScope(each)}/${target}`,
      ),
    ),
    signed: new Set(signature.map(({ target }) => trailOfScope(target))),
    evidence: new Map(evidence.map((one) => [trailOfScope(one.target), one])),
  };
}
