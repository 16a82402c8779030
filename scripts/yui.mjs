// `node scripts/yui.mjs <command>`: the command line of the product, installed and built first where needed.
import { requireNode } from './node-version.mjs';

requireNode();
import('./bootstrap.mjs').then((bootstrap) => bootstrap.runCli(process.argv.slice(2)));
