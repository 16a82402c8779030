import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { accessErrors, type PersonActor, UnitOfWork } from '#yui/platform';
import { isDesk, scopeToOrders, WorkOrder, WorkOrderLine } from '#yui/orders';
import { AllocationShare } from './allocation-share.entity.js';
import { Allocation } from './allocation.entity.js';

/** How work was split, and why. The desk's alone: it names facilities, their loads and their prices. */
@Injectable()
export class AllocationQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND */
  async get(actor: PersonActor, id: string): Promise<Allocation> {
    if (!isDesk(actor)) throw accessErrors.NOT_FOUND();
    const allocation = await this.unitOfWork.read(actor, async (db) =>
      visible(db, actor).andWhere('allocation.id = :id', { id }).getOne(),
    );
    if (!allocation) throw accessErrors.NOT_FOUND();
    return allocation;
  }

  /** All versions of the allocations of these lines, newest first; none for anyone but the desk. */
  async ofLines(actor: PersonActor, workOrderLineIds: readonly string[]): Promise<Allocation[]> {
    if (!isDesk(actor)) return [];
    return this.unitOfWork.read(actor, async (db) =>
      visible(db, actor)
        .andWhere('allocation.workOrderLineId = ANY(:workOrderLineIds)', { workOrderLineIds })
        .orderBy('allocation.version', 'DESC')
        .getMany(),
    );
  }

  /** The shares of these allocations, largest first. */
  async sharesOf(actor: PersonActor, allocationIds: readonly string[]): Promise<AllocationShare[]> {
    if (!isDesk(actor)) return [];
    return this.unitOfWork.read(actor, async (db) => {
      const query = db
        .createQueryBuilder(AllocationShare, 'share')
        .innerJoin(Allocation, 'allocation', 'allocation.id = share.allocationId')
        .innerJoin(WorkOrderLine, 'line', 'line.id = allocation.workOrderLineId')
        .innerJoin(WorkOrder, 'work_order', 'work_order.id = line.workOrderId')
        .where('share.allocationId = ANY(:allocationIds)', { allocationIds })
        .orderBy('share.units', 'DESC')
        .addOrderBy('share.facilityId');
      return scopeToOrders(query, actor).getMany();
    });
  }
}

function visible(db: EntityManager, actor: PersonActor) {
  const query = db
    .createQueryBuilder(Allocation, 'allocation')
    .innerJoin(WorkOrderLine, 'line', 'line.id = allocation.workOrderLineId')
    .innerJoin(WorkOrder, 'work_order', 'work_order.id = line.workOrderId')
    .where('TRUE');
  return scopeToOrders(query, actor);
}
