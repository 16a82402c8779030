import { Injectable } from '@nestjs/common';
import { type LocalDate, todayInTokyo } from '#yui/calendar';
import {
  accessErrors,
  checkFields,
  MAX_UNIT_PRICE_SEN,
  MAX_UNITS,
  optionalLine,
  optionalText,
  type PersonActor,
  requireInteger,
  requireLine,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import { lockAssignmentOfDesk } from '../assignments/assignment.access.js';
import { isCommitted } from '../assignments/placement.js';
import { keepAnswers } from '../assignments/keep-answers.js';
import { addMovement, requireQuantity } from './record-material.js';
import { Material } from './material.entity.js';
import { materialErrors } from './material.errors.js';
import { beforeSupplying } from './before-supplying.js';

export interface SupplyMaterialInput {
  readonly idempotencyKey: string;
  readonly assignmentId: string;
  readonly name: string;
  readonly unit: string;
  readonly quantity: number;
  readonly note?: string | null;
  /** 有償支給: what the facility pays for one unit, in sen. Omitted: free of charge. */
  readonly unitPriceSen?: number | null;
  /** Needed with a price: when (決済期日) and how (決済方法) the facility pays. */
  readonly payOn?: LocalDate | null;
  readonly payBy?: string | null;
}

/** The desk sends a facility material for a share it has said yes to. */
@Injectable()
export class SupplyMaterial {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND (also for a share nobody has said yes to), MATERIAL.*, INPUT.*, and what the checks have against it */
  async execute(actor: PersonActor, input: SupplyMaterialInput): Promise<{ assignmentId: string }> {
    return this.unitOfWork.command('supplyMaterial', actor, input, async (tx) => {
      const { order, assignment } = await lockAssignmentOfDesk(tx, actor, input.assignmentId);
      if (!isCommitted(assignment)) throw accessErrors.NOT_FOUND();
      const { payment, name, unit } = checkFields({
        name: () => requireLine('name', input.name, 100),
        unit: () => requireLine('unit', input.unit, 20),
        quantity: () => requireQuantity(input.quantity, MAX_UNITS),
        note: () => optionalText('note', input.note, 500),
        payment: () => paymentOf(tx, input),
      });
      const material: Material = {
        id: tx.newId(),
        deskId: assignment.deskId,
        workOrderId: assignment.workOrderId,
        assignmentId: assignment.id,
        facilityId: assignment.facilityId,
        name,
        unit,
        ...payment,
        createdAt: tx.now,
      };
      await beforeSupplying.run(tx, order, assignment, material);
      await keepAnswers(tx, { id: assignment.id });
      await tx.manager.insert(Material, material);
      await addMovement(tx, material, { kind: 'SENT', quantity: input.quantity, note: input.note });
      return { assignmentId: assignment.id };
    });
  }
}

/** All three, or none. @throws MATERIAL.PAYMENT_MISSING, INPUT.* */
function paymentOf(
  tx: Transaction,
  { unitPriceSen = null, payOn = null, payBy = null }: Pick<SupplyMaterialInput, 'unitPriceSen' | 'payOn' | 'payBy'>,
): Pick<Material, 'unitPriceSen' | 'payOn' | 'payBy'> {
  const way = optionalLine('payBy', payBy, 100);
  const isFree = unitPriceSen === null && payOn === null && way === '';
  if (isFree) return { unitPriceSen: null, payOn: null, payBy: null };
  if (unitPriceSen === null || payOn === null || payOn < todayInTokyo(tx.now) || way === '') {
    throw materialErrors.PAYMENT_MISSING().at(unitPriceSen === null ? 'unitPriceSen' : way === '' ? 'payBy' : 'payOn');
  }
  return { unitPriceSen: requireInteger('unitPriceSen', unitPriceSen, 1, MAX_UNIT_PRICE_SEN), payOn, payBy: way };
}
