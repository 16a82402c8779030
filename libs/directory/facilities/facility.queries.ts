import { Injectable } from '@nestjs/common';
import { type EntityManager, Brackets, In } from 'typeorm';
import {
  accessErrors,
  groupBy,
  optionalLine,
  organisationKindOf,
  type PageOf,
  type PageRequest,
  type PersonActor,
  readPage,
  UnitOfWork,
} from '#yui/platform';
import { Facility } from './facility.entity.js';
import { Membership } from './membership.entity.js';
import { presentAmong, presentIds } from './present-facilities.js';
import { RegistryWage } from './registry-wage.entity.js';
import { ServiceMention } from './service-mention.entity.js';

export interface FacilityFilter {
  /** Only those that offer this kind of work. */
  readonly workTypeCode?: string | null;
  /** Part of the name or of the services; width and case do not matter. */
  readonly text?: string | null;
}

/**
 * A desk sees its members, a facility itself. What belongs to facilities is asked for many at once and given by
 * facility; one that is not visible, and one that has none, is not in the answer.
 */
@Injectable()
export class FacilityQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The facilities registered now, by name. @throws INPUT.* */
  async list(actor: PersonActor, filter: FacilityFilter = {}, page: PageRequest = {}): Promise<PageOf<Facility>> {
    const text = optionalLine('text', filter.text, 100);
    const rows = async (db: EntityManager) => {
      const query = db
        .createQueryBuilder(Facility, 'facility')
        .where('facility.id = ANY(:ids)', { ids: await presentIds(db, actor) });
      if (filter.workTypeCode) {
        query.andWhere(
          `EXISTS (SELECT 1 FROM capability
             WHERE facility_id = facility.id AND is_offered AND work_type_code = :workTypeCode)`,
          { workTypeCode: filter.workTypeCode },
        );
      }
      if (text !== '') {
        query.andWhere(
          new Brackets((either) =>
            either
              .where('strpos(yui_fold(facility.name), yui_fold(:text)) > 0', { text })
              .orWhere('strpos(yui_fold(facility.servicesText), yui_fold(:text)) > 0', { text }),
          ),
        );
      }
      return query;
    };
    const order = { by: 'facility.name', kind: 'TEXT', direction: 'ASC' } as const;
    return readPage(this.unitOfWork, actor, page, { rows, order, show: async (_, facilities) => facilities });
  }

  /** A desk also finds a facility that has left, since what was done together stays readable. @throws ACCESS.NOT_FOUND */
  async one(actor: PersonActor, id: string): Promise<Facility> {
    const facility = await this.unitOfWork.read(actor, async (db) => {
      const isVisible =
        organisationKindOf(actor.role) === 'DESK'
          ? await db.existsBy(Membership, { deskId: actor.organisationId, facilityId: id })
          : organisationKindOf(actor.role) === 'FACILITY' && actor.organisationId === id;
      return isVisible ? db.findOneBy(Facility, { id }) : null;
    });
    if (!facility) throw accessErrors.NOT_FOUND();
    return facility;
  }

  /** What the registry says each facility does, in the order of its text. */
  async mentionsOf(actor: PersonActor, facilityIds: readonly string[]): Promise<Map<string, ServiceMention[]>> {
    const mentions = await this.unitOfWork.read(actor, async (db) =>
      db.find(ServiceMention, {
        where: { facilityId: In(await presentAmong(db, actor, facilityIds)) },
        order: { position: 'ASC' },
      }),
    );
    return groupBy(mentions, (mention) => mention.facilityId);
  }

  /** Average wages and targets the registry published, oldest year first. */
  async wagesOf(actor: PersonActor, facilityIds: readonly string[]): Promise<Map<string, RegistryWage[]>> {
    const wages = await this.unitOfWork.read(actor, async (db) =>
      db.find(RegistryWage, {
        where: { facilityId: In(await presentAmong(db, actor, facilityIds)) },
        order: { fiscalYear: 'ASC' },
      }),
    );
    return groupBy(wages, (wage) => wage.facilityId);
  }
}
