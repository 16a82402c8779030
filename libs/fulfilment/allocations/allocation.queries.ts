import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SplitResult } from '#yui/matching';
import { accessErrors, type PersonActor, UnitOfWork } from '#yui/platform';
import { isDesk, scopeToOrders, WorkOrder, WorkOrderLine } from '#yui/orders';
import { AllocationShare } from './allocation-share.entity.js';
import { Allocation } from './allocation.entity.js';
import { shareRow } from './share-row.js';

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

  /** The shares of these allocations, largest first, also of those who can do nothing. */
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
      const stored = await scopeToOrders(query, actor).getMany();
      const allocations = await visible(db, actor)
        .andWhere('allocation.id = ANY(:allocationIds)', { allocationIds })
        .getMany();
      return [...stored, ...sharesWithoutRow(allocations, stored)];
    });
  }
}

function sharesWithoutRow(allocations: readonly Allocation[], stored: readonly AllocationShare[]): AllocationShare[] {
  const keyOf = (share: Pick<AllocationShare, 'allocationId' | 'facilityId'>) =>
    `${share.allocationId} ${share.facilityId}`;
  const known = new Set(stored.map(keyOf));
  return allocations.flatMap(({ id, result }) => {
    const split = result as SplitResult;
    return split.shares
      .filter(({ facilityId }) => !known.has(keyOf({ allocationId: id, facilityId })))
      .map((share) => shareRow(id, split, share));
  });
}

function visible(db: EntityManager, actor: PersonActor) {
  const query = db
    .createQueryBuilder(Allocation, 'allocation')
    .innerJoin(WorkOrderLine, 'line', 'line.id = allocation.workOrderLineId')
    .innerJoin(WorkOrder, 'work_order', 'work_order.id = line.workOrderId')
    .where('TRUE');
  return scopeToOrders(query, actor);
}
