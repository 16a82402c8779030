import { Injectable } from '@nestjs/common';
import type { FairnessRule, Measure } from '#yui/matching';
import { accessErrors, type PersonActor, requireInteger, UnitOfWork } from '#yui/platform';
import { Desk } from './desk.entity.js';

const MOST_PERMILLE = 1000;
const MOST_WORKING_DAYS = 20;

/** What is left out stays as it is. */
export interface SetDeskSettingsInput {
  /** The desk's fee in thousandths of the buyer's price; orders that are quoted keep their prices. */
  readonly feeRatePermille?: number | null;
  readonly splitRule?: FairnessRule | null;
  readonly splitMeasure?: Measure | null;
  /** Working days a facility has to answer an offer. */
  readonly answerWorkingDays?: number | null;
  /** Working days between the due date of facilities and that of the buyer. */
  readonly deliveryWorkingDays?: number | null;
}

/** How a desk works from now on: its fee, how it splits, how long facilities have to answer. */
@Injectable()
export class SetDeskSettings {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND unless the actor administers the desk; INPUT.NUMBER_OUT_OF_RANGE */
  async execute(actor: PersonActor, input: SetDeskSettingsInput): Promise<{ deskId: string }> {
    if (actor.role !== 'DESK_ADMIN') throw accessErrors.NOT_FOUND();
    return this.unitOfWork.run(actor, async (tx) => {
      const desk = await tx.lock(Desk, { id: actor.organisationId });
      const settings = {
        feeRatePermille: requireInteger(
          'feeRatePermille',
          input.feeRatePermille ?? desk.feeRatePermille,
          0,
          MOST_PERMILLE,
        ),
        splitRule: input.splitRule ?? desk.splitRule,
        splitMeasure: input.splitMeasure ?? desk.splitMeasure,
        answerWorkingDays: requireInteger(
          'answerWorkingDays',
          input.answerWorkingDays ?? desk.answerWorkingDays,
          1,
          MOST_WORKING_DAYS,
        ),
        deliveryWorkingDays: requireInteger(
          'deliveryWorkingDays',
          input.deliveryWorkingDays ?? desk.deliveryWorkingDays,
          0,
          MOST_WORKING_DAYS,
        ),
      };
      await tx.manager.update(Desk, { id: desk.id }, settings);
      await tx.audit('setDeskSettings', { deskId: desk.id, subjectType: 'Desk', subjectId: desk.id }, settings);
      return { deskId: desk.id };
    });
  }
}
