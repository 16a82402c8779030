import { In } from 'typeorm';
import { accessErrors, type PersonActor, type Transaction } from '#yui/platform';
import { Notification } from '../inbox/notification.entity.js';
import { IS_TO_PRINT } from './letter.queries.js';
import type { OpenLetter } from './write-letter.js';

/** What the desk names, also what was sent or dropped. @throws ACCESS.NOT_FOUND when one of them is not there */
export async function namedLetters(tx: Transaction, actor: PersonActor, ids: readonly string[]): Promise<OpenLetter[]> {
  const letters = await lettersOf(tx, actor, ids.length)
    .andWhere({ id: In([...ids]) })
    .getMany();
  if (letters.length < new Set(ids).size) throw accessErrors.NOT_FOUND();
  return letters as OpenLetter[];
}

/** What waits to be printed, the oldest first. */
export async function waitingLetters(
  tx: Transaction,
  actor: PersonActor,
  { except, most }: { readonly except: readonly string[]; readonly most: number },
): Promise<OpenLetter[]> {
  const letters = await lettersOf(tx, actor, most)
    .andWhere(IS_TO_PRINT)
    .andWhere('letter.id <> ALL(:except::uuid[])', { except: [...except] })
    .getMany();
  return letters as OpenLetter[];
}

/** Held until the end of the transaction. */
function lettersOf(tx: Transaction, { organisationId: deskId }: PersonActor, most: number) {
  return tx.manager
    .createQueryBuilder(Notification, 'letter')
    .where({ deskId, channel: 'LETTER' })
    .orderBy('letter.createdAt')
    .addOrderBy('letter.id')
    .limit(most)
    .setLock('pessimistic_write');
}
