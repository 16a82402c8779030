import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate, todayInTokyo } from '#yui/calendar';
import {
  checkEach,
  checkFields,
  optionalText,
  type PersonActor,
  requireInteger,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import { lockAssignmentOfDesk } from '../assignments/assignment.access.js';
import type { Assignment } from '../assignments/assignment.entity.js';
import { inspectionErrors } from '../assignments/assignment.errors.js';
import { transitionAssignment } from '../assignments/transition-assignment.js';
import { emitOrderEvent, onOwedChanged } from '#yui/orders';
import { requireUnused } from './hand-over.js';
import { advanceOrder } from '../assignments/advance-order.js';
import { deliveredUnits, unitsToDeliver } from './delivered-units.js';
import { Delivery } from './delivery.entity.js';
import { DEFECT_KINDS, type DefectKind, InspectionDefect } from './inspection-defect.entity.js';
import { MAX_REWORK_DAYS, promiseRework } from './rework-promise.js';
import { type DefectHandling, Inspection } from './inspection.entity.js';

export interface InspectDeliveryInput {
  readonly idempotencyKey: string;
  readonly deliveryId: string;
  readonly defectUnits: number;
  /** Needed when there are defects. */
  readonly defectHandling?: DefectHandling | null;
  /** Needed for REWORK: when the defective units are to be back. */
  readonly reworkDueOn?: LocalDate | null;
  readonly note?: string | null;
  /** What is wrong with how many of them; each kind once, all together at most the defective units. */
  readonly defects?: readonly DefectInput[] | null;
}

export interface DefectInput {
  readonly kind: DefectKind;
  readonly units: number;
  readonly note?: string | null;
}

/** The desk looks at one delivery. Defects are made good by a date, or taken off the share. */
@Injectable()
export class InspectDelivery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INSPECTION.*, CAPACITY.EXCEEDED, STEP.USED_BY_NEXT, TRANSITION.NOT_ALLOWED */
  async execute(
    actor: PersonActor,
    input: InspectDeliveryInput,
  ): Promise<{ assignmentId: string; deliveryId: string }> {
    return this.unitOfWork.command('inspectDelivery', actor, input, async (tx) => {
      const delivery = await tx.get(Delivery, { id: input.deliveryId });
      const { order, assignment } = await lockAssignmentOfDesk(tx, actor, delivery.assignmentId);
      if (await tx.manager.existsBy(Inspection, { deliveryId: delivery.id })) throw inspectionErrors.DONE_BEFORE();
      const { inspection, defects } = checkFields({
        inspection: () => checkInspection(tx, delivery, input),
        defects: () => checkDefects(input.defectUnits, input.defects ?? []),
      });
      await requireUnused(tx, assignment, inspection.defectUnits);
      await tx.manager.insert(Inspection, inspection);
      const { deskId, facilityId } = assignment;
      await tx.manager.insert(
        InspectionDefect,
        defects.map((defect) => ({ inspectionId: inspection.id, deskId, facilityId, ...defect })),
      );
      await transitionAssignment(tx, assignment, 'inspect', {
        reducedUnits: assignment.reducedUnits + (inspection.defectHandling === 'REDUCE' ? inspection.defectUnits : 0),
      });
      await this.followInspection(tx, assignment, inspection);
      await emitOrderEvent(tx, order.deskId, 'delivery.inspected', {
        workOrderId: order.id,
        assignmentId: assignment.id,
        deliveryId: delivery.id,
      });
      await advanceOrder(tx, order);
      await onOwedChanged.run(tx, order);
      return { assignmentId: assignment.id, deliveryId: delivery.id };
    });
  }

  /** Once all is delivered: defects to be made good send it back, and when all is looked at and good it is done. */
  private async followInspection(tx: Transaction, assignment: Assignment, inspection: Inspection): Promise<void> {
    const units = await deliveredUnits(tx, assignment.id);
    if (inspection.reworkDueOn !== null) await promiseRework(tx, assignment, units, inspection.reworkDueOn);
    if (assignment.status !== 'DELIVERED') return;
    if (inspection.defectHandling === 'REWORK') await transitionAssignment(tx, assignment, 'askRework');
    else if (units.uninspectedDeliveries === 0 && unitsToDeliver(assignment, units) === 0) {
      await transitionAssignment(tx, assignment, 'finishInspection');
    }
  }
}

function checkInspection(
  tx: Transaction,
  delivery: Delivery,
  input: Omit<InspectDeliveryInput, 'idempotencyKey'>,
): Inspection {
  const { defectUnits } = input;
  const most = delivery.units;
  const defectHandling = defectUnits > 0 ? (input.defectHandling ?? null) : null;
  const reworkDueOn = defectHandling === 'REWORK' ? (input.reworkDueOn ?? null) : null;
  const today = todayInTokyo(tx.now);
  const isOutOfRange = reworkDueOn === null || reworkDueOn < today || reworkDueOn > addDays(today, MAX_REWORK_DAYS);
  const { note } = checkFields({
    defectUnits: () =>
      requireInteger('defectUnits', defectUnits, 0, most, inspectionErrors.DEFECTS_OUT_OF_RANGE({ most })),
    defectHandling: () => {
      if (defectUnits > 0 && defectHandling === null) throw inspectionErrors.HANDLING_MISSING().at('defectHandling');
    },
    reworkDueOn: () => {
      if (defectHandling === 'REWORK' && isOutOfRange) throw inspectionErrors.REWORK_DATE_MISSING().at('reworkDueOn');
    },
    note: () => optionalText('note', input.note, 500),
  });
  return {
    id: tx.newId(),
    deliveryId: delivery.id,
    acceptedUnits: delivery.units - defectUnits,
    defectUnits,
    defectHandling,
    reworkDueOn,
    note,
    inspectedAt: tx.now,
  };
}

function checkDefects(
  defectUnits: number,
  defects: readonly DefectInput[],
): Pick<InspectionDefect, 'kind' | 'units' | 'note'>[] {
  if (new Set(defects.map((defect) => defect.kind)).size !== defects.length)
    throw inspectionErrors.KIND_TWICE().at('defects');
  const found = checkEach('defects', defects, ({ kind, units, note }) => ({
    kind,
    ...checkFields({
      units: () => requireInteger('units', units, 1, Math.max(1, defectUnits)),
      note: () => optionalText('note', note, 500),
    }),
  }));
  if (found.reduce((sum, defect) => sum + defect.units, 0) > defectUnits) {
    throw inspectionErrors.KINDS_EXCEED_DEFECTS({ most: defectUnits }).at('defects');
  }
  // The order of the list, not that of the one who typed.
  return DEFECT_KINDS.flatMap((kind) => found.filter((defect) => defect.kind === kind));
}
