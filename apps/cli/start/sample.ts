import type { SampleSignIn } from '#yui/directory';

/** Fills an empty database with the sample registry. @returns who can sign in; empty when the data are somebody's own */
export async function loadSampleData(databaseUrl: string): Promise<readonly SampleSignIn[]> {
  const { loadSample } = await import('#yui/directory');
  return (await loadSample(databaseUrl)).signIns;
}

/** Work types and categories alone: what an installation with data of its own begins with. Nobody can sign in yet. */
export async function loadReferenceLists(databaseUrl: string): Promise<readonly SampleSignIn[]> {
  const { loadReferenceData } = await import('#yui/directory');
  await loadReferenceData(databaseUrl);
  return [];
}
