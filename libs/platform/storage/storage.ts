/**
 * Where files live: papers and attachments. One small port over a folder or an S3-compatible service, so that nothing
 * above knows which. Keys are those of `checkKey`; what a file is called and who may see it stands in the database.
 */
export abstract class Storage {
  /**
   * Keeps `bytes` under `key`, replacing what is there; whole or not at all, and on disk when this returns.
   * @throws Error when it cannot be kept: try again later
   */
  abstract put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;

  /** The bytes; null: there is no such file. */
  abstract get(key: string): Promise<Uint8Array | null>;

  abstract exists(key: string): Promise<boolean>;

  /** Removes the file. One that is not there is no error: a retry finds the same. */
  abstract delete(key: string): Promise<void>;

  /** Whether files can be kept and read at the moment. @throws Error saying what is wrong */
  abstract check(): Promise<void>;
}

const KEY = /^(?:[A-Za-z0-9][A-Za-z0-9._-]*\/)*[A-Za-z0-9][A-Za-z0-9._-]*$/;
const LONGEST_KEY = 300;

/**
 * A key is folders and a name of letters, digits, `.`, `_` and `-`, none beginning with a dot: it is the same on every
 * file system and in every URL, and leads nowhere else.
 * @throws RangeError
 */
export function checkKey(key: string): string {
  if (key.length <= LONGEST_KEY && KEY.test(key)) return key;
  throw new RangeError(`not a key of the storage: ${JSON.stringify(key)}`);
}
