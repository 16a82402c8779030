import type { Role, Transaction } from '#yui/platform';
import { RoleGrant } from './role-grant.entity.js';

/** Gives an account a role; one it holds already stays as it is. @returns whether it is new */
export async function grantRole(
  tx: Transaction,
  grant: { accountId: string; role: Role; organisationId: string },
): Promise<boolean> {
  const inserted = await tx.manager
    .createQueryBuilder()
    .insert()
    .into(RoleGrant)
    .values({ id: tx.newId(), ...grant, grantedAt: tx.now })
    .orIgnore()
    .returning('id')
    .execute();
  return (inserted.raw as object[]).length > 0;
}
