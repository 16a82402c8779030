import { Injectable } from '@nestjs/common';
import type { FairnessRule, Measure } from '#yui/matching';
import {
  accessErrors,
  checkFields,
  checkValues,
  difference,
  type PersonActor,
  requireInteger,
  requireLine,
  UnitOfWork,
} from '#yui/platform';
import { Desk, type SplitPrices } from './desk.entity.js';

const MAX_PERMILLE = 1000;
const MAX_WORKING_DAYS = 20;
const MAX_FACILITIES = 100_000;
const MAX_REGIONS = 200;
const LONGEST_REGION = 50;

/** What is omitted stays as it is; null takes a limit away. */
export interface SetDeskSettingsInput {
  /** The desk's fee in thousandths of the buyer's price; orders that are quoted keep their prices. */
  readonly feeRatePermille?: number | null;
  readonly splitRule?: FairnessRule | null;
  readonly splitMeasure?: Measure | null;
  readonly splitMaxFacilities?: number | null;
  readonly splitPriceTolerancePermille?: number | null;
  readonly splitPrices?: SplitPrices | null;
  readonly splitRegions?: readonly string[] | null;
  readonly splitMaxDefectPermille?: number | null;
  /** Working days a facility has to answer an offer. */
  readonly answerWorkingDays?: number | null;
  /** Working days between the due date of facilities and that of the buyer. */
  readonly deliveryWorkingDays?: number | null;
}

type Settings = Pick<Desk, keyof SetDeskSettingsInput>;

/** How a desk works from now on: its fee, how it splits, how long facilities have to answer. */
@Injectable()
export class SetDeskSettings {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND unless the actor administers the desk; INPUT.* */
  async execute(actor: PersonActor, input: SetDeskSettingsInput): Promise<{ deskId: string }> {
    if (actor.role !== 'DESK_ADMIN') throw accessErrors.NOT_FOUND();
    return this.unitOfWork.run(actor, async (tx) => {
      const desk = await tx.lock(Desk, { id: actor.organisationId });
      const settings = settingsAfter(desk, input);
      await tx.manager.update(Desk, { id: desk.id }, settings);
      const fact = { deskId: desk.id, subjectType: 'Desk', subjectId: desk.id };
      await tx.audit('setDeskSettings', fact, difference({ ...desk }, settings));
      return { deskId: desk.id };
    });
  }
}

function settingsAfter(desk: Desk, input: SetDeskSettingsInput): Settings {
  const integer = (field: IntegerSetting, least: number, most: number) =>
    requireInteger(field, input[field] ?? desk[field], least, most);
  const limit = (field: LimitSetting, least: number, most: number) => {
    const value = input[field] === undefined ? desk[field] : input[field];
    return value === null ? null : requireInteger(field, value, least, most);
  };
  return checkFields<Settings>({
    feeRatePermille: () => integer('feeRatePermille', 0, MAX_PERMILLE),
    splitRule: () => input.splitRule ?? desk.splitRule,
    splitMeasure: () => input.splitMeasure ?? desk.splitMeasure,
    splitMaxFacilities: () => limit('splitMaxFacilities', 1, MAX_FACILITIES),
    splitPriceTolerancePermille: () => integer('splitPriceTolerancePermille', 0, MAX_PERMILLE),
    splitPrices: () => input.splitPrices ?? desk.splitPrices,
    splitRegions: () => (input.splitRegions ? requireRegions(input.splitRegions) : desk.splitRegions),
    splitMaxDefectPermille: () => limit('splitMaxDefectPermille', 0, MAX_PERMILLE),
    answerWorkingDays: () => integer('answerWorkingDays', 1, MAX_WORKING_DAYS),
    deliveryWorkingDays: () => integer('deliveryWorkingDays', 0, MAX_WORKING_DAYS),
  });
}

type IntegerSetting = 'feeRatePermille' | 'splitPriceTolerancePermille' | 'answerWorkingDays' | 'deliveryWorkingDays';
type LimitSetting = 'splitMaxFacilities' | 'splitMaxDefectPermille';

/** Trimmed names without repetition. @throws INPUT.* */
export function requireRegions(regions: readonly string[]): string[] {
  requireInteger('splitRegions', regions.length, 0, MAX_REGIONS);
  return [
    ...new Set(checkValues('splitRegions', regions, (path, region) => requireLine(path, region, LONGEST_REGION))),
  ];
}
