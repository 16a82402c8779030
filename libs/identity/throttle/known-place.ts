import type { EntityManager } from 'typeorm';
import type { Transaction } from '#yui/platform';
import { hashSecret, newSecretToken } from '../secrets/secret-token.js';
import type { Limit } from './throttle.js';

/** Where a request comes from. */
export interface Place {
  /** Network address of the client. */
  readonly address: string;
  /** What this browser was given at an earlier sign-in of anybody; null: nothing. */
  readonly browserToken: string | null;
  readonly userAgent: string;
}

/** Wrong passwords for one account from one known place, and from all unknown places together. */
const MAX_FOR_ACCOUNT = 10;
/** Wrong passwords from one address, for whatever accounts: an office of many people behind one address gets by. */
const MAX_FROM_ADDRESS = 50;
/** Sign-ins with a passkey or through a provider that are begun from one address; each is remembered for a while. */
const MAX_BEGUN_FROM_ADDRESS = 200;
const MAX_PLACES = 20;
const REMEMBERED_DAYS = 180;

/**
 * What a sign-in counts under. Strangers share one allowance for an account, wherever they are; a place the account
 * signed in from has one of its own. So the one who guesses from everywhere shuts out everywhere, but not the owner.
 * @see https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies
 */
export async function limitsOf(manager: EntityManager, email: string, place: Place): Promise<SignInLimits> {
  const hashes = placeHashes(place);
  // The database says which addresses are the same, since it is the one to say whose account it is.
  const rows = await manager.query<{ email: string; place_hash: Buffer | null }[]>(
    `SELECT lower($1) AS email, place_hash FROM (VALUES (true)) asked
     LEFT JOIN (known_place JOIN account ON account.id = known_place.account_id)
       ON lower(account.email) = lower($1) AND place_hash = ANY($2)
       AND last_used_at > now() - make_interval(days => $3)`,
    [email, hashes, REMEMBERED_DAYS],
  );
  const account = `account ${rows[0]?.email}`;
  const known = rows.flatMap(({ place_hash }) => place_hash ?? []);
  // The browser is surer than the address: others may share that.
  const recognised = hashes.find((hash) => known.some((place) => place.equals(hash)));
  const own = { name: recognised ? `${account} ${recognised.toString('hex')}` : account, most: MAX_FOR_ACCOUNT };
  const isBrowserKnown = recognised !== undefined && place.browserToken !== null && recognised === hashes[0];
  const fromAddress = { name: `address ${place.address}`, most: MAX_FROM_ADDRESS };
  return { own, all: isBrowserKnown ? [own] : [fromAddress, own] };
}

/** What anybody may begin without saying who they are, so that nobody fills the database with beginnings. */
export function beginLimit({ address }: Pick<Place, 'address'>): Limit {
  return { name: `begin ${address}`, most: MAX_BEGUN_FROM_ADDRESS };
}

export interface SignInLimits {
  readonly own: Limit;
  readonly all: readonly Limit[];
}

/** @returns what the browser is to keep so that it is recognised again */
export async function rememberPlace(tx: Transaction, accountId: string, place: Place): Promise<string> {
  const [known] = place.browserToken
    ? await tx.manager.query<object[]>('SELECT 1 FROM known_place WHERE place_hash = $1 LIMIT 1', [
        hashSecret(place.browserToken),
      ])
    : [];
  // A token nobody was given may have been put there by somebody who knows it.
  const browserToken = known && place.browserToken ? place.browserToken : newSecretToken();
  await tx.manager.query(
    `INSERT INTO known_place (account_id, place_hash) SELECT $1, unnest($2::bytea[])
     ON CONFLICT (account_id, place_hash) DO UPDATE SET last_used_at = now()`,
    [accountId, placeHashes({ ...place, browserToken })],
  );
  await tx.manager.query(
    `DELETE FROM known_place WHERE account_id = $1 AND place_hash NOT IN (
       SELECT place_hash FROM known_place WHERE account_id = $1 ORDER BY last_used_at DESC LIMIT $2)`,
    [accountId, MAX_PLACES],
  );
  return browserToken;
}

export async function forgetPlaces(tx: Transaction, accountId: string): Promise<void> {
  await tx.manager.query('DELETE FROM known_place WHERE account_id = $1', [accountId]);
}

/** The browser first, when it has a token. */
function placeHashes({ browserToken, address }: Pick<Place, 'browserToken' | 'address'>): Buffer[] {
  const ofAddress = hashSecret(`address ${address}`);
  return browserToken === null ? [ofAddress] : [hashSecret(browserToken), ofAddress];
}
