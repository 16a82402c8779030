import { createHash } from 'node:crypto';
import { Raw } from 'typeorm';
import type { Transaction } from '#yui/platform';
import { issuePaper, type NewPaper } from './issue-paper.js';
import { Paper } from './paper.entity.js';

/** A paper about something that may change: what it says, in so far as a change asks for a new paper. */
export type LatestPaper = Omit<NewPaper, 'sourceKey' | 'replacesId'> & {
  /** What it is about: `facility-order:` and the id of the assignment. */
  readonly subject: string;
  /** Two papers of the same content are one. */
  readonly content: object;
};

const MARK_LENGTH = 16;

/**
 * Issues a paper unless the last one about its subject says the same; a new one takes the place of the last. So it bears
 * being asked again, late or twice, and ends with the paper that is true now.
 * @returns the id of the paper that holds
 */
export async function issueLatest(tx: Transaction, { subject, content, ...paper }: LatestPaper): Promise<string> {
  const earlier = await papersAbout(tx, paper.deskId, subject);
  const last = earlier.at(-1);
  const mark = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, MARK_LENGTH);
  if (last?.sourceKey.endsWith(`:${mark}`)) return last.id;
  const sourceKey = `${subject}:${earlier.length + 1}:${mark}`;
  return issuePaper(tx, { ...paper, sourceKey, replacesId: last?.id ?? null });
}

/**
 * Oldest first. What begins with the subject is asked for as a range: under row-level security LIKE uses no index, as it is
 * not leakproof.
 */
export async function papersAbout(tx: Transaction, deskId: string, subject: string): Promise<Paper[]> {
  return tx.manager.find(Paper, {
    where: {
      deskId,
      sourceKey: Raw((key) => `${key} COLLATE "C" >= :first AND ${key} COLLATE "C" < :afterLast`, {
        first: `${subject}:`,
        afterLast: `${subject};`,
      }),
    },
    order: { issuedAt: 'ASC', id: 'ASC' },
  });
}
