import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#yui/calendar';
import {
  checkEach,
  checkFields,
  difference,
  type PersonActor,
  requireInteger,
  requireLine,
  UnitOfWork,
} from '#yui/platform';
import { governmentErrors } from '../governments/government.errors.js';
import { ceilingOn, type WorkKind } from './ceilings.js';
import { requireRuleKeeper } from '../governments/government.access.js';
import { Government, type GovernmentKind } from './government.entity.js';
import { NegotiationLimit } from './negotiation-limit.entity.js';

const MAX_LIMIT_YEN = 100_000_000;

export interface SetGovernmentRulesInput {
  readonly buyerId: string;
  readonly kind: GovernmentKind;
  /** Omitted: as it was; false at first. */
  readonly needsBasis?: boolean | null;
  /** Limits of its own rules, to be added; one of the same kind and day is replaced. */
  readonly limits?:
    | readonly {
        readonly workKind: WorkKind;
        readonly fromOn: LocalDate;
        readonly limitYen: number;
        readonly source: string;
      }[]
    | null;
}

/** What kind of government a buyer is, and up to what amounts its own rules let it negotiate. */
@Injectable()
export class SetGovernmentRules {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.*, GOVERNMENT.NOT_A_GOVERNMENT, GOVERNMENT.ABOVE_CEILING */
  async execute(actor: PersonActor, input: SetGovernmentRulesInput): Promise<{ buyerId: string }> {
    const { buyerId, kind } = input;
    const limits = checkEach('limits', input.limits ?? [], ({ workKind, fromOn, limitYen, source }) => ({
      workKind,
      fromOn,
      ...checkFields({
        limitYen: () => {
          const ceilingYen = ceilingOn(kind, workKind, fromOn);
          requireInteger('limitYen', limitYen, 0, MAX_LIMIT_YEN);
          return requireInteger(
            'limitYen',
            limitYen,
            0,
            ceilingYen,
            governmentErrors.ABOVE_CEILING({ workKind, ceilingYen }),
          );
        },
        source: () => requireLine('source', source, 200),
      }),
    }));
    return this.unitOfWork.run(actor, async (tx) => {
      const { deskId } = await requireRuleKeeper(tx, actor, buyerId);
      const before = await tx.manager.findOneBy(Government, { buyerId });
      const needsBasis = input.needsBasis ?? before?.needsBasis ?? false;
      await tx.manager.upsert(Government, { buyerId, kind, needsBasis }, ['buyerId']);
      for (const limit of limits) {
        await tx.manager
          .createQueryBuilder()
          .insert()
          .into(NegotiationLimit)
          .values({ id: tx.newId(), buyerId, ...limit })
          .orUpdate(['limit_yen', 'source'], ['buyer_id', 'work_kind', 'from_on'])
          .execute();
      }
      await tx.audit(
        'setGovernmentRules',
        { deskId, subjectType: 'Government', subjectId: buyerId },
        { ...difference(before && { ...before }, { kind, needsBasis }), limits },
      );
      return { buyerId };
    });
  }
}
