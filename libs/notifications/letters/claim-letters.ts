import { In } from 'typeorm';
import type { Transaction } from '#yui/platform';
import { Notification } from '../inbox/notification.entity.js';
import { letterErrors } from './letter.errors.js';
import type { OpenLetter } from './write-letter.js';

/** Far longer than a print takes. One that ended without a word (a crash) keeps its letters from nobody after that. */
const CLAIM_MS = 2 * 60_000;

/** A letter as it was when somebody began to print it. */
export type ClaimedLetter = OpenLetter & { readonly printingUntil: Date };

/**
 * Keeps letters, whose rows are locked, for one print: what two people print at once both of them send.
 * @throws LETTER.UNDER_WAY when one of them is being printed
 */
export async function claimLetters(tx: Transaction, letters: readonly OpenLetter[]): Promise<ClaimedLetter[]> {
  if (letters.some(({ printingUntil }) => printingUntil !== null && printingUntil > tx.now)) {
    throw letterErrors.UNDER_WAY();
  }
  const printingUntil = new Date(tx.now.getTime() + CLAIM_MS);
  await tx.manager.update(Notification, { id: In(letters.map(({ id }) => id)) }, { printingUntil });
  return letters.map((letter) => ({ ...letter, printingUntil }));
}

/**
 * Locks letters that were printed.
 * @throws LETTER.UNDER_WAY when somebody has printed or sent one of them, or is about to, since it was claimed
 */
export async function lockClaimed(tx: Transaction, claimed: readonly ClaimedLetter[]): Promise<void> {
  const letters = await tx.manager.find(Notification, {
    where: { id: In(claimed.map(({ id }) => id)) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  const nowOf = new Map(letters.map((letter) => [letter.id, letter]));
  for (const { id, status, printingUntil } of claimed) {
    const now = nowOf.get(id);
    if (now?.status !== status || now.printingUntil?.getTime() !== printingUntil.getTime()) {
      throw letterErrors.UNDER_WAY();
    }
  }
}

/** The end of a print: its letters are anybody's again, but for those somebody else has claimed since. */
export async function releaseLetters(tx: Transaction, claimed: readonly ClaimedLetter[]): Promise<void> {
  for (const until of new Set(claimed.map(({ printingUntil }) => printingUntil))) {
    const ids = claimed.filter(({ printingUntil }) => printingUntil === until).map(({ id }) => id);
    await tx.manager.update(Notification, { id: In(ids), printingUntil: until }, { printingUntil: null });
  }
}
