import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { ContractsModule, PapersModule } from '#yui/contracts';
import { DirectoryModule } from '#yui/directory';
import { IdentityModule } from '#yui/identity';
import { NotificationsModule } from '#yui/notifications';
import { ChangesModule } from '#yui/changes';
import { RecurringModule } from '#yui/recurring';
import { CorrespondenceModule } from '#yui/correspondence';
import { FulfilmentModule } from '#yui/fulfilment';
import { OrdersModule } from '#yui/orders';
import { SourcingModule } from '#yui/sourcing';
import { WagesModule } from '#yui/wages';
import { type Config, PlatformModule } from '#yui/platform';
import { PRODUCT } from '#yui/product';
import { Deadlines } from './deadlines.js';
import { WorkerProcess } from './worker-process.js';

@Module({})
class WorkerModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot(config, 'worker', PRODUCT),
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
        WagesModule,
        NotificationsModule,
      ],
      providers: [Deadlines, WorkerProcess],
    };
  }
}

/**
 * Starts a worker with its health page (`/health/live`, `/health/ready`) on WORKER_HOST:WORKER_HEALTH_PORT. Any number
 * may run, in one process or in many. `close()` finishes the tasks under way and leaves.
 * @throws QUEUE.* when the queue is not prepared, Error when the database or the port cannot be had
 */
export async function createWorker(config: Config): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(WorkerModule.forRoot(config), new FastifyAdapter(), {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  await app.listen(config.WORKER_HEALTH_PORT, config.WORKER_HOST);
  return app;
}
