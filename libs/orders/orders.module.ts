import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AllocationShare } from './allocations/allocation-share.entity.js';
import { Allocation } from './allocations/allocation.entity.js';
import { AllocationQueries } from './allocations/allocation.queries.js';
import { Assignment } from './assignments/assignment.entity.js';
import { AssignmentQueries } from './assignments/assignment.queries.js';
import { ProgressReport } from './assignments/progress-report.entity.js';
import { Delivery } from './deliveries/delivery.entity.js';
import { DeliveryQueries } from './deliveries/delivery.queries.js';
import { Inspection } from './deliveries/inspection.entity.js';
import { PartyQueries } from './parties/party.queries.js';
import { QuoteCandidate } from './quotes/quote-candidate.entity.js';
import { QuoteLine } from './quotes/quote-line.entity.js';
import { Quote } from './quotes/quote.entity.js';
import { QuoteQueries } from './quotes/quote.queries.js';
import { WorkOrderLine } from './work-orders/work-order-line.entity.js';
import { WorkOrder } from './work-orders/work-order.entity.js';
import { WorkOrderQueries } from './work-orders/work-order.queries.js';

const entities = [
  WorkOrder,
  WorkOrderLine,
  Quote,
  QuoteLine,
  QuoteCandidate,
  Allocation,
  AllocationShare,
  Assignment,
  ProgressReport,
  Delivery,
  Inspection,
];

const queries = [WorkOrderQueries, QuoteQueries, AllocationQueries, AssignmentQueries, DeliveryQueries, PartyQueries];

@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  providers: [...queries],
  exports: [...queries],
})
export class OrdersModule {}
