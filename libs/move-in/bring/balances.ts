import { SetOpeningBalance } from '#yui/fulfilment';
import { checkFields, MAX_YEN } from '#yui/platform';
import type { SheetBringer } from './bringing.js';
import type { RowContent } from './move-in-row.entity.js';

interface BalanceContent extends RowContent {
  readonly facility: string;
  readonly fiscalYear: number;
  readonly yen: number;
  /** In tenths of an hour. */
  readonly hours: number;
}
const MINUTES_PER_TENTH = 6;
const MAX_TENTHS = 20_000_000;

/** What a facility had received from the desk in a fiscal year so far. */
export const balanceBringer: SheetBringer<BalanceContent> = {
  sheet: 'BALANCES',
  keyOf: ({ facility, fiscalYear }) => `${facility} ${fiscalYear}`,
  nameOf: ({ facility, fiscalYear }) => `${facility} ${fiscalYear}`,
  read: (cells) =>
    checkFields<BalanceContent>({
      facility: () => cells.key('facility'),
      fiscalYear: () => cells.fiscalYear('fiscalYear'),
      yen: () => cells.integer('yen', 0, MAX_YEN),
      hours: () => cells.parts('hours', 1, MAX_TENTHS),
    }),
  async bring({ unitOfWork, all, content, place }) {
    const { fiscalYear, yen, hours } = content;
    const facilityId = all.idOf('FACILITIES', content.facility, 'facility');
    await new SetOpeningBalance(unitOfWork).execute(all.actor, {
      facilityId,
      fiscalYear,
      yen,
      minutes: hours * MINUTES_PER_TENTH,
      sourceFile: all.fileName,
      sourceRow: place,
    });
    return { subjectId: facilityId };
  },
};
