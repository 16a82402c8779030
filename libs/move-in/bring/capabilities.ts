import { Capability, SetCapability } from '#yui/directory';
import { checkFields, MAX_UNIT_PRICE_SEN, MAX_UNITS } from '#yui/platform';
import type { SheetBringer } from './bringing.js';
import type { RowContent } from './move-in-row.entity.js';

interface CapabilityContent extends RowContent {
  readonly facility: string;
  readonly workTypeCode: string;
  readonly secondsPerUnit: number;
  readonly minimumLot: number;
  readonly leadDays: number;
  /** In sen. */
  readonly unitPrice: number;
  readonly dailyLimitUnits: number | null;
}

/** What a facility can do of one kind of work: a row that reads as before changes nothing, so that what was set since stays. */
export const capabilityBringer: SheetBringer<CapabilityContent> = {
  sheet: 'CAPABILITIES',
  keyOf: ({ facility, workTypeCode }) => `${facility} ${workTypeCode}`,
  nameOf: ({ facility, workTypeCode }) => `${facility} ${workTypeCode}`,
  read: (cells, { names }) =>
    checkFields<CapabilityContent>({
      facility: () => cells.key('facility'),
      workTypeCode: () => cells.choice('workTypeCode', names.WORK_TYPES),
      secondsPerUnit: () => cells.integer('secondsPerUnit', 1, 2_592_000),
      minimumLot: () => cells.integer('minimumLot', 1, MAX_UNITS),
      leadDays: () => cells.integer('leadDays', 0, 365),
      unitPrice: () => cells.parts('unitPrice', 2, MAX_UNIT_PRICE_SEN),
      dailyLimitUnits: () => cells.optionalInteger('dailyLimitUnits', 1, MAX_UNITS),
    }),
  async bring({ tx, unitOfWork, all, content, subjectId }) {
    const { workTypeCode, secondsPerUnit, minimumLot, leadDays, unitPrice, dailyLimitUnits } = content;
    const facilityId = all.idOf('FACILITIES', content.facility, 'facility');
    const known = subjectId === null ? await tx.manager.findOneBy(Capability, { facilityId, workTypeCode }) : null;
    const was = known && {
      ...content,
      secondsPerUnit: known.secondsPerUnit,
      minimumLot: known.minimumLot,
      leadDays: known.leadDays,
      unitPrice: known.unitPriceSen,
      dailyLimitUnits: known.dailyLimitUnits,
    };
    const values = { secondsPerUnit, minimumLot, leadDays, unitPriceSen: unitPrice, dailyLimitUnits };
    if (known?.isOffered && JSON.stringify(was) === JSON.stringify(content)) {
      return { subjectId: known.id, was: content };
    }
    const input = { facilityId, workTypeCode, ...values, isOffered: true };
    const { capabilityId } = await new SetCapability(unitOfWork).execute(all.actor, input);
    return { subjectId: capabilityId, ...(was ? { was } : {}) };
  },
};
