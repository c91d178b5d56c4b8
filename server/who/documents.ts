/** What the hall remembers about who may come: in the same store as all else, under keys that no law of a part names. */
import { Type, type Static } from 'typebox';
import {
  documentKind,
  type DocumentOf,
  type DeviceKind,
  type StaffRole,
} from '../../src/model/shared/law.ts';

export const deviceKinds = ['kiosk', 'board', 'counter'] as const satisfies readonly DeviceKind[];
export const staffRoles = ['counter', 'case', 'admin'] as const satisfies readonly StaffRole[];

const Roles = Type.Array(Type.Enum(staffRoles));
const Instant = Type.Number();

export const Device = Type.Object({
  id: Type.String(),
  as: Type.Enum(deviceKinds),
  name: Type.String(),
  enrolledAt: Instant,
  seenAt: Instant,
  revokedAt: Type.Optional(Instant),
});
export type DeviceDoc = Static<typeof Device>;

/** An enrolled terminal, at `who/device/<SHA-256 of its token>`. */
export const device = documentKind({ at: 'who/device', schema: Device, personal: [] });

/** A code that a terminal may be enrolled with, once and soon. */
export const invitation = documentKind({
  at: 'who/invitation',
  schema: Type.Object({
    code: Type.String(),
    as: Type.Enum(deviceKinds),
    name: Type.String(),
    until: Instant,
  }),
  personal: ['code'],
});

/** Who somebody has proven to be. */
const Person = Type.Object({
  kind: Type.Union([Type.Literal('citizen'), Type.Literal('staff')]),
  id: Type.String(),
  roles: Type.Optional(Roles),
});
const Session = Type.Object({
  person: Person,
  beganAt: Instant,
  seenAt: Instant,
  /** The end, however busy somebody is. */
  until: Instant,
});

/** A session away from a kiosk, at `who/session/<SHA-256 of its token>`. */
export const session = documentKind({
  at: 'who/session',
  schema: Session,
  personal: ['person'],
});
export type SessionDoc = DocumentOf<typeof session>;

/**
 * The session of whoever stands before a terminal, at `who/visit/<digest of the terminal's token>`: there is one at most, so
 * the next person's takes the place of the last one's.
 */
export const visit = documentKind({
  at: 'who/visit',
  schema: Type.Object({ ...Session.properties, digest: Type.String() }),
  personal: ['person', 'digest'],
});
export type VisitDoc = DocumentOf<typeof visit>;

/** Somebody who works here and signs in with a password and a code, at `who/staff/<name>`. */
export const staff = documentKind({
  at: 'who/staff',
  schema: Type.Object({
    id: Type.String(),
    roles: Roles,
    password: Type.String(),
    /** The secret of the one-time codes (RFC 6238), in base32. */
    totp: Type.String(),
    /** The last step whose code was used: none is taken twice. */
    usedStep: Type.Number(),
    /** Digests of the codes that stand in for a lost telephone, each good for once. */
    recovery: Type.Array(Type.String()),
    removedAt: Type.Optional(Instant),
  }),
  personal: ['password', 'totp', 'recovery'],
});
export type StaffDoc = DocumentOf<typeof staff>;

export const kinds = [device, invitation, session, visit, staff] as const;
