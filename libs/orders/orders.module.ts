import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChangeDraft } from './intake/change-draft.js';
import { DraftWorkOrder } from './intake/draft-work-order.js';
import { RejectWorkOrder } from './intake/reject-work-order.js';
import { ReviewWorkOrder } from './intake/review-work-order.js';
import { SetSteps } from './intake/set-steps.js';
import { SubmitWorkOrder } from './intake/submit-work-order.js';
import { WithdrawWorkOrder } from './intake/withdraw-work-order.js';
import { PartyQueries } from './parties/party.queries.js';
import { ExpireQuotes } from './quotes/expire-quotes.js';
import { IssueQuote } from './quotes/issue-quote.js';
import { PlaceOrder } from './quotes/place-order.js';
import { QuoteCandidate } from './quotes/quote-candidate.entity.js';
import { QuoteLine } from './quotes/quote-line.entity.js';
import { QuoteStep } from './quotes/quote-step.entity.js';
import { Quote } from './quotes/quote.entity.js';
import { QuoteQueries } from './quotes/quote.queries.js';
import { RefuseQuote } from './quotes/refuse-quote.js';
import { ReviseQuote } from './quotes/revise-quote.js';
import { Step } from './steps/step.entity.js';
import { OrderTerms } from './work-orders/order-terms.entity.js';
import { WorkOrderLine } from './work-orders/work-order-line.entity.js';
import { WorkOrder } from './work-orders/work-order.entity.js';
import { WorkOrderQueries } from './work-orders/work-order.queries.js';

const entities = [WorkOrder, OrderTerms, WorkOrderLine, Step, Quote, QuoteLine, QuoteStep, QuoteCandidate];

const queries = [WorkOrderQueries, QuoteQueries, PartyQueries];

/** What people do to an order, in the order of its life. */
const commands = [
  DraftWorkOrder,
  ChangeDraft,
  SubmitWorkOrder,
  WithdrawWorkOrder,
  ReviewWorkOrder,
  RejectWorkOrder,
  SetSteps,
  IssueQuote,
  ReviseQuote,
  RefuseQuote,
  PlaceOrder,
];

/** What time does to it. */
const deadlines = [ExpireQuotes];

@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  providers: [...commands, ...deadlines, ...queries],
  exports: [...commands, ...deadlines, ...queries],
})
export class OrdersModule {}
