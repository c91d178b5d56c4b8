/** Everything the terminal is made of, kept in the browser: it starts without a network, and in the right font. */
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

/** The few names of a service worker's world that are used here; its types and the page's can't live in one program. */
declare const self: {
  readonly __WB_MANIFEST: (PrecacheEntry | string)[];
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
};
interface ExtendableEvent {
  waitUntil(work: Promise<unknown>): void;
}

// What an address says after its `?` is for the page: `/board?place=…` is board.html, as the hall serves it.
precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/./] });
cleanupOutdatedCaches();

// Every other address is one page; but the hall's answers and files that are missing are what they are.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/(api\/|(openapi|metrics|healthz|readyz)([/?]|$))/, /^[^?]*\.[^/?]+(\?|$)/],
  }),
);

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// A new version waits until the page says that nobody is there.
self.addEventListener('message', (event) => {
  const { type } = (event.data ?? {}) as { readonly type?: unknown };
  if (type === 'SKIP_WAITING') void self.skipWaiting();
});
