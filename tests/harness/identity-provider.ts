/** An identity provider as an authority has one: a real OpenID Connect server on this machine, which asks nobody anything. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export interface IdentityProvider {
  readonly issuer: string;
  /** Who signs in next, and with which roles. */
  account: { id: string; roles: readonly string[] };
  /** Begins to serve the hall that browsers come back to here. */
  serve(client: { id: string; secret: string; returnTo: string }): void;
  close(): Promise<void>;
}

export async function startIdentityProvider(): Promise<IdentityProvider> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const idp: IdentityProvider = {
    issuer,
    account: { id: 'li.na', roles: ['counter'] },
    serve({ id, secret, returnTo }) {
      const provider = new Provider(issuer, {
        clients: [{ client_id: id, client_secret: secret, redirect_uris: [returnTo] }],
        pkce: { required: () => true },
        claims: { openid: ['sub', 'roles'] },
        conformIdTokenClaims: false,
        cookies: { keys: ['for a test'] },
        features: { devInteractions: { enabled: false } },
        findAccount: (_context, sub) => ({
          accountId: sub,
          claims: () => ({ sub, roles: [...idp.account.roles] }),
        }),
        interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
      });
      const serve = provider.callback();
      server.on('request', (request, response) => {
        if (!request.url?.startsWith('/interaction/')) return void serve(request, response);
        const agree = async (): Promise<void> => {
          const grant = new provider.Grant({ accountId: idp.account.id, clientId: id });
          grant.addOIDCScope('openid');
          await provider.interactionFinished(request, response, {
            login: { accountId: idp.account.id, remember: false },
            consent: { grantId: await grant.save() },
          });
        };
        void agree();
      });
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return idp;
}
