import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { type Config, type PersonActor, UnitOfWork } from '#yui/platform';
import { ApiModule, RequestModule } from '../../../apps/api/app.module.js';
import { LoaderFactory } from '../../../apps/api/graphql/loaders.js';

/**
 * The same resolvers, queries and loaders on the same Fastify and Apollo, and nothing else: everybody is `actor`, nothing
 * is counted, limited or refused, and reads go to the database without a transaction or a scope, as its owner, of whom
 * row-level security asks nothing.
 */
export async function createBareApi(config: Config, actor: PersonActor): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter();
  const app = await NestFactory.create<NestFastifyApplication>(bareModule(config, actor), adapter, {
    logger: false,
    abortOnError: false,
  });
  await app.init();
  const { options } = app.get(DataSource);
  const owner = await new DataSource({ ...options, extra: { ...(options.extra as object), options: '' } }).initialize();
  const unitOfWork: Pick<UnitOfWork, 'read'> = { read: async (_actor, work) => work(owner.manager) };
  Object.assign(app.get(UnitOfWork), unitOfWork);
  const close = app.close.bind(app);
  app.close = async () => {
    await close();
    await owner.destroy();
  };
  return app;
}

/** The module of the api itself without its guard and filter, so that the two never differ in anything else. */
function bareModule(config: Config, actor: PersonActor): DynamicModule {
  const whole = ApiModule.forRoot(config, null);
  const graphql = GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: ApolloDriver,
    imports: [RequestModule],
    inject: [LoaderFactory],
    useFactory: (loaders: LoaderFactory): ApolloDriverConfig => ({
      autoSchemaFile: true,
      context: () => ({ caller: null, actor, loaders: loaders.create({ ...actor }) }),
    }),
  });
  const imports = (whole.imports ?? []).map((each) =>
    'module' in each && each.module === GraphQLModule ? graphql : each,
  );
  const providers = (whole.providers ?? []).filter(
    (each) => !('provide' in each && [APP_GUARD, APP_FILTER].includes(each.provide as string)),
  );
  return { ...whole, imports, providers };
}
