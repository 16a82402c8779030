import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { Reduction } from '../contract/reduction.entity.js';

/** What was taken off contracts; the reading connection shows the desk and the two sides of each alone. */
@Injectable()
export class ReductionQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Of these contracts, the newest first; those that were withdrawn too. */
  async ofContracts(actor: PersonActor, contractIds: readonly string[]): Promise<Reduction[]> {
    return this.unitOfWork.read(actor, async (db) =>
      db.find(Reduction, { where: { contractId: In([...contractIds]) }, order: { recordedAt: 'DESC', id: 'DESC' } }),
    );
  }
}
