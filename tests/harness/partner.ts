/** A partner with a sign-in of its own, which signs tokens, publishes its keys and can change them. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';

export interface Partner {
  /** Where its keys are. */
  readonly keys: string;
  /** The keys it publishes, as JWK. */
  readonly published: readonly object[];
  newKey(kid: string): Promise<void>;
  token(claims?: JWTPayload, kid?: string): Promise<string>;
  close(): void;
}

/** Signs for the hall, unless the claims say otherwise; `now` in milliseconds. */
export async function startPartner(issuer: string, now: () => number): Promise<Partner> {
  const keys = new Map<string, CryptoKey>();
  const published: object[] = [];
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ keys: published }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  async function newKey(kid: string): Promise<void> {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    keys.set(kid, privateKey);
    published.push({ ...(await exportJWK(publicKey)), kid, alg: 'ES256' });
  }
  await newKey('2026');

  return {
    keys: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`,
    published,
    newKey,
    token: (claims = {}, kid = '2026') =>
      new SignJWT({
        iss: issuer,
        aud: 'hall',
        sub: 'user-1',
        iat: now() / 1000,
        exp: now() / 1000 + 300,
        ...claims,
      })
        .setProtectedHeader({ alg: 'ES256', kid })
        .sign(keys.get(kid)!),
    close: () => server.close(),
  };
}
