import { lineAmountYen, wageForecast } from '#yui/money';
import { More } from '../../kit/text.js';
import { Table } from '../../kit/table.js';
import { formatUnits } from '../../words/format.js';
import { forecastWords } from '../../wages/forecast-words.js';
import { useWageWords } from '../../wages/words.js';
import type { SplitAnswer } from './engine/messages.js';
import type { RowView } from './row-view.js';
import type { Baseline } from './tools.js';
import type { WageBases } from './wage-bases.js';
import { useSplitWords } from './words.js';

/** The split, the proposal and the approved version side by side. */
export function SplitTable({
  rows,
  answer,
  proposal,
  baseline: { savedUnits },
  unit,
  quotedPriceSen,
  wageBases,
}: {
  readonly rows: readonly RowView[];
  readonly answer: SplitAnswer;
  readonly proposal: Readonly<Record<string, number>>;
  readonly baseline: Baseline;
  readonly unit: string;
  readonly quotedPriceSen: number;
  readonly wageBases: WageBases;
}) {
  const { table: words } = useSplitWords();
  const wages = useWageWords();
  const unitsOf = new Map(answer.result.shares.map(({ facilityId, units }) => [facilityId, units]));
  const shown = rows.filter(
    ({ facilityId }) =>
      (unitsOf.get(facilityId) ?? 0) + (proposal[facilityId] ?? 0) + (savedUnits?.[facilityId] ?? 0) > 0,
  );
  return (
    <More summary={words.open}>
      {() => (
        <Table
          caption={words.caption}
          rows={shown}
          keyOf={({ facilityId }) => facilityId}
          columns={[
            { heading: words.facility, cell: ({ name }) => name },
            {
              heading: words.now,
              cell: ({ facilityId }) => formatUnits(unitsOf.get(facilityId) ?? 0, unit),
              isNumber: true,
            },
            {
              heading: words.proposal,
              cell: ({ facilityId }) => formatUnits(proposal[facilityId] ?? 0, unit),
              isNumber: true,
            },
            ...(savedUnits === null
              ? []
              : [
                  {
                    heading: words.saved,
                    cell: ({ facilityId }: RowView) => formatUnits(savedUnits[facilityId] ?? 0, unit),
                    isNumber: true,
                  },
                ]),
            {
              heading: wages.forecast.label,
              cell: ({ facilityId, unitPriceSen }) => {
                const basis = wageBases.get(facilityId);
                if (basis === undefined) return '';
                const earnedYen = lineAmountYen(unitPriceSen ?? quotedPriceSen, unitsOf.get(facilityId) ?? 0, 'DOWN');
                return forecastWords(wages, wageForecast(basis, earnedYen), basis).line;
              },
              isNumber: true,
            },
            { heading: words.why, cell: ({ facilityId }) => answer.reasons[facilityId] },
          ]}
        />
      )}
    </More>
  );
}
