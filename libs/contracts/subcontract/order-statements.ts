import { type EntityManager, In } from 'typeorm';
import { addDays, todayInTokyo } from '#yui/calendar';
import { Desk, deskTermsOf, Facility, facilityPaymentOn, latestPaymentOn, WorkType } from '#yui/directory';
import type { Assignment } from '#yui/fulfilment';
import { Step } from '#yui/orders';
import type { OrderStatement } from './order-items.js';

/** What the order papers of these shares of one desk would state if they left today, in their order. */
export async function orderStatements(
  manager: EntityManager,
  deskId: string,
  assignments: readonly Assignment[],
  now: Date,
): Promise<OrderStatement[]> {
  const desk = await manager.findOneByOrFail(Desk, { id: deskId });
  const terms = await deskTermsOf(manager, deskId);
  const facilities = await manager.findBy(Facility, { id: In(assignments.map(({ facilityId }) => facilityId)) });
  const steps = await manager.findBy(Step, { id: In(assignments.map(({ stepId }) => stepId)) });
  const workTypes = await manager.findBy(WorkType, { code: In(steps.map(({ workTypeCode }) => workTypeCode)) });
  return assignments.map((assignment) => {
    const step = steps.find(({ id }) => id === assignment.stepId);
    const workType = workTypes.find(({ code }) => code === step?.workTypeCode);
    return {
      deskName: desk.name,
      facilityName: facilities.find(({ id }) => id === assignment.facilityId)?.name ?? '',
      orderedOn: todayInTokyo(now),
      work: workType?.nameJa ?? '',
      units: assignment.acceptedUnits ?? assignment.offeredUnits,
      receivedOn: assignment.dueOn,
      receiptPlace: step?.handOverPlace || terms.receiptPlace,
      inspectedBy: addDays(assignment.dueOn, terms.inspectionDays),
      unitPriceSen: assignment.unitPriceSen,
      paidOn: facilityPaymentOn(terms, assignment.dueOn),
      latestPaymentOn: latestPaymentOn(assignment.dueOn, terms),
      paymentMethod: terms.paymentMethod,
    };
  });
}
