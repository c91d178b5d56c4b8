/**
 * Starts the hall.
 *
 *   PORT=8080 HOST=127.0.0.1 node --import tsx server/main.ts
 *
 * docs/hall.md says what else can be set.
 */
import { OperatorMistake } from './mistake.ts';
import { serve, type Serving } from './serve.ts';
import { readSettings, type Settings } from './settings.ts';

let isLeaving = false;

try {
  const settings = readSettings(process.env);
  const serving = await serve(settings);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => leave(serving));
  console.log(welcome(settings, serving));
} catch (error) {
  if (!(error instanceof OperatorMistake)) throw error;
  console.error(`\nThe hall did not start. ${error.message}\n`);
  process.exitCode = 1;
}

/** Asked once it finishes what is under way; asked twice it goes. */
function leave(serving: Serving): void {
  if (isLeaving) process.exit(1);
  isLeaving = true;
  void serving.close().then(() => process.exit(0));
}

function welcome({ data, database, keys }: Settings, { url, hall }: Serving): string {
  const isLocal = /^http:\/\/(127\.0\.0\.1|\[::1\]):/.test(url);
  return `
Mulin is ready. Open ${url}

  pack   ${hall.pack.id} (${hall.pack.name['zh-CN']})
  data   ${database === undefined ? data : placeOf(database)}
  key    ${keys === undefined ? `${data}/key: keep a copy elsewhere, without it no record can be read` : 'from MULIN_KEY'}
  who    ${isLocal ? 'a browser on this machine is a kiosk at once, until a terminal is enrolled' : 'terminals are enrolled by a code'}: docs/who.md
  stop   Ctrl+C
${
  isLocal
    ? ''
    : `
Other machines must open it over https (a proxy in front): on plain http a browser keeps no
secrets and starts nothing offline, so booking would refuse with a sentence.
`
}`;
}

/** Where the database is; not who opens it, and by which password. */
function placeOf(database: string): string {
  const { host, pathname } = new URL(database);
  return `PostgreSQL ${host}${pathname}`;
}
