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

/** Elements are registered by `@element('mulin-…')` (src/ui/base.ts), which the analyzer does not know by itself. */
const tagsOfTheHouse = () => ({
  name: 'tags-of-the-house',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassDeclaration(node)) return;
    const tag = (ts.getDecorators(node) ?? [])
      .map(({ expression }) => expression)
      .find((call) => ts.isCallExpression(call) && call.expression.getText() === 'element')
      ?.arguments[0]?.text;
    const declared = moduleDoc.declarations?.find(({ name }) => name === node.name?.getText());
    if (!tag || !declared) return;
    Object.assign(declared, { tagName: tag, customElement: true });
    const declaration = { name: declared.name, module: moduleDoc.path };
    moduleDoc.exports.push({ kind: 'custom-element-definition', name: tag, declaration });
  },
});

export default {
  globs: ['src/**/*.ts'],
  exclude: ['src/model/**', 'src/gateway/**'],
  outdir: '.',
  litelement: true,
  plugins: [tagsOfTheHouse(), publicOnly()],
};
