import files from './.dependency-cruiser.mjs';

/**
 * The same as `.dependency-cruiser.mjs` for folders: those of one lib, and those of the api, never import one another in
 * circles, so that a part can be read without what stands on it. Specs may reach anywhere. In the api, object types of
 * GraphQL refer to one another as the schema does, and are not counted.
 */
export default {
  forbidden: [
    { name: 'no-knots', severity: 'error', scope: 'folder', from: {}, to: { circular: true } },
    {
      name: 'top-is-the-door',
      comment:
        'What stands at the top of a lib (door, module) puts its folders together; they do not know it, but for the list of features.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/[^/]+/' },
      to: { path: '^libs/$1/[^/]+\\.ts$', pathNot: '\\.features\\.ts$' },
    },
  ],
  options: {
    ...files.options,
    exclude: { path: [files.options.exclude.path, '^test/', '\\.spec\\.ts$', '^apps/api/.+\\.types?\\.ts$'] },
  },
};
