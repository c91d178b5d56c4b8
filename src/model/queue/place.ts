import type { Text } from '../shared/text.ts';
import type { QueuePack } from './documents.ts';

/** The place whose tickets a terminal gives out: its own, else the one of its neighbourhood, else the first. */
export function placeOfQueue({
  home,
  places,
  queues,
}: Pick<QueuePack, 'places' | 'queues'> & { readonly home: string }): string | undefined {
  const divisionOf = (id: string): string | undefined =>
    places.find((place) => place.id === id)?.division;
  const own = queues.find(({ place }) => place === home);
  const near = queues.find(({ place }) => divisionOf(place) === divisionOf(home));
  return (own ?? near ?? queues[0])?.place;
}

export function placeName({ places }: Pick<QueuePack, 'places'>, place: string): Text {
  return places.find(({ id }) => id === place)?.name ?? { 'zh-CN': place, en: place };
}
