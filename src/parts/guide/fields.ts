/** The fields of civil affairs that services are sorted into, by the row of the source document they belong to. */
import type { IconName } from '../../ui/icons.ts';

/** In the order of the screen, each with its drawing. */
export const fields = {
  elder: 'person',
  relief: 'heart',
  community: 'home',
  organisations: 'clipboard-check',
  marriage: 'document',
  public: 'info',
} as const satisfies Record<string, IconName>;
export type FieldName = keyof typeof fields;

const byLetter: Readonly<Record<string, FieldName>> = {
  A: 'elder',
  B: 'relief',
  C: 'community',
  D: 'organisations',
};

/** `E1` is marriage; the rest of E serves everybody. */
export function fieldOf(system: string): FieldName {
  return system === 'E1' ? 'marriage' : (byLetter[system.slice(0, 1)] ?? 'public');
}
