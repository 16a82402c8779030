import { AuditEntry } from '../audit/audit-entry.entity.js';
import { createDataSource } from '../database/data-source.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { EventHealth } from './event-health.js';
import { SetAsideTasks } from './set-aside-tasks.js';

/** Looks at the events of a migrated database outside api and worker: for the command line. */
export async function withEvents<Result>(
  databaseUrl: string,
  work: (events: { readonly tasks: SetAsideTasks; readonly health: EventHealth }) => Promise<Result>,
): Promise<Result> {
  const dataSource = createDataSource(
    { url: databaseUrl, poolSize: 2, applicationName: 'yui-events', role: 'yui_worker' },
    [AuditEntry],
  );
  await dataSource.initialize();
  try {
    return await work({ tasks: new SetAsideTasks(new UnitOfWork(dataSource)), health: new EventHealth(dataSource) });
  } finally {
    await dataSource.destroy();
  }
}
