import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { deskTermsOf } from '#yui/directory';
import { type Assignment, SendingChecks, type WorkOrder } from '#yui/orders';
import type { Transaction } from '#yui/platform';
import { ITEM_WORDS, missingItems } from './order-items.js';
import { orderStatements } from './order-statements.js';
import { reasonAboutLaw } from './subcontract-law.js';
import { subcontractErrors } from './subcontract.errors.js';
import { UndecidedItem } from './undecided-item.entity.js';

/** 契約型: no order leaves for a facility that does not state all the law asks for. */
@Injectable()
export class SubcontractGuard implements OnModuleInit {
  constructor(private readonly checks: SendingChecks) {}

  onModuleInit(): void {
    this.checks.add(refuseIncomplete);
  }
}

/** @throws SUBCONTRACT.ITEMS_MISSING for the first facility whose order is not complete */
async function refuseIncomplete(tx: Transaction, order: WorkOrder, assignments: readonly Assignment[]): Promise<void> {
  if (order.contractType !== 'DESK_CONTRACT') return;
  if (!reasonAboutLaw(await deskTermsOf(tx.manager, order.deskId)).isApplicable) return;
  const open = await tx.manager.findBy(UndecidedItem, { workOrderId: order.id, decidedAt: IsNull() });
  const undecided = open.map(({ item }) => item);
  for (const statement of await orderStatements(tx.manager, order.deskId, assignments, tx.now)) {
    const missing = missingItems(statement, undecided);
    if (missing.length === 0) continue;
    throw subcontractErrors.ITEMS_MISSING({
      facilityName: statement.facilityName,
      items: missing,
      itemsJa: missing.map((item) => ITEM_WORDS[item].ja).join('、'),
      itemsEn: missing.map((item) => ITEM_WORDS[item].en).join('; '),
    });
  }
}
