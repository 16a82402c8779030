import { hash, verify } from '@node-rs/argon2';
import { signInErrors } from '../accounts/identity.errors.js';

const MAX_CHARACTERS = 200;
/** Hashing takes 64 MiB each: at most this many at a time in one process, the rest wait. */
const MAX_PARALLEL = 2;
/** Who would wait longer than some ten seconds is told so at once. */
const MAX_WAITING = 100;

const options = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };

let running = 0;
const waiting: (() => void)[] = [];

/** @throws SIGN_IN.BUSY when too many wait already */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= MAX_WAITING) throw signInErrors.BUSY();
  if (running >= MAX_PARALLEL) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

export async function hashPassword(password: string): Promise<string> {
  return inTurn(async () => hash(normalise(password), options));
}

/**
 * An account that does not exist, or has no password, costs the same time: it is checked against a hash nobody has the
 * password of.
 */
const decoy = '$argon2id$v=19$m=65536,t=3,p=1$8ty6SmlALlVIi5bKHvGdpQ$nKDsgg/1TYOTquZwQFA3LpU1XAFtni0enGWgPlddto0';

export async function isPasswordOf(passwordHash: string | null, password: string): Promise<boolean> {
  const isRight = await inTurn(async () => verify(passwordHash ?? decoy, normalise(password), options));
  return isRight && passwordHash !== null;
}

/** However a keyboard composes it (full width, half width, combining marks), it is the same password. */
function normalise(password: string): string {
  // What is longer than any password may be is none, and only costs time.
  return [...password.slice(0, 4 * MAX_CHARACTERS).normalize('NFKC')].slice(0, MAX_CHARACTERS + 1).join('');
}
