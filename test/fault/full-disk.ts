import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startStage } from './stage.js';

/**
 * Starts the product on a small disk of its own, fills that to the last byte while the product runs, and makes room again.
 * While it is full the demo must fail; afterwards it must play to its end, and nothing may have been started again but
 * what cannot run without a disk. Needs root, to mount the disk where nobody else sees it. Run by `npm run test:disk`.
 */
const DISK = '600m';
const IN_OWN_MOUNTS = 'YUI_TEST_DISK';
const BYTES = Buffer.alloc(1 << 20);

/** Writes until nothing more is taken, last in small pieces. */
function fill(file: string): void {
  const handle = openSync(file, 'w');
  try {
    for (let size = BYTES.length; size > 0;) {
      try {
        writeSync(handle, BYTES, 0, size);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        size = Math.floor(size / 2);
      }
    }
  } finally {
    closeSync(handle);
  }
}

async function play(folder: string): Promise<number> {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK},mode=755`, 'tmpfs', folder]);
  const stage = await startStage(folder);
  try {
    const api = stage.pidOf('api');
    const filler = path.join(folder, 'filler');
    fill(filler);
    console.log(`\nThe disk is full: ${statfsSync(folder).bfree} blocks are free.`);
    const whileFull = await stage.demo();
    rmSync(filler);
    console.log('\nThere is room again.');
    const afterwards = await stage.demo();
    const isSameApi = stage.pidOf('api') === api;
    console.log(`\nThe demo ended with ${whileFull} while the disk was full, and with ${afterwards} afterwards;`);
    console.log(isSameApi ? 'the api is the one that was started.' : 'the api was started again.');
    return whileFull !== 0 && afterwards === 0 && isSameApi ? 0 : 1;
  } finally {
    await stage.stop();
  }
}

/** What is mounted by this process is gone with it. */
function playInOwnMounts(): number {
  const folder = mkdtempSync(path.join(tmpdir(), 'yui-disk-'));
  const { status, error } = spawnSync(
    'unshare',
    ['--mount', '--propagation', 'private', process.execPath, fileURLToPath(import.meta.url)],
    { stdio: 'inherit', env: { ...process.env, [IN_OWN_MOUNTS]: folder } },
  );
  rmdirSync(folder);
  if (error) throw error;
  return status ?? 1;
}

const folder = process.env[IN_OWN_MOUNTS];
process.exitCode = folder ? await play(folder) : playInOwnMounts();
