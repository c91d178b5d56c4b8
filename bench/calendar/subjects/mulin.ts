/** mulin-calendar with a word about each day, its lunar day and its whole name for ears. */
import { mount } from './mulin-mount.ts';
import { knownOf } from './data.ts';

mount(knownOf);
