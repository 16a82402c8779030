import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StepError } from './steps.mjs';

const SOURCE_FOLDERS = ['apps', 'libs'];
/** The pages have a build of their own. */
const NOT_COMPILED = path.join('apps', 'web');
const STAMP = '.sources-hash';

/** The name of the state `dist/` would be built from: every source file, the compiler's version and its settings. */
export function hashSources(root) {
  const hash = createHash('sha256');
  const settings = ['.swcrc', path.join('node_modules', '@swc', 'core', 'package.json')];
  const sources = SOURCE_FOLDERS.flatMap((folder) => listSources(root, folder)).sort();
  for (const file of [...settings, ...sources]) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function listSources(root, folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return file === NOT_COMPILED ? [] : listSources(root, file);
    return file.endsWith('.spec.ts') ? [] : [file];
  });
}

export function isCompiled(root, sourcesHash) {
  const stamp = path.join(root, 'dist', STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesHash;
}

/** Compiles beside `dist/` and swaps the folders, so that a failed build leaves the last good one in place. */
export function compile(root, sourcesHash) {
  const next = path.join(root, 'dist-next');
  const old = path.join(root, 'dist-old');
  rmSync(next, { recursive: true, force: true });
  const swc = path.join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  const result = spawnSync(
    process.execPath,
    [swc, ...SOURCE_FOLDERS, '--out-dir', 'dist-next', '--copy-files', '--quiet', '--ignore', `${NOT_COMPILED}/**`],
    { cwd: root, encoding: 'utf8' },
  );
  if (result.status !== 0) {
    rmSync(next, { recursive: true, force: true });
    throw new StepError(
      'BUILD.FAILED',
      'プログラムの組み立てに失敗しました。上の出力を確かめてください。',
      'The build failed. See the output above.',
      `${result.stdout}${result.stderr}`,
    );
  }
  writeFileSync(path.join(next, STAMP), sourcesHash);
  rmSync(old, { recursive: true, force: true });
  // The pages have a build of their own and stay.
  const pages = path.join(root, 'dist', 'web');
  if (existsSync(pages)) renameSync(pages, path.join(next, 'web'));
  if (existsSync(path.join(root, 'dist'))) renameSync(path.join(root, 'dist'), old);
  renameSync(next, path.join(root, 'dist'));
  rmSync(old, { recursive: true, force: true });
}
