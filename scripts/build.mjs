// `npm run build`: packages and `dist/`, only what is out of date.
import { requireNode } from './node-version.mjs';

requireNode();
import('./bootstrap.mjs').then((bootstrap) => bootstrap.prepare());
