/**
 * For an admin, or `mulin-hall staff` on the hall's machine:
 *
 *   POST   /api/staff             {"id":"li.na","roles":["counter"]}  → password, code secret and recovery codes, shown once
 *   GET    /api/staff                                                 → {"staff":[…]}
 *   POST   /api/staff/{id}/reset                                      → new secrets; the old ones and all sessions end
 *   DELETE /api/staff/{id}                                            → at once
 */
import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { Type } from 'typebox';
import { nameOf } from '../gesture.ts';
import { problemResponse, type Problem } from '../problem.ts';
import { bodyOf, served, type Desk } from './desk.ts';
import { staffRoles } from './documents.ts';

export const StaffId = Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{0,39}$' });
export const Add = Type.Object(
  {
    id: StaffId,
    roles: Type.Array(Type.Enum(staffRoles), { minItems: 1, maxItems: 3, uniqueItems: true }),
  },
  { additionalProperties: false },
);

export function addStaffRoutes(routes: Hono<{ Bindings: HttpBindings }>, desk: Desk): void {
  const { staff, guesses } = desk;
  const admin = ['staff:admin'] as const;

  routes.post('/api/staff', (context) =>
    served(desk, context, admin, async ({ caller }) => {
      const read = await bodyOf(context, Add);
      if ('problem' in read) return problemResponse(read.problem);
      const { id, roles } = read.body;
      const secrets = await staff.add(nameOf(caller.actor), id, roles);
      return secrets ? context.json(secrets, 201) : problemResponse(taken);
    }),
  );

  routes.get('/api/staff', (context) =>
    served(desk, context, admin, async () => context.json({ staff: await staff.list() })),
  );

  routes.post('/api/staff/:id/reset', (context) =>
    served(desk, context, admin, async ({ caller }) => {
      const id = context.req.param('id');
      const secrets = await staff.reset(nameOf(caller.actor), id);
      if (!secrets) return problemResponse(unknown);
      guesses.right([`what/staff/${id}`]);
      return context.json(secrets);
    }),
  );

  routes.delete('/api/staff/:id', (context) =>
    served(desk, context, admin, async ({ caller }) => {
      const isDone = await staff.remove(nameOf(caller.actor), context.req.param('id'));
      return isDone ? context.body(null, 204) : problemResponse(unknown);
    }),
  );
}

const taken: Problem = {
  status: 409,
  code: 'staff.taken',
  detail: 'Somebody of this name works here already. Choose another, or reset theirs.',
};
const unknown: Problem = {
  status: 404,
  code: 'staff.unknown',
  detail: 'Nobody of this name works here.',
};
