/**
 * Pictures and documents that go with a form. Each is sent by itself, before the form is: a bundle (a fresh UUID of the page)
 * collects them, `case.submit` and `case.answer` name the bundle, and what they do not take is removed when its days are
 * over. The bytes are sealed, one document a file, so that no list and no case becomes heavy by them.
 */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { dateAt } from '../shared/dates.ts';
import { addDays } from '../shared/days.ts';
import {
  accept,
  command,
  refuse,
  type Change,
  type Ctx,
  type Decision,
  type Docs,
} from '../shared/law.ts';
import {
  bundleKind,
  ending,
  evidenceKind,
  type Bundle,
  type CasePack,
  type EvidenceRef,
} from './documents.ts';
import { everybody } from './proof.ts';
import type { EvidenceRefusal } from './refusals.ts';

/** What is taken. A picker makes pictures smaller and turns what a camera gives (HEIC) into JPEG before it sends them. */
export const EVIDENCE = {
  /** By what they begin with; the name of a file proves nothing. */
  types: ['image/jpeg', 'image/png', 'application/pdf'],
  /** Of one file. A page photographed with 2,000 pixels on its long side takes half a megabyte. */
  maxBytes: 2 * 2 ** 20,
  /** In one bundle. */
  maxFiles: 24,
  /** How many days after the last file a bundle waits for its form. */
  keepDays: 1,
} as const;
export type EvidenceType = (typeof EVIDENCE.types)[number];

/** The first bytes of each, as base64 has them. */
const BEGINNINGS: Readonly<Record<EvidenceType, string>> = {
  'image/jpeg': '/9j/',
  'image/png': 'iVBORw0KGgo',
  'application/pdf': 'JVBERi0',
};

const Uuid = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
});
export const BundleId = Uuid;
const Place = { bundle: BundleId, id: Uuid };

const Add = Type.Object(
  {
    ...Place,
    /** What it is for: the pointer of its field in the form (`/photos`), or empty for an answer to a request. */
    item: Type.String({ maxLength: 200 }),
    name: Type.String({ maxLength: 120 }),
    type: Type.Union([
      Type.Literal('image/jpeg'),
      Type.Literal('image/png'),
      Type.Literal('application/pdf'),
    ]),
    /** Base64 with padding. */
    data: Type.String({ pattern: '^[A-Za-z0-9+/]*={0,2}$' }),
  },
  { additionalProperties: false },
);

/** Puts a file into a bundle, or another one in its place (turned, say). */
export const add = command({
  name: 'evidence.add',
  input: Add,
  who: everybody,
  offline: 'refuse',
  // A third more as base64, and what stands around it.
  maxBytes: Math.ceil(EVIDENCE.maxBytes / 3) * 4 + 2048,
  touches: ({ bundle, id }) => [bundleKind.key(bundle), evidenceKind.key(bundle, id)],
  decide(
    docs,
    input,
    ctx: Ctx<CasePack>,
  ): Decision<{ readonly size: number; readonly until: string }, EvidenceRefusal> {
    const { bundle, id, item, name, type, data } = input;
    const wrong = mistakeInFile(input);
    if (wrong) return wrong;
    const before = bundleKind.find(docs, bundleKind.key(bundle));
    const files = before?.files ?? [];
    const isListed = files.some((file) => file.id === id);
    // The bundle has gone into a case, and what is there stays as it was handed in.
    if (!isListed && docs.has(evidenceKind.key(bundle, id))) return refuse('evidence.handed-in');
    if (!isListed && files.length >= EVIDENCE.maxFiles)
      return refuse('evidence.too-many', { facts: { most: EVIDENCE.maxFiles } });
    const until = before?.until ?? addDays(dateAt(ctx.now, ctx.pack.zone), EVIDENCE.keepDays);
    const file = { id, item, name, type, size: sizeOf(data) };
    return accept({ size: file.size, until }, [
      { key: evidenceKind.key(bundle, id), doc: { type, data } },
      bundleWith(bundle, { until, files: [...files.filter((one) => one.id !== id), file] }),
      ...(before ? [] : [endOfBundle(until, bundle, true)]),
    ]);
  },
});

