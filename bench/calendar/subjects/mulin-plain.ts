/** mulin-calendar with no more to show than its rivals: numbers. */
import { mount } from './mulin-mount.ts';
import { plainOf } from './data.ts';

mount(plainOf);
