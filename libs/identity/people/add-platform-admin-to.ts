import { AuditEntry, createDataSource, SYSTEM, UnitOfWork } from '#yui/platform';
import { Account } from '../accounts/account.entity.js';
import { addPlatformAdmin } from './add-platform-admin.js';
import { RoleGrant } from '../accounts/role-grant.entity.js';
import { Attempt } from '../throttle/attempt.entity.js';

/** `addPlatformAdmin` on a migrated database, outside the api: for the command line. The connections are closed at the end. */
export async function addPlatformAdminTo(
  databaseUrl: string,
  person: { email: string; name: string },
): Promise<{ accountId: string }> {
  const entities = [Account, RoleGrant, Attempt, AuditEntry];
  const dataSource = createDataSource(
    { url: databaseUrl, poolSize: 2, applicationName: 'yui-accounts', role: 'yui_worker' },
    entities,
  );
  await dataSource.initialize();
  try {
    return await new UnitOfWork(dataSource).run(SYSTEM, async (tx) => addPlatformAdmin(tx, person));
  } finally {
    await dataSource.destroy();
  }
}
