import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PaperHandler } from './paper.handler.js';
import { Paper } from './paper.entity.js';
import { PaperPrinter } from './paper-printer.js';
import { PaperQueries } from './paper.queries.js';

/** The papers of orders and invoices: issued as business goes on, printed by the worker, read by those they concern. */
@Module({
  imports: [TypeOrmModule.forFeature([Paper])],
  providers: [PaperHandler, PaperPrinter, PaperQueries],
  exports: [PaperQueries],
})
export class PapersModule {}
