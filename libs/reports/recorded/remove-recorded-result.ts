import { Injectable } from '@nestjs/common';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { requireKeeper } from './keeper.js';
import { recordedErrors } from './recorded.errors.js';
import { RecordedResult } from './recorded-result.entity.js';

export interface RemoveRecordedResultInput {
  readonly resultId: string;
}

/** Takes back a row that was entered by hand; the audit keeps what it said. */
@Injectable()
export class RemoveRecordedResult {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, RESULT.FILE_ENTERED */
  async execute(actor: PersonActor, { resultId }: RemoveRecordedResultInput): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const { deskId, keeperId } = await requireKeeper(tx, actor);
      const row = await tx.lock(RecordedResult, { id: resultId, keeperId });
      if (row.sourceName !== null) throw recordedErrors.FILE_ENTERED();
      await tx.manager.delete(RecordedResult, { id: row.id });
      const { fiscalYear, categoryCode, contractType, orderCount, yen } = row;
      await tx.audit(
        'removeRecordedResult',
        { deskId, subjectType: 'RecordedResult', subjectId: row.id },
        { before: { fiscalYear, categoryCode, contractType, orderCount, yen } },
      );
    });
  }
}
