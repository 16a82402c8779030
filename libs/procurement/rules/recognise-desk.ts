import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#yui/calendar';
import { DeskBuyer } from '#yui/directory';
import { accessErrors, organisationKindOf, type PersonActor, requireLine, UnitOfWork } from '#yui/platform';
import { DeskRecognition } from './desk-recognition.entity.js';
import { governmentErrors } from '../governments/government.errors.js';
import { requireRuleKeeper } from '../governments/government.access.js';

export interface RecogniseDeskInput {
  readonly idempotencyKey: string;
  readonly buyerId: string;
  readonly deskId: string;
  readonly fromOn: LocalDate;
  /** The last day; omitted: until further notice. */
  readonly untilOn?: LocalDate | null;
  /** The paper of the recognition, such as the number of the 認定通知. */
  readonly evidence: string;
}

/** Records that a government's head recognised a desk as 準ずる者 (認定), for how long, and by what paper. */
@Injectable()
export class RecogniseDesk {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.*, GOVERNMENT.NOT_A_GOVERNMENT, .PERIOD_REVERSED */
  async execute(actor: PersonActor, input: RecogniseDeskInput): Promise<{ buyerId: string }> {
    const { buyerId, deskId, fromOn, untilOn = null } = input;
    const evidence = requireLine('evidence', input.evidence, 200);
    if (untilOn !== null && untilOn < fromOn) throw governmentErrors.PERIOD_REVERSED({ fromOn, untilOn }).at('untilOn');
    return this.unitOfWork.command('recogniseDesk', actor, input, async (tx) => {
      await requireRuleKeeper(tx, actor, buyerId);
      // A desk records its own recognition alone: another desk's is none of its business.
      if (organisationKindOf(actor.role) === 'DESK' && actor.organisationId !== deskId) throw accessErrors.NOT_FOUND();
      await tx.get(DeskBuyer, { deskId, buyerId });
      const recognition = { id: tx.newId(), buyerId, deskId, fromOn, untilOn, evidence };
      await tx.manager.insert(DeskRecognition, { ...recognition, recordedAt: tx.now });
      await tx.audit(
        'recogniseDesk',
        { deskId, subjectType: 'DeskRecognition', subjectId: recognition.id },
        { after: recognition },
      );
      return { buyerId };
    });
  }
}
