import { fiscalYearOf, type LocalDate } from '#yui/calendar';
import { useState } from 'react';
import { useToday } from '../app/session.js';
import { ActivityReport } from '../data/generated/activity-report.js';
import type { ActivityReportQueryVariables } from '../data/generated/types.js';
import { useAsk } from '../data/use-ask.js';
import { Button } from '../kit/button.js';
import { Loaded } from '../kit/loaded.js';
import { ReportView } from '../kit/report/report-view.js';
import { Section } from '../kit/text.js';
import { useWageWords } from './words.js';

type By = ActivityReportQueryVariables['by'];
type Measure = ActivityReportQueryVariables['measure'];
const BYS = ['KIND', 'THEME'] as const satisfies readonly By[];
const MEASURES = [
  'TIMES',
  'FACILITY_VISITS',
  'FACILITIES',
  'PEOPLE',
  'PEOPLE_ONLINE',
] as const satisfies readonly Measure[];
const YEARS_SHOWN = 5;

/** Activities by year, by kind or by theme. */
export function ActivityReportSection() {
  const { activities: words, report } = useWageWords();
  const [by, setBy] = useState<By>('KIND');
  const [measure, setMeasure] = useState<Measure>('TIMES');
  const toYear = fiscalYearOf(useToday() as LocalDate);
  const variables = { by, measure, fromYear: toYear - YEARS_SHOWN + 1, toYear };
  const query = useAsk(ActivityReport, variables);
  return (
    <Section heading={words.reportHeading}>
      <Choice label={words.by} values={BYS} names={words.bys} chosen={by} onChoose={setBy} />
      <Choice label={words.measure} values={MEASURES} names={words.measures} chosen={measure} onChoose={setMeasure} />
      <Loaded query={query}>
        {({ activityReport: table }) => (
          <ReportView
            caption={`${words.bys[by]} ${words.measures[measure]}`}
            corner={report.corner}
            table={table}
            words={{ ...words.kinds, TOTAL: words.total }}
            chart="bars"
            exported={{ list: 'activities', variables }}
          />
        )}
      </Loaded>
    </Section>
  );
}

function Choice<Value extends string>({
  label,
  values,
  names,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly values: readonly Value[];
  readonly names: Readonly<Record<Value, string>>;
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}) {
  return (
    <div role="group" aria-label={label} className="no-print mb-3 flex flex-wrap gap-2">
      {values.map((value) => (
        <Button
          key={value}
          look={value === chosen ? 'primary' : 'secondary'}
          aria-pressed={value === chosen}
          onClick={() => onChoose(value)}
        >
          {names[value]}
        </Button>
      ))}
    </div>
  );
}
