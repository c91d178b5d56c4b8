/** Terminals of the hall: invited with a code, known by a token, turned away when revoked. */
import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { DeviceKind, Instant } from '../../src/model/shared/law.ts';
import { device, invitation, type DeviceDoc } from './documents.ts';
import type { Register } from './register.ts';
import { digestOf, freshCode, freshToken, isSame } from './secrets.ts';

/** How long a code waits for its terminal: a walk through the hall. */
const INVITED = 10 * 60_000;

export interface Invitation {
  readonly code: string;
  readonly until: Instant;
}

export interface Devices {
  /** A code for one terminal. `name` is what people call it. */
  invite(by: string, as: DeviceKind, name: string): Promise<Invitation>;
  /** Trades a code for a token; undefined where the code is wrong, used or old. */
  enrol(code: string): Promise<{ readonly token: string; readonly device: DeviceDoc } | undefined>;
  /** Enrols a terminal whose token was made elsewhere; `digest` is its SHA-256 in hex. */
  admit(by: string, digest: string, it: Pick<DeviceDoc, 'id' | 'as' | 'name'>): Promise<void>;
  list(): Promise<readonly DeviceDoc[]>;
  /** False where no such terminal is enrolled. */
  revoke(by: string, id: string): Promise<boolean>;
}

export function openDevices(register: Register): Devices {
  const { now } = register;

  const enrolled = (doc: DeviceDoc, digest: string) => ({
    changes: [{ key: device.key(digest), doc }],
    events: [{ type: 'device.enrolled', data: { device: doc.id, as: doc.as } }],
  });

  return {
    async invite(by, as, name) {
      const key = invitation.key(uuidv7());
      const old = [...(await register.load([invitation.range()]))]
        .filter(([, doc]) => (doc as { until: Instant }).until <= now())
        .map(([gone]) => gone);
      const doc = { code: freshCode(), as, name, until: now() + INVITED };
      await register.change({ by, command: 'device.invite', keys: [key, ...old] }, () => ({
        result: undefined,
        changes: [{ key, doc }, ...old.map((gone) => ({ key: gone, doc: null }))],
      }));
      return { code: doc.code, until: doc.until };
    },

    async enrol(code) {
      const invitations = await register.load([invitation.range()]);
      const found = [...invitations.keys()].filter((key) =>
        isSame(invitation.find(invitations, key)!.code, code),
      );
      const [key] = found;
      if (!key) return undefined;
      const token = freshToken();
      return register.change({ by: 'anonymous', command: 'device.enrol', keys: [key] }, (docs) => {
        const invited = invitation.find(docs, key);
        // Another terminal with the same code may have been quicker.
        if (!invited || invited.until <= now()) return { result: undefined };
        const { as, name } = invited;
        const id = `${as}-${randomBytes(4).toString('hex')}`;
        const doc = { id, as, name, enrolledAt: now(), seenAt: now() };
        const { changes, events } = enrolled(doc, digestOf(token));
        return {
          result: { token, device: doc },
          changes: [{ key, doc: null }, ...changes],
          events,
        };
      });
    },

    admit: (by, digest, it) =>
      register.change({ by, command: 'device.admit', keys: [device.key(digest)] }, () => ({
        result: undefined,
        ...enrolled({ ...it, enrolledAt: now(), seenAt: now() }, digest),
      })),

    async list() {
      const docs = await register.load([device.range()]);
      return [...docs.keys()].map((key) => device.find(docs, key)!);
    },

    async revoke(by, id) {
      const docs = await register.load([device.range()]);
      const key = [...docs.keys()].find((one) => device.find(docs, one)?.id === id);
      if (!key) return false;
      return register.change({ by, command: 'device.revoke', keys: [key] }, (fresh) => {
        const doc = device.find(fresh, key);
        if (!doc || doc.revokedAt !== undefined) return { result: doc !== undefined };
        return {
          result: true,
          changes: [{ key, doc: { ...doc, revokedAt: now() } }],
          events: [{ type: 'device.revoked', data: { device: id } }],
        };
      });
    },
  };
}
