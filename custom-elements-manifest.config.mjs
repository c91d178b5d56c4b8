// custom-elements.json: what the elements offer, for Storybook, editors and whoever installs mulin.
const HIDDEN = new Set(['private', 'protected']);

const isPublic = ({ name, privacy, kind, static: isStatic }) =>
  !name.startsWith('#') && !HIDDEN.has(privacy) && !(kind === 'field' && isStatic); // formAssociated, styles: how an element is set up, not what it offers

/**
 * Tells only what a page may rely on: public members, the events that the element's manual promises by @fires (the analyzer
 * adds every dispatchEvent it sees), and files as they are published.
 */
const publicOnly = () => ({
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    const published = (path) => path?.replace(/^\/?src\/(.*)\.ts$/, 'dist/lib/$1.js');
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations ?? []) {
        if (declaration.members) declaration.members = declaration.members.filter(isPublic);
        if (declaration.events)
          declaration.events = declaration.events.filter((event) => event.description);
      }
    }
    // Modules, and every reference to one, carry their source's path.
    const walk = (node) => {
      if (node === null || typeof node !== 'object') return;
      for (const key of ['path', 'module'])
        if (typeof node[key] === 'string') node[key] = published(node[key]);
      Object.values(node).forEach(walk);
    };
    walk(customElementsManifest);
  },
});

export default {
  globs: ['src/**/*.ts'],
  exclude: ['src/model/**', 'src/gateway/**'],
  outdir: '.',
  litelement: true,
  plugins: [publicOnly()],
};
