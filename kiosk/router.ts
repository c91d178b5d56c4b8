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
  | {
      readonly screen: 'home' | 'book' | 'apply' | 'guides' | 'appointment' | 'records' | 'ticket';
    }
  | { readonly screen: 'shop'; readonly room?: ShopRoom }
  | { readonly screen: 'service'; readonly service: string; readonly begin: Begin };

type Begin = 'guide' | 'booking' | 'form';

export const home: Route = { screen: 'home' };

const plain = {
  '/book': 'book',
  '/apply': 'apply',
  '/guides': 'guides',
  '/appointment': 'appointment',
  '/records': 'records',
  '/ticket': 'ticket',
} as const;

/** What a path leads to. One that leads nowhere ends at the nearest screen from which a person can go on. */
export function routeOf(
  path: string,
  pack: Pick<Pack, 'services' | 'bookables' | 'cases' | 'catalog'>,
): Route {
  const trimmed = path.replace(/\/+$/, '');
  if (Object.hasOwn(plain, trimmed)) return { screen: plain[trimmed as keyof typeof plain] };
  const shop = /^\/shop(?:\/([^/]+))?$/.exec(trimmed);
  if (shop && pack.catalog) {
    const room = shopRooms.find((one) => one === shop[1]);
    return { screen: 'shop', ...(room && { room }) };
  }
  const [, service, rest] = /^\/service\/([^/]+)(\/book|\/apply)?$/.exec(trimmed) ?? [];
  if (!service) return home;
  if (!pack.services.some(({ id }) => id === service)) return { screen: 'guides' };
  const among = (rules: readonly { readonly service: string }[]): boolean =>
    rules.some((one) => one.service === service);
  const begin: Begin =
    rest === '/book' && among(pack.bookables.filter(({ persons }) => persons.length > 0))
      ? 'booking'
      : rest === '/apply' && among(pack.cases)
        ? 'form'
        : 'guide';
  return { screen: 'service', service, begin };
}

export function pathOf(route: Route): string {
  switch (route.screen) {
    case 'home':
      return '/';
    case 'service':
      return `/service/${route.service}${{ guide: '', booking: '/book', form: '/apply' }[route.begin]}`;
    case 'shop':
      return `/shop${route.room ? `/${route.room}` : ''}`;
    default:
      return `/${route.screen}`;
  }
}
