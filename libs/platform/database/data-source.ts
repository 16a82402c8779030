import pg from 'pg';
import { DataSource, type DataSourceOptions, type MixedList } from 'typeorm';
import { CLIENT_LIMITS, SERVER_LIMITS } from './connection.js';
import { MIGRATIONS } from './migrations/index.js';
import { PlannedClient } from './planned-client.js';
import { type DatabaseRole, startupOptions } from './roles.js';
import { SnakeNaming } from './snake-naming.js';

const INT8 = 20;
const DATE = 1082;

// Amounts and quantities are whole numbers far below 2^53; one that is not must never be rounded in silence.
pg.types.setTypeParser(INT8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('A number in the database is too large to be exact.');
  return value;
});
// A business date has no time and no zone: it stays the text YYYY-MM-DD.
pg.types.setTypeParser(DATE, (text) => text);

type EntityList = MixedList<new () => object>;

export interface DataSourceSettings {
  readonly url: string;
  readonly poolSize: number;
  readonly applicationName: string;
  /** What every connection is from its start. Default: the user of the address itself. */
  readonly role?: DatabaseRole;
  /** Whether statements, locks and pauses end by themselves: in processes that serve people. Default: no. */
  readonly isLimited?: boolean;
}

/** How every process reaches the database. Entities come from the libs; the schema comes from the migrations alone. */
export function dataSourceOptions(settings: DataSourceSettings, entities: EntityList = []): DataSourceOptions {
  const { isLimited = false } = settings;
  return {
    type: 'postgres',
    url: settings.url,
    poolSize: settings.poolSize,
    applicationName: settings.applicationName,
    connectTimeoutMS: CLIENT_LIMITS.connectionTimeoutMillis,
    extra: {
      ...(isLimited ? CLIENT_LIMITS : {}),
      options: startupOptions(settings.url, settings.role, isLimited ? SERVER_LIMITS : []),
      Client: PlannedClient,
      // Statements are sent as they come: who reads beside others in one transaction waits for no answer but the own.
      pipeline: true,
    },
    entities,
    migrations: MIGRATIONS,
    migrationsTableName: 'schema_migration',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    logging: false,
  };
}

export function createDataSource(settings: DataSourceSettings, entities?: EntityList): DataSource {
  return new DataSource(dataSourceOptions(settings, entities));
}
