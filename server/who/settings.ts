/** What an operator says about who may come; docs/who.md says it in words. */
import { readFileSync } from 'node:fs';
import { Type, type Static } from 'typebox';
import { Check, Errors } from 'typebox/schema';
import { OperatorMistake } from '../mistake.ts';
import type { WhoOptions } from './desk.ts';
import type { ProviderSettings } from './provider.ts';

export type WhoSettings = Pick<
  WhoOptions,
  'demandsEnrolment' | 'proxies' | 'provider' | 'partners'
>;
/** Gives an environment variable, undefined where it is empty. */
type Said = (name: string) => string | undefined;

export function readWhoSettings(said: Said): WhoSettings {
  const terminals = said('MULIN_TERMINALS');
  if (terminals !== undefined && terminals !== 'enrolled')
    throw new OperatorMistake(
      'MULIN_TERMINALS is “enrolled” where each page must be an enrolled terminal, or left out.',
    );
  const proxies = Number(said('MULIN_PROXIES') ?? 0);
  if (!Number.isInteger(proxies) || proxies < 0 || proxies > 10)
    throw new OperatorMistake(
      'MULIN_PROXIES is the number of proxies of your own before the hall, each of which adds an address to X-Forwarded-For.',
    );
  const provider = providerOf(said);
  const partners = said('MULIN_PARTNERS');
  return {
    demandsEnrolment: terminals === 'enrolled',
    proxies,
    ...(provider && { provider }),
    ...(partners !== undefined && { partners: partnersIn(partners) }),
  };
}

function providerOf(said: Said): ProviderSettings | undefined {
  const issuer = said('MULIN_OIDC_ISSUER');
  if (issuer === undefined) return undefined;
  const need = (name: string): string => {
    const value = said(name);
    if (value === undefined)
      throw new OperatorMistake(`With MULIN_OIDC_ISSUER there must be ${name} too.`);
    return value;
  };
  const url = need('MULIN_URL').replace(/\/$/, '');
  for (const [name, one] of Object.entries({ MULIN_OIDC_ISSUER: issuer, MULIN_URL: url }))
    if (!/^https:\/\/./.test(one) && !/^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(one))
      throw new OperatorMistake(`${name} must begin with https://, for it carries sign-ins.`);
  const [clientSecret, rolesClaim] = [said('MULIN_OIDC_SECRET'), said('MULIN_OIDC_ROLES')];
  return {
    issuer,
    url,
    clientId: need('MULIN_OIDC_CLIENT'),
    name: said('MULIN_OIDC_NAME') ?? new URL(issuer).host,
    ...(clientSecret !== undefined && { clientSecret }),
    ...(rolesClaim !== undefined && { rolesClaim }),
  };
}

const Partners = Type.Array(
  Type.Object(
    {
      issuer: Type.String({ minLength: 1 }),
      audience: Type.String({ minLength: 1 }),
      keys: Type.String({ pattern: '^https://|^http://(127\\.0\\.0\\.1|localhost)[:/]' }),
      idNumberClaim: Type.Optional(Type.String({ minLength: 1 })),
    },
    { additionalProperties: false },
  ),
);

function partnersIn(file: string): Static<typeof Partners> {
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new OperatorMistake(
      `MULIN_PARTNERS names ${file}, which can’t be read as JSON: ${(error as Error).message}`,
      { cause: error },
    );
  }
  if (Check(Partners, read)) return read as Static<typeof Partners>;
  const [, [mistake]] = Errors(Partners, read);
  throw new OperatorMistake(
    `${file}${mistake?.instancePath ?? ''}: ${mistake?.message}. A partner has issuer, audience, keys (an https address) and perhaps idNumberClaim.`,
  );
}
