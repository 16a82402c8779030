import { Account, RoleGrant } from '#yui/identity';
import { AuditEntry, createDataSource, entitiesOf, UnitOfWork } from '#yui/platform';
import { DIRECTORY_FEATURES } from '../directory.features.js';

/**
 * Does something with the directory of a migrated database outside the api and the worker: for the command line and the
 * sample data. The connections are closed at the end.
 */
export async function withDirectory<Result>(
  databaseUrl: string,
  work: (unitOfWork: UnitOfWork) => Promise<Result>,
): Promise<Result> {
  const dataSource = createDataSource(
    { url: databaseUrl, poolSize: 2, applicationName: 'yui-directory', role: 'yui_worker' },
    [...entitiesOf(DIRECTORY_FEATURES), Account, RoleGrant, AuditEntry],
  );
  await dataSource.initialize();
  try {
    return await work(new UnitOfWork(dataSource));
  } finally {
    await dataSource.destroy();
  }
}
