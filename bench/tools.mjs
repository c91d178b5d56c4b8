/** What every benchmark needs: a bundler, a server, a browser, a median and a table. */
import { createServer } from 'node:http';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findChrome } from '../scripts/browser.mjs';

export const root = fileURLToPath(new URL('../', import.meta.url));

/**
 * As a page would get it, minified, with all that it imports. `js` is what it loads before it can begin, `later` what it asks
 * for by `import()`, `files` all pieces by the names they ask for each other by. Paths are seen from the root.
 */
export async function bundle(entry) {
  const { outputFiles, metafile } = await build({
    ...(typeof entry === 'string'
      ? { entryPoints: { entry: `${root}${entry}` } }
      : { stdin: { contents: entry.code, resolveDir: root, loader: 'ts' } }),
    tsconfig: `${root}tsconfig.json`,
    bundle: true,
    minify: true,
    splitting: true,
    metafile: true,
    write: false,
    absWorkingDir: root,
    outdir: 'out',
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    logLevel: 'error',
  });
  const pieces = Object.entries(metafile.outputs);
  const first = new Set([typeof entry === 'string' ? 'out/entry.js' : 'out/stdin.js']);
  // A set that grows while it is walked: whatever the first piece needs, and what that needs.
  for (const path of first)
    for (const { path: next, kind } of metafile.outputs[path].imports)
      if (kind === 'import-statement') first.add(next);
  const textAt = (path) => outputFiles.find((file) => file.path === `${root}${path}`)?.text ?? '';
  const all = (kind) =>
    [...first]
      .filter((path) => path.endsWith(kind))
      .map(textAt)
      .join('\n');
  return {
    js: all('.js'),
    later: pieces
      .filter(([path]) => path.endsWith('.js') && !first.has(path))
      .map(([path]) => textAt(path))
      .join('\n'),
    css: outputFiles.find(({ path }) => path.endsWith('.css'))?.text ?? '',
    files: Object.fromEntries(pieces.map(([path]) => [path.slice('out/'.length), textAt(path)])),
  };
}

export const gzipped = (text) => (text ? gzipSync(text, { level: 9 }).length : 0);

/** Serves what is in `files` ({ '/page': { type, body } }) on a free port, each time as if for the first. */
export async function serve(files) {
  const server = createServer(({ url }, response) => {
    const file = files[url];
    response.writeHead(file ? 200 : 404, {
      'content-type': file?.type ?? 'text/plain',
      'cache-control': 'no-store', // so that no compiled code is kept either
      ...file?.headers,
    });
    response.end(file?.body);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((closed) => server.close(closed)),
  };
}

export async function browse() {
  const { executablePath, args, env } = await findChrome();
  return chromium.launch({ executablePath, args, env });
}

export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Another order in every round, so that no subject always follows the same one. */
export function shuffled(list) {
  return list
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, column) => (column === 0 ? '---' : '--:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** Where a figure was taken. */
export function machine(browser) {
  const [{ model }] = cpus();
  const chrome = browser ? `, Chromium ${browser.version()}` : '';
  return `${model.trim()}, ${cpus().length} cores, Node ${process.versions.node}${chrome}, ${new Date().toISOString().slice(0, 10)}`;
}
