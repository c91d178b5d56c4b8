// Brings a service pack into the kiosk as one file, /packs/<id>.json, and lets no build pass with a pack in error.
import { relative, resolve } from 'node:path';
import { readPack, tellMistake } from '../bin/pack-files.mjs';
import { withReadings } from './readings.mjs';

/** A Vite plugin for one pack; use it once for each. */
export function servicePack(dir) {
  let folder = resolve(dir);
  const read = async () => {
    const { pack, mistakes } = await readPack(folder);
    const shown = relative(process.cwd(), folder);
    const complaint = [`The service pack ${shown} has mistakes:`]
      .concat(mistakes.map((mistake) => tellMistake(shown, mistake)))
      .join('\n  ');
    return { pack: pack && withReadings(pack), complaint };
  };

  return {
    name: `mulin-service-pack:${dir}`,

    configResolved({ root }) {
      folder = resolve(root, dir);
    },

    /** At build: one asset, or the names of all mistakes. */
    async generateBundle() {
      const { pack, complaint } = await read();
      if (!pack) this.error(complaint);
      this.emitFile({
        type: 'asset',
        fileName: `packs/${pack.id}.json`,
        source: JSON.stringify(pack),
      });
    },

    /** While developing: read afresh each time, and reload the page when somebody has edited the pack. */
    configureServer(server) {
      server.watcher.add(folder);
      server.watcher.on('all', (_event, file) => {
        if (file.startsWith(folder)) server.ws.send({ type: 'full-reload' });
      });
      server.middlewares.use((request, response, next) => {
        const asked = /\/packs\/([^/?]+)\.json(\?|$)/.exec(request.url ?? '')?.[1];
        if (!asked) return next();
        return read()
          .then(({ pack, complaint }) => {
            if (pack && pack.id !== asked) return next();
            if (!pack) server.config.logger.error(complaint);
            response.statusCode = pack ? 200 : 500;
            response.setHeader(
              'Content-Type',
              pack ? 'application/json' : 'text/plain; charset=utf-8',
            );
            response.setHeader('Cache-Control', 'no-store');
            return response.end(pack ? JSON.stringify(pack) : complaint);
          })
          .catch(next);
      });
    },
  };
}
