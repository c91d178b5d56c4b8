/** Citizens whom a partner's own sign-in has recognised: its signed token, checked against the keys it publishes. */
import { createRemoteJWKSet, decodeJwt, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { normalId, readResidentId } from '../../src/model/shared/identity.ts';
import type { Alias, Instant } from '../../src/model/shared/law.ts';
import type { Problem } from '../problem.ts';
import type { Person } from './sessions.ts';

export interface Partner {
  /** Who signs: the claim `iss`, letter by letter. */
  readonly issuer: string;
  /** For whom it was signed: this hall, the claim `aud`. */
  readonly audience: string;
  /** Where its public keys are (a JWK Set); a key it has changed is fetched by itself. */
  readonly keys: string;
  /** The claim with the identity number. Without it the hall knows a person by `sub`, and not the one whose card was read. */
  readonly idNumberClaim?: string;
}

/** No `none`, and none where the key that checks can also sign. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'];
/** A token is for signing in now, not for keeping. */
const OLDEST = '5 minutes';

/** A key nobody knows makes the hall ask its partner anew, but not as often as somebody likes. */
const FETCHING = { timeoutDuration: 5000, cooldownDuration: 5000 };

export type Recognise = (
  jwt: string,
) => Promise<{ readonly person: Person } | { readonly problem: Problem }>;

export function openPartners(
  partners: readonly Partner[],
  now: () => Instant,
  alias: (value: string) => Alias,
): Recognise {
  const known = new Map<string, readonly [Partner, JWTVerifyGetKey]>(
    partners.map((partner) => [
      partner.issuer,
      [partner, createRemoteJWKSet(new URL(partner.keys), FETCHING)],
    ]),
  );

  return async (jwt) => {
    try {
      const [partner, keys] = known.get(decodeJwt(jwt).iss ?? '') ?? [];
      if (!partner || !keys) return invalid('its issuer is no partner of this hall');
      const { issuer, audience, idNumberClaim } = partner;
      const { payload } = await jwtVerify(jwt, keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        requiredClaims: ['sub', 'exp', 'iat'],
        maxTokenAge: OLDEST,
        clockTolerance: 10,
        currentDate: new Date(now()),
      });
      if (idNumberClaim === undefined)
        return { person: { kind: 'citizen', id: alias(JSON.stringify([issuer, payload.sub])) } };
      const claim = payload[idNumberClaim];
      const number = typeof claim === 'string' ? normalId(claim) : '';
      if (typeof readResidentId(number) === 'string')
        return invalid(`its claim ${idNumberClaim} is no resident identity number`);
      return { person: { kind: 'citizen', id: alias(number) } };
    } catch (error) {
      // jose names what is wrong with a token; all else is the network or the partner.
      if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError))
        return { problem: unreachable };
      if (error.code === 'ERR_JOSE_GENERIC') return { problem: unreachable };
      return invalid(error.code);
    }
  };
}

const invalid = (reason: string): { readonly problem: Problem } => ({
  problem: {
    status: 401,
    code: 'token.invalid',
    detail: `The partner’s token is not accepted: ${reason}.`,
    facts: { reason },
  },
});
const unreachable: Problem = {
  status: 503,
  code: 'partner.unreachable',
  detail: 'The partner’s keys can’t be fetched now. Try again in a moment.',
  retryAfter: 5,
};
