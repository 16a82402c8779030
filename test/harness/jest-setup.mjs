import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RUN_FOLDER_PREFIX, sweep } from './run-folder.mjs';

/**
 * Before the first spec: a folder for what this run of Jest shares. Nothing is started here; the first spec that asks
 * for a database starts PostgreSQL (see postgres.ts), so that runs of pure specs stay fast.
 */
export default function setup() {
  sweep();
  const folder = mkdtempSync(path.join(tmpdir(), RUN_FOLDER_PREFIX));
  writeFileSync(path.join(folder, 'owner.pid'), String(process.pid));
  // The workers of Jest inherit it.
  process.env.YUI_TEST_RUN = folder;
}
