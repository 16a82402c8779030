import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FulfilmentModule } from '#yui/fulfilment';
import { attachments } from './attachments/attachments.providers.js';
import { questions } from './questions/questions.providers.js';

const useCases = [
  ...questions.commands,
  ...questions.queries,
  ...attachments.commands,
  ...attachments.deadlines,
  ...attachments.queries,
];

/** What the sides of an order say and show to one another. */
@Module({
  imports: [TypeOrmModule.forFeature([...questions.entities, ...attachments.entities]), FulfilmentModule],
  providers: useCases,
  exports: useCases,
})
export class CorrespondenceModule {}
