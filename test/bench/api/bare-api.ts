import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { ContractsModule } from '#yui/contracts';
import { DirectoryModule } from '#yui/directory';
import { IdentityModule } from '#yui/identity';
import { NotificationsModule } from '#yui/notifications';
import { OrdersModule } from '#yui/orders';
import { type Config, type PersonActor, PlatformModule, UnitOfWork } from '#yui/platform';
import { ReportsModule } from '#yui/reports';
import { LoaderFactory } from '../../../apps/api/graphql/loaders.js';
import { RESOLVERS } from '../../../apps/api/resolvers.js';
import { DescribeActor } from '../../../apps/api/sessions/describe-actor.js';
import { SessionAnswer } from '../../../apps/api/sessions/session-answer.js';

/**
 * The same resolvers, queries and loaders on the same Fastify and Apollo, and nothing else: everybody is `actor`, nothing
 * is counted, limited or refused, and reads go to the database without a transaction or a scope.
 */
export async function createBareApi(config: Config, actor: PersonActor): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter();
  const app = await NestFactory.create<NestFastifyApplication>(BareModule.forRoot(config, actor), adapter, {
    logger: false,
    abortOnError: false,
  });
  await app.init();
  const { manager } = app.get(DataSource);
  const unitOfWork: Pick<UnitOfWork, 'read'> = { read: async (_actor, work) => work(manager) };
  Object.assign(app.get(UnitOfWork), unitOfWork);
  return app;
}

const FEATURES = [DirectoryModule, OrdersModule, ContractsModule];

@Module({ imports: FEATURES, providers: [LoaderFactory], exports: [LoaderFactory] })
class BareLoadersModule {}

@Module({})
class BareModule {
  static forRoot(config: Config, actor: PersonActor): DynamicModule {
    return {
      module: BareModule,
      imports: [
        PlatformModule.forRoot(config, 'bare'),
        IdentityModule,
        ...FEATURES,
        NotificationsModule,
        ReportsModule,
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          imports: [BareLoadersModule],
          inject: [LoaderFactory],
          useFactory: (loaders: LoaderFactory): ApolloDriverConfig => ({
            autoSchemaFile: true,
            context: () => ({ caller: null, actor, loaders: loaders.create({ ...actor }) }),
          }),
        }),
      ],
      providers: [...RESOLVERS, DescribeActor, SessionAnswer],
    };
  }
}
