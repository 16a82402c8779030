import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type PageOf, type PageRequest, type PersonActor, readPage, UnitOfWork } from '#yui/platform';
import { Change, type ChangeKind } from './change.entity.js';

/** As many as get their place at one request; with more, the next one goes on. */
const MAX_NUMBERED = 1000;

interface ChangeFilter {
  /** Omitted: all. */
  readonly kinds?: readonly ChangeKind[] | null;
}

/** What has changed for the acting organisation, for programs that follow it. */
@Injectable()
export class ChangeQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * In the order in which changes were found committed, the earliest first. One who goes on from the last cursor misses
   * nothing; what changes again comes again.
   * @throws INPUT.NUMBER_OUT_OF_RANGE, INPUT.CURSOR_INVALID
   */
  async page(actor: PersonActor, { kinds }: ChangeFilter, page: PageRequest): Promise<PageOf<Change>> {
    const { organisationId } = actor;
    await this.unitOfWork.run(actor, async (tx) => {
      await tx.manager.query('SELECT number_changes($1)', [MAX_NUMBERED]);
    });
    const rows = (db: EntityManager) => {
      const query = db
        .createQueryBuilder(Change, 'change')
        .where('change.organisationId = :organisationId AND change.position IS NOT NULL', { organisationId });
      return kinds ? query.andWhere('change.kind = ANY(:kinds)', { kinds }) : query;
    };
    const order = { by: 'change.position', kind: 'NUMBER', direction: 'ASC' } as const;
    return readPage(this.unitOfWork, actor, page, { rows, order, show: async (_, changes) => changes });
  }
}
