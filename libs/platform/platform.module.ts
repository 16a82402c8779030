import { type DynamicModule, Global, Module, RequestMethod } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LoggerModule } from 'nestjs-pino';
import { AuditEntry } from './audit/audit-entry.entity.js';
import { RecordRead } from './reads/record-read.js';
import { MoveClock } from './clock/move-clock.js';
import { ReadClock } from './clock/read-clock.js';
import { CONFIG } from './config/config.token.js';
import type { Config } from './config/load-config.js';
import { dataSourceOptions } from './database/data-source.js';
import { DatabaseWatch } from './database/database-watch.js';
import { Replica } from './database/replica.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { type Feature, FEATURES } from './features/feature.js';
import { HealthController } from './health/health.controller.js';
import { Readiness } from './health/readiness.js';
import { Announcements } from './outbox/announcements.js';
import { CleanUp } from './outbox/clean-up.js';
import { EventHandlers } from './outbox/event-handler.js';
import { EventHealth } from './outbox/event-health.js';
import { DatabaseMetrics } from './database/database-metrics.js';
import { Metrics } from './monitoring/metrics.js';
import { MetricsController } from './monitoring/metrics.controller.js';
import { Tracing } from './monitoring/tracing.js';
import { OutboxEvent } from './database/outbox-event.entity.js';
import { OutboxRelay } from './outbox/outbox-relay.js';
import { SetAsideTasks } from './outbox/set-aside-tasks.js';
import { TaskProcessor } from './outbox/task-processor.js';
import { TroubleBook } from './outbox/trouble-book.js';
import { createStorage } from './storage/create-storage.js';
import { StorageCheck } from './storage/storage-check.js';
import { Storage } from './storage/storage.js';

/** What every process has: settings, database, events, log and health. */
@Global()
@Module({})
export class PlatformModule {
  /** @param features all of the product, or those a process has */
  static forRoot(config: Config, processName: string, features: readonly Feature[]): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        LoggerModule.forRoot({
          // Its own default, `{/*splat}`, matches nothing on Fastify.
          forRoutes: [{ path: '/*path', method: RequestMethod.ALL }],
          pinoHttp: {
            level: config.LOG_LEVEL,
            base: { process: processName },
            autoLogging: {
              // The router shortens `url` on the way to a middleware.
              ignore: (request: { originalUrl?: string }) => request.originalUrl?.startsWith('/health/') ?? false,
            },
            // The log holds no personal data and no secrets: of a request only what finds it again.
            serializers: {
              req: (request: { id: string; method: string; url: string }) => ({
                id: request.id,
                method: request.method,
                // Nor the secret of a link that stands in the path.
                path: request.url.split('?')[0]?.replace(/[\w-]{40,}/g, '…'),
              }),
              res: (response: { statusCode: number }) => ({ statusCode: response.statusCode }),
            },
          },
        }),
        TypeOrmModule.forRoot({
          ...dataSourceOptions({
            url: config.DATABASE_URL,
            poolSize: config.DATABASE_POOL_SIZE,
            applicationName: `yui-${processName}`,
            role: processName === 'api' ? 'yui_app' : 'yui_worker',
            isLimited: true,
          }),
          autoLoadEntities: true,
          retryAttempts: 3,
          retryDelay: 500,
        }),
        TypeOrmModule.forFeature([OutboxEvent, AuditEntry]),
        TerminusModule.forRoot({ logger: false }),
      ],
      controllers: [HealthController, MetricsController],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: FEATURES, useValue: features },
        Metrics,
        { provide: Tracing, useFactory: async () => Tracing.begin(config, processName) },
        DatabaseMetrics,
        { provide: Storage, useFactory: () => createStorage(config) },
        StorageCheck,
        // Only people read reports.
        ...(processName === 'api' ? [Replica] : []),
        UnitOfWork,
        DatabaseWatch,
        EventHandlers,
        OutboxRelay,
        TroubleBook,
        EventHealth,
        SetAsideTasks,
        TaskProcessor,
        CleanUp,
        Readiness,
        RecordRead,
        MoveClock,
        ReadClock,
        Announcements,
      ],
      exports: [
        CONFIG,
        FEATURES,
        Metrics,
        Storage,
        UnitOfWork,
        EventHandlers,
        OutboxRelay,
        TroubleBook,
        EventHealth,
        SetAsideTasks,
        TaskProcessor,
        CleanUp,
        DatabaseWatch,
        Readiness,
        RecordRead,
        MoveClock,
        ReadClock,
        Announcements,
      ],
    };
  }
}
