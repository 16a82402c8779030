import { randomBytes } from 'node:crypto';
import { createAccount } from '#yui/identity';
import { defineErrors, requireLine, SYSTEM } from '#yui/platform';
import { withDirectory } from './open-directory.js';
import { writeReferenceData } from './reference-data.js';
import { Desk } from '../desks/desk.entity.js';

const errors = defineErrors('DESK', {
  CODE_INVALID: {
    ja: '窓口のコードは、英大文字と数字2〜12文字にしてください（例：KOCHI）。',
    en: 'A desk code is 2 to 12 capital letters and digits, such as KOCHI.',
  },
  CODE_TAKEN: { ja: 'コード「{code}」の窓口は、すでにあります。', en: 'There is a desk with the code {code} already.' },
});

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
  if (!/^[A-Z0-9]{2,12}$/.test(input.code)) throw errors.CODE_INVALID();
  const password = randomBytes(18).toString('base64url');
  return withDirectory(databaseUrl, (unitOfWork) =>
    unitOfWork.run(SYSTEM, async (tx) => {
      await writeReferenceData(tx);
      if (await tx.manager.existsBy(Desk, { code: input.code })) throw errors.CODE_TAKEN({ code: input.code });
      const deskId = tx.newId();
      await tx.manager.insert(Desk, { id: deskId, code: input.code, name: requireLine('name', input.name, 100) });
      await createAccount(tx, {
        email: input.adminEmail,
        name: input.adminName,
        password,
        grants: [{ role: 'DESK_ADMIN', organisationId: deskId }],
      });
      await tx.audit('createDesk', { deskId, subjectType: 'Desk', subjectId: deskId }, { code: input.code });
      return { deskId, password };
    }),
  );
}
