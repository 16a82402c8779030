import { Injectable } from '@nestjs/common';
import { organisationKindOf, type PersonActor, UnitOfWork } from '#yui/platform';
import { ShareChange } from './share-change.entity.js';
import { type ShareChangeAction, shareChangeTransitions } from './share-change.transitions.js';

@Injectable()
export class ShareChangeQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Of these assignments, the newest first: between the desk and the facility alone. */
  async ofAssignments(actor: PersonActor, assignmentIds: readonly string[]): Promise<ShareChange[]> {
    return this.unitOfWork.read(actor, async (db) => {
      const side = SIDES[organisationKindOf(actor.role)];
      if (!side) return [];
      return db
        .createQueryBuilder(ShareChange, 'change')
        .where('change.assignmentId = ANY(:assignmentIds)', { assignmentIds })
        .andWhere(`change.${side} = :organisationId`, { organisationId: actor.organisationId })
        .orderBy('change.proposedAt', 'DESC')
        .addOrderBy('change.id', 'DESC')
        .getMany();
    });
  }

  /** What the actor may do with it now. */
  availableActions(actor: PersonActor, change: ShareChange): ShareChangeAction[] {
    return shareChangeTransitions.availableActions(change.status, actor);
  }
}

const SIDES: Readonly<Record<string, 'deskId' | 'facilityId' | undefined>> = { DESK: 'deskId', FACILITY: 'facilityId' };
