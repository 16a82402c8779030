import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Facility } from '#yui/directory';
import {
  groupBy,
  type PageOf,
  type PageRequest,
  type PersonActor,
  readPage,
  requireDesk,
  UnitOfWork,
} from '#yui/platform';
import { ActivityFacility } from './activity-facility.entity.js';
import { Activity, type ActivityKind } from './activity.entity.js';

export interface ActivityFilter {
  readonly fiscalYear?: number | null;
  readonly kind?: ActivityKind | null;
  readonly theme?: string | null;
  readonly workOrderId?: string | null;
}

export interface ActivityView extends Activity {
  /** By name. */
  readonly facilities: readonly Pick<Facility, 'id' | 'name'>[];
}

const MAX_THEMES = 100;

/** What a desk did besides orders; others see nothing of it. */
@Injectable()
export class ActivityQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The latest first. @throws ACCESS.NOT_FOUND, INPUT.* */
  async list(actor: PersonActor, filter: ActivityFilter = {}, page: PageRequest = {}): Promise<PageOf<ActivityView>> {
    const deskId = requireDesk(actor);
    const rows = (db: EntityManager) => {
      const query = db.createQueryBuilder(Activity, 'activity').where('activity.desk_id = :deskId', { deskId });
      const { fiscalYear, kind, theme, workOrderId } = filter;
      if (fiscalYear) query.andWhere('activity.fiscal_year = :fiscalYear', { fiscalYear });
      if (kind) query.andWhere('activity.kind = :kind', { kind });
      if (theme) query.andWhere('activity.theme = :theme', { theme });
      if (workOrderId) query.andWhere('activity.work_order_id = :workOrderId', { workOrderId });
      return query;
    };
    const order = { by: 'activity.held_on', kind: 'DAY', direction: 'DESC' } as const;
    return readPage(this.unitOfWork, actor, page, { rows, order, show: withFacilities });
  }

  /** The themes of the desk, those of the last activities first. @throws ACCESS.NOT_FOUND */
  async themes(actor: PersonActor): Promise<string[]> {
    const deskId = requireDesk(actor);
    const found = await this.unitOfWork.read(actor, async (db) =>
      db.query<{ theme: string }[]>(
        `SELECT theme FROM (SELECT theme, held_on FROM activity WHERE desk_id = $1 ORDER BY held_on DESC, id DESC LIMIT 1000) a
         GROUP BY theme ORDER BY max(held_on) DESC, theme LIMIT ${MAX_THEMES}`,
        [deskId],
      ),
    );
    return found.map(({ theme }) => theme);
  }
}

async function withFacilities(db: EntityManager, activities: Activity[]): Promise<ActivityView[]> {
  const links = await db.findBy(ActivityFacility, { activityId: In(activities.map(({ id }) => id)) });
  const ids = [...new Set(links.map(({ facilityId }) => facilityId))];
  const facilities = await db.find(Facility, { where: { id: In(ids) }, order: { name: 'ASC' } });
  const linksOf = groupBy(links, ({ activityId }) => activityId);
  return activities.map((activity) => {
    const present = new Set((linksOf.get(activity.id) ?? []).map(({ facilityId }) => facilityId));
    return { ...activity, facilities: facilities.filter(({ id }) => present.has(id)) };
  });
}
