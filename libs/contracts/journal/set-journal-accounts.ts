import { Injectable } from '@nestjs/common';
import {
  accessErrors,
  checkEach,
  difference,
  type PersonActor,
  requireLine,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import type { JournalAccount } from './journal.js';
import { JournalSettings } from './journal-settings.entity.js';

export interface SetJournalAccountsInput {
  /** What is omitted stays as it is. */
  readonly accounts: readonly { readonly account: JournalAccount; readonly name: string }[];
}

/** Calls accounts of the journal what the accountant of the desk calls them. */
@Injectable()
export class SetJournalAccounts {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.* */
  async execute(actor: PersonActor, input: SetJournalAccountsInput): Promise<{ deskId: string }> {
    if (actor.role !== 'DESK_ADMIN') throw accessErrors.NOT_FOUND();
    const given = checkEach('accounts', input.accounts, ({ account, name }) => [
      account,
      requireLine('name', name, 40),
    ]);
    const names = Object.fromEntries(given) as Partial<Record<JournalAccount, string>>;
    return this.unitOfWork.run(actor, async (tx) => {
      const deskId = actor.organisationId;
      const before = await lockSettings(tx, deskId);
      const after = { ...before.names, ...names };
      await tx.manager.update(JournalSettings, { deskId }, { names: after });
      await tx.audit(
        'journal.setAccounts',
        { deskId, subjectType: 'Desk', subjectId: deskId },
        difference({ ...before.names }, after),
      );
      return { deskId };
    });
  }
}

/** There from now on, so that two who set different accounts at once wait for each other. */
async function lockSettings(tx: Transaction, deskId: string): Promise<JournalSettings> {
  await tx.manager
    .createQueryBuilder()
    .insert()
    .into(JournalSettings)
    .values({ deskId, names: {} })
    .orIgnore()
    .execute();
  return tx.lock(JournalSettings, { deskId });
}
