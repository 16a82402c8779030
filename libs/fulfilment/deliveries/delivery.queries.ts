import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import {
  accessErrors,
  groupBy,
  type PageOf,
  type PageRequest,
  type PersonActor,
  readPage,
  UnitOfWork,
} from '#yui/platform';
import { Assignment } from '../assignments/assignment.entity.js';
import { type AssignmentState, INSPECTABLE_STATES } from '../assignments/assignment.transitions.js';
import { scopeToAssignments } from '../assignments/assignment.scope.js';
import { WorkOrder } from '#yui/orders';
import { Delivery } from './delivery.entity.js';
import { type DeliveryAction, deliveryActions } from './delivery.policy.js';
import { InspectionDefect } from './inspection-defect.entity.js';
import { Inspection } from './inspection.entity.js';

export interface InspectionView extends Inspection {
  /** What was wrong, by kind. */
  readonly defects: readonly InspectionDefect[];
}

export interface DeliveryView extends Delivery {
  /** Null until the desk has looked at it. */
  readonly inspection: InspectionView | null;
  readonly assignmentStatus: AssignmentState;
}

@Injectable()
export class DeliveryQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The deliveries of these assignments, oldest first, with what was found. */
  async ofAssignments(actor: PersonActor, assignmentIds: readonly string[]): Promise<DeliveryView[]> {
    return this.unitOfWork.read(actor, async (db) => {
      const query = visible(db, actor)
        .andWhere('delivery.assignmentId = ANY(:assignmentIds)', { assignmentIds })
        .orderBy('delivery.deliveredAt')
        .addOrderBy('delivery.id');
      return view(db, await query.getMany());
    });
  }

  /** @throws ACCESS.NOT_FOUND */
  async get(actor: PersonActor, id: string): Promise<DeliveryView> {
    return this.unitOfWork.read(actor, async (db) => {
      const [found] = await view(db, await visible(db, actor).andWhere('delivery.id = :id', { id }).getMany());
      if (!found) throw accessErrors.NOT_FOUND();
      return found;
    });
  }

  /** What the desk has not looked at yet, the oldest first. */
  async toInspect(actor: PersonActor, page: PageRequest): Promise<PageOf<DeliveryView>> {
    const rows = (db: EntityManager) =>
      visible(db, actor)
        .andWhere('assignment.status = ANY(:inspectable)', { inspectable: INSPECTABLE_STATES })
        .andWhere('NOT EXISTS (SELECT 1 FROM inspection WHERE inspection.delivery_id = delivery.id)');
    const order = { by: 'delivery.deliveredAt', kind: 'INSTANT', direction: 'ASC' } as const;
    return readPage(this.unitOfWork, actor, page, { rows, order, show: view });
  }

  /** What the actor may do with it now. */
  availableActions(actor: PersonActor, { assignmentStatus, inspection }: DeliveryView): DeliveryAction[] {
    return deliveryActions(actor, assignmentStatus, inspection !== null);
  }
}

function visible(db: EntityManager, actor: PersonActor) {
  const query = db
    .createQueryBuilder(Delivery, 'delivery')
    .innerJoin(Assignment, 'assignment', 'assignment.id = delivery.assignmentId')
    .innerJoin(WorkOrder, 'work_order', 'work_order.id = assignment.workOrderId')
    .where('TRUE');
  return scopeToAssignments(query, actor);
}

async function view(db: EntityManager, deliveries: readonly Delivery[]): Promise<DeliveryView[]> {
  const inspections = await db.findBy(Inspection, { deliveryId: In(deliveries.map((delivery) => delivery.id)) });
  const defects = await db.find(InspectionDefect, {
    where: { inspectionId: In(inspections.map((inspection) => inspection.id)) },
    order: { kind: 'ASC' },
  });
  const defectsOf = groupBy(defects, (defect) => defect.inspectionId);
  const inspectionOf = new Map(
    inspections.map((inspection) => [
      inspection.deliveryId,
      { ...inspection, defects: defectsOf.get(inspection.id) ?? [] },
    ]),
  );
  const shares = await db.findBy(Assignment, { id: In(deliveries.map((delivery) => delivery.assignmentId)) });
  const shareOf = new Map(shares.map((share) => [share.id, share]));
  return deliveries.flatMap((delivery) => {
    const share = shareOf.get(delivery.assignmentId);
    if (!share) return [];
    return { ...delivery, assignmentStatus: share.status, inspection: inspectionOf.get(delivery.id) ?? null };
  });
}
