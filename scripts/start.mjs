// `npm start`: from a fresh clone to a running product, with Node.js and nothing else.
// Kept in syntax that very old Node.js versions can parse, so that they get a sentence instead of a stack trace.
import { requireNode } from './node-version.mjs';

requireNode();
import('./bootstrap.mjs').then((bootstrap) => bootstrap.runCli(['start'].concat(process.argv.slice(2))));
