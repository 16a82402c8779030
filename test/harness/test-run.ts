import path from 'node:path';

/** The folder this run of Jest shares between its processes. @throws Error outside of Jest */
export function testRunFolder(): string {
  const folder = process.env.YUI_TEST_RUN;
  if (!folder) throw new Error('YUI_TEST_RUN is not set: the harness works only inside Jest (globalSetup)');
  return folder;
}

/** The folder for the files of what works on this database: api, worker and use cases of one spec see the same. */
export function storageFolderOf(databaseUrl: string): string {
  return path.join(testRunFolder(), 'files', path.basename(new URL(databaseUrl).pathname));
}
