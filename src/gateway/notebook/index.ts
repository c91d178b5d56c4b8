export type { Notebook } from '../contract.ts';
export { browserNotebook, type NotebookOptions } from './notebook.ts';
