import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { groupBy, type PersonActor, UnitOfWork } from '#yui/platform';
import { isDesk, scopeToOrders, WorkOrder, workOrderTransitions } from '#yui/orders';
import { AmendmentLine } from './amendment-line.entity.js';
import { Amendment } from './amendment.entity.js';
import { type AmendmentAction, amendmentTransitions } from './amendment.transitions.js';

export interface AmendmentView extends Amendment {
  readonly lines: readonly AmendmentLine[];
  /** False: the order was delivered, or has ended, since it was proposed. */
  readonly isAcceptable: boolean;
}

@Injectable()
export class AmendmentQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Of these orders, the newest first; facilities are told about them through their assignments. */
  async ofWorkOrders(actor: PersonActor, workOrderIds: readonly string[]): Promise<AmendmentView[]> {
    return this.unitOfWork.read(actor, async (db) => {
      const query = db
        .createQueryBuilder(Amendment, 'amendment')
        .innerJoin(WorkOrder, 'work_order', 'work_order.id = amendment.workOrderId')
        .where('amendment.workOrderId = ANY(:workOrderIds)', { workOrderIds })
        .orderBy('amendment.proposedAt', 'DESC')
        .addOrderBy('amendment.id', 'DESC');
      const amendments = await scopeToOrders(query, actor).getMany();
      const lines = await db.find(AmendmentLine, {
        where: { amendmentId: In(amendments.map((amendment) => amendment.id)) },
        order: { workOrderLineId: 'ASC' },
      });
      const linesOf = groupBy(lines, (line) => line.amendmentId);
      const orders = await db.findBy(WorkOrder, { id: In(amendments.map((amendment) => amendment.workOrderId)) });
      const amendable = new Set(
        orders.filter(({ status }) => workOrderTransitions.can(status, 'proposeAmendment')).map(({ id }) => id),
      );
      return amendments.map((amendment) => ({
        ...amendment,
        lines: linesOf.get(amendment.id) ?? [],
        isAcceptable: amendable.has(amendment.workOrderId),
      }));
    });
  }

  /** What the actor may do with it now: withdraw its own proposal, decide about the one of the other side. */
  availableActions(actor: PersonActor, { status, isAcceptable, isProposedByBuyer }: AmendmentView): AmendmentAction[] {
    const isOwn = isProposedByBuyer !== isDesk(actor);
    return amendmentTransitions
      .availableActions(status, actor)
      .filter((action) => (action === 'withdraw') === isOwn && (action !== 'accept' || isAcceptable));
  }
}
