import { requireLine, type Role, type Transaction } from '#yui/platform';
import { accountErrors } from '../accounts/identity.errors.js';
import { hashPassword } from '../passwords/password-hash.js';
import { requireGoodPassword } from '../passwords/password-policy.js';
import { Account } from '../accounts/account.entity.js';
import { requireEmail } from '../accounts/email.js';
import { grantRole } from '../accounts/grant-role.js';

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly grants: readonly { readonly role: Role; readonly organisationId: string }[];
}

/**
 * Adds an account with its roles, inside the transaction of the caller.
 * @throws ACCOUNT.EMAIL_TAKEN, ACCOUNT.EMAIL_INVALID, ACCOUNT.PASSWORD_TOO_SHORT, ACCOUNT.PASSWORD_COMMON
 */
export async function createAccount(tx: Transaction, input: NewAccount): Promise<{ accountId: string }> {
  requireGoodPassword(input.password, [input.email, input.name]);
  const accountId = tx.newId();
  const passwordHash = await hashPassword(input.password);
  await insertAccount(tx, { id: accountId, email: input.email, name: input.name, passwordHash });
  for (const grant of input.grants) await grantRole(tx, { accountId, ...grant });
  await tx.audit(
    'createAccount',
    { deskId: null, subjectType: 'Account', subjectId: accountId },
    { grants: input.grants },
  );
  return { accountId };
}

/** @throws ACCOUNT.EMAIL_TAKEN, ACCOUNT.EMAIL_INVALID, INPUT.TEXT_EMPTY, INPUT.TEXT_TOO_LONG */
export async function insertAccount(
  tx: Transaction,
  account: Pick<Account, 'id' | 'email' | 'name' | 'passwordHash'>,
): Promise<void> {
  const inserted = await tx.manager
    .createQueryBuilder()
    .insert()
    .into(Account)
    .values({
      ...account,
      email: requireEmail(account.email),
      name: requireLine('name', account.name, 100),
      isDisabled: false,
      createdAt: tx.now,
    })
    .orIgnore()
    .returning('id')
    .execute();
  if ((inserted.raw as object[]).length === 0) throw accountErrors.EMAIL_TAKEN().at('email');
}
