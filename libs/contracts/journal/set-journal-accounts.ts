import { Injectable } from '@nestjs/common';
import { accessErrors, checkFields, difference, type PersonActor, requireLine, UnitOfWork } from '#yui/platform';
import { JOURNAL_ACCOUNTS, type JournalAccount } from './journal.js';
import { JournalSettings } from './journal-settings.entity.js';

export type JournalNames = Readonly<Record<JournalAccount, string>>;

/** Calls the accounts of the journal what the accountant of the desk calls them. */
@Injectable()
export class SetJournalAccounts {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.* */
  async execute(actor: PersonActor, input: JournalNames): Promise<{ deskId: string }> {
    if (actor.role !== 'DESK_ADMIN') throw accessErrors.NOT_FOUND();
    const names = checkFields(
      Object.fromEntries(JOURNAL_ACCOUNTS.map((name) => [name, () => requireLine(name, input[name], 40)])),
    ) as JournalNames;
    return this.unitOfWork.run(actor, async (tx) => {
      const deskId = actor.organisationId;
      const before = await tx.manager.findOneBy(JournalSettings, { deskId });
      await tx.manager.upsert(JournalSettings, { deskId, names }, ['deskId']);
      await tx.audit(
        'journal.setAccounts',
        { deskId, subjectType: 'Desk', subjectId: deskId },
        difference({ ...before?.names }, { ...names }),
      );
      return { deskId };
    });
  }
}
