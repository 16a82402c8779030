import { Injectable } from '@nestjs/common';
import {
  accessErrors,
  checkFields,
  MAX_UNITS,
  optionalText,
  organisationKindOf,
  type PersonActor,
  requireInteger,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import { lockAssignmentOf } from '../assignments/assignment.access.js';
import { emitOrderEvent } from '#yui/orders';
import { balanceOf, maxOf } from './material-balance.js';
import { MaterialMovement, type MaterialMovementKind } from './material-movement.entity.js';
import { Material } from './material.entity.js';
import { materialErrors } from './material.errors.js';

export interface RecordMaterialInput {
  readonly idempotencyKey: string;
  readonly materialId: string;
  readonly kind: MaterialMovementKind;
  readonly quantity: number;
  readonly note?: string | null | undefined;
}

/** Who records which step: each side what it does itself. */
const RECORDED_BY: Readonly<Record<MaterialMovementKind, 'DESK' | 'FACILITY'>> = {
  SENT: 'DESK',
  RECEIVED: 'FACILITY',
  USED: 'FACILITY',
  RETURNED: 'FACILITY',
  RETURN_RECEIVED: 'DESK',
};

/** What this side of a share may record about its material. */
export function movementsOf(actor: PersonActor): MaterialMovementKind[] {
  const side = organisationKindOf(actor.role);
  return (Object.keys(RECORDED_BY) as MaterialMovementKind[]).filter((kind) => RECORDED_BY[kind] === side);
}

/** Desk or facility record that material was sent, received, used, returned or taken back. */
@Injectable()
export class RecordMaterial {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND (also for a step of the other side), MATERIAL.QUANTITY_OUT_OF_RANGE */
  async execute(actor: PersonActor, input: RecordMaterialInput): Promise<{ assignmentId: string }> {
    return this.unitOfWork.command('recordMaterial', actor, input, async (tx) => {
      const material = await tx.get(Material, { id: input.materialId });
      // Under the lock of the share nobody takes the same material twice.
      const { assignment } = await lockAssignmentOf(tx, actor, material.assignmentId);
      if (!movementsOf(actor).includes(input.kind)) throw accessErrors.NOT_FOUND();
      await addMovement(tx, material, input);
      return { assignmentId: assignment.id };
    });
  }
}

/** Writes one step of a material whose share is locked. @throws MATERIAL.QUANTITY_OUT_OF_RANGE */
export async function addMovement(
  tx: Transaction,
  material: Material,
  { kind, quantity, note }: Pick<RecordMaterialInput, 'kind' | 'quantity' | 'note'>,
): Promise<void> {
  const before = balanceOf(await tx.manager.findBy(MaterialMovement, { materialId: material.id }));
  const most = maxOf(kind, before) ?? MAX_UNITS;
  const checked = checkFields({
    quantity: () => requireQuantity(quantity, most),
    note: () => optionalText('note', note, 500),
  });
  await tx.manager.insert(MaterialMovement, {
    id: tx.newId(),
    materialId: material.id,
    deskId: material.deskId,
    facilityId: material.facilityId,
    kind,
    ...checked,
    recordedAt: tx.now,
  });
  await tx.audit(
    'material.record',
    { deskId: material.deskId, subjectType: 'Material', subjectId: material.id },
    { kind, quantity },
  );
  if (kind !== 'SENT' && kind !== 'RETURNED') return;
  await emitOrderEvent(tx, material.deskId, kind === 'SENT' ? 'material.sent' : 'material.returned', {
    workOrderId: material.workOrderId,
    assignmentId: material.assignmentId,
    materialId: material.id,
    quantity,
  });
}

/** @throws MATERIAL.QUANTITY_OUT_OF_RANGE */
export function requireQuantity(quantity: number, most: number): number {
  return requireInteger('quantity', quantity, 1, most, materialErrors.QUANTITY_OUT_OF_RANGE({ most }));
}
