import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { deskTermsOf } from '#yui/directory';
import { Assignment } from '#yui/fulfilment';
import { WorkOrder } from '#yui/orders';
import { accessErrors, type PersonActor, requireDesk, UnitOfWork } from '#yui/platform';
import { missingItems, type OrderItem } from './order-items.js';
import { orderStatements } from './order-statements.js';
import { type LawReasoning, reasonAboutLaw } from './subcontract-law.js';
import { UndecidedItem } from './undecided-item.entity.js';
import { type UndecidedItemAction, undecidedItemActions } from './undecided-item.policy.js';

/** Whether the orders of one work order to its facilities could leave now. */
export interface OrderPaperCheck {
  readonly law: LawReasoning;
  readonly undecided: readonly UndecidedItem[];
  /** By share that is planned: what its order does not state. */
  readonly shares: readonly {
    readonly assignmentId: string;
    readonly facilityId: string;
    readonly missing: readonly OrderItem[];
  }[];
}

@Injectable()
export class SubcontractQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND for everybody but the desk */
  async law(actor: PersonActor): Promise<LawReasoning> {
    requireDesk(actor);
    return this.unitOfWork.read(actor, async (db) => reasonAboutLaw(await deskTermsOf(db, actor.organisationId)));
  }

  /** What the actor may do about it now. */
  availableActions(actor: PersonActor, item: Pick<UndecidedItem, 'decidedAt'>): UndecidedItemAction[] {
    return undecidedItemActions(actor, item);
  }

  /** @throws ACCESS.NOT_FOUND for everybody but the desk of the order */
  async check(actor: PersonActor, workOrderId: string): Promise<OrderPaperCheck> {
    requireDesk(actor);
    return this.unitOfWork.read(actor, async (db) => {
      const deskId = actor.organisationId;
      const order = await db.findOneBy(WorkOrder, { id: workOrderId, deskId });
      if (!order || order.status === 'DRAFT') throw accessErrors.NOT_FOUND();
      const [{ now }] = await db.query<[{ now: Date }]>('SELECT yui_now() AS now');
      const undecided = await db.find(UndecidedItem, { where: { workOrderId }, order: { decideOn: 'ASC', id: 'ASC' } });
      const open = undecided.filter(({ decidedAt }) => decidedAt === null).map(({ item }) => item);
      const planned = await db.find(Assignment, {
        where: { workOrderId, status: In(['PLANNED']), answerBy: IsNull() },
        order: { facilityId: 'ASC', id: 'ASC' },
      });
      const isSubcontract = order.contractType === 'DESK_CONTRACT';
      const statements = isSubcontract ? await orderStatements(db, deskId, planned, now) : [];
      return {
        law: reasonAboutLaw(await deskTermsOf(db, deskId)),
        undecided,
        shares: statements.map((statement, index) => ({
          assignmentId: planned[index]!.id,
          facilityId: planned[index]!.facilityId,
          missing: missingItems(statement, open),
        })),
      };
    });
  }
}
