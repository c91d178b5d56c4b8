/** Forms: one element that fills in whatever a definition asks for. */
export type { FilledForm } from './filling.ts';
export { MulinForm } from './form.ts';
