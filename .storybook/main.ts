// Storybook: every element in every state, against a real hall in the browser. It asks nothing of any network.
import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/web-components-vite';
import { mergeConfig } from 'vite';
import { servicePack } from '../scripts/pack-plugin.mjs';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const config: StorybookConfig = {
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: {
    name: '@storybook/web-components-vite',
    // Not the vite.config.ts of the house, which builds the terminal.
    options: { builder: { viteConfigPath: here('vite.config.ts') } },
  },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) =>
    mergeConfig(vite, {
      plugins: [servicePack(here('../kiosk/packs/yangpu'))],
      // Found one by one, they would be bundled twice, and two copies of Lit do not know each other.
      optimizeDeps: {
        include: [
          ...[
            'lit',
            'lit/decorators.js',
            'lit/directive-helpers.js',
            'lit/directives/keyed.js',
            'lit/directives/live.js',
          ],
          ...['lit/directives/repeat.js', '@lit/context', 'idb-keyval'],
          ...['qrcode/lib/core/qrcode.js', 'typebox', 'typebox/schema', 'typebox/system', 'uuid'],
          ...['storybook/actions/decorator', 'storybook/test'],
        ],
      },
      build: { target: 'es2022', chunkSizeWarningLimit: 4000 },
    }),
};

export default config;
