// `npm test`: every check of the project, then all specs; the last line is `N passed, N failed`.
import { requireNode } from './node-version.mjs';

requireNode();
import('./run-checks.mjs').then((checks) => checks.runAll());
