import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { SYSTEM, UnitOfWork } from '#yui/platform';
import { MAIL_QUEUED } from './mail.handler.js';
import { Notification } from './inbox/notification.entity.js';

const MAX_ROWS = 200;

/** Sends mails off that have waited long enough for others to join them. */
@Injectable()
export class SendGatheredMails {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * In one transaction a mail stops waiting and its event is there, so a crash neither loses nor repeats it. What joins a
   * mail in this very moment is sent off by the next round, as a mail of its own.
   * @returns how many notifications left; more may be waiting while it is above 0
   */
  async execute(): Promise<number> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      const due = await tx.manager
        .createQueryBuilder(Notification, 'notification')
        .where('notification.dueAt <= :now', { now: tx.now })
        .orderBy('notification.dueAt')
        .addOrderBy('notification.id')
        .limit(MAX_ROWS)
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .getMany();
      if (due.length === 0) return 0;
      const mailIds = [...new Set(due.flatMap(({ mailId }) => mailId ?? []))];
      // A mail leaves whole: also what the limit cut off.
      const rows = await tx.manager.find(Notification, { where: { mailId: In(mailIds) } });
      await tx.manager.update(Notification, { mailId: In(mailIds) }, { dueAt: null });
      const deskOf = new Map(rows.map(({ mailId, deskId }) => [mailId, deskId]));
      for (const mailId of mailIds) await tx.emit(MAIL_QUEUED, deskOf.get(mailId) ?? null, { mailId });
      return due.length;
    });
  }
}
