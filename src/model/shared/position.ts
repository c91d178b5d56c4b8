/** Where something lies on the earth, in degrees (WGS 84). */
export interface Position {
  readonly longitude: number;
  readonly latitude: number;
}

/** The radius of a ball with the earth's volume, in metres. */
const EARTH = 6_371_000;

/** As the crow flies, in metres (haversine); within a city right to a metre or two. */
export function metresBetween(a: Position, b: Position): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2;
  const chord =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude);
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(chord)));
}
