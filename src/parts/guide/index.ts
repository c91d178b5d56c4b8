/** What a service is, who may have it, what to bring. */
export { MulinChecklist } from './checklist.ts';
export { MulinGuide } from './guide.ts';
export { MulinPlaceList } from './place-list.ts';
export { MulinServices } from './services.ts';
