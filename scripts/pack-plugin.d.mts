import type { Plugin } from 'vite';

/** Assembles the service pack in `dir` (relative to Vite's root) and gives it out as `/packs/<id>.json`. */
export function servicePack(dir: string): Plugin;
