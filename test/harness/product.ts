import { randomUUID } from 'node:crypto';
import { Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { ContractsModule } from '#yui/contracts';
import { ProcurementModule } from '#yui/procurement';
import { DirectoryModule } from '#yui/directory';
import { IdentityModule } from '#yui/identity';
import { ChangesModule } from '#yui/changes';
import { RecurringModule } from '#yui/recurring';
import { CorrespondenceModule } from '#yui/correspondence';
import { FulfilmentModule } from '#yui/fulfilment';
import { OrdersModule } from '#yui/orders';
import { SourcingModule } from '#yui/sourcing';
import { WagesModule } from '#yui/wages';
import { loadConfig, type PersonActor, PlatformModule, type Role } from '#yui/platform';
import { PRODUCT } from '#yui/product';
import { openAsOwner } from './owner.js';
import { createSampleDatabase, type TestDatabase } from './postgres.js';
import { storageFolderOf } from './test-run.js';

/** The use cases of the product on a test database with the sample data, without any process around them. */
export interface Product {
  readonly databaseUrl: string;
  readonly db: DataSource;
  get<T>(useCase: Type<T>): T;
  /** A person with this role, for this organisation or for the first that has one. */
  as(role: Role, organisationId?: string): Promise<PersonActor>;
  /** Another set of use cases with connections of its own, as a second process would have. */
  another(): Promise<Product>;
  close(): Promise<void>;
}

export async function createProduct(): Promise<Product> {
  const database = await createSampleDatabase();
  return openProduct(database, database);
}

/**
 * The use cases as the worker has them, beside an api that runs on the same database.
 * @param modules more of what the worker has
 */
export async function besideApi(api: { readonly databaseUrl: string }, ...modules: readonly Type[]): Promise<Product> {
  return openProduct({ url: api.databaseUrl, drop: async () => undefined }, null, modules);
}

async function openProduct(
  database: TestDatabase,
  owned: TestDatabase | null,
  modules: readonly Type[] = [],
): Promise<Product> {
  const config = loadConfig({
    DATABASE_URL: database.url,
    STORAGE_DIR: storageFolderOf(database.url),
    SMTP_URL: 'smtp://127.0.0.1:1',
    LOG_LEVEL: 'silent',
  });
  @Module({
    imports: [
      PlatformModule.forRoot(config, 'test', PRODUCT),
      IdentityModule,
      DirectoryModule,
      OrdersModule,
      SourcingModule,
      FulfilmentModule,
      ChangesModule,
      RecurringModule,
      CorrespondenceModule,
      ContractsModule,
      ProcurementModule,
      ...modules,
      WagesModule,
    ],
  })
  class ProductModule {}
  const app = await NestFactory.createApplicationContext(ProductModule, { logger: false });
  const db = await openAsOwner(app.get(DataSource));
  const others: Product[] = [];
  return {
    databaseUrl: database.url,
    db,
    get: (useCase) => app.get(useCase, { strict: false }),
    async as(role, organisationId) {
      const [grant] = await db.query<{ account_id: string; organisation_id: string }[]>(
        `SELECT account_id, organisation_id FROM role_grant
         WHERE role = $1 AND ($2::uuid IS NULL OR organisation_id = $2) ORDER BY granted_at, id LIMIT 1`,
        [role, organisationId ?? null],
      );
      const [account] = await db.query<[{ id: string }]>('SELECT id FROM account ORDER BY id LIMIT 1');
      const organisation = grant?.organisation_id ?? organisationId;
      if (!organisation) throw new Error(`The sample has nobody with the role ${role}`);
      return { accountId: grant?.account_id ?? account.id, role, organisationId: organisation, requestId: null };
    },
    async another() {
      const other = await openProduct(database, null);
      others.push(other);
      return other;
    },
    async close() {
      for (const other of others) await other.close();
      await db.destroy();
      await app.close();
      await owned?.drop();
    },
  };
}

/** A key nobody used before. */
export function newKey(): string {
  return randomUUID();
}
