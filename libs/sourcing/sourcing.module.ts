import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { onLeftCalling, OrdersModule } from '#yui/orders';
import { calls } from './calls/calls.providers.js';
import { cancelCallsOf } from './calls/cancel-call.js';

onLeftCalling.fill(cancelCallsOf);

const useCases = [...calls.commands, ...calls.deadlines, ...calls.queries];

/** Where the desk finds who can do the work, and for how much. */
@Module({
  imports: [TypeOrmModule.forFeature(calls.entities), OrdersModule],
  providers: useCases,
  exports: useCases,
})
export class SourcingModule {}
