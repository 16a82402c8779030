import { Capability, SetCapability } from '#yui/directory';
import { checkFields, MAX_UNIT_PRICE_SEN, MAX_UNITS, type Sentence } from '#yui/platform';
import { changedFields, type SheetBringer } from './bringing.js';
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

const VALUES = ['secondsPerUnit', 'minimumLot', 'leadDays', 'unitPrice', 'dailyLimitUnits'] as const;
type Values = Pick<CapabilityContent, (typeof VALUES)[number]>;

const NOT_OFFERED: Sentence = {
  ja: '画面で「いまは受けない」とした仕事のため、受けないままにします。',
  en: 'This work was switched off on its page and stays so.',
};

/** What a facility can do of one kind of work. A row that was imported before changes what was corrected in it: what was set since stays. */
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
  async bring(row) {
    const { tx, unitOfWork, all, content, subjectId } = row;
    const { workTypeCode } = content;
    const facilityId = all.idOf('FACILITIES', content.facility, 'facility');
    const known = await tx.manager.findOneBy(Capability, { facilityId, workTypeCode });
    const set = new SetCapability(unitOfWork);
    if (known && subjectId !== null) {
      const changed = changedFields(row);
      const corrected = Object.fromEntries(
        VALUES.filter((field) => changed.has(field)).map((field) => [field, content[field]]),
      );
      const { isOffered } = known;
      const values = inputOf({ ...valuesOf(known), ...corrected });
      const { capabilityId } = await set.execute(all.actor, { facilityId, workTypeCode, ...values, isOffered });
      return { subjectId: capabilityId, ...(isOffered ? {} : { note: NOT_OFFERED }) };
    }
    const was = known && { ...content, ...valuesOf(known) };
    if (known?.isOffered && JSON.stringify(was) === JSON.stringify(content)) {
      return { subjectId: known.id, was: content };
    }
    const input = { facilityId, workTypeCode, ...inputOf(content), isOffered: true };
    const { capabilityId } = await set.execute(all.actor, input);
    return { subjectId: capabilityId, ...(was ? { was } : {}) };
  },
};

function valuesOf({ secondsPerUnit, minimumLot, leadDays, unitPriceSen, dailyLimitUnits }: Capability): Values {
  return { secondsPerUnit, minimumLot, leadDays, unitPrice: unitPriceSen, dailyLimitUnits };
}

function inputOf({ secondsPerUnit, minimumLot, leadDays, unitPrice, dailyLimitUnits }: Values) {
  return { secondsPerUnit, minimumLot, leadDays, unitPriceSen: unitPrice, dailyLimitUnits };
}
