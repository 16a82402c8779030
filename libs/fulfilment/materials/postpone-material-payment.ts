import { LessThan } from 'typeorm';
import type { LocalDate } from '#yui/calendar';
import { deskTermsOf, facilityPaymentOn } from '#yui/directory';
import type { Transaction } from '#yui/platform';
import type { Assignment } from '../assignments/assignment.entity.js';
import { Material } from './material.entity.js';

/**
 * A share is due later: what its facility pays for material (有償支給) it pays later, too, never before it is paid for the
 * work made of it. So what held when it was supplied (`beforeSupplying`) goes on to hold. Needs the lock of the order.
 */
export async function postponeMaterialPayment(
  tx: Transaction,
  { id: assignmentId, deskId }: Pick<Assignment, 'id' | 'deskId'>,
  dueOn: LocalDate,
): Promise<void> {
  const payOn = facilityPaymentOn(await deskTermsOf(tx.manager, deskId), dueOn);
  const materials = await tx.manager.findBy(Material, { assignmentId, payOn: LessThan(payOn) });
  for (const { id, payOn: before } of materials) {
    await tx.manager.update(Material, { id }, { payOn });
    await tx.audit('material.postponePayment', { deskId, subjectType: 'Material', subjectId: id }, { before, payOn });
  }
}
