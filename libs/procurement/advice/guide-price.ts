import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual } from 'typeorm';
import { Capability, memberFacilityIds } from '#yui/directory';
import { MAX_UNITS, type PersonActor, requireInteger, UnitOfWork } from '#yui/platform';
import { type PriceRange, priceRange } from './price-range.js';
import { requireDealing } from './require-dealing.js';

export interface GuidePriceInput {
  readonly deskId: string;
  readonly workTypeCode: string;
  readonly quantity: number;
}

/** What such work usually costs with the facilities of a desk, before a buyer asks. Never what one of them asks. */
@Injectable()
export class GuidePrice {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Null: too few facilities do such work in that quantity. @throws ACCESS.NOT_FOUND, INPUT.NUMBER_OUT_OF_RANGE */
  async execute(actor: PersonActor, { deskId, workTypeCode, ...input }: GuidePriceInput): Promise<PriceRange | null> {
    const quantity = requireInteger('quantity', input.quantity, 1, MAX_UNITS);
    return this.unitOfWork.run(actor, async (tx) => {
      await requireDealing(tx, actor, deskId);
      const capabilities = await tx.manager.findBy(Capability, {
        facilityId: In(await memberFacilityIds(tx.manager, deskId)),
        workTypeCode,
        isOffered: true,
        minimumLot: LessThanOrEqual(quantity),
      });
      return priceRange(capabilities.map(({ unitPriceSen }) => unitPriceSen).filter((sen) => sen > 0));
    });
  }
}
