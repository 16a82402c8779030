import { fastifyCookie } from '@fastify/cookie';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, HttpAdapterHost, NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Logger } from 'nestjs-pino';
import { randomUUID } from 'node:crypto';
import { ContractsModule, PapersModule } from '#yui/contracts';
import { DirectoryModule } from '#yui/directory';
import { Authenticate, AuthenticateToken, IdentityModule } from '#yui/identity';
import { MoveInModule } from '#yui/move-in';
import { NotificationsModule } from '#yui/notifications';
import { ChangesModule } from '#yui/changes';
import { RecurringModule } from '#yui/recurring';
import { CorrespondenceModule } from '#yui/correspondence';
import { FulfilmentModule } from '#yui/fulfilment';
import { OrdersModule } from '#yui/orders';
import { SourcingModule } from '#yui/sourcing';
import { type Config, CONFIG, Metrics, PlatformModule, rateLimiterProvider } from '#yui/platform';
import { PRODUCT } from '#yui/product';
import { ProcurementModule } from '#yui/procurement';
import { WagesModule } from '#yui/wages';
import { ReportsModule } from '#yui/reports';
import { apolloOptions } from './graphql/apollo-options.js';
import { DocumentStore, installDocumentStore } from './graphql/document-store.js';
import { LoaderFactory } from './graphql/loaders.js';
import { ErrorFilter } from './http/error.filter.js';
import { MAX_LARGE_MB } from './http/http.errors.js';
import { IdentifyCaller } from './http/identify-caller.js';
import { RateLimits } from './http/rate-limits.js';
import { Refusals } from './http/refusals.js';
import { BYTES_PER_MB, FILE_MEDIA_TYPE, installRequestGate } from './http/request-gate.js';
import { Cookies } from './http/session-cookie.js';
import { installSecurityHeaders } from './http/security-headers.js';
import { SecurityLog } from './http/security-log.js';
import { installTraces } from './http/trace-requests.js';
import { CONTROLLERS } from './controllers.js';
import { PolicyGuard } from './policy.guard.js';
import { RESOLVERS } from './resolvers.js';
import { DescribeActor } from './sessions/describe-actor.js';
import { SessionAnswer } from './sessions/session-answer.js';
import { LiveStreams } from './live/live-streams.js';
import { installPages, Pages } from './pages/pages.js';

/** A request that is not through by then is given up, however slowly its body arrives. */
const REQUEST_TIMEOUT_MS = 60_000;

/** What is made for each request, and what limits them: one for the whole process. */
@Module({
  imports: [
    DirectoryModule,
    OrdersModule,
    SourcingModule,
    FulfilmentModule,
    ChangesModule,
    RecurringModule,
    CorrespondenceModule,
    ContractsModule,
    PapersModule,
    ProcurementModule,
    WagesModule,
    NotificationsModule,
    ReportsModule,
    MoveInModule,
  ],
  providers: [
    LoaderFactory,
    rateLimiterProvider,
    RateLimits,
    {
      provide: SecurityLog,
      inject: [CONFIG, Metrics],
      useFactory: (config: Config, metrics: Metrics) => new SecurityLog(config, metrics),
    },
    { provide: Refusals, inject: [SecurityLog], useFactory: (log: SecurityLog) => new Refusals(log) },
  ],
  exports: [LoaderFactory, RateLimits, SecurityLog, Refusals],
})
export class RequestModule {}

/** The HTTP process: GraphQL for people in browsers, health pages for machines. */
@Module({})
export class ApiModule {
  static forRoot(config: Config, pages: Pages | null): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PlatformModule.forRoot(config, 'api', PRODUCT),
        IdentityModule,
        DirectoryModule,
        OrdersModule,
        SourcingModule,
        FulfilmentModule,
        ChangesModule,
        RecurringModule,
        CorrespondenceModule,
        ContractsModule,
        PapersModule,
        NotificationsModule,
        ProcurementModule,
        WagesModule,
        ReportsModule,
        MoveInModule,
        RequestModule,
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          imports: [RequestModule],
          inject: [CONFIG, LoaderFactory, RateLimits, SecurityLog, Metrics],
          useFactory: apolloOptions,
        }),
      ],
      controllers: CONTROLLERS,
      providers: [
        ...RESOLVERS,
        DescribeActor,
        LiveStreams,
        SessionAnswer,
        { provide: APP_GUARD, useClass: PolicyGuard },
        {
          provide: APP_FILTER,
          inject: [HttpAdapterHost, Refusals],
          useFactory: ({ httpAdapter }: HttpAdapterHost, refusals: Refusals) =>
            new ErrorFilter(httpAdapter, pages, refusals),
        },
      ],
    };
  }
}

function isReadable(url: string): boolean {
  try {
    return decodeURI(url) !== '';
  } catch {
    return false;
  }
}

/** The api, ready to listen. */
export async function createApi(config: Config): Promise<NestFastifyApplication> {
  const pages = Pages.read(config.PAGES_DIR);
  const adapter = new FastifyAdapter({
    bodyLimit: MAX_LARGE_MB * BYTES_PER_MB,
    requestTimeout: REQUEST_TIMEOUT_MS,
    genReqId: () => randomUUID(),
    // Where a request comes from matters for throttling; who is not a known proxy may claim nothing about it.
    trustProxy: config.TRUSTED_PROXIES ?? false,
    // While the process leaves, a request that still arrives on an open connection is answered like any other.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    // What cannot be read is not there, and goes the way of all that is not there, headers and all.
    rewriteUrl: ({ url = '/' }) => (isReadable(url) ? url : '/unreadable'),
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(config, pages), adapter, {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  installTraces(adapter.getInstance());
  await app.register(fastifyCookie);
  const identifyCaller = new IdentifyCaller(new Cookies(config), app.get(Authenticate), app.get(AuthenticateToken));
  await installSecurityHeaders(adapter.getInstance(), config);
  const refusals = app.get(Refusals, { strict: false });
  installRequestGate(adapter.getInstance(), config, identifyCaller, app.get(RateLimits, { strict: false }), refusals);
  adapter
    .getInstance()
    .addContentTypeParser(
      FILE_MEDIA_TYPE,
      { parseAs: 'buffer', bodyLimit: config.ATTACHMENT_MAX_MB * BYTES_PER_MB },
      (_request, body, done) => done(null, body),
    );
  installDocumentStore(adapter.getInstance(), config, await DocumentStore.read(), refusals);
  if (pages) installPages(adapter.getInstance(), pages);
  await app.init();
  return app;
}
