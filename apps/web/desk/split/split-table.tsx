import { More } from '../../kit/text.js';
import { Table } from '../../kit/table.js';
import { formatUnits } from '../../words/format.js';
import type { SplitAnswer } from './engine/messages.js';
import type { RowView } from './row-view.js';
import type { Baseline } from './tools.js';
import { useSplitWords } from './words.js';

/** The split, the proposal and the approved version side by side. */
export function SplitTable({
  rows,
  answer,
  proposal,
  baseline: { savedUnits },
  unit,
}: {
  readonly rows: readonly RowView[];
  readonly answer: SplitAnswer;
  readonly proposal: Readonly<Record<string, number>>;
  readonly baseline: Baseline;
  readonly unit: string;
}) {
  const { table: words } = useSplitWords();
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
            { heading: words.why, cell: ({ facilityId }) => answer.reasons[facilityId] },
          ]}
        />
      )}
    </More>
  );
}
