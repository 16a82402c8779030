import { Injectable } from '@nestjs/common';
import {
  checkFields,
  MAX_YEN,
  optionalLine,
  type PersonActor,
  requireInteger,
  requireLine,
  UnitOfWork,
} from '#yui/platform';
import { requireGovernmentKeeper, requireYear } from './government-keeper.js';
import { type Comparator, ProcurementTarget, type TargetMeasure } from './procurement-target.entity.js';

export interface SetProcurementTargetInput {
  readonly fiscalYear: number;
  /** In a list of a prefecture: whose; omitted: the own one. */
  readonly government?: string | null;
  readonly measure: TargetMeasure;
  readonly comparator: Comparator;
  readonly target: number;
  readonly source: string;
}

/** The target of a fiscal year, as the policy says; one of the same year and measure is replaced. */
@Injectable()
export class SetProcurementTarget {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.*, RESULT.NOT_FOR_COMPANIES */
  async execute(actor: PersonActor, input: SetProcurementTargetInput): Promise<void> {
    const { measure, comparator } = input;
    const values = checkFields({
      fiscalYear: () => requireYear('fiscalYear', input.fiscalYear),
      government: () => optionalLine('government', input.government, 100),
      target: () => requireInteger('target', input.target, 0, MAX_YEN),
      source: () => requireLine('source', input.source, 200),
    });
    await this.unitOfWork.run(actor, async (tx) => {
      const { keeperId, keeperKind } = await requireGovernmentKeeper(tx, actor);
      const recorded = { recordedBy: actor.accountId, recordedAt: tx.now };
      const row = { ...values, measure, comparator, keeperId, keeperKind, ...recorded };
      const known = { keeperId, government: row.government, fiscalYear: row.fiscalYear, measure };
      const before = await tx.manager.findOneBy(ProcurementTarget, known);
      if (before) await tx.manager.update(ProcurementTarget, { id: before.id }, row);
      else await tx.manager.insert(ProcurementTarget, { id: tx.newId(), ...row });
      await tx.audit(
        'setProcurementTarget',
        { deskId: null, subjectType: 'ProcurementTarget', subjectId: keeperId },
        {
          before: before && { target: before.target, comparator: before.comparator },
          after: { ...values, measure, comparator },
        },
      );
    });
  }
}
