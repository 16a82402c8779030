import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#yui/calendar';
import { Buyer, ProcurementCategory } from '#yui/directory';
import { checkEach, checkFields, type PersonActor, requireLine, UnitOfWork } from '#yui/platform';
import { governmentErrors } from '../governments/government.errors.js';
import { requireRuleKeeper } from '../governments/government.access.js';
import { CategoryMapping } from './category-mapping.entity.js';
import { CategoryMappingEntry, type OwnKind } from './category-mapping-entry.entity.js';

export interface SetCategoryMappingInput {
  readonly idempotencyKey: string;
  readonly buyerId: string;
  readonly fromOn: LocalDate;
  readonly name: string;
  /** One for every category of the national scheme. */
  readonly entries: readonly {
    readonly categoryCode: string;
    readonly ownCode: string;
    readonly ownKind: OwnKind;
    readonly ownName: string;
  }[];
}

/** A new version of how a government files its orders; earlier ones stay for what was ordered before. */
@Injectable()
export class SetCategoryMapping {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.*, GOVERNMENT.NOT_A_GOVERNMENT, GOVERNMENT.CATEGORY_MISSING */
  async execute(actor: PersonActor, input: SetCategoryMappingInput): Promise<{ buyerId: string; mappingId: string }> {
    const { buyerId, fromOn } = input;
    const { name, entries } = checkFields({
      name: () => requireLine('name', input.name, 100),
      entries: () =>
        checkEach('entries', input.entries, ({ categoryCode, ownCode, ownKind, ownName }) => ({
          categoryCode,
          ownKind,
          ...checkFields({
            ownCode: () => requireLine('ownCode', ownCode, 50),
            ownName: () => requireLine('ownName', ownName, 100),
          }),
        })),
    });
    const ownOf = new Map(entries.map(({ categoryCode, ...own }) => [categoryCode, own]));
    return this.unitOfWork.command('setCategoryMapping', actor, input, async (tx) => {
      const { deskId } = await requireRuleKeeper(tx, actor, buyerId);
      // Anyone who writes a version of this government waits here, so that numbers have no gap and no double.
      await tx.lock(Buyer, { id: buyerId });
      const categories = await tx.manager.find(ProcurementCategory, { order: { code: 'ASC' } });
      const missing = categories.filter((category) => !ownOf.has(category.code)).map((category) => category.nameJa);
      if (missing.length > 0) throw governmentErrors.CATEGORY_MISSING({ missing: missing.join('、') }).at('entries');
      const version = (await tx.manager.countBy(CategoryMapping, { buyerId })) + 1;
      const mapping = { id: tx.newId(), buyerId, version, fromOn, name };
      await tx.manager.insert(CategoryMapping, { ...mapping, createdAt: tx.now });
      await tx.manager.insert(
        CategoryMappingEntry,
        categories.map(({ code }) => ({ mappingId: mapping.id, buyerId, categoryCode: code, ...ownOf.get(code)! })),
      );
      await tx.audit(
        'setCategoryMapping',
        { deskId, subjectType: 'CategoryMapping', subjectId: mapping.id },
        { after: { ...mapping, entries: Object.fromEntries(ownOf) } },
      );
      return { buyerId, mappingId: mapping.id };
    });
  }
}
