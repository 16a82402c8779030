import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { accessErrors, type PersonActor } from '#yui/platform';
import { FacilityType } from '../facilities/facility-type.entity.js';
import { ProcurementCategory } from './procurement-category.entity.js';
import { WorkType } from './work-type.entity.js';

/** The lists everybody who is signed in may read. */
@Injectable()
export class WorkTypeQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** All kinds of work, in the order they are shown. */
  async all(_actor: PersonActor): Promise<WorkType[]> {
    return this.dataSource.manager.find(WorkType, { order: { position: 'ASC' } });
  }

  /** @throws ACCESS.NOT_FOUND */
  async one(_actor: PersonActor, code: string): Promise<WorkType> {
    const workType = await this.dataSource.manager.findOneBy(WorkType, { code });
    if (!workType) throw accessErrors.NOT_FOUND();
    return workType;
  }

  async categories(_actor: PersonActor): Promise<ProcurementCategory[]> {
    return this.dataSource.manager.find(ProcurementCategory, { order: { code: 'ASC' } });
  }

  async facilityTypes(_actor: PersonActor): Promise<FacilityType[]> {
    return this.dataSource.manager.find(FacilityType, { order: { code: 'ASC' } });
  }
}
