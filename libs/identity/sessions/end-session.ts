import { Injectable } from '@nestjs/common';
import { accessErrors, UnitOfWork } from '#yui/platform';
import type { PersonCaller } from './caller.js';
import { endSessionsOf } from './open-session.js';

/** Ends sessions of the acting person: one (a lost telephone), or all but the present one. */
@Injectable()
export class EndSession {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @param input.sessionId null: all others. @throws ACCESS.NOT_FOUND */
  async execute({ actor, session }: PersonCaller, input: { sessionId: string | null }): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const { accountId } = actor;
      if (input.sessionId === null) {
        await endSessionsOf(tx, accountId, session.id);
      } else {
        const [rows] = await tx.manager.query<[object[], number]>(
          'UPDATE session SET ended_at = now() WHERE id = $1 AND account_id = $2 AND ended_at IS NULL RETURNING id',
          [input.sessionId, accountId],
        );
        if (rows.length === 0) throw accessErrors.NOT_FOUND();
      }
      await tx.audit(
        'endSession',
        { deskId: null, subjectType: 'Account', subjectId: accountId },
        { sessionId: input.sessionId },
      );
    });
  }
}
