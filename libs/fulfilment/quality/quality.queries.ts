import { Injectable } from '@nestjs/common';
import { todayInTokyo } from '#yui/calendar';
import { Membership, memberFacilityIds } from '#yui/directory';
import { organisationKindOf, type PersonActor, UnitOfWork } from '#yui/platform';
import { type Quality, qualityOf } from './quality.js';

export interface QualityView extends Quality {
  readonly deskId: string;
}

@Injectable()
export class QualityQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * A desk: of its members, or of those among them that are named. A facility: its own, one for each desk it works with.
   */
  async list(actor: PersonActor, facilityIds: readonly string[] | null = null): Promise<QualityView[]> {
    return this.unitOfWork.read(actor, async (db) => {
      const [{ now }] = await db.query<[{ now: Date }]>('SELECT yui_now() AS now');
      const today = todayInTokyo(now);
      const kind = organisationKindOf(actor.role);
      if (kind === 'DESK') {
        const members = await memberFacilityIds(db, actor.organisationId);
        const asked = facilityIds ? members.filter((id) => facilityIds.includes(id)) : members;
        const qualities = await qualityOf(db, actor.organisationId, asked, today);
        return [...qualities.values()].map((quality) => ({ ...quality, deskId: actor.organisationId }));
      }
      if (kind !== 'FACILITY') return [];
      const memberships = await db.find(Membership, {
        where: { facilityId: actor.organisationId },
        order: { deskId: 'ASC' },
      });
      const views: QualityView[] = [];
      for (const deskId of new Set(memberships.map((membership) => membership.deskId))) {
        const own = await qualityOf(db, deskId, [actor.organisationId], today);
        views.push(...[...own.values()].map((quality) => ({ ...quality, deskId })));
      }
      return views;
    });
  }
}
