import { Injectable } from '@nestjs/common';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { scopeToOrders } from '../order.scope.js';
import { WorkOrder } from '../work-orders/work-order.entity.js';
import { Cancellation } from './cancellation.entity.js';
import { type CancellationAction, cancellationTransitions } from './cancellation.transitions.js';

@Injectable()
export class CancellationQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Of these orders, the newest first; facilities hear of them through their assignments. */
  async ofWorkOrders(actor: PersonActor, workOrderIds: readonly string[]): Promise<Cancellation[]> {
    return this.unitOfWork.read(actor, async (db) => {
      const query = db
        .createQueryBuilder(Cancellation, 'cancellation')
        .innerJoin(WorkOrder, 'work_order', 'work_order.id = cancellation.workOrderId')
        .where('cancellation.workOrderId = ANY(:workOrderIds)', { workOrderIds })
        .orderBy('cancellation.requestedAt', 'DESC')
        .addOrderBy('cancellation.id', 'DESC');
      return scopeToOrders(query, actor).getMany();
    });
  }

  /** What the actor may do with the request now. */
  availableActions(actor: PersonActor, cancellation: Cancellation): CancellationAction[] {
    return cancellationTransitions.availableActions(cancellation.status, actor);
  }
}
