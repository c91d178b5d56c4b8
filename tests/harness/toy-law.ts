/**
 * A part that no server has heard of: boxes that people put things into. Tests add it to the house's law, as a district would
 * add a part of its own, to see that every gateway and the hall serve it without a line of code for it.
 */
import { Type } from 'typebox';
import type { Pack } from '../../src/model/pack.ts';
import { law as house, type AnyLaw } from '../../src/model/registry.ts';
import {
  accept,
  answer,
  command,
  documentKind,
  query,
  refuse,
  type ActorKind,
  type Answer,
  type Ctx,
  type Decision,
} from '../../src/model/shared/law.ts';

const everybody: readonly ActorKind[] = ['anonymous', 'device', 'citizen', 'staff'];
const Box = Type.String({ maxLength: 100 });

export const toyBox = documentKind({
  at: 'toy/box',
  schema: Type.Object({ things: Type.Array(Type.String()), owner: Type.String() }),
  personal: ['owner'],
});

/** Puts a thing into a box, while there is room for three. */
const put = command({
  name: 'toy.put',
  input: Type.Object(
    { box: Box, thing: Type.String({ maxLength: 100 }), owner: Type.String({ maxLength: 100 }) },
    { additionalProperties: false },
  ),
  who: everybody,
  offline: 'queue',
  touches: ({ box }) => [toyBox.key(box)],
  decide(docs, { box, thing, owner }, _ctx: Ctx<Pack>): Decision<{ things: number }, 'toy.full'> {
    const things = toyBox.find(docs, toyBox.key(box))?.things ?? [];
    if (things.length >= 3) return refuse('toy.full', { at: '/box' });
    const doc = { things: [...things, thing], owner };
    return accept(
      { things: doc.things.length },
      [{ key: toyBox.key(box), doc }],
      [{ type: 'toy.put', data: { box, things: doc.things.length } }],
    );
  },
});

/** Throws a box away. Staff only. */
const clear = command({
  name: 'toy.clear',
  input: Type.Object({ box: Box }, { additionalProperties: false }),
  who: ['staff'],
  offline: 'refuse',
  touches: ({ box }) => [toyBox.key(box)],
  decide: (_docs, { box }, _ctx: Ctx<Pack>): Decision<null, never> =>
    accept(null, [{ key: toyBox.key(box), doc: null }]),
});

export const toyCount = documentKind({
  at: 'toy/count',
  schema: Type.Object({ count: Type.Integer() }),
  personal: [],
});

/** Counts up, without an end: everybody at one document, and each number once. */
const count = command({
  name: 'toy.count',
  input: Type.Object({ box: Box, by: Type.Integer() }, { additionalProperties: false }),
  who: everybody,
  offline: 'queue',
  touches: ({ box }) => [toyCount.key(box)],
  decide(docs, { box, by }, _ctx: Ctx<Pack>): Decision<{ count: number }, never> {
    const key = toyCount.key(box);
    const doc = { count: (toyCount.find(docs, key)?.count ?? 0) + by };
    return accept(doc, [{ key, doc }], [{ type: 'toy.counted', data: { box, ...doc } }]);
  },
});

const look = query({
  name: 'toy.look',
  input: Type.Object({ box: Box }, { additionalProperties: false }),
  who: everybody,
  reads: ({ box }, _ctx: Ctx<Pack>) => [toyBox.key(box)],
  answer(
    docs,
    { box },
    _ctx: Ctx<Pack>,
  ): Answer<{ readonly things: readonly string[]; readonly owner: string }, 'toy.no-box'> {
    const doc = toyBox.find(docs, toyBox.key(box));
    return doc ? answer(doc) : refuse('toy.no-box');
  },
});

export const toyLoan = documentKind({
  at: 'toy/loan',
  schema: Type.Object({ things: Type.Array(Type.String()) }),
  personal: ['things'],
});
const Borrower = Type.String({ pattern: '^\\d{17}[\\dX]$' });

/** Lends a thing to a person, whose number goes into no key and no document. */
const lend = command({
  name: 'toy.lend',
  input: Type.Object(
    { idNumber: Borrower, thing: Type.String({ maxLength: 100 }) },
    { additionalProperties: false },
  ),
  who: everybody,
  offline: 'refuse',
  aliases: ({ idNumber }) => [idNumber],
  touches: ({ idNumber }, _docs, ctx: Ctx<Pack>) => [toyLoan.key(ctx.alias(idNumber))],
  decide(docs, { idNumber, thing }, ctx: Ctx<Pack>): Decision<{ person: string }, never> {
    const person = ctx.alias(idNumber);
    const key = toyLoan.key(person);
    const things = [...(toyLoan.find(docs, key)?.things ?? []), thing];
    return accept({ person }, [{ key, doc: { things } }], [{ type: 'toy.lent', data: { person } }]);
  },
});

/** What a person has borrowed, found by their number. */
const loans = query({
  name: 'toy.loans',
  input: Type.Object({ idNumber: Borrower }, { additionalProperties: false }),
  who: everybody,
  aliases: ({ idNumber }) => [idNumber],
  reads: ({ idNumber }, ctx: Ctx<Pack>) => [toyLoan.key(ctx.alias(idNumber))],
  answer: (docs, { idNumber }, ctx: Ctx<Pack>): Answer<{ things: readonly string[] }, never> =>
    answer({ things: toyLoan.find(docs, toyLoan.key(ctx.alias(idNumber)))?.things ?? [] }),
});

/** Says who asks: an answer that must never reach anybody else. */
const who = query({
  name: 'toy.who',
  input: Type.Object({}, { additionalProperties: false }),
  who: everybody,
  reads: (_input, _ctx: Ctx<Pack>) => [],
  answer: (_docs, _input, { actor }: Ctx<Pack>): Answer<{ readonly id: string }, never> =>
    answer({ id: actor.kind === 'anonymous' ? '' : actor.id }),
});

export const toyLaw: AnyLaw = {
  commands: {
    ...house.commands,
    'toy.put': put,
    'toy.count': count,
    'toy.clear': clear,
    'toy.lend': lend,
  },
  queries: { ...house.queries, 'toy.look': look, 'toy.who': who, 'toy.loans': loans },
  documents: [...house.documents, toyBox, toyCount, toyLoan],
};
