// Two builds share this file: the terminal (vite build) and the library (vite build --mode library, by
// scripts/build-lib.mjs). Neither names its files: a page of the terminal is a kiosk/*.html, and a door of the library is
// an index.ts, so a new room is built the day it gets its door.
import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import manifest from './package.json' with { type: 'json' };

// Not a plain import: Vite bundles those into this file, and the plugin finds the law of packs from where it lies.
const { servicePack } = (await import(
  new URL('./scripts/pack-plugin.mjs', import.meta.url).href
)) as typeof import('./scripts/pack-plugin.mjs');

const root = fileURLToPath(new URL('./', import.meta.url));

/** `{ pathWithoutExtension: absolutePath }` of the files below `folder` that `isEntry`. */
function entries(folder: string, isEntry: (path: string) => boolean): Record<string, string> {
  const found = readdirSync(join(root, folder), { encoding: 'utf8', recursive: true })
    .filter(isEntry)
    .map((path) => [path.replace(/\.\w+$/, ''), join(root, folder, path)]);
  if (found.length === 0) throw new Error(`Nothing to build: no entry below ${folder}/.`);
  return Object.fromEntries(found);
}

const kiosk = (): UserConfig => ({
  root: join(root, 'kiosk'),
  // Absolute, or a deep link such as /services/marriage would look for its scripts below /services/.
  base: '/',
  build: {
    outDir: join(root, 'dist/kiosk'),
    emptyOutDir: true,
    target: 'es2022',
    // No data: URLs, so that the server's Content-Security-Policy need not allow them.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: entries('kiosk', (path) => path.endsWith('.html') && dirname(path) === '.'),
    },
  },
  plugins: [
    ...readdirSync(join(root, 'kiosk/packs')).map((id) => servicePack(`packs/${id}`)),
    VitePWA({
      // We write the service worker, the plugin only fills in what to precache: everything. A terminal must start
      // without a network, in the right font. kiosk/main.ts registers it; the web manifest lies in kiosk/public.
      strategies: 'injectManifest',
      srcDir: '.',
      filename: 'sw.ts',
      injectRegister: false,
      manifest: false,
      injectManifest: {
        globPatterns: ['**/*.{html,js,css,json,webmanifest,svg,png,woff2,ogg}'],
        maximumFileSizeToCacheInBytes: 4 * 2 ** 20,
      },
    }),
  ],
});

const dependencies = Object.keys(manifest.dependencies);

const library = (): UserConfig => ({
  publicDir: false,
  build: {
    outDir: join(root, 'dist/lib'),
    emptyOutDir: false, // the compiler writes its declarations there at the same time
    target: 'es2022',
    minify: false, // whoever bundles it does, and can read it until then
    lib: {
      entry: entries('src', (path) => basename(path) === 'index.ts'),
      formats: ['es'],
    },
    rolldownOptions: {
      // Two copies of Lit on one page would not know each other's templates: dependencies stay imports.
      external: (id) => dependencies.some((name) => id === name || id.startsWith(`${name}/`)),
      // One file out for each file in: declarations and manifest match by name, and nobody loads a room he did not enter.
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
});

export default defineConfig(({ mode }) => (mode === 'library' ? library() : kiosk()));
