/**
 *   GET    /api/session                  → {"actor":…,"until"?:…,"enrolment":"done"|"wanted"|"offered","provider"?:{…}}
 *   POST   /api/session {"proof":…}      → {"actor":…,"until":…} and the person's cookie
 *   DELETE /api/session                  → ended, whoever it was
 *
 * A proof is one of
 *   {"kind":"card","idNumber":"…"}                              read from a card at an enrolled kiosk or counter
 *   {"kind":"token","jwt":"…"}                                  a citizen, by a partner's signed token
 *   {"kind":"password","user":"…","password":"…","totp":"…"}    staff of a hall without an identity provider
 */
import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { Type, type Static } from 'typebox';
import { normalId, readResidentId } from '../../src/model/shared/identity.ts';
import { may } from '../../src/model/shared/law.ts';
import { problemResponse, type Problem } from '../problem.ts';
import type { Asker } from './callers.ts';
import { bodyOf, guessed, served, type Desk } from './desk.ts';
import { cookies, isSecure, type Asked } from './request.ts';
import type { Person } from './sessions.ts';

const closed = { additionalProperties: false };
const Proof = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('card'),
      idNumber: Type.String({ maxLength: 40 }),
      name: Type.Optional(Type.String({ maxLength: 100 })),
    },
    closed,
  ),
  Type.Object({ kind: Type.Literal('token'), jwt: Type.String({ maxLength: 8000 }) }, closed),
  Type.Object(
    {
      kind: Type.Literal('password'),
      user: Type.String({ maxLength: 100 }),
      password: Type.String({ maxLength: 200 }),
      totp: Type.String({ maxLength: 40 }),
    },
    closed,
  ),
]);
type Proof = Static<typeof Proof>;
type ProofOf<Kind extends Proof['kind']> = Extract<Proof, { readonly kind: Kind }>;
type Proven = { readonly person: Person } | { readonly problem: Problem };
export const Begin = Type.Object({ proof: Proof }, { additionalProperties: false });

export function addSessionRoutes(routes: Hono<{ Bindings: HttpBindings }>, desk: Desk): void {
  const { sessions } = desk;

  routes.get('/api/session', (context) =>
    served(desk, context, 'everybody', ({ caller: { actor, terminal, session } }) =>
      Promise.resolve(
        context.json({
          actor,
          ...(session && { until: session.until }),
          enrolment: terminal ? 'done' : desk.demandsEnrolment ? 'wanted' : 'offered',
          ...(desk.provider && { provider: { name: desk.provider.name, href: '/api/sign-in' } }),
        }),
      ),
    ),
  );

  routes.post('/api/session', (context) =>
    served(desk, context, 'everybody', async (asker) => {
      const read = await bodyOf(context, Begin);
      if ('problem' in read) return problemResponse(read.problem);
      const proven = await prove(read.body.proof, asker);
      if ('problem' in proven) return problemResponse(proven.problem);
      const { token, until } = await sessions.begin(proven.person, asker.caller);
      setCookie(context, cookies.session, token, {
        ...attributes(context),
        maxAge: Math.ceil((until - desk.register.now()) / 1000),
      });
      const { terminal } = asker.caller;
      const at = terminal && { id: terminal.id, as: terminal.as };
      return context.json({ actor: { ...proven.person, ...(at && { at }) }, until });
    }),
  );

  routes.delete('/api/session', (context) =>
    served(desk, context, 'everybody', async ({ caller }) => {
      await sessions.end(caller);
      deleteCookie(context, cookies.session, attributes(context));
      return context.body(null, 204);
    }),
  );

  function prove(proof: Proof, asker: Asker): Proven | Promise<Proven> {
    switch (proof.kind) {
      case 'card':
        return proveCard(proof, asker);
      case 'token':
        return desk.recognise(proof.jwt);
      case 'password':
        return provePassword(proof, asker);
    }
  }

  function proveCard({ idNumber }: ProofOf<'card'>, { caller }: Asker): Proven {
    // The number itself proves nothing: that it came from a card is the word of a terminal of ours.
    if (!may(['device:kiosk', 'device:counter'], caller.actor)) return { problem: notAtTerminal };
    const number = normalId(idNumber);
    if (typeof readResidentId(number) === 'string') return { problem: noNumber };
    return { person: { kind: 'citizen', id: desk.hall.alias(number) } };
  }

  async function provePassword(proof: ProofOf<'password'>, { from }: Asker): Promise<Proven> {
    const user = proof.user.trim().toLowerCase();
    const subjects = [`who/${from}`, `what/staff/${user}`] as const;
    const told = await guessed(desk, subjects, JSON.stringify(proof), wrongSignIn, () =>
      desk.staff.prove(user, proof.password, proof.totp.replace(/\s/g, '')),
    );
    return 'problem' in told ? told : { person: told.proven };
  }
}

const attributes = (context: Asked) =>
  ({ httpOnly: true, sameSite: 'Strict', path: '/', secure: isSecure(context) }) as const;

const wrongSignIn: Problem = {
  status: 401,
  code: 'sign-in.wrong',
  detail: 'Name, password and code do not fit together, or the code was used already.',
};
const notAtTerminal: Problem = {
  status: 403,
  code: 'card.not-here',
  detail: 'A card counts where an enrolled kiosk or counter has read it.',
};
const noNumber: Problem = {
  status: 400,
  code: 'input.invalid',
  detail: '/proof/idNumber: is no resident identity number',
  at: '/proof/idNumber',
  facts: { reason: 'is no resident identity number' },
};
