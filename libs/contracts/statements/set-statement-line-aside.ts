import { Injectable } from '@nestjs/common';
import { type PersonActor, requireDesk, requireText, UnitOfWork } from '#yui/platform';
import { StatementLine } from './statement-line.entity.js';
import { statementErrors } from './statement.errors.js';

export interface SetStatementLineAsideInput {
  readonly idempotencyKey: string;
  readonly statementLineId: string;
  /** Null: it is looked at again. */
  readonly reason?: string | null;
}

/** A deposit that pays no invoice, such as a subsidy or interest; or one that does after all. */
@Injectable()
export class SetStatementLineAside {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, STATEMENT.SETTLED, INPUT.* */
  async execute(actor: PersonActor, input: SetStatementLineAsideInput): Promise<{ statementLineId: string }> {
    const deskId = requireDesk(actor);
    return this.unitOfWork.command('setStatementLineAside', actor, input, async (tx) => {
      const line = await tx.lock(StatementLine, { id: input.statementLineId, deskId });
      if (line.settledYen > 0) throw statementErrors.SETTLED();
      const setAsideReason =
        input.reason === null || input.reason === undefined ? null : requireText('reason', input.reason, 200);
      await tx.manager.update(StatementLine, { id: line.id }, { setAsideReason });
      await tx.audit(
        'statementLine.setAside',
        { deskId, subjectType: 'StatementLine', subjectId: line.id },
        { isAside: setAsideReason !== null },
      );
      return { statementLineId: line.id };
    });
  }
}
