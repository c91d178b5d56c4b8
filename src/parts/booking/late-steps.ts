/** What the first step of a booking does without; fetched by `late.ts`. */
import './held.ts';
import './outcome.ts';
import './persons-form.ts';
import './review.ts';
import './visit-form.ts';
export { lateRefusals } from './late.refusals.ts';
