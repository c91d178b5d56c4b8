import * as Type from 'typebox';
import type { Static } from 'typebox';
import { Id, Text } from './text.ts';

/** A place where a person is served: a registry, a subdistrict's centre, a 24-hour self-service area, a charity supermarket. */
export const Place = Type.Object(
  {
    id: Id,
    kind: Type.Union([
      Type.Literal('registry'),
      Type.Literal('reception-centre'),
      Type.Literal('self-service-area'),
      Type.Literal('charity-supermarket'),
    ]),
    name: Text,
    /** Six-digit division plus three-digit street code (GB/T 10114), e.g. `310110009`. */
    division: Type.String({ pattern: '^\\d{6}(\\d{3})?$' }),
    address: Text,
    phone: Type.Optional(Type.String({ pattern: '^[0-9][0-9 -]{2,19}$' })),
    hours: Text,
    /** Where it lies, in degrees (WGS 84), for distances. */
    position: Type.Optional(
      Type.Object(
        {
          longitude: Type.Number({ minimum: -180, maximum: 180 }),
          latitude: Type.Number({ minimum: -90, maximum: 90 }),
        },
        { additionalProperties: false },
      ),
    ),
    /** True while address, position, phone or hours are invented; shown as 示例. */
    sample: Type.Boolean(),
  },
  { additionalProperties: false },
);
export type Place = Static<typeof Place>;
/** One of the district's subdistricts (街道), real names and codes. */
export const Subdistrict = Type.Object(
  { code: Type.String({ pattern: '^\\d{9}$' }), name: Text },
  { additionalProperties: false },
);
export type Subdistrict = Static<typeof Subdistrict>;
