import { beginRun } from './run-folder.mjs';

/**
 * Before the first spec: a folder for what this run of Jest shares. Nothing is started here; the first spec that asks
 * for a database starts PostgreSQL (see postgres.ts), so that runs of pure specs stay fast.
 */
export default function setup() {
  // The workers of Jest inherit it.
  process.env.YUI_TEST_RUN = beginRun();
}
