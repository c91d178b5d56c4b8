/**
 * Guards against a lock that works here and nowhere else. When a registry lacks the binary package of some platform, npm
 * install leaves it out of package-lock.json without a word, and npm ci then refuses the whole lock. So every optional
 * dependency that an entry names must have an entry of its own, to be found the way Node looks: upwards.
 */
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(
  readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'),
);

function isLocked(name, from) {
  for (let folder = from; ; folder = folder.slice(0, folder.lastIndexOf('node_modules/'))) {
    if (`${folder && folder.replace(/\/?$/, '/')}node_modules/${name}` in packages) return true;
    if (!folder) return false;
  }
}

const holes = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => !isLocked(name, path))
    .map((name) => `  ${path} wants ${name}`),
);
if (holes.length > 0) {
  console.error(
    `package-lock.json has ${holes.length} holes, so npm ci would fail on another machine. The registry lacks these ` +
      `packages: pin whoever wants them to an older version, delete package-lock.json and install again.\n${holes.join('\n')}`,
  );
  process.exitCode = 1;
}
