// `npm run build`: packages and `dist/`, only what is out of date; with `--without-pages` for what the pages are made from.
import { requireNode } from './node-version.mjs';

requireNode();
import('./bootstrap.mjs').then((bootstrap) =>
  bootstrap.prepare({ withPages: !process.argv.includes('--without-pages') }),
);
