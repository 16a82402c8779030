import type { SampleSignIn } from '#yui/directory';

/** Fills an empty database with the sample registry. @returns who can sign in; empty when the data are somebody's own */
export async function loadSampleData(databaseUrl: string): Promise<readonly SampleSignIn[]> {
  const { loadSample } = await import('#yui/directory');
  return (await loadSample(databaseUrl)).signIns;
}
