import { Injectable } from '@nestjs/common';
import {
  checkFields,
  difference,
  MAX_UNIT_PRICE_SEN,
  MAX_UNITS,
  type PersonActor,
  requireInteger,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import { changeCapacity } from './change-capacity.js';
import { requireKeeper } from '../facilities/facility.access.js';
import { WorkType } from '../reference/work-type.entity.js';
import { Capability } from './capability.entity.js';

const MAX_SECONDS_PER_UNIT = 30 * 24 * 3600;
const MAX_LEAD_DAYS = 365;

const OVERWRITTEN = [
  'seconds_per_unit',
  'daily_limit_units',
  'minimum_lot',
  'lead_days',
  'unit_price_sen',
  'source',
  'is_offered',
];

export interface SetCapabilityInput {
  readonly facilityId: string;
  readonly workTypeCode: string;
  readonly secondsPerUnit: number;
  /** null: people are the only limit. */
  readonly dailyLimitUnits?: number | null;
  readonly minimumLot: number;
  readonly leadDays: number;
  readonly unitPriceSen: number;
  /** false: the facility does not do this work now. What it has promised stays promised. */
  readonly isOffered: boolean;
}

/** Says what a facility can do of one kind of work, for the first time or again. */
@Injectable()
export class SetCapability {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.NUMBER_OUT_OF_RANGE, CAPACITY.PROMISE_WOULD_BE_LATE, CAPACITY.PROMISES_WOULD_BE_LATE */
  async execute(actor: PersonActor, input: SetCapabilityInput): Promise<{ facilityId: string; capabilityId: string }> {
    const { facilityId, workTypeCode, isOffered } = input;
    const values = checkFields({
      secondsPerUnit: () => requireInteger('secondsPerUnit', input.secondsPerUnit, 1, MAX_SECONDS_PER_UNIT),
      dailyLimitUnits: () =>
        input.dailyLimitUnits === undefined || input.dailyLimitUnits === null
          ? null
          : requireInteger('dailyLimitUnits', input.dailyLimitUnits, 1, MAX_UNITS),
      minimumLot: () => requireInteger('minimumLot', input.minimumLot, 1, MAX_UNITS),
      leadDays: () => requireInteger('leadDays', input.leadDays, 0, MAX_LEAD_DAYS),
      unitPriceSen: () => requireInteger('unitPriceSen', input.unitPriceSen, 0, MAX_UNIT_PRICE_SEN),
      isOffered: () => isOffered,
    });
    return this.unitOfWork.run(actor, async (tx) => {
      const source = await requireKeeper(tx, actor, facilityId);
      await tx.get(WorkType, { code: workTypeCode });
      const before = await tx.manager.findOneBy(Capability, { facilityId, workTypeCode });
      let capabilityId = '';
      await changeCapacity(tx, facilityId, async () => {
        capabilityId = await this.write(tx, { facilityId, workTypeCode, ...values, source });
      });
      const deskId = source === 'DESK' ? actor.organisationId : null;
      const fact = { deskId, subjectType: 'Facility', subjectId: facilityId };
      await tx.audit('setCapability', fact, { workTypeCode, ...difference(before && { ...before }, values) });
      return { facilityId, capabilityId };
    });
  }

  private async write(tx: Transaction, capability: Omit<Capability, 'id'>): Promise<string> {
    const { facilityId, workTypeCode } = capability;
    // Not `upsert`: that would give the row a new id.
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(Capability)
      .values({ id: tx.newId(), ...capability })
      .orUpdate(OVERWRITTEN, ['facility_id', 'work_type_code'])
      .execute();
    const { id } = await tx.get(Capability, { facilityId, workTypeCode });
    return id;
  }
}
