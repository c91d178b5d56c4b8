/** A service pack: all that is only this district's. Data, checked by this shape and by `pack-check.ts`; no code. */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { Activity } from './activity/rules.ts';
import { Bookable, BookingLimits, Closure, Opening } from './booking/rules.ts';
import { FormDefinition } from './form/definition.ts';
import { CaseRule } from './case/rules.ts';
import { CatalogRules, Good, Story } from './catalog/rules.ts';
import { Queue } from './queue/rules.ts';
import { HolidayYear } from './shared/calendar.ts';
import { Place, Subdistrict } from './shared/place.ts';
import { Service } from './shared/service.ts';
import { Id, Text } from './shared/text.ts';

/** `pack.json` */
export const PackHead = Type.Object(
  {
    id: Id,
    name: Text,
    /** Names of the terminal's own place and area, for its header. */
    title: Text,
    home: Id,
    /** IANA name; every wall-clock time of the pack is meant in it. */
    zone: Type.String({ pattern: '^[A-Za-z_]+(/[A-Za-z_+-]+)*$' }),
    /** Where phones reach the pages of the hall, such as `https://hall.example.gov.cn`; for the code on a ticket. */
    publicUrl: Type.Optional(Type.String({ pattern: '^https://[^/\\s]+$' })),
    /** Services offered first on the home screen. */
    frequent: Type.Array(Id),
  },
  { additionalProperties: false },
);

/** The files of a pack and the shape of each. Folders hold one file a member. */
export const packFiles = {
  'pack.json': PackHead,
  'subdistricts.json': Type.Array(Subdistrict),
  'places.json': Type.Array(Place, { minItems: 1 }),
  'services/*.json': Service,
  'booking/openings.json': Type.Array(Opening),
  'booking/closures.json': Type.Array(Closure),
  'booking/limits.json': BookingLimits,
  'booking/services/*.json': Bookable,
  'forms/*.json': FormDefinition,
  'queues/*.json': Queue,
  'catalog.json': CatalogRules,
  'goods/*.json': Type.Array(Good),
  'cases/*.json': CaseRule,
  'stories.json': Type.Array(Story),
  'activities/*.json': Activity,
  'calendar/*.json': HolidayYear,
} as const;

export type Pack = Static<typeof PackHead> & {
  readonly subdistricts: readonly Subdistrict[];
  readonly places: readonly Place[];
  readonly services: readonly Service[];
  readonly openings: readonly Opening[];
  readonly closures: readonly Closure[];
  readonly bookables: readonly Bookable[];
  readonly forms: readonly FormDefinition[];
  readonly queues: readonly Queue[];
  readonly cases: readonly CaseRule[];
  readonly limits?: BookingLimits;
  readonly catalog?: CatalogRules;
  readonly goods?: readonly Good[];
  readonly stories?: readonly Story[];
  readonly activities?: readonly Activity[];
  readonly calendar: readonly HolidayYear[];
};
