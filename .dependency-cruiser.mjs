/**
 * The layers of the code, as a tool enforces them. Each line of LAYERS says what a folder may import;
 * everything not listed is an error, and so is any import cycle.
 */
const PURE = ['matching', 'calendar', 'money'];
/** The floors an order goes through, the upper ones first. */
const ORDERING = ['correspondence', 'recurring', 'changes', 'fulfilment', 'sourcing', 'orders'];
const LAYERS = {
  matching: [],
  calendar: [],
  money: [],
  papers: ['calendar', 'money'],
  platform: [...PURE],
  identity: ['platform', ...PURE],
  directory: ['identity', 'platform', ...PURE],
  wages: ['directory', 'identity', 'platform', ...PURE],
  orders: ['directory', 'identity', 'platform', ...PURE],
  sourcing: ['orders', 'directory', 'identity', 'platform', ...PURE],
  fulfilment: ['sourcing', 'orders', 'directory', 'identity', 'platform', ...PURE],
  changes: ['fulfilment', 'sourcing', 'orders', 'directory', 'identity', 'platform', ...PURE],
  recurring: ['changes', 'fulfilment', 'sourcing', 'orders', 'directory', 'identity', 'platform', ...PURE],
  correspondence: ['fulfilment', 'sourcing', 'orders', 'directory', 'identity', 'platform', ...PURE],
  procurement: ['papers', ...ORDERING, 'directory', 'identity', 'platform', ...PURE],
  contracts: ['papers', ...ORDERING, 'directory', 'identity', 'platform', ...PURE],
  notifications: ['wages', 'contracts', 'papers', ...ORDERING, 'directory', 'identity', 'platform', ...PURE],
  reports: ['wages', 'contracts', 'papers', ...ORDERING, 'directory', 'identity', 'platform', ...PURE],
  'move-in': [
    'notifications',
    'reports',
    'wages',
    'contracts',
    'papers',
    ...ORDERING,
    'directory',
    'identity',
    'platform',
    ...PURE,
  ],
  product: [
    'move-in',
    'reports',
    'notifications',
    'procurement',
    'wages',
    'contracts',
    ...ORDERING,
    'directory',
    'identity',
    'platform',
    ...PURE,
  ],
};

const layerRules = Object.entries(LAYERS).map(([lib, allowed]) => ({
  name: `layer-${lib}`,
  comment: `libs/${lib} may import only: ${allowed.join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path: `^libs/${lib}/` },
  // Specs take the seed of their run from the harness; `no-test-in-product` keeps it from everything else.
  to: {
    path: '^(libs|apps|test)/',
    pathNot: [`^libs/(${[lib, ...allowed].join('|')})/`, '^test/harness/property\\.ts$'],
  },
}));

export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      // What the pages know of the api is made from the documents before a build, and is not there in a fresh clone.
      to: { couldNotResolve: true, pathNot: '/data/generated/|^\\.{1,2}/(data/)?generated/|^react-aria-components$' },
    },
    {
      name: 'pages-know-the-api-alone',
      comment: 'The pages ask the api; of the libs they may use only pure code.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(libs|apps|test)/', pathNot: '^(apps/web/|libs/(matching|money|calendar)/)' },
    },
    ...layerRules,
    {
      name: 'unknown-lib',
      comment: 'A new lib needs a line in LAYERS first.',
      severity: 'error',
      from: { path: '^libs/', pathNot: `^libs/(${Object.keys(LAYERS).join('|')})/` },
      to: {},
    },
    {
      name: 'one-door',
      comment: 'A lib is entered through its index.ts only.',
      severity: 'error',
      from: { path: '^(libs|apps)/([^/]+)/' },
      to: { path: '^libs/([^/]+)/', pathNot: ['^libs/$2/', '^libs/[^/]+/index\\.ts$'] },
    },
    {
      name: 'apps-apart',
      comment: 'The processes do not import one another.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'pure-libs',
      comment: 'Pure code knows no framework, no database and no file system.',
      severity: 'error',
      from: { path: '^libs/(matching|calendar|money)/', pathNot: '\\.spec\\.ts$' },
      to: { path: 'node_modules/', pathNot: 'node_modules/(temporal-polyfill|@holiday-jp|@noble/hashes)/' },
    },
    {
      name: 'pure-libs-run-anywhere',
      comment: 'Pure code runs in browsers, too: it imports nothing that comes with Node.',
      severity: 'error',
      from: { path: '^libs/(matching|calendar|money)/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'papers-know-no-framework',
      comment: 'Papers are data in and bytes out: the typesetter, its fonts and what draws QR codes, nothing else.',
      severity: 'error',
      from: { path: '^libs/papers/', pathNot: '\\.spec\\.ts$' },
      to: { path: 'node_modules/', pathNot: 'node_modules/(@myriaddreamin|@expo-google-fonts|uqr)/' },
    },
    {
      name: 'no-test-in-product',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|\\.data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { conditionNames: ['source', 'import', 'node', 'default'], exportsFields: ['exports'] },
  },
};
