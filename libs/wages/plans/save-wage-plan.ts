import { Injectable } from '@nestjs/common';
import {
  checkEach,
  checkFields,
  type PersonActor,
  requireInteger,
  requireLine,
  requireText,
  UnitOfWork,
} from '#yui/platform';
import { deskOf, lockKeptFacility } from '../returns/return-keepers.js';
import { keepTargets } from '../returns/set-wage-targets.js';
import { WagePlan } from './wage-plan.entity.js';
import { wagePlanErrors } from './wage-plan.errors.js';
import { WagePlanMeasure } from './wage-plan-measure.entity.js';

export interface SaveWagePlanInput {
  readonly idempotencyKey: string;
  readonly facilityId: string;
  readonly fromYear: number;
  readonly toYear: number;
  readonly issues: string;
  /** Of each year of the plan. */
  readonly targets: readonly { readonly fiscalYear: number; readonly monthYen: number }[];
  readonly measures: readonly {
    readonly fiscalYear: number;
    readonly measure: string;
    readonly responsible?: string | null;
  }[];
}

const MAX_YEARS = 10;
const MAX_MEASURES = 50;

/** A facility makes its plan, or a new version of it; a desk enters it for a member that reports on paper. */
@Injectable()
export class SaveWagePlan {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.*, WAGE_PLAN.*, WAGE.TARGET_FALLS */
  async execute(actor: PersonActor, input: SaveWagePlanInput): Promise<{ wagePlanId: string }> {
    const checked = readPlan(input);
    const { facilityId } = input;
    return this.unitOfWork.command('saveWagePlan', actor, input, async (tx) => {
      // Locked: of two versions that are made at once, the second follows the first.
      await lockKeptFacility(tx, actor, facilityId);
      await keepTargets(tx, facilityId, checked.targets);
      const { fromYear, toYear, issues, measures } = checked;
      const before = await tx.manager.findOneBy(WagePlan, { facilityId, fromYear, isLatest: true });
      if (before) await tx.manager.update(WagePlan, { id: before.id }, { isLatest: false });
      const id = tx.newId();
      const version = (before?.version ?? 0) + 1;
      const plan = { id, facilityId, fromYear, toYear, version, isLatest: true, issues, recordedAt: tx.now };
      await tx.manager.insert(WagePlan, plan);
      const rows = measures.map((each, position) => ({ id: tx.newId(), wagePlanId: id, position, ...each }));
      if (rows.length > 0) await tx.manager.insert(WagePlanMeasure, rows);
      await tx.audit(
        'saveWagePlan',
        { deskId: deskOf(actor), subjectType: 'Facility', subjectId: facilityId },
        { wagePlanId: id, fromYear, toYear, version, measures: measures.length, targets: checked.targets },
      );
      return { wagePlanId: id };
    });
  }
}

/** @throws INPUT.*, WAGE_PLAN.* */
function readPlan(input: SaveWagePlanInput) {
  const { fromYear, toYear } = checkFields({
    fromYear: () => requireInteger('fromYear', input.fromYear, 2005, 2200),
    toYear: () => {
      const last = requireInteger('toYear', input.toYear, 2005, 2209);
      if (last < input.fromYear || last >= input.fromYear + MAX_YEARS)
        throw wagePlanErrors.YEARS_UNUSABLE().at('toYear');
      return last;
    },
    targets: () => requireInteger('targets', input.targets.length, 1, MAX_YEARS),
    measures: () => requireInteger('measures', input.measures.length, 0, MAX_MEASURES),
  });
  const yearWithin = (fiscalYear: number) => {
    if (!(fiscalYear >= fromYear && fiscalYear <= toYear)) {
      throw wagePlanErrors.YEAR_OUTSIDE({ from: fromYear, to: toYear }).at('fiscalYear');
    }
    return requireInteger('fiscalYear', fiscalYear, fromYear, toYear);
  };
  const checked = checkFields({
    issues: () => requireText('issues', input.issues, 2_000),
    targets: () => {
      const targets = checkEach('targets', input.targets, ({ fiscalYear, monthYen }) =>
        checkFields({
          fiscalYear: () => yearWithin(fiscalYear),
          monthYen: () => requireInteger('monthYen', monthYen, 1, MAX_MONTH_YEN),
        }),
      );
      if (new Set(targets.map(({ fiscalYear }) => fiscalYear)).size !== toYear - fromYear + 1) {
        throw wagePlanErrors.TARGET_MISSING().at('targets');
      }
      return targets;
    },
    measures: () =>
      checkEach('measures', input.measures, ({ fiscalYear, measure, responsible }) =>
        checkFields({
          fiscalYear: () => yearWithin(fiscalYear),
          measure: () => requireText('measure', measure, 500),
          responsible: () => (responsible ? requireLine('responsible', responsible, 100) : ''),
        }),
      ),
  });
  return { fromYear, toYear, ...checked };
}

const MAX_MONTH_YEN = 10_000_000;
