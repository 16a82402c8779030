import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { groupBy, organisationKindOf, type PersonActor, UnitOfWork } from '#yui/platform';
import { balanceOf, type MaterialBalance, maxOf } from './material-balance.js';
import { MaterialMovement, type MaterialMovementKind } from './material-movement.entity.js';
import { Material } from './material.entity.js';
import { movementsOf } from './record-material.js';

export interface MaterialView
  extends Omit<Material, 'deskId' | 'workOrderId' | 'facilityId' | 'createdAt'>, MaterialBalance {
  /** The oldest first. */
  readonly movements: readonly MaterialMovement[];
}

@Injectable()
export class MaterialQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The materials of these assignments, with where they are: between the desk and the facility alone. */
  async ofAssignments(actor: PersonActor, assignmentIds: readonly string[]): Promise<MaterialView[]> {
    const kind = organisationKindOf(actor.role);
    if (kind !== 'DESK' && kind !== 'FACILITY') return [];
    const side = kind === 'DESK' ? 'deskId' : 'facilityId';
    return this.unitOfWork.read(actor, async (db) => {
      const materials = await db.find(Material, {
        where: { assignmentId: In([...assignmentIds]), [side]: actor.organisationId },
        order: { createdAt: 'ASC', id: 'ASC' },
      });
      const movements = await db.find(MaterialMovement, {
        where: { materialId: In(materials.map((material) => material.id)) },
        order: { recordedAt: 'ASC', id: 'ASC' },
      });
      const movementsByMaterial = groupBy(movements, (movement) => movement.materialId);
      return materials.map(({ id, assignmentId, name, unit, unitPriceSen, payOn, payBy }) => {
        const own = movementsByMaterial.get(id) ?? [];
        return { id, assignmentId, name, unit, unitPriceSen, payOn, payBy, ...balanceOf(own), movements: own };
      });
    });
  }

  /** What the actor can record about it now. */
  availableActions(actor: PersonActor, material: MaterialView): MaterialMovementKind[] {
    return movementsOf(actor).filter((kind) => maxOf(kind, material) !== 0);
  }
}
