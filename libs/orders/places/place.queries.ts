import { Injectable } from '@nestjs/common';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { scopeToOrders } from '../work-orders/order.scope.js';
import { WorkOrder } from '../work-orders/work-order.entity.js';
import { DeliveryPlace } from './delivery-place.entity.js';

/** Read by buyer and desk with the order; a facility reads them with its share. */
@Injectable()
export class PlaceQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** In the order in which they were written. */
  async ofLines(actor: PersonActor, workOrderLineIds: readonly string[]): Promise<DeliveryPlace[]> {
    return this.unitOfWork.read(actor, async (db) => {
      const query = db
        .createQueryBuilder(DeliveryPlace, 'place')
        .innerJoin(WorkOrder, 'work_order', 'work_order.id = place.workOrderId')
        .where('place.workOrderLineId = ANY(:workOrderLineIds)', { workOrderLineIds })
        .orderBy('place.workOrderLineId')
        .addOrderBy('place.position');
      return scopeToOrders(query, actor).getMany();
    });
  }
}
