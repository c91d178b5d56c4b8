/**
 *   POST   /api/enrol          {"code":"12345678"}             → {"device":{id,as,name}} and the terminal's cookie
 *   POST   /api/devices        {"as":"kiosk","name":"Door"}    → {"code":"12345678","until":…}; an admin
 *   GET    /api/devices                                        → {"devices":[…]}; an admin
 *   DELETE /api/devices/{id}                                   → at once, open streams too; an admin
 */
import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { Type } from 'typebox';
import { nameOf } from '../gesture.ts';
import { problemResponse, type Problem } from '../problem.ts';
import { bodyOf, guessed, served, type Desk } from './desk.ts';
import { Device } from './documents.ts';
import { cookies, isSecure } from './request.ts';

export const Enrol = Type.Object(
  { code: Type.String({ pattern: '^\\d{8}$' }) },
  { additionalProperties: false },
);
export const Invite = Type.Object(
  { as: Device.properties.as, name: Type.String({ minLength: 1, maxLength: 60 }) },
  { additionalProperties: false },
);
/** Browsers keep a cookie 400 days at most; each start of the terminal renews it. */
const YEAR = 365 * 24 * 3600;

export function addDeviceRoutes(routes: Hono<{ Bindings: HttpBindings }>, desk: Desk): void {
  const { devices } = desk;

  routes.post('/api/enrol', async (context) => {
    // Not `ask`: a terminal that was revoked still shows its old cookie, and may be enrolled again.
    const read = await bodyOf(context, Enrol);
    if ('problem' in read) return problemResponse(read.problem);
    const { code } = read.body;
    const subject = `who/${desk.addressOf(context)}` as const;
    const told = await guessed(desk, [subject], code, wrongCode, () => devices.enrol(code));
    if ('problem' in told) return problemResponse(told.problem);
    const { token, device: it } = told.proven;
    setCookie(context, cookies.device, token, {
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      maxAge: YEAR,
      secure: isSecure(context),
    });
    return context.json({ device: { id: it.id, as: it.as, name: it.name } });
  });

  routes.post('/api/devices', (context) =>
    served(desk, context, ['staff:admin'], async ({ caller }) => {
      const read = await bodyOf(context, Invite);
      if ('problem' in read) return problemResponse(read.problem);
      const { as, name } = read.body;
      return context.json(await devices.invite(nameOf(caller.actor), as, name), 201);
    }),
  );

  routes.get('/api/devices', (context) =>
    served(desk, context, ['staff:admin'], async () =>
      context.json({ devices: await devices.list() }),
    ),
  );

  routes.delete('/api/devices/:id', (context) =>
    served(desk, context, ['staff:admin'], async ({ caller }) => {
      const isDone = await devices.revoke(nameOf(caller.actor), context.req.param('id'));
      return isDone ? context.body(null, 204) : problemResponse(unknown);
    }),
  );
}

const wrongCode: Problem = {
  status: 403,
  code: 'enrol.wrong-code',
  detail: 'This code is wrong, used already, or older than ten minutes. Make a new one.',
};
const unknown: Problem = {
  status: 404,
  code: 'device.unknown',
  detail: 'No device of this id is enrolled.',
};
