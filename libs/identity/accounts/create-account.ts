import { type Role, requireText, type Transaction } from '#yui/platform';
import { accountErrors } from '../identity.errors.js';
import { Account } from './account.entity.js';
import { hashPassword, isAcceptablePassword } from './password.js';
import { RoleGrant } from './role-grant.entity.js';

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly grants: readonly { readonly role: Role; readonly organisationId: string }[];
}

/**
 * Adds an account with its roles, inside the transaction of the caller.
 * @throws ACCOUNT.EMAIL_TAKEN, ACCOUNT.PASSWORD_TOO_SHORT
 */
export async function createAccount(tx: Transaction, input: NewAccount): Promise<{ accountId: string }> {
  const email = requireText('email', input.email, 254);
  if (!isAcceptablePassword(input.password)) throw accountErrors.PASSWORD_TOO_SHORT();
  const passwordHash = await hashPassword(input.password);
  const id = tx.newId();
  const inserted = await tx.manager
    .createQueryBuilder()
    .insert()
    .into(Account)
    .values({
      id,
      email,
      name: requireText('name', input.name, 100),
      passwordHash,
      isDisabled: false,
      createdAt: tx.now,
    })
    .orIgnore()
    .returning('id')
    .execute();
  if ((inserted.raw as object[]).length === 0) throw accountErrors.EMAIL_TAKEN();
  for (const grant of input.grants) {
    await tx.manager.insert(RoleGrant, { id: tx.newId(), accountId: id, ...grant, grantedAt: tx.now });
  }
  await tx.audit('createAccount', { deskId: null, subjectType: 'Account', subjectId: id }, { grants: input.grants });
  return { accountId: id };
}
