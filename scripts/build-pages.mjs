import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { generateDocuments } from './generate-documents.mjs';
import { StepError } from './steps.mjs';

const PAGES = path.join('dist', 'web');
/** The pages run the pure libs as they are. */
const PURE = ['matching', 'money', 'calendar'].map((lib) => path.join('libs', lib));
const SOURCES = [path.join('apps', 'web'), path.join('apps', 'api', 'graphql', 'documents'), ...PURE];
const FILES = ['schema.graphql', 'package-lock.json', path.join('scripts', 'generate-documents.mjs')];
const GENERATED = path.join('apps', 'web', 'data', 'generated');
const STAMP = '.sources-hash';
/** Which files each of the last builds brought, the newest first. */
const BUILDS = '.builds.json';
/** A tab that was open while the product was renewed still finds its parts. */
const KEPT_BUILDS = 3;
const WORTH_COMPRESSING = 1024;

/** The name of the state the pages would be built from. */
export function hashPages(root) {
  const hash = createHash('sha256');
  const sources = SOURCES.flatMap((folder) => listFiles(root, folder)).filter((file) => !file.startsWith(GENERATED));
  for (const file of [...FILES, ...sources.sort()]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function listFiles(root, folder) {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}

export function arePagesBuilt(root, hash) {
  const stamp = path.join(root, PAGES, STAMP);
  const isBuilt = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
  return isBuilt && existsSync(path.join(root, GENERATED, 'types.ts'));
}

/** Builds beside `dist/web` and swaps the folders, so that a failed build leaves the last good one in place. */
export async function buildPages(root, hash) {
  const [now, next] = [path.join(root, PAGES), path.join(root, 'dist-web-next')];
  rmSync(next, { recursive: true, force: true });
  try {
    await generateDocuments(root);
    const { build } = await import('vite');
    await build({
      configFile: path.join(root, 'apps', 'web', 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: next },
    });
  } catch (error) {
    rmSync(next, { recursive: true, force: true });
    throw new StepError(
      'BUILD.PAGES_FAILED',
      '画面の組み立てに失敗しました。上の出力を確かめてください。',
      'The pages could not be built. See the output above.',
      String(error?.message ?? error),
    );
  }
  cpSync(path.join(root, 'apps', 'web', 'app', 'paths.json'), path.join(next, 'paths.json'));
  keepFormerAssets(now, next);
  await compressAll(next);
  writeFileSync(path.join(next, STAMP), hash);
  rmSync(now, { recursive: true, force: true });
  renameSync(next, now);
}

function keepFormerAssets(now, next) {
  const assets = readdirSync(path.join(next, 'assets'));
  const list = path.join(now, BUILDS);
  const former = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  const builds = [assets, ...former].slice(0, KEPT_BUILDS);
  for (const name of new Set(builds.flat())) {
    const [from, to] = [path.join(now, 'assets', name), path.join(next, 'assets', name)];
    if (!existsSync(to) && existsSync(from)) cpSync(from, to);
  }
  writeFileSync(path.join(next, BUILDS), JSON.stringify(builds));
}

async function compressAll(folder) {
  const files = listFiles(folder, '.').filter((file) => /\.(js|css|html|svg|json|webmanifest)$/.test(file));
  await Promise.all(
    files.map(async (file) => {
      const place = path.join(folder, file);
      const content = readFileSync(place);
      if (content.length < WORTH_COMPRESSING) return;
      writeFileSync(`${place}.gz`, await promisify(gzip)(content, { level: 9 }));
      const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
      writeFileSync(`${place}.br`, await promisify(brotliCompress)(content, { params }));
    }),
  );
}
