import { type AllocationSnapshot, type Assignment, unitsOf } from '#yui/fulfilment';
import type { AllocationSnapshotType, StandingShareType } from './snapshot.types.js';

export function describeSnapshot(read: AllocationSnapshot): AllocationSnapshotType {
  const { order, snapshot, facilities, laterCapacityUnits, context } = read;
  return {
    workOrderId: order.id,
    orderNumber: order.number,
    orderTitle: order.title,
    workOrderLineId: read.workOrderLineId,
    stepId: read.stepId,
    facilityDueOn: read.facilityDueOn,
    facilityUnitPriceSen: read.facilityUnitPriceSen,
    orderKey: snapshot.orderKey,
    quantity: snapshot.quantity,
    lotSize: snapshot.lotSize,
    parameters: context.parameters,
    deskParameters: read.deskParameters,
    candidates: snapshot.candidates.map(({ ineligible, ...row }) => ({
      ...row,
      name: facilities.get(row.facilityId)?.name ?? '',
      municipality: facilities.get(row.facilityId)?.municipality ?? null,
      unitPriceSen: row.unitPriceSen ?? null,
      pinnedUnits: row.pinnedUnits ?? null,
      ineligible: ineligible ? { code: ineligible.code, note: ineligible.note ?? null } : null,
      laterCapacityUnits: laterCapacityUnits.get(row.facilityId) ?? [],
    })),
    committedUnits: read.committedUnits,
    committed: read.committed.map(describeStanding),
    openOffers: read.openAssignments.map(describeStanding),
    engineVersion: read.engineVersion,
    snapshotHash: read.snapshotHash,
  };
}

function describeStanding(assignment: Assignment): StandingShareType {
  const { id, facilityId, status, answerBy } = assignment;
  return { assignmentId: id, facilityId, status, units: unitsOf(assignment), answerBy: answerBy ?? null };
}
