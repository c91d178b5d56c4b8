/** The routes of this folder for /openapi.json: what they take are the schemas that judge it, what they answer stands here. */
import { Type, type TSchema } from 'typebox';
import { Enrol, Invite } from './device-routes.ts';
import { Device as DeviceShape, staff, staffRoles, deviceKinds } from './documents.ts';
import { Begin } from './session-routes.ts';
import { Add } from './staff-routes.ts';

/** One method of one path. */
export interface Described {
  readonly method: 'get' | 'post' | 'delete';
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  /** As in a law; nothing where anybody may. */
  readonly who: readonly string[];
  readonly takes?: TSchema;
  /** The status of a success, and what is in it: nothing, or a way to elsewhere. */
  readonly status: 200 | 201 | 204 | 302;
  readonly answers?: TSchema;
  /** Statuses of problems beside those that any request may meet. */
  readonly problems?: Readonly<Record<string, string>>;
}

const Instant = Type.Number({ description: 'milliseconds since 1970' });
const At = Type.Object({ id: Type.String(), as: Type.Enum(deviceKinds) });
const Actor = Type.Object({
  kind: Type.Enum(['anonymous', 'device', 'citizen', 'staff']),
  id: Type.Optional(Type.String({ description: 'of a citizen a pseudonym, never a number' })),
  as: Type.Optional(Type.Enum(deviceKinds)),
  roles: Type.Optional(Type.Array(Type.Enum(staffRoles))),
  at: Type.Optional(At),
});
const Secrets = Type.Object({
  id: Type.String(),
  roles: Type.Array(Type.Enum(staffRoles)),
  password: Type.String(),
  totp: Type.String({ description: 'otpauth://, for an authenticator' }),
  recovery: Type.Array(Type.String(), { description: 'each stands in for the phone once' }),
});
const { id, as, name } = DeviceShape.properties;
const Device = Type.Object({ id, as, name });
const Member = Type.Pick(staff.schema, ['id', 'roles', 'removedAt']);
const admin = ['staff:admin'];
const noProvider = { '404': 'Staff have no identity provider here.' };

export const described: readonly Described[] = [
  {
    ...{ method: 'get', path: '/api/session', id: 'session.look', who: [], status: 200 },
    summary: 'Who is asking, until when, and whether this page is an enrolled terminal',
    answers: Type.Object({
      actor: Actor,
      until: Type.Optional(Instant),
      enrolment: Type.Enum(['done', 'wanted', 'offered']),
      provider: Type.Optional(Type.Object({ name: Type.String(), href: Type.String() })),
    }),
  },
  {
    ...{ method: 'post', path: '/api/session', id: 'session.begin', who: [], status: 200 },
    summary: 'Somebody says who they are, and proves it; the answer brings their cookie',
    takes: Begin,
    answers: Type.Object({ actor: Actor, until: Instant }),
    problems: { '503': 'The keys of that partner can’t be had now.' },
  },
  {
    ...{ method: 'delete', path: '/api/session', id: 'session.end', who: [], status: 204 },
    summary: 'Whoever was here has gone',
  },
  {
    ...{ method: 'post', path: '/api/enrol', id: 'device.enrol', who: [], status: 200 },
    summary: 'Trades a code for the cookie of a terminal, once',
    takes: Enrol,
    answers: Type.Object({ device: Device }),
  },
  {
    ...{ method: 'post', path: '/api/devices', id: 'device.invite', who: admin, status: 201 },
    summary: 'A code for one terminal, good for ten minutes',
    takes: Invite,
    answers: Type.Object({ code: Type.String(), until: Instant }),
  },
  {
    ...{ method: 'get', path: '/api/devices', id: 'device.list', who: admin, status: 200 },
    summary: 'All terminals',
    answers: Type.Object({ devices: Type.Array(DeviceShape) }),
  },
  {
    ...{
      method: 'delete',
      path: '/api/devices/{id}',
      id: 'device.revoke',
      who: admin,
      status: 204,
    },
    summary: 'Turns a terminal away, at once and in the middle of its streams',
    problems: { '404': 'No terminal has this id.' },
  },
  {
    ...{ method: 'post', path: '/api/staff', id: 'staff.add', who: admin, status: 201 },
    summary: 'Lets somebody sign in with a password and the code of a phone; shown once',
    takes: Add,
    answers: Secrets,
    problems: { '409': 'Somebody of this name works here already.' },
  },
  {
    ...{ method: 'get', path: '/api/staff', id: 'staff.list', who: admin, status: 200 },
    summary: 'Who signs in with a password',
    answers: Type.Object({ staff: Type.Array(Member) }),
  },
  {
    ...{
      method: 'post',
      path: '/api/staff/{id}/reset',
      id: 'staff.reset',
      who: admin,
      status: 200,
    },
    summary: 'New secrets; the old ones and all sessions end',
    answers: Secrets,
    problems: { '404': 'Nobody of this name works here.' },
  },
  {
    ...{ method: 'delete', path: '/api/staff/{id}', id: 'staff.remove', who: admin, status: 204 },
    summary: 'Signs somebody out everywhere, for good',
    problems: { '404': 'Nobody of this name works here.' },
  },
  {
    ...{ method: 'get', path: '/api/sign-in', id: 'sign-in.leave', who: [], status: 302 },
    summary:
      'A browser that came by a link goes to the identity provider; `back` is the page to come back to',
    problems: noProvider,
  },
  {
    ...{ method: 'get', path: '/api/sign-in/done', id: 'sign-in.return', who: [], status: 302 },
    summary: 'Back from the identity provider, to that page',
    problems: noProvider,
  },
];
