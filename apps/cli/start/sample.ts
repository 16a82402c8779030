/** A person of the sample data who can sign in. */
export interface SampleSignIn {
  name: string;
  role: string;
  email: string;
  password: string;
}

/** Fills an empty database with the sample registry. @returns who can sign in; empty when the data are somebody's own */
export async function loadSampleData(_databaseUrl: string): Promise<readonly SampleSignIn[]> {
  return [];
}
