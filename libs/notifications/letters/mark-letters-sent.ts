import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { accessErrors, DESK_ROLES, type PersonActor, type Role, UnitOfWork } from '#yui/platform';
import { type LetterWay, Notification } from '../inbox/notification.entity.js';
import { letterErrors } from './letter.errors.js';
import { MAX_LETTERS } from './print-letters.js';

interface MarkLettersSentInput {
  readonly idempotencyKey: string;
  readonly letterIds: readonly string[];
  readonly way: LetterWay;
}

/** The desk says that letters it printed are on their way: who says so, and when, stands with each of them. */
@Injectable()
export class MarkLettersSent {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * All of them or none: of two people who say so of the same letter the second is refused.
   * @throws ACCESS.NOT_FOUND, LETTER.NOT_PRINTED, .ALREADY_SENT, .TOO_MANY
   */
  async execute(actor: PersonActor, input: MarkLettersSentInput): Promise<{ letterIds: string[] }> {
    if (!(DESK_ROLES as readonly Role[]).includes(actor.role)) throw accessErrors.NOT_FOUND();
    const ids = [...new Set(input.letterIds)];
    if (ids.length === 0) throw accessErrors.NOT_FOUND();
    if (ids.length > MAX_LETTERS) throw letterErrors.TOO_MANY({ most: MAX_LETTERS });
    return this.unitOfWork.command('markLettersSent', actor, input, async (tx) => {
      const deskId = actor.organisationId;
      const letters = await tx.manager.find(Notification, {
        where: { id: In(ids), deskId, channel: 'LETTER' },
        order: { id: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      });
      if (letters.length < ids.length) throw accessErrors.NOT_FOUND();
      for (const { status, sentAt, printedAt } of letters) {
        if (status === 'SENT') throw letterErrors.ALREADY_SENT({ at: (sentAt ?? tx.now).toISOString() });
        // What is not true any more may have been posted before.
        const wasPrinted = status === 'PRINTED' || (status === 'DROPPED' && printedAt !== null);
        if (!wasPrinted) throw letterErrors.NOT_PRINTED();
      }
      for (const { id } of letters) {
        const sent = { status: 'SENT', sentAt: tx.now, sentBy: actor.accountId, sentWay: input.way } as const;
        await tx.manager.update(Notification, { id }, sent);
        await tx.audit('letter.send', { deskId, subjectType: 'Notification', subjectId: id }, { way: input.way });
      }
      return { letterIds: letters.map(({ id }) => id) };
    });
  }
}
