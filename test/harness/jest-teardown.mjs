import { endRun } from './run-folder.mjs';

/** After the last spec: stops the PostgreSQL of this run, if a spec has started one. */
export default async function teardown() {
  await endRun(process.env.YUI_TEST_RUN);
}
