import { Injectable } from '@nestjs/common';
import { accessErrors, type PersonActor, UnitOfWork } from '#yui/platform';
import { FacilityType } from './facility-type.entity.js';
import { ProcurementCategory } from './procurement-category.entity.js';
import { WorkType } from './work-type.entity.js';

/** The lists everybody who is signed in may read. */
@Injectable()
export class WorkTypeQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** All kinds of work, in the order they are shown. */
  async all(actor: PersonActor): Promise<WorkType[]> {
    return this.unitOfWork.read(actor, async (db) => db.find(WorkType, { order: { position: 'ASC' } }));
  }

  /** @throws ACCESS.NOT_FOUND */
  async one(actor: PersonActor, code: string): Promise<WorkType> {
    const workType = await this.unitOfWork.read(actor, async (db) => db.findOneBy(WorkType, { code }));
    if (!workType) throw accessErrors.NOT_FOUND();
    return workType;
  }

  async categories(actor: PersonActor): Promise<ProcurementCategory[]> {
    return this.unitOfWork.read(actor, async (db) => db.find(ProcurementCategory, { order: { code: 'ASC' } }));
  }

  async facilityTypes(actor: PersonActor): Promise<FacilityType[]> {
    return this.unitOfWork.read(actor, async (db) => db.find(FacilityType, { order: { code: 'ASC' } }));
  }
}
