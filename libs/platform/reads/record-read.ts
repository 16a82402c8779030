import { Injectable } from '@nestjs/common';
import type { Actor } from '../context/actor.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { AuditedChange, Fact } from '../audit/audit-book.js';

/**
 * Records that somebody read or took along what is worth knowing of: a paper, an export, a table of results. Changes
 * are recorded by the use case that makes them (`tx.audit`); this is for reading, where no transaction writes.
 *
 * Call it after the reader's right was checked and before anything is handed over: who cannot be recorded gets
 * nothing. Name the action `paper.download`, `contractResults.read`, and say in `details` what was read (a fiscal year,
 * a format), never its content.
 */
@Injectable()
export class RecordRead {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws PLATFORM.BUSY */
  async execute(actor: Actor, action: string, fact: Fact, details: AuditedChange = {}): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => tx.audit(action, fact, details));
  }
}
