import type { Role, Transaction } from '#yui/platform';

/** Whether this address has the role already, or was invited to it, whatever became of that. */
export async function wasInvited(
  tx: Transaction,
  { email, role, organisationId }: { readonly email: string; readonly role: Role; readonly organisationId: string },
): Promise<boolean> {
  const rows = await tx.manager.query<object[]>(
    `SELECT 1 FROM invitation WHERE lower(email) = lower($1) AND role = $2 AND organisation_id = $3
     UNION ALL
     SELECT 1 FROM account JOIN role_grant ON role_grant.account_id = account.id
     WHERE lower(email) = lower($1) AND role = $2 AND organisation_id = $3 AND revoked_at IS NULL
     LIMIT 1`,
    [email, role, organisationId],
  );
  return rows.length > 0;
}
