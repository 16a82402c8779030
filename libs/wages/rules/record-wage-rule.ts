import { Injectable } from '@nestjs/common';
import { fiscalYearRange, type LocalDate } from '#yui/calendar';
import type { UsersRounding } from '#yui/money';
import {
  accessErrors,
  checkFields,
  MAX_YEN,
  type PersonActor,
  requireInteger,
  requireLine,
  UnitOfWork,
} from '#yui/platform';
import { wageErrors } from './wage.errors.js';
import { WageRule, type WageRuleKind } from './wage-rule.entity.js';

export interface RecordWageRuleInput {
  readonly idempotencyKey: string;
  readonly kind: WageRuleKind;
  /** From which day; of a target or an average any day of its fiscal year. */
  readonly fromOn: LocalDate;
  readonly yen?: number | null;
  readonly rounding?: UsersRounding | null;
  readonly source: string;
}

const OF_YEN: readonly WageRuleKind[] = ['MINIMUM_HOURLY_WAGE', 'PREFECTURE_TARGET', 'NATIONAL_AVERAGE'];
const EARLIEST: LocalDate = fiscalYearRange(2005).from;

/** A prefecture records what it counts by from a day on. Returns that were checked keep what they were calculated by. */
@Injectable()
export class RecordWageRule {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.*, WAGE.VALUE_UNUSABLE, WAGE.YEAR_OUT_OF_RANGE */
  async execute(actor: PersonActor, input: RecordWageRuleInput): Promise<{ wageRuleId: string }> {
    if (actor.role !== 'PREFECTURE_OFFICER') throw accessErrors.NOT_FOUND();
    const { kind } = input;
    const checked = checkFields({
      fromOn: () => {
        if (input.fromOn < EARLIEST) throw wageErrors.YEAR_OUT_OF_RANGE().at('fromOn');
        return input.fromOn;
      },
      yen: () => (OF_YEN.includes(kind) ? requireInteger('yen', input.yen ?? -1, 1, MAX_YEN) : null),
      rounding: () => {
        if (kind !== 'USERS_ROUNDING') return null;
        if (!input.rounding) throw wageErrors.VALUE_UNUSABLE({ needed: '端数処理' }).at('rounding');
        return input.rounding;
      },
      source: () => requireLine('source', input.source, 300),
    });
    return this.unitOfWork.command('recordWageRule', actor, input, async (tx) => {
      const rule = { prefectureId: actor.organisationId, kind, ...checked };
      const before = await tx.manager.findOne(WageRule, {
        where: { prefectureId: rule.prefectureId, kind, fromOn: rule.fromOn },
        lock: { mode: 'pessimistic_write' },
      });
      const id = before?.id ?? tx.newId();
      const row = { ...rule, id, recordedBy: actor.accountId, recordedAt: tx.now };
      await tx.manager.upsert(WageRule, row, ['prefectureId', 'kind', 'fromOn']);
      const { fromOn, yen, rounding } = checked;
      await tx.audit(
        'recordWageRule',
        { deskId: null, subjectType: 'Prefecture', subjectId: rule.prefectureId },
        { kind, before: before && { yen: before.yen, rounding: before.rounding }, after: { fromOn, yen, rounding } },
      );
      return { wageRuleId: id };
    });
  }
}
