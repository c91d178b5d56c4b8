import * as Type from 'typebox';
import { answer, query, refuse, type ActorKind, type Answer, type Ctx } from '../shared/law.ts';
import type { Place } from '../shared/place.ts';
import type { Service } from '../shared/service.ts';
import { Id, type Text } from '../shared/text.ts';

/** The slice of a pack that guides are read from. */
export interface GuidePack {
  readonly name: Text;
  readonly title: Text;
  readonly home: string;
  readonly frequent: readonly string[];
  readonly places: readonly Place[];
  readonly services: readonly Service[];
  readonly bookables: readonly {
    readonly service: string;
    readonly persons: readonly unknown[];
  }[];
  readonly cases: readonly { readonly service: string }[];
}
type GuideCtx = Ctx<GuidePack>;

const everybody: readonly ActorKind[] = ['anonymous', 'device', 'citizen', 'staff'];

/** A service with the places that serve it, and what can be done about it here and now. */
export interface Guide extends Omit<Service, 'places'> {
  readonly places: readonly Place[];
  readonly bookable: boolean;
  /** There is a form to apply with. */
  readonly applicable: boolean;
}

export const service = query({
  name: 'guide.service',
  input: Type.Object({ service: Id }, { additionalProperties: false }),
  who: everybody,
  reads: () => [],
  answer(_docs, input, { pack }: GuideCtx): Answer<Guide, 'guide.unknown-service'> {
    const found = pack.services.find(({ id }) => id === input.service);
    if (!found) return refuse('guide.unknown-service', { at: '/service' });
    return answer({
      ...found,
      places: pack.places.filter(({ id }) => found.places.includes(id)),
      bookable: isBookable(pack, found.id),
      applicable: isApplicable(pack, found.id),
    });
  },
});

export interface ServiceSummary extends Pick<
  Service,
  'id' | 'system' | 'name' | 'summary' | 'keywords' | 'sample'
> {
  readonly bookable: boolean;
  readonly applicable: boolean;
  readonly frequent: boolean;
}

/** Everything this pack offers, and whose pack it is. */
export interface Directory {
  readonly name: Text;
  readonly title: Text;
  readonly home: Place | undefined;
  readonly services: readonly ServiceSummary[];
}

export const services = query({
  name: 'guide.services',
  input: Type.Object({}, { additionalProperties: false }),
  who: everybody,
  reads: () => [],
  answer(_docs, _input, { pack }: GuideCtx): Answer<Directory, never> {
    const { name, title, home, frequent } = pack;
    return answer({
      name,
      title,
      home: pack.places.find(({ id }) => id === home),
      services: pack.services.map(({ id, system, name, summary, keywords, sample }) => ({
        id,
        system,
        name,
        summary,
        keywords,
        sample,
        bookable: isBookable(pack, id),
        applicable: isApplicable(pack, id),
        frequent: frequent.includes(id),
      })),
    });
  },
});

/** A time that nobody comes for in person goes with something else. */
const isBookable = (pack: GuidePack, id: string): boolean =>
  pack.bookables.some(({ service: bookable, persons }) => bookable === id && persons.length > 0);

const isApplicable = (pack: GuidePack, id: string): boolean =>
  pack.cases.some(({ service: applicable }) => applicable === id);
