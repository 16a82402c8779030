// `npm test`: every check of the project, then the specs. `npm run test:stories`: the long specs. `npm run test:web`: the
// pages in a browser. `npm run check`: the checks alone. The last line is `N passed, N failed`.
import { requireNode } from './node-version.mjs';

requireNode();
import('./run-checks.mjs').then((checks) => checks.runTier(process.argv[2] ?? 'specs'));
