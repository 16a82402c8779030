import { Injectable } from '@nestjs/common';
import { type LocalDate, todayInTokyo } from '#yui/calendar';
import { organisationKindOf, type PersonActor, UnitOfWork } from '#yui/platform';
import { Assignment } from '../assignments/assignment.entity.js';
import { MAKING_STATES } from '../assignments/assignment.transitions.js';
import { scopeToAssignments } from '../assignments/assignment.scope.js';
import { WorkOrder } from '#yui/orders';
import type { Forecast } from './forecast.js';
import { readForecasts } from './read-forecasts.js';

export interface ForecastView extends Forecast {
  readonly assignmentId: string;
  /** Whether the share will be finished after its date, or nobody can say when. */
  readonly isLate: boolean;
}

@Injectable()
export class ForecastQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** For the desk and the facility itself, of shares that are being worked on and of which something was heard. */
  async ofAssignments(actor: PersonActor, assignmentIds: readonly string[]): Promise<ForecastView[]> {
    if (organisationKindOf(actor.role) === 'BUYER') return [];
    return this.unitOfWork.read(actor, async (db) => {
      const query = db
        .createQueryBuilder(Assignment, 'assignment')
        .innerJoin(WorkOrder, 'work_order', 'work_order.id = assignment.workOrderId')
        .where('assignment.id = ANY(:assignmentIds)', { assignmentIds })
        .andWhere('assignment.status = ANY(:making)', { making: MAKING_STATES });
      const shares = await scopeToAssignments(query, actor).getMany();
      const [{ now }] = await db.query<[{ now: Date }]>('SELECT yui_now() AS now');
      const forecasts = await readForecasts(db, shares, todayInTokyo(now));
      return shares.flatMap(({ id, dueOn }) => {
        const forecast = forecasts.get(id);
        return forecast ? [{ assignmentId: id, ...forecast, isLate: isLate(forecast, dueOn) }] : [];
      });
    });
  }
}

/** Who has said nothing by then, or stands still, is late as well. */
export function isLate(forecast: Forecast | undefined, dueOn: LocalDate): boolean {
  return !forecast || forecast.finishOn === null || forecast.finishOn > dueOn;
}
