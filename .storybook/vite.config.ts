// Empty on purpose: what Storybook's own build needs is in main.ts.
import { defineConfig } from 'vite';

export default defineConfig({});
