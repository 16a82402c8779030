import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { scopeToOrders, WorkOrder, workOrderTransitions } from '#yui/orders';
import { Cancellation } from './cancellation.entity.js';
import { type CancellationAction, cancellationTransitions } from './cancellation.transitions.js';

export interface CancellationView extends Cancellation {
  /** False: the order was delivered, or has ended, since it was asked for. */
  readonly isGrantable: boolean;
}

@Injectable()
export class CancellationQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Of these orders, the newest first; facilities are told about them through their assignments. */
  async ofWorkOrders(actor: PersonActor, workOrderIds: readonly string[]): Promise<CancellationView[]> {
    return this.unitOfWork.read(actor, async (db) => {
      const query = db
        .createQueryBuilder(Cancellation, 'cancellation')
        .innerJoin(WorkOrder, 'work_order', 'work_order.id = cancellation.workOrderId')
        .where('cancellation.workOrderId = ANY(:workOrderIds)', { workOrderIds })
        .orderBy('cancellation.requestedAt', 'DESC')
        .addOrderBy('cancellation.id', 'DESC');
      const cancellations = await scopeToOrders(query, actor).getMany();
      const orders = await db.findBy(WorkOrder, { id: In(cancellations.map((row) => row.workOrderId)) });
      const grantable = new Set(
        orders.filter(({ status }) => workOrderTransitions.can(status, 'cancel')).map(({ id }) => id),
      );
      return cancellations.map((row) => ({ ...row, isGrantable: grantable.has(row.workOrderId) }));
    });
  }

  /** What the actor may do with the request now. */
  availableActions(actor: PersonActor, { status, isGrantable }: CancellationView): CancellationAction[] {
    return cancellationTransitions
      .availableActions(status, actor)
      .filter((action) => action !== 'grant' || isGrantable);
  }
}
