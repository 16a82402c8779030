import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { organisationKindOf, type PersonActor, UnitOfWork } from '#yui/platform';
import { Assignment } from '#yui/fulfilment';
import { isChangeable } from './changeable.js';
import { ShareChange } from './share-change.entity.js';
import { type ShareChangeAction, shareChangeTransitions } from './share-change.transitions.js';

export interface ShareChangeView extends ShareChange {
  /** The share can still change: it was neither handed over whole nor taken back since. */
  readonly isOfChangeableShare: boolean;
}

@Injectable()
export class ShareChangeQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Of these assignments, the newest first: between the desk and the facility alone. */
  async ofAssignments(actor: PersonActor, assignmentIds: readonly string[]): Promise<ShareChangeView[]> {
    return this.unitOfWork.read(actor, async (db) => {
      const side = SIDES[organisationKindOf(actor.role)];
      if (!side) return [];
      const changes = await db
        .createQueryBuilder(ShareChange, 'change')
        .where('change.assignmentId = ANY(:assignmentIds)', { assignmentIds })
        .andWhere(`change.${side} = :organisationId`, { organisationId: actor.organisationId })
        .orderBy('change.proposedAt', 'DESC')
        .addOrderBy('change.id', 'DESC')
        .getMany();
      const shares = await db.findBy(Assignment, { id: In(changes.map(({ assignmentId }) => assignmentId)) });
      const changeable = new Set(shares.filter(isChangeable).map(({ id }) => id));
      return changes.map((change) => ({ ...change, isOfChangeableShare: changeable.has(change.assignmentId) }));
    });
  }

  /** What the actor may do with it now. */
  availableActions(actor: PersonActor, { status, isOfChangeableShare }: ShareChangeView): ShareChangeAction[] {
    return shareChangeTransitions
      .availableActions(status, actor)
      .filter((action) => action === 'withdraw' || isOfChangeableShare);
  }
}

const SIDES: Readonly<Record<string, 'deskId' | 'facilityId' | undefined>> = { DESK: 'deskId', FACILITY: 'facilityId' };
