import { Injectable } from '@nestjs/common';
import { type Change, MatchingError, type WhatIf, whatIf } from '#yui/matching';
import { checkWithin, MAX_UNITS, type PersonActor, requireInteger, UnitOfWork } from '#yui/platform';
import { allocationErrors } from './allocation.errors.js';
import { type PlanAllocationInput, stepOfDesk } from './plan-allocation.js';
import { planStep } from './plan-step.js';
import { checkSplitOptions } from './split-options.js';

const MAX_FACILITIES = 100_000;

/** One change of a plan; the numbers it needs depend on its kind. */
export interface TriedChange {
  readonly kind: Change['kind'];
  /** EXCLUDE, PIN, CAPACITY, MINIMUM_LOT, FORCE_IN */
  readonly facilityId?: string | null;
  /** QUANTITY, LOT_SIZE, PIN, CAPACITY, MINIMUM_LOT: units. MAX_FACILITIES: facilities; omitted: no limit. */
  readonly value?: number | null;
}

export interface TryChangeInput extends PlanAllocationInput {
  readonly change: TriedChange;
}

/** What would become of a plan if one thing were different. Writes nothing. */
@Injectable()
export class TryChange {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws what PlanAllocation throws, INPUT.NUMBER_OUT_OF_RANGE */
  async execute(actor: PersonActor, input: TryChangeInput): Promise<WhatIf> {
    const overrides = checkWithin('options', () => checkSplitOptions(input.options));
    const change = checkWithin('change', () => checkChange(input.change));
    return this.unitOfWork.run(actor, async (tx) => {
      const { order, step } = await stepOfDesk(tx, actor, input.stepId);
      const { snapshot, result } = await planStep(tx, order, step, overrides);
      const isKnown =
        !('facilityId' in change) || snapshot.candidates.some((row) => row.facilityId === change.facilityId);
      if (!isKnown) throw allocationErrors.OPTIONS_UNUSABLE({ field: 'facilityId' });
      try {
        return whatIf(snapshot, change, result);
      } catch (error) {
        if (!(error instanceof MatchingError)) throw error;
        throw allocationErrors.OPTIONS_UNUSABLE({ field: error.code });
      }
    });
  }
}

function checkChange({ kind, facilityId, value }: TriedChange): Change {
  const number = (least: number, most = MAX_UNITS) => requireInteger('value', value ?? Number.NaN, least, most);
  const facility = () => {
    if (!facilityId) throw allocationErrors.OPTIONS_UNUSABLE({ field: 'facilityId' });
    return facilityId;
  };
  switch (kind) {
    case 'QUANTITY':
      return { kind, quantity: number(1) };
    case 'LOT_SIZE':
      return { kind, lotSize: number(1) };
    case 'MAX_FACILITIES':
      return { kind, maxFacilities: typeof value === 'number' ? number(1, MAX_FACILITIES) : null };
    case 'PIN':
      return { kind, facilityId: facility(), units: number(0) };
    case 'CAPACITY':
      return { kind, facilityId: facility(), capacityUnits: number(0) };
    case 'MINIMUM_LOT':
      return { kind, facilityId: facility(), minimumLot: number(1) };
    case 'EXCLUDE':
    case 'FORCE_IN':
      return { kind, facilityId: facility() };
  }
}
