import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { groupBy, type PersonActor, UnitOfWork } from '#yui/platform';
import { isDesk, scopeToOrders } from '../work-orders/order.scope.js';
import { Step } from '../steps/step.entity.js';
import { LACKS_BASIS } from '../work-orders/lacks-basis.js';
import { WorkOrder } from '../work-orders/work-order.entity.js';
import { QuoteCandidate } from './quote-candidate.entity.js';
import { QuoteCharge } from './quote-charge.entity.js';
import { QuoteLine } from './quote-line.entity.js';
import { QuoteStep } from './quote-step.entity.js';
import { Quote } from './quote.entity.js';
import { type QuoteAction, quoteTransitions } from './quote.transitions.js';
import { isPastItsDays } from './require-open.js';

export interface QuoteLineView extends QuoteLine {
  /** What facilities get for one unit, all steps together; null for the buyer of a 契約型 quote: it deals with the desk. */
  readonly facilityUnitPriceSen: number | null;
  /** Of each step, in the order they are done; empty for whom `facilityUnitPriceSen` is null. */
  readonly steps: readonly QuoteStep[];
}

export interface QuoteView extends Quote {
  readonly lines: readonly QuoteLineView[];
  /** In their order. */
  readonly charges: readonly QuoteCharge[];
  /** 斡旋型 only: the facilities the buyer chooses among. */
  readonly candidateFacilityIds: readonly string[];
  /** Open, and its last day has passed: the buyer cannot answer it any more. */
  readonly isPastItsDays: boolean;
  /** Open, and a government has to decide by which item it orders before it does. */
  readonly lacksBasis: boolean;
}

@Injectable()
export class QuoteQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** All versions of the quotes of these orders, newest first. */
  async ofWorkOrders(actor: PersonActor, workOrderIds: readonly string[]): Promise<QuoteView[]> {
    return this.unitOfWork.read(actor, async (db) => {
      const query = db
        .createQueryBuilder(Quote, 'quote')
        .innerJoin(WorkOrder, 'work_order', 'work_order.id = quote.workOrderId')
        .where('quote.workOrderId = ANY(:workOrderIds)', { workOrderIds })
        .orderBy('quote.version', 'DESC');
      const quotes = await scopeToOrders(query, actor).getMany();
      const those = { quoteId: In(quotes.map((quote) => quote.id)) };
      const lines = await db.find(QuoteLine, { where: those });
      const charges = await db.find(QuoteCharge, { where: those, order: { position: 'ASC' } });
      const steps = await db
        .createQueryBuilder(QuoteStep, 'price')
        .innerJoin(Step, 'step', 'step.id = price.stepId')
        .where('price.quoteId = ANY(:quoteIds)', { quoteIds: quotes.map((quote) => quote.id) })
        .orderBy('step.position')
        .getMany();
      const candidates = await db.find(QuoteCandidate, {
        where: those,
        order: { facilityId: 'ASC' },
      });
      const linesOf = groupBy(lines, (line) => line.quoteId);
      const chargesOf = groupBy(charges, (charge) => charge.quoteId);
      const stepsOf = groupBy(steps, (step) => `${step.quoteId} ${step.workOrderLineId}`);
      const [{ now }] = await db.query<[{ now: Date }]>('SELECT yui_now() AS now');
      const lacking = await db.query<{ id: string }[]>(
        `SELECT id FROM work_order WHERE id = ANY($1) AND ${LACKS_BASIS}`,
        [quotes.filter(({ status }) => status === 'ISSUED').map(({ workOrderId }) => workOrderId)],
      );
      const ordersLacking = new Set(lacking.map(({ id }) => id));
      const candidatesOf = groupBy(candidates, (candidate) => candidate.quoteId);
      return quotes.map((quote) => {
        const seesFacilityPrice = isDesk(actor) || quote.contractType === 'BROKERED';
        return {
          ...quote,
          lines: (linesOf.get(quote.id) ?? []).map((line) => {
            const prices = seesFacilityPrice ? (stepsOf.get(`${quote.id} ${line.workOrderLineId}`) ?? []) : [];
            const sum = prices.reduce((sen, step) => sen + step.facilityUnitPriceSen, 0);
            return { ...line, facilityUnitPriceSen: seesFacilityPrice ? sum : null, steps: prices };
          }),
          charges: chargesOf.get(quote.id) ?? [],
          candidateFacilityIds: (candidatesOf.get(quote.id) ?? []).map((candidate) => candidate.facilityId),
          isPastItsDays: isPastItsDays(quote, now),
          lacksBasis: quote.status === 'ISSUED' && ordersLacking.has(quote.workOrderId),
        };
      });
    });
  }

  /** What the actor may do with it now. */
  availableActions(actor: PersonActor, quote: QuoteView): QuoteAction[] {
    return quoteTransitions
      .availableActions(quote.status, actor)
      .filter((action) => action === 'revise' || !quote.isPastItsDays)
      .filter((action) => action !== 'order' || !quote.lacksBasis);
  }
}
