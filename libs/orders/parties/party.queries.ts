import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Buyer, Department, Desk, Facility, WorkType } from '#yui/directory';

/** The name of somebody an order has to do with. */
export interface Party {
  readonly id: string;
  readonly name: string;
}

/**
 * Names for ids that stand in rows the actor was allowed to read. There is nothing to scope here: whoever may see the row
 * may know whom it names, and the ids a role may not know are not in the rows it gets.
 */
@Injectable()
export class PartyQueries {
  constructor(private readonly dataSource: DataSource) {}

  async desks(ids: readonly string[]): Promise<Party[]> {
    return this.dataSource.manager.find(Desk, { select: { id: true, name: true }, where: { id: In([...ids]) } });
  }

  async buyers(ids: readonly string[]): Promise<Party[]> {
    return this.dataSource.manager.find(Buyer, { select: { id: true, name: true }, where: { id: In([...ids]) } });
  }

  async departments(ids: readonly string[]): Promise<Party[]> {
    return this.dataSource.manager.find(Department, { select: { id: true, name: true }, where: { id: In([...ids]) } });
  }

  async facilities(ids: readonly string[]): Promise<Party[]> {
    return this.dataSource.manager.find(Facility, { select: { id: true, name: true }, where: { id: In([...ids]) } });
  }

  async workTypes(codes: readonly string[]): Promise<WorkType[]> {
    return this.dataSource.manager.findBy(WorkType, { code: In([...codes]) });
  }
}
