import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { SYSTEM, UnitOfWork } from '#yui/platform';
import { Attempt } from './attempt.entity.js';
import { auditGuesses } from './audit-guesses.js';

/** By then it is known whether an attempt was right: then its row is gone. */
const KNOWN_AFTER_SECONDS = 120;
const BATCH = 500;

/**
 * Puts wrong passwords and codes into the audit a little later, not while they are answered: so an account that exists is
 * answered like one that does not, and a guesser writes one entry where many were tried. Called by the worker.
 */
@Injectable()
export class NoteGuesses {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how many guesses were noted; more may be waiting while it is above 0 */
  async execute(): Promise<number> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      const attempts = await tx.manager
        .createQueryBuilder(Attempt, 'attempt')
        .where(`account_id IS NOT NULL AND NOT is_noted AND at < now() - make_interval(secs => :seconds)`, {
          seconds: KNOWN_AFTER_SECONDS,
        })
        .orderBy('at')
        .limit(BATCH)
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .getMany();
      await auditGuesses(tx, attempts);
      if (attempts.length > 0) {
        await tx.manager.update(Attempt, { id: In(attempts.map(({ id }) => id)) }, { isNoted: true });
      }
      return attempts.length;
    });
  }
}
