import { svg } from 'lit';

/** Two of the family in icons.ts, by themselves: who draws an arrow need not bring every drawing of the house. */
export const chevronLeft = svg`<path d="m14.5 5.5-6.5 6.5 6.5 6.5"/>`;
export const chevronRight = svg`<path d="m9.5 5.5 6.5 6.5-6.5 6.5"/>`;
