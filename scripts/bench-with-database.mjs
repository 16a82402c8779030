// `npm run bench:api`, `bench:scale`, `bench:restore`: test/bench/<name>/run.ts says what is measured.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beginRun, endRun } from '../test/harness/run-folder.mjs';
import { prepare } from './bootstrap.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [name, ...options] = process.argv.slice(2);
const folder = beginRun();

await prepare();
const swc = path.join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
const sources = ['apps', 'test/harness', 'test/bench'];
let status = run([swc, ...sources, '-d', '.data/bench', '--quiet', '--copy-files']);
if (status === 0) status = run([path.join('.data', 'bench', 'test', 'bench', name, 'run.js'), ...options]);
await endRun(folder);
process.exitCode = status;

function run(args) {
  const env = { ...process.env, YUI_TEST_RUN: folder };
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env }).status ?? 1;
}
