import { type EntityManager, In } from 'typeorm';
import { addDays, type LocalDate, todayInTokyo } from '#yui/calendar';
import { readWorkdays } from '#yui/directory';
import { groupBy } from '#yui/platform';
import type { Assignment } from '../assignments/assignment.entity.js';
import { ProgressReport } from '../assignments/progress-report.entity.js';
import { Delivery } from '../deliveries/delivery.entity.js';
import { type CountedProgress, type Forecast, forecastFinish } from './forecast.js';

/**
 * The forecasts of these shares, from what their facilities reported and handed over. A share of which nothing was heard
 * is not in the map.
 */
export async function readForecasts(
  db: EntityManager,
  shares: readonly Assignment[],
  today: LocalDate,
): Promise<Map<string, Forecast>> {
  const those = { assignmentId: In(shares.map((share) => share.id)) };
  const reports = groupBy(
    await db.find(ProgressReport, { where: those, order: { reportedAt: 'ASC', id: 'ASC' } }),
    (report) => report.assignmentId,
  );
  const deliveries = groupBy(await db.find(Delivery, { where: those }), (delivery) => delivery.assignmentId);
  const isWorkdayOf = await readWorkdays(
    db,
    shares.map((share) => share.facilityId),
  );
  const forecasts = new Map<string, Forecast>();
  for (const share of shares) {
    if (share.answeredAt === null || share.acceptedUnits === null) continue;
    const counted: CountedProgress[] = (reports.get(share.id) ?? []).map((report) => ({
      on: todayInTokyo(report.reportedAt),
      doneUnits: report.doneUnits,
    }));
    // What is handed over is done, also when nobody reported it before.
    const handedOver = (deliveries.get(share.id) ?? []).map((delivery) => todayInTokyo(delivery.deliveredAt)).sort();
    const lastDelivery = handedOver.at(-1);
    if (lastDelivery !== undefined) counted.push({ on: lastDelivery, doneUnits: share.doneUnits });
    const [first, ...rest] = counted.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.doneUnits - b.doneUnits));
    if (!first) continue;
    const startOn = addDays(todayInTokyo(share.answeredAt), 1);
    const { acceptedUnits } = share;
    const isWorkday = isWorkdayOf(share.facilityId);
    forecasts.set(share.id, forecastFinish({ acceptedUnits, startOn, reports: [first, ...rest] }, today, isWorkday));
  }
  return forecasts;
}
