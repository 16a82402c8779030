import { Injectable } from '@nestjs/common';
import { accessErrors, type PersonActor, requireText, UnitOfWork } from '#yui/platform';
import { lockAssignmentOfDesk } from '../assignments/assignment.access.js';
import { isCommitted } from '../assignments/placement.js';
import { addMovement } from './record-material.js';
import { Material } from './material.entity.js';

export interface SupplyMaterialInput {
  readonly idempotencyKey: string;
  readonly assignmentId: string;
  readonly name: string;
  readonly unit: string;
  readonly quantity: number;
  readonly note?: string | null;
}

/** The desk sends a facility material for a share it has said yes to. */
@Injectable()
export class SupplyMaterial {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND (also for a share nobody has said yes to), MATERIAL.QUANTITY_OUT_OF_RANGE, INPUT.* */
  async execute(
    actor: PersonActor,
    { idempotencyKey, ...input }: SupplyMaterialInput,
  ): Promise<{ assignmentId: string }> {
    return this.unitOfWork.once(actor, { operation: 'supplyMaterial', idempotencyKey, input }, async (tx) => {
      const { assignment } = await lockAssignmentOfDesk(tx, actor, input.assignmentId);
      if (!isCommitted(assignment)) throw accessErrors.NOT_FOUND();
      const material: Material = {
        id: tx.newId(),
        deskId: assignment.deskId,
        workOrderId: assignment.workOrderId,
        assignmentId: assignment.id,
        facilityId: assignment.facilityId,
        name: requireText('name', input.name, 100),
        unit: requireText('unit', input.unit, 20),
        createdAt: tx.now,
      };
      await tx.manager.insert(Material, material);
      await addMovement(tx, material, { kind: 'SENT', quantity: input.quantity, note: input.note });
      return { assignmentId: assignment.id };
    });
  }
}
