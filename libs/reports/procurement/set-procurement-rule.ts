import { Injectable } from '@nestjs/common';
import { checkFields, type PersonActor, requireLine, UnitOfWork } from '#yui/platform';
import { requireGovernmentKeeper, requireYear } from './government-keeper.js';
import { type Booking, ProcurementRule } from './procurement-rule.entity.js';

export interface SetProcurementRuleInput {
  readonly fromYear: number;
  readonly bookedBy: Booking;
  readonly isTaxIncluded: boolean;
  readonly source: string;
}

/** From which fiscal year on results are counted how; one of the same year is replaced. */
@Injectable()
export class SetProcurementRule {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.*, RESULT.NOT_FOR_COMPANIES */
  async execute(actor: PersonActor, input: SetProcurementRuleInput): Promise<void> {
    const { bookedBy, isTaxIncluded } = input;
    const values = checkFields({
      fromYear: () => requireYear('fromYear', input.fromYear),
      source: () => requireLine('source', input.source, 200),
    });
    await this.unitOfWork.run(actor, async (tx) => {
      const { keeperId, keeperKind } = await requireGovernmentKeeper(tx, actor);
      const row = {
        ...values,
        bookedBy,
        isTaxIncluded,
        keeperId,
        keeperKind,
        recordedBy: actor.accountId,
        recordedAt: tx.now,
      };
      const before = await tx.manager.findOneBy(ProcurementRule, { keeperId, fromYear: row.fromYear });
      if (before) await tx.manager.update(ProcurementRule, { id: before.id }, row);
      else await tx.manager.insert(ProcurementRule, { id: tx.newId(), ...row });
      await tx.audit(
        'setProcurementRule',
        { deskId: null, subjectType: 'ProcurementRule', subjectId: keeperId },
        { after: { ...values, bookedBy, isTaxIncluded } },
      );
    });
  }
}