/** Takes a file out again. */
export const drop = command({
  name: 'evidence.drop',
  input: Type.Object(Place, { additionalProperties: false }),
  who: everybody,
  offline: 'refuse',
  touches: ({ bundle, id }) => [bundleKind.key(bundle), evidenceKind.key(bundle, id)],
  decide(docs, { bundle, id }): Decision<null, 'evidence.not-found'> {
    const before = bundleKind.find(docs, bundleKind.key(bundle));
    if (!before?.files.some((file) => file.id === id)) return refuse('evidence.not-found');
    const files = before.files.filter((file) => file.id !== id);
    return accept(null, [
      { key: evidenceKind.key(bundle, id), doc: null },
      bundleWith(bundle, { ...before, files }),
    ]);
  },
});

/** Removes a bundle that no form has come for. */
export const forgetBundle = command({
  name: 'evidence.forget',
  input: Type.Object({ bundle: BundleId }, { additionalProperties: false }),
  who: ['house'],
  offline: 'refuse',
  touches: ({ bundle }, docs) => bundleKeys(docs, bundle),
  decide(docs, { bundle }, { now, pack }: Ctx<CasePack>): Decision<null, 'case.nothing-due'> {
    const before = bundleKind.find(docs, bundleKind.key(bundle));
    if (!before || before.until >= dateAt(now, pack.zone)) return refuse('case.nothing-due');
    return accept(null, [
      ...before.files.map(({ id }) => ({ key: evidenceKind.key(bundle, id), doc: null })),
      { key: bundleKind.key(bundle), doc: null },
      endOfBundle(before.until, bundle, false),
    ]);
  },
});

/** The first thing wrong with a file. */
export function mistakeInFile({
  type,
  data,
}: Pick<Static<typeof Add>, 'type' | 'data'>):
  { readonly ok: false; readonly refusal: { readonly code: EvidenceRefusal } } | undefined {
  const at = '/data';
  const size = sizeOf(data);
  if (size === 0) return refuse('evidence.empty', { at });
  if (size > EVIDENCE.maxBytes)
    return refuse('evidence.too-large', { at, facts: { maxBytes: EVIDENCE.maxBytes } });
  if (!data.startsWith(BEGINNINGS[type])) return refuse('evidence.wrong-kind', { at });
  return undefined;
}

/** Bytes behind base64. */
function sizeOf(data: string): number {
  const padding = data.endsWith('==') ? 2 : data.endsWith('=') ? 1 : 0;
  return Math.max(0, Math.floor((data.length * 3) / 4) - padding);
}

/** A bundle, its files and its end. */
export function bundleKeys(docs: Docs, bundle: string): string[] {
  const { files = [], until } = bundleKind.find(docs, bundleKind.key(bundle)) ?? {};
  return [
    bundleKind.key(bundle),
    ...files.map(({ id }) => evidenceKind.key(bundle, id)),
    ...(until ? [ending.key(until, 'bundle', bundle)] : []),
  ];
}

/**
 * Those files of a bundle that go into a receipt, or nothing where one of them is not there. The bundle is over with that,
 * and what nobody names (taken out again while the line was down) goes with it.
 */
export function takeBundle(
  docs: Docs,
  bundle: string | undefined,
  ids: readonly string[],
): { readonly evidence: readonly EvidenceRef[]; readonly changes: readonly Change[] } | undefined {
  const found = bundle && bundleKind.find(docs, bundleKind.key(bundle));
  if (!found) return ids.length > 0 ? undefined : { evidence: [], changes: [] };
  const files = found.files.filter(({ id }) => ids.includes(id));
  if (files.length < new Set(ids).size) return undefined;
  return {
    evidence: files.map((file) => ({ bundle, ...file })),
    changes: [
      ...found.files
        .filter((file) => !files.includes(file))
        .map(({ id }) => ({ key: evidenceKind.key(bundle, id), doc: null })),
      { key: bundleKind.key(bundle), doc: null },
      endOfBundle(found.until, bundle, false),
    ],
  };
}

/** The bundle waits as long as the draft does that it belongs to. */
export function keepBundle(docs: Docs, bundle: string, until: string): Change[] {
  const before = bundleKind.find(docs, bundleKind.key(bundle));
  if (!before || before.until >= until) return [];
  return [
    bundleWith(bundle, { ...before, until }),
    endOfBundle(before.until, bundle, false),
    endOfBundle(until, bundle, true),
  ];
}

const bundleWith = (bundle: string, doc: Bundle): Change => ({ key: bundleKind.key(bundle), doc });
const endOfBundle = (until: string, bundle: string, isThere: boolean): Change => ({
  key: ending.key(until, 'bundle', bundle),
  doc: isThere ? {} : null,
});
