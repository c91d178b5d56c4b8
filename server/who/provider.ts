/** Staff by the authority's own identity provider: OpenID Connect, authorization code with PKCE. */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client';
import type { StaffRole } from '../../src/model/shared/law.ts';
import { staffRoles } from './documents.ts';
import type { Person } from './sessions.ts';

export interface ProviderSettings {
  /** Such as `https://id.example`; what it offers is read from its well-known document. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string;
  /** What the button says: whose sign-in it is. */
  readonly name: string;
  /** How browsers reach this hall, such as `https://hall.example`; the provider sends them back to it. */
  readonly url: string;
  /** The claim of the ID token that lists roles; those of ours count: counter, case, admin. */
  readonly rolesClaim?: string;
}

/** What must be the same when the browser comes back. */
export interface Departure {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface Provider {
  readonly name: string;
  /** The hall is opened over https. */
  readonly isSecure: boolean;
  leave(): Promise<{ readonly url: URL; readonly departure: Departure }>;
  /** `search` is what the browser came back with. Undefined where the provider knows somebody who has no role here. */
  arrive(search: string, departure: Departure): Promise<Person | undefined>;
}

/** Where the provider sends browsers back to; register it there. */
export const RETURN = '/api/sign-in/done';

export function openProvider(settings: ProviderSettings): Provider {
  const { issuer, clientId, clientSecret, name, rolesClaim = 'roles' } = settings;
  const isHere = /^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(issuer);
  let found: Promise<Configuration> | undefined;
  /** Asked when it is needed: a hall opens in the morning whether its provider does or not. */
  const configuration = (): Promise<Configuration> =>
    (found ??= discovery(new URL(issuer), clientId, clientSecret, undefined, {
      ...(isHere && { execute: [allowInsecureRequests] }),
      timeout: 8,
    }).catch((error: unknown) => {
      found = undefined;
      throw error;
    }));

  return {
    name,
    isSecure: settings.url.startsWith('https:'),
    async leave() {
      const departure = {
        state: randomState(),
        nonce: randomNonce(),
        verifier: randomPKCECodeVerifier(),
      };
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: settings.url + RETURN,
        scope: 'openid',
        code_challenge: await calculatePKCECodeChallenge(departure.verifier),
        code_challenge_method: 'S256',
        state: departure.state,
        nonce: departure.nonce,
      });
      return { url, departure };
    },
    async arrive(search, { state, nonce, verifier }) {
      const tokens = await authorizationCodeGrant(
        await configuration(),
        new URL(settings.url + RETURN + search),
        {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        },
      );
      const claims = tokens.claims();
      const told = claims?.[rolesClaim];
      const roles = staffRoles.filter((role) => Array.isArray(told) && told.includes(role));
      if (!claims || roles.length === 0) return undefined;
      return { kind: 'staff', id: `oidc.${claims.sub}`, roles: roles satisfies StaffRole[] };
    },
  };
}
