import { Injectable } from '@nestjs/common';
import { accessErrors, optionalLine, type PersonActor, UnitOfWork } from '#yui/platform';
import { loadStarterData } from '../registry/index.js';
import { FacilityType } from './facility-type.entity.js';
import { ProcurementCategory } from './procurement-category.entity.js';
import { suggestWorkTypes } from './suggest-work-types.js';
import { WorkType } from './work-type.entity.js';

const MAX_TEXT = 200;

export interface SuggestedWorkType {
  readonly workType: WorkType;
  readonly matchedWord: string;
}

/** The lists everybody who is signed in may read. */
@Injectable()
export class WorkTypeQueries {
  /** The words for each kind of work come with the product; they are read once. */
  private words: ReturnType<typeof loadStarterData> | undefined;

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** All kinds of work, in the order they are shown. */
  async all(actor: PersonActor): Promise<WorkType[]> {
    return this.unitOfWork.read(actor, async (db) => db.find(WorkType, { order: { position: 'ASC' } }));
  }

  /** Kinds of work by what somebody calls them, the best first. @throws INPUT.TOO_LONG */
  async suggest(actor: PersonActor, text: string): Promise<SuggestedWorkType[]> {
    const typed = optionalLine('text', text, MAX_TEXT);
    this.words ??= loadStarterData();
    const { workTypes } = await this.words;
    const known = new Map((await this.all(actor)).map((workType) => [workType.code, workType]));
    return suggestWorkTypes(typed, workTypes).flatMap(({ code, matchedWord }) => {
      const workType = known.get(code);
      return workType ? [{ workType, matchedWord }] : [];
    });
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
