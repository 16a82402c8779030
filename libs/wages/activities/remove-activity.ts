import { Injectable } from '@nestjs/common';
import { type PersonActor, requireDesk, UnitOfWork } from '#yui/platform';
import { Activity } from './activity.entity.js';

/** Takes away an activity that was recorded by mistake; the audit keeps its figures. */
@Injectable()
export class RemoveActivity {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND */
  async execute(actor: PersonActor, activityId: string): Promise<{ activityId: string }> {
    requireDesk(actor);
    return this.unitOfWork.run(actor, async (tx) => {
      const deskId = actor.organisationId;
      const { kind, heldOn, times, people } = await tx.lock(Activity, { id: activityId, deskId });
      await tx.manager.delete(Activity, { id: activityId });
      await tx.audit(
        'removeActivity',
        { deskId, subjectType: 'Activity', subjectId: activityId },
        { before: { kind, heldOn, times, people } },
      );
      return { activityId };
    });
  }
}
