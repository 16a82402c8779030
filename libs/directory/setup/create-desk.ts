import { randomBytes } from 'node:crypto';
import { createAccount } from '#yui/identity';
import { SYSTEM } from '#yui/platform';
import { withDirectory } from './open-directory.js';
import { writeReferenceData } from './reference-data.js';
import { openDesk } from '../desks/create-desk.js';

export interface NewDesk {
  readonly code: string;
  readonly name: string;
  readonly adminName: string;
  readonly adminEmail: string;
}

/**
 * Opens a desk in a migrated database, with the reference lists and its first administrator, who invites everybody else.
 * @returns the first password, which nobody else has seen; it is stored as a hash only
 * @throws DESK.CODE_INVALID, DESK.CODE_TAKEN, ACCOUNT.*, INPUT.*
 */
export async function createDesk(databaseUrl: string, input: NewDesk): Promise<{ deskId: string; password: string }> {
  const password = randomBytes(18).toString('base64url');
  return withDirectory(databaseUrl, (unitOfWork) =>
    unitOfWork.run(SYSTEM, async (tx) => {
      await writeReferenceData(tx);
      const { deskId } = await openDesk(tx, input);
      await createAccount(tx, {
        email: input.adminEmail,
        name: input.adminName,
        password,
        grants: [{ role: 'DESK_ADMIN', organisationId: deskId }],
      });
      return { deskId, password };
    }),
  );
}
