import { Injectable } from '@nestjs/common';
import { accessErrors, type PersonActor, UnitOfWork } from '#yui/platform';
import { WageRule } from './wage-rule.entity.js';

/** More rules than a prefecture makes in a century. */
const MAX_RULES = 1_000;

@Injectable()
export class WageRuleQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** What the officer's prefecture counts by, by kind, the latest first. @throws ACCESS.NOT_FOUND for everybody else */
  async own(actor: PersonActor): Promise<WageRule[]> {
    if (actor.role !== 'PREFECTURE_OFFICER') throw accessErrors.NOT_FOUND();
    return this.unitOfWork.read(actor, async (db) =>
      db.find(WageRule, {
        where: { prefectureId: actor.organisationId },
        order: { kind: 'ASC', fromOn: 'DESC' },
        take: MAX_RULES,
      }),
    );
  }
}
