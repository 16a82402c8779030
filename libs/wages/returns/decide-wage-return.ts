import { Injectable } from '@nestjs/common';
import { optionalText, type PersonActor, type Transaction, UnitOfWork } from '#yui/platform';
import { deskOf, requireChecker } from './return-keepers.js';
import { WageReturn } from './wage-return.entity.js';
import { wageErrors } from '../rules/wage.errors.js';
import { WAGE_EVENTS } from './wage-return.events.js';
import { type WageReturnAction, wageReturnTransitions } from './wage-return.transitions.js';

export interface DecideWageReturnInput {
  readonly idempotencyKey: string;
  readonly wageReturnId: string;
  /** It counts from now on, or goes back to the facility. */
  readonly isAccepted: boolean;
  /** What is to be corrected; needed when it goes back. */
  readonly remark?: string | null;
}

/** Who checks a return accepts it, so that it counts instead of the version before, or returns it with a remark. */
@Injectable()
export class DecideWageReturn {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.*, WAGE.REMARK_MISSING, TRANSITION.NOT_ALLOWED */
  async execute(actor: PersonActor, input: DecideWageReturnInput): Promise<{ wageReturnId: string }> {
    const { wageReturnId, isAccepted } = input;
    const remark = optionalText('remark', input.remark, 1_000);
    if (!isAccepted && remark === '') throw wageErrors.REMARK_MISSING().at('remark');
    return this.unitOfWork.command('decideWageReturn', actor, input, async (tx) => {
      const row = await tx.lock(WageReturn, { id: wageReturnId });
      await requireChecker(tx.manager, actor, row.facilityId);
      const action = isAccepted ? 'check' : 'return';
      // What is not in the table is refused before the version before is replaced.
      wageReturnTransitions.next(row.status, action);
      if (isAccepted) await replaceChecked(tx, actor, row);
      await step(tx, actor, row, action, isAccepted ? { checkedAt: tx.now, remark: null } : { remark });
      const event = isAccepted ? WAGE_EVENTS.checked : WAGE_EVENTS.returned;
      await tx.emit(event, deskOf(actor), { wageReturnId });
      return { wageReturnId };
    });
  }
}

async function replaceChecked(tx: Transaction, actor: PersonActor, row: WageReturn): Promise<void> {
  const { facilityId, fiscalYear } = row;
  const before = await tx.manager.findOne(WageReturn, {
    where: { facilityId, fiscalYear, status: 'CHECKED' },
    lock: { mode: 'pessimistic_write' },
  });
  if (before) await step(tx, actor, before, 'replace', {});
}

async function step(
  tx: Transaction,
  actor: PersonActor,
  row: WageReturn,
  action: WageReturnAction,
  change: Partial<Pick<WageReturn, 'checkedAt' | 'remark'>>,
): Promise<void> {
  const status = wageReturnTransitions.next(row.status, action);
  await tx.manager.update(WageReturn, { id: row.id }, { ...change, status });
  await tx.audit(
    wageReturnTransitions.auditAction(action),
    { deskId: deskOf(actor), subjectType: 'WageReturn', subjectId: row.id },
    { from: row.status, to: status, facilityId: row.facilityId, fiscalYear: row.fiscalYear, version: row.version },
  );
}
