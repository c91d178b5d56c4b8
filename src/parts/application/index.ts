export { MulinKeepDraft, type Kept } from './keep.ts';
export { MulinPickServices } from './pick.ts';
export { MulinFormReceipt } from './receipt.ts';
export { MulinResumeDraft, type DraftProof } from './resume.ts';
export { MulinScreened } from './screened.ts';
