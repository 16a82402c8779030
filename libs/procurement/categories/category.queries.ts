import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { todayInTokyo } from '#yui/calendar';
import { ProcurementCategory, WorkType } from '#yui/directory';
import { WorkOrder, WorkOrderLine } from '#yui/orders';
import { organisationKindOf, type PersonActor, UnitOfWork } from '#yui/platform';
import { CategoryMapping } from './category-mapping.entity.js';
import { CategoryMappingEntry, type OwnKind } from './category-mapping-entry.entity.js';

/** How a line is filed: in the national scheme, and in the government's own where it has one. */
export interface LineCategory {
  readonly national: ProcurementCategory;
  readonly own: {
    readonly code: string;
    readonly kind: OwnKind;
    readonly name: string;
    /** The version of the government's scheme that held on the day. */
    readonly version: number;
  } | null;
}

@Injectable()
export class CategoryQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * By line, for the buyer and the desk of its order. The scheme is that of the day of the order; before it, of the day
   * the order was written.
   */
  async ofLines(actor: PersonActor, lineIds: readonly string[]): Promise<Map<string, LineCategory>> {
    const kind = organisationKindOf(actor.role);
    if (kind !== 'BUYER' && kind !== 'DESK') return new Map();
    return this.unitOfWork.read(actor, async (db) => {
      const lines = await db.findBy(WorkOrderLine, { id: In([...lineIds]) });
      const own = kind === 'BUYER' ? { buyerId: actor.organisationId } : { deskId: actor.organisationId };
      const orders = await db.findBy(WorkOrder, { id: In(lines.map((line) => line.workOrderId)), ...own });
      const orderOf = new Map(orders.map((order) => [order.id, order]));
      const workTypes = await db.findBy(WorkType, { code: In(lines.map((line) => line.workTypeCode)) });
      const codeOf = new Map(workTypes.map((workType) => [workType.code, workType.categoryCode]));
      const categories = await db.findBy(ProcurementCategory, { code: In([...codeOf.values()]) });
      const nationalOf = new Map(categories.map((category) => [category.code, category]));
      const mappings = await db.find(CategoryMapping, {
        where: { buyerId: In(orders.map((order) => order.buyerId)) },
        order: { fromOn: 'DESC', version: 'DESC' },
      });
      const entries = await db.findBy(CategoryMappingEntry, { mappingId: In(mappings.map((mapping) => mapping.id)) });

      const found = new Map<string, LineCategory>();
      for (const line of lines) {
        const order = orderOf.get(line.workOrderId);
        const national = nationalOf.get(codeOf.get(line.workTypeCode) ?? '');
        if (!order || !national) continue;
        const on = todayInTokyo(order.orderedAt ?? order.createdAt);
        const mapping = mappings.find((each) => each.buyerId === order.buyerId && each.fromOn <= on);
        const entry = entries.find((each) => each.mappingId === mapping?.id && each.categoryCode === national.code);
        found.set(line.id, {
          national,
          own:
            mapping && entry
              ? { code: entry.ownCode, kind: entry.ownKind, name: entry.ownName, version: mapping.version }
              : null,
        });
      }
      return found;
    });
  }
}
