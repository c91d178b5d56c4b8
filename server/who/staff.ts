/**
 * People who work here, in a hall that has no identity provider: a password nobody chose, and a code from their telephone
 * (RFC 6238). Whoever loses the telephone has codes on paper; whoever loses all has an admin, or the hall's own machine.
 */
import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Secret, TOTP } from 'otpauth';
import type { StaffRole } from '../../src/model/shared/law.ts';
import { staff, type StaffDoc } from './documents.ts';
import type { Register } from './register.ts';
import { digestOf } from './secrets.ts';
import type { Person, Sessions } from './sessions.ts';

/** Shown once. */
export interface StaffSecrets {
  readonly id: string;
  readonly roles: readonly StaffRole[];
  readonly password: string;
  /** `otpauth://…`, for a QR code. */
  readonly totp: string;
  /** Each stands in for the telephone once. */
  readonly recovery: readonly string[];
}

export interface StaffBook {
  /** Undefined where somebody of this name works here already. */
  add(by: string, id: string, roles: readonly StaffRole[]): Promise<StaffSecrets | undefined>;
  /** New secrets; the old ones and all open sessions end. Undefined where nobody of this name works here. */
  reset(by: string, id: string): Promise<StaffSecrets | undefined>;
  remove(by: string, id: string): Promise<boolean>;
  list(): Promise<readonly Pick<StaffDoc, 'id' | 'roles' | 'removedAt'>[]>;
  /** `second` is the code of the telephone, or one from the paper. */
  prove(id: string, password: string, second: string): Promise<Person | undefined>;
}

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);
/** OWASP's least for scrypt: 2¹⁵ · 8 · 3, some 0.2 s and 32 MB. */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 2 ** 20 };
const STEP = 30_000;
/** No 0, O, 1, l: written by hand and read by others. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

const lettersOf = (count: number): string =>
  Array.from({ length: count }, () => LETTERS[randomInt(LETTERS.length)]).join('');
const groups = (count: number): string =>
  Array.from({ length: count }, () => lettersOf(4)).join('-');

async function hashOf(password: string, salt = randomBytes(16)): Promise<string> {
  const key = await derive(password, salt, 32, COST);
  return `${salt.toString('base64')}.${key.toString('base64')}`;
}

async function isPassword(password: string, hash: string): Promise<boolean> {
  const [salt = '', key = ''] = hash.split('.').map((part) => Buffer.from(part, 'base64'));
  const told = await derive(password, Buffer.from(salt), 32, COST);
  return timingSafeEqual(told, Buffer.from(key));
}

export function openStaff(register: Register, sessions: Sessions, issuer: string): StaffBook {
  const { now } = register;
  const totpOf = (id: string, secret: string): TOTP =>
    new TOTP({ issuer, label: id, secret: Secret.fromBase32(secret) });
  /** Somebody nobody knows is refused after the same work. */
  const nobody = hashOf(lettersOf(16));

  async function fresh(id: string, roles: readonly StaffRole[]) {
    const password = groups(4);
    const totp = new Secret({ size: 20 }).base32;
    const recovery = Array.from({ length: 8 }, () => groups(3));
    const doc: StaffDoc = {
      id,
      roles: [...roles],
      password: await hashOf(password),
      totp,
      usedStep: 0,
      recovery: recovery.map(digestOf),
    };
    const shown = { id, roles, password, totp: totpOf(id, totp).toString(), recovery };
    return { doc, shown };
  }

  return {
    async add(by, id, roles) {
      const { doc, shown } = await fresh(id, roles);
      const key = staff.key(id);
      return register.change({ by, command: 'staff.add', keys: [key] }, (docs) => {
        const before = staff.find(docs, key);
        if (before && before.removedAt === undefined) return { result: undefined };
        return {
          result: shown,
          changes: [{ key, doc }],
          events: [{ type: 'staff.added', data: { staff: id, roles: roles.join(' ') } }],
        };
      });
    },

    async reset(by, id) {
      const key = staff.key(id);
      const known = staff.find(await register.load([key]), key);
      if (!known) return undefined;
      const { doc, shown } = await fresh(id, known.roles);
      const told = await register.change({ by, command: 'staff.reset', keys: [key] }, (docs) => {
        if (staff.find(docs, key)?.removedAt !== undefined) return { result: undefined };
        return {
          result: shown,
          changes: [{ key, doc }],
          events: [{ type: 'staff.reset', data: { staff: id } }],
        };
      });
      if (told) await sessions.endAll(by, { kind: 'staff', id });
      return told;
    },

    async remove(by, id) {
      const key = staff.key(id);
      const isDone = await register.change({ by, command: 'staff.remove', keys: [key] }, (docs) => {
        const doc = staff.find(docs, key);
        if (!doc || doc.removedAt !== undefined) return { result: false };
        return {
          result: true,
          changes: [{ key, doc: { ...doc, removedAt: now() } }],
          events: [{ type: 'staff.removed', data: { staff: id } }],
        };
      });
      await sessions.endAll(by, { kind: 'staff', id });
      return isDone;
    },

    async list() {
      const docs = await register.load([staff.range()]);
      return [...docs.keys()].map((key) => {
        const { id, roles, removedAt } = staff.find(docs, key)!;
        return { id, roles, ...(removedAt !== undefined && { removedAt }) };
      });
    },

    async prove(id, password, second) {
      const key = staff.key(id);
      const known = staff.find(await register.load([key]), key);
      const works = known && known.removedAt === undefined;
      const isRight = await isPassword(password, works ? known.password : await nobody);
      if (!works || !isRight) return undefined;
      return register.change({ by: `staff/${id}`, command: 'staff.prove', keys: [key] }, (docs) => {
        const doc = staff.find(docs, key);
        if (!doc || doc.password !== known.password) return { result: undefined };
        const used = afterUse(doc, second);
        if (!used) return { result: undefined };
        const person: Person = { kind: 'staff', id, roles: doc.roles };
        return { result: person, changes: [{ key, doc: used }] };
      });
    },
  };

  /** The document after this code was used; undefined where it is wrong or was used before. */
  function afterUse(doc: StaffDoc, second: string): StaffDoc | undefined {
    if (!/^\d{6}$/.test(second)) {
      const digest = digestOf(second.trim().toLowerCase());
      const recovery = doc.recovery.filter((one) => one !== digest);
      return recovery.length < doc.recovery.length ? { ...doc, recovery } : undefined;
    }
    const timestamp = now();
    // The clock of a telephone may be half a minute off.
    const delta = totpOf(doc.id, doc.totp).validate({ token: second, timestamp, window: 1 });
    if (delta === null) return undefined;
    const step = Math.floor(timestamp / STEP) + delta;
    return step > doc.usedStep ? { ...doc, usedStep: step } : undefined;
  }
}
