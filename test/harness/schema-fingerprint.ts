import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const DATABASE = 'libs/platform/database';
/** Below it: the migrations, the rules of row-level security, and what runs them. */
const PLACES = [DATABASE, `${DATABASE}/migrations`, `${DATABASE}/row-security`];

/**
 * Ten characters that become others when anything does that a migrated database comes from: a database that was made from
 * an earlier text of a migration is not taken for one of today. BullMQ brings tables of its own.
 */
export function schemaFingerprint(root = process.cwd()): string {
  const hash = createHash('sha256').update(
    (createRequire(import.meta.url)('bullmq/package.json') as { version: string }).version,
  );
  for (const place of PLACES) {
    const folder = path.join(root, place);
    for (const name of readdirSync(folder).sort()) {
      if (!name.endsWith('.ts')) continue;
      hash.update(`\0${place}/${name}\0`).update(readFileSync(path.join(folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 10);
}
