/** Which screen an address means. An address never holds anything a person has typed. */
import type { Pack } from '../src/model/index.ts';

/** The rooms of the charity supermarket. */
export const shopRooms = [
  'goods',
  'points',
  'order',
  'give',
  'volunteer',
  'services',
  'events',
  'stories',
] as const;
export type ShopRoom = (typeof shopRooms)[number];

export type Route =
  | { readonly screen: 'home' | 'book' | 'guides' | 'appointment' | 'ticket' }
  | { readonly screen: 'shop'; readonly room?: ShopRoom }
  | { readonly screen: 'service'; readonly service: string; readonly begin: 'guide' | 'booking' };

export const home: Route = { screen: 'home' };

const plain = {
  '/book': 'book',
  '/guides': 'guides',
  '/appointment': 'appointment',
  '/ticket': 'ticket',
} as const;

/** What a path leads to. One that leads nowhere ends at the nearest screen from which a person can go on. */
export function routeOf(
  path: string,
  pack: Pick<Pack, 'services' | 'bookables' | 'catalog'>,
): Route {
  const trimmed = path.replace(/\/+$/, '');
  if (Object.hasOwn(plain, trimmed)) return { screen: plain[trimmed as keyof typeof plain] };
  const shop = /^\/shop(?:\/([^/]+))?$/.exec(trimmed);
  if (shop && pack.catalog) {
    const room = shopRooms.find((one) => one === shop[1]);
    return { screen: 'shop', ...(room && { room }) };
  }
  const [, service, rest] = /^\/service\/([^/]+)(\/book)?$/.exec(trimmed) ?? [];
  if (!service) return home;
  if (!pack.services.some(({ id }) => id === service)) return { screen: 'guides' };
  const bookable = pack.bookables.some((one) => one.service === service);
  return { screen: 'service', service, begin: rest && bookable ? 'booking' : 'guide' };
}

export function pathOf(route: Route): string {
  switch (route.screen) {
    case 'home':
      return '/';
    case 'service':
      return `/service/${route.service}${route.begin === 'booking' ? '/book' : ''}`;
    case 'shop':
      return `/shop${route.room ? `/${route.room}` : ''}`;
    default:
      return `/${route.screen}`;
  }
}
