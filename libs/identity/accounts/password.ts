import { hash, verify } from '@node-rs/argon2';

const LEAST_CHARACTERS = 15;
const MOST_CHARACTERS = 200;
/** Hashing takes 64 MiB each: at most this many at a time in one process, the rest wait. */
const MOST_PARALLEL = 2;

const options = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_PARALLEL) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

export function isAcceptablePassword(password: string): boolean {
  const length = [...password].length;
  return length >= LEAST_CHARACTERS && length <= MOST_CHARACTERS;
}

export async function hashPassword(password: string): Promise<string> {
  return inTurn(async () => hash(password.normalize('NFKC'), options));
}

/** An account that does not exist costs the same time: it is checked against a hash nobody has the password of. */
const decoy = '$argon2id$v=19$m=65536,t=3,p=1$8ty6SmlALlVIi5bKHvGdpQ$nKDsgg/1TYOTquZwQFA3LpU1XAFtni0enGWgPlddto0';

export async function isPasswordOf(passwordHash: string | null, password: string): Promise<boolean> {
  const isRight = await inTurn(async () =>
    verify(passwordHash ?? decoy, password.slice(0, MOST_CHARACTERS).normalize('NFKC'), options),
  );
  return isRight && passwordHash !== null;
}
