// The floors of the house (dependency-cruiser). A room looks down, never up and never sideways; a folder's name is its
// permission. Every rule carries a sentence for whoever trips on it, and tests/tools/floors.test.mjs trips on them all.
//
//   5  index.ts                           the door: exports only
//   4  journeys                           parts in a row
//   3  parts/<part>                       elements with a subject
//   2  ui                                 elements without a subject
//   1  gateway · device · i18n · theme    where data lives, what the terminal can do, how it speaks, how it looks
//   0  model                              what is true
//
// Outside live kiosk, server, stories, tests, bench, scripts and bin. To try:  npx depcruise --config floors.cjs src kiosk

const FOUNDATIONS = ['src/gateway/', 'src/device/', 'src/i18n/', 'src/theme/'];
const ROOMS = '^(src|kiosk|server|stories|tests|bench|scripts|bin)/';
const PACKAGES = ['npm', 'npm-dev', 'npm-peer', 'npm-optional', 'npm-no-pkg', 'npm-unknown'];

/** Of all the house, `room` sees itself and the rooms in `below`. */
const sees = (name, room, below, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `^${room}` },
  to: { path: ROOMS, pathNot: [room, ...below].map((path) => `^${path}`) },
});

/** Whoever matches `from` does not import what matches `to`. */
const never = (name, from, to, comment) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    never(
      'no-circles',
      {},
      { circular: true },
      'These files lean on each other, so neither can be read, tested or moved alone. Move what they share one floor down.',
    ),
    never(
      'leads-somewhere',
      // What bench/forms is compared with has a package of its own, which nobody need install.
      { pathNot: '^bench/forms/peers/' },
      // bin finds the model's source in the work tree and its built form in an installed package; one is always missing.
      { couldNotResolve: true, pathNot: 'dist/lib/' },
      'This import leads nowhere. A typing slip, or a package that package.json does not name yet?',
    ),
    never(
      'brings-what-it-needs',
      { path: '^src/' },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
      'Whoever installs mulin gets its dependencies only. Move this package there, or do without it.',
    ),

    // Floor 0: what is true.
    sees(
      'model-stands-on-nothing',
      'src/model/',
      [],
      'The model stands on nothing. What it needs (time, ids, the pack) comes in as an argument.',
    ),
    never(
      'model-packs-light',
      { path: '^src/model/' },
      {
        dependencyTypes: [...PACKAGES, 'core'],
        pathNot: '(^|/)node_modules/typebox/',
      },
      'The model runs in a browser, a worker and the hall server alike, so it brings one pure package: typebox. Another one needs a decision in docs/decisions/.',
    ),
    never(
      'model-parts-are-strangers',
      { path: '^src/model/([^/]+)/' },
      { path: '^src/model/', pathNot: ['^src/model/$1/', '^src/model/shared/'] },
      'A part of the model sees itself and shared. If two parts share a notion, it has earned a name in src/model/shared.',
    ),

    // Floor 1: the foundations.
    ...FOUNDATIONS.map((room) =>
      sees(
        `${room.split('/')[1]}-sees-the-model-only`,
        room,
        ['src/model/'],
        'Foundations stand beside each other: each sees the model, none sees its neighbour or an element.',
      ),
    ),
    never(
      'one-file-opens-indexeddb',
      { path: '^(src|kiosk|server|stories)/', pathNot: '^src/gateway/store/store[.]ts$' },
      { path: '(^|/)node_modules/idb-keyval/' },
      'One file opens IndexedDB, src/gateway/store/store.ts, so that one file knows what happens when it fails. Ask it, or better: send a command.',
    ),
    never(
      'lit-starts-at-ui',
      { path: ['^src/model/', ...FOUNDATIONS.map((room) => `^${room}`), '^server/'] },
      { path: '(^|/)node_modules/(lit|@lit|lit-html|lit-element)/' },
      'Nothing below ui renders. Return data, and let an element draw it.',
    ),

    // Floors 2 to 5: elements.
    sees(
      'ui-knows-no-subject',
      'src/ui/',
      ['src/model/', ...FOUNDATIONS],
      'ui would fit any office in the world, so it knows no part. Does this element belong into src/parts?',
    ),
    sees(
      'parts-know-no-journey',
      'src/parts/',
      ['src/model/', ...FOUNDATIONS, 'src/ui/', 'src/parts/'],
      'A part does not know the journey it is on. Tell it by a property, hear from it by an event.',
    ),
    never(
      'parts-are-strangers',
      { path: '^src/parts/([^/]+)/' },
      { path: '^src/parts/', pathNot: '^src/parts/$1/' },
      'Parts meet in a journey, through events and properties, not through imports.',
    ),
    never(
      'elements-see-contracts',
      { path: '^src/(ui|parts|journeys)/' },
      {
        path: ['^src/gateway/', '^src/device/.*(real|simulated)'],
        pathNot: '^src/gateway/contract[.]ts$',
      },
      'An element asks for the contract. Kiosk, story or host page decides which gateway or device stands behind it.',
    ),
    sees(
      'journeys-string-parts',
      'src/journeys/',
      ['src/model/', ...FOUNDATIONS, 'src/ui/', 'src/parts/'],
      'A journey strings parts together and stands on their floors; it does not know the door or the terminal.',
    ),
    sees(
      'the-door-opens-inwards',
      'src/index[.]ts$',
      ['src/'],
      'The library does not know who uses it: kiosk, server, stories and tests import src, never the other way.',
    ),

    // Outside.
    never(
      'use-the-door',
      { path: '^(kiosk|stories)/' },
      { path: '^src/', pathNot: ['/index[.]ts$', '[.](css|json)$'] },
      'From outside, a room is entered by its door: import its index.ts. If the door lacks something you need, open it there.',
    ),
    sees(
      'kiosk-is-built-from-the-library',
      'kiosk/',
      ['src/'],
      'The terminal is built from the library alone.',
    ),
    sees(
      'server-shares-the-law',
      'server/',
      ['src/model/', 'src/gateway/contract[.]ts$'],
      'The hall server shares the law (src/model) and the contract, not the furniture.',
    ),
    sees(
      'stories-show-the-doors',
      'stories/',
      ['src/', 'tests/harness/', 'kiosk/staff-door[.]ts$'],
      'A story shows what the doors offer, set up by the harness that the tests use too. Of the terminal it shows the door for staff, whose states a hall brings about one by one.',
    ),
    sees(
      'tests-may-look-anywhere',
      'tests/',
      ['src/', 'kiosk/', 'server/', 'scripts/', 'bin/'],
      'Tests may look anywhere but into stories and bench: what those share with a test belongs into tests/harness.',
    ),
    sees(
      'bench-measures-from-outside',
      'bench/',
      ['src/', 'server/', 'scripts/', 'tests/harness/'],
      'A benchmark measures the house, not its tests or its terminal.',
    ),
    sees(
      'scripts-are-tools',
      'scripts/',
      ['bin/'],
      'Scripts build and check the house from outside; they must work when it does not.',
    ),
    sees(
      'bin-judges-by-the-law',
      'bin/',
      ['src/model/', 'server/cli[.]ts$'],
      'A command line tool of the package knows the law (src/model) and nothing that renders or stores; what looks after a hall is in server/cli.ts.',
    ),
  ],
  options: {
    // Imports of types count: a type that points up is a design that points up.
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', '^dist/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
