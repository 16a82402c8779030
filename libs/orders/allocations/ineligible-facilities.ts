import { In } from 'typeorm';
import { Facility, FacilityType } from '#yui/directory';
import type { Ineligibility } from '#yui/matching';
import type { Transaction } from '#yui/platform';
import type { Assignment } from '../assignments/assignment.entity.js';
import { isCommitted } from '../assignments/placement.js';
import type { WorkOrder } from '../work-orders/work-order.entity.js';

/** Why a facility is not asked although it could: the coordinator's word, its own answer, or the law. */
export async function ineligibleFacilities(
  tx: Transaction,
  order: WorkOrder,
  assignments: readonly Assignment[],
  excluded: ReadonlyMap<string, string>,
): Promise<Map<string, Ineligibility>> {
  const reasons = new Map<string, Ineligibility>();
  if (order.isPublicMoney) {
    const outside = await tx.manager.findBy(FacilityType, { isPriorityProcurement: false });
    const codes = outside.map((type) => type.code);
    for (const facility of await tx.manager.findBy(Facility, { typeCode: In(codes) })) {
      reasons.set(facility.id, { code: 'WRONG_LEGAL_KIND' });
    }
  }
  for (const assignment of assignments) {
    if (assignment.status === 'DECLINED') {
      reasons.set(assignment.facilityId, { code: 'DECLINED', note: assignment.answerReason });
    } else if (assignment.status === 'EXPIRED') {
      reasons.set(assignment.facilityId, {
        code: 'OTHER',
        note: '期限までに回答がありませんでした / no answer in time',
      });
    } else if (isCommitted(assignment) && (assignment.acceptedUnits ?? 0) < assignment.offeredUnits) {
      reasons.set(assignment.facilityId, { code: 'OTHER', note: '一部だけ引き受け済みです / took only a part' });
    }
  }
  for (const [facilityId, note] of excluded) {
    reasons.set(facilityId, { code: 'EXCLUDED_BY_COORDINATOR', note });
  }
  return reasons;
}
