/** Every command of cases, for the registry. */
export { ask, check, claim, decide, release } from './desk.ts';
export { dropDraft, forgetDraft, keepDraftWith } from './draft.ts';
export { add, drop, forgetBundle } from './evidence.ts';
export { erase, give, rate, withdraw } from './holder.ts';
export { forget } from './house.ts';
export { submitWith } from './submit.ts';
