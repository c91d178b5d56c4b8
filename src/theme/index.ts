/** How it looks. */
export { tokens } from './tokens.ts';
