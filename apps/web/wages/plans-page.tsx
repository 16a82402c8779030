import { useState } from 'react';
import { fiscalYearOf, type LocalDate } from '#yui/calendar';
import { areaOf, useMe, useToday } from '../app/session.js';
import { WagePlans } from '../data/generated/wage-plans.js';
import { useAsk } from '../data/use-ask.js';
import { Button, PageLink } from '../kit/button.js';
import { ExportMenu } from '../kit/export-menu.js';
import { Empty, Loaded } from '../kit/loaded.js';
import { Page } from '../kit/page.js';
import { yearName } from '../kit/report/report.js';
import { Pager, Table } from '../kit/table.js';
import { useCommon } from '../words/common/index.js';
import { formatYen } from '../words/format.js';
import { WAGE_PATHS } from './wage-paths.js';
import { useWageWords } from './words.js';

const TAKE = 50;

/** The plans to raise wages that cover a year, target against actual. */
export function WagePlansPage() {
  const { plans: words, form, check } = useWageWords();
  const { areas } = useCommon();
  const area = areaOf(useMe().role) === 'desk' ? 'desk' : 'prefecture';
  const [year, setYear] = useState(fiscalYearOf(useToday() as LocalDate));
  const [walked, setWalked] = useState<readonly string[]>([]);
  const query = useAsk(WagePlans, { fiscalYear: year, first: TAKE, after: walked.at(-1) ?? null });
  const turn = (by: number) => {
    setWalked([]);
    setYear(year + by);
  };
  const yen = (value: number | null) => (value === null ? '–' : formatYen(value));
  return (
    <Page title={words.title(yearName(year))} area={areas[area]} lead={words.lead}>
      <div className="no-print mb-4 flex flex-wrap items-center gap-3">
        <Button look="secondary" onClick={() => turn(-1)}>
          {form.before}
        </Button>
        <Button look="secondary" onClick={() => turn(1)}>
          {form.after}
        </Button>
      </div>
      <Loaded query={query}>
        {({ wagePlans: { items, totalItems, ...place } }) =>
          totalItems === 0 ? (
            <Empty>{words.noneOf}</Empty>
          ) : (
            <>
              <ExportMenu list="wage-plans" variables={{ fiscalYear: year }} />
              <Table
                caption={words.title(yearName(year))}
                rows={items}
                keyOf={({ id }) => id}
                columns={[
                  {
                    heading: check.facility,
                    cell: ({ facility }) =>
                      area === 'desk' ? (
                        <PageLink to="/desk/wages/facility/$id" params={{ id: facility.id }}>
                          {facility.name}
                        </PageLink>
                      ) : (
                        facility.name
                      ),
                  },
                  {
                    heading: words.years,
                    cell: ({ fromYear, toYear, version }) =>
                      words.period(yearName(fromYear), yearName(toYear), version),
                  },
                  { heading: words.issues, cell: ({ issues }) => issues },
                  {
                    heading: words.targetAgainstActual,
                    cell: ({ years }) =>
                      years.map(({ fiscalYear, targetYen, monthYen }) => (
                        <p key={fiscalYear}>{words.yearLine(yearName(fiscalYear), yen(targetYen), yen(monthYen))}</p>
                      )),
                  },
                  {
                    heading: words.measures,
                    cell: ({ measures }) =>
                      measures.map(({ id, fiscalYear, measure }) => (
                        <p key={id}>{`${yearName(fiscalYear)}：${measure}`}</p>
                      )),
                  },
                ]}
              />
              <Pager walked={walked} take={TAKE} total={totalItems} place={place} onMove={setWalked} />
            </>
          )
        }
      </Loaded>
      <p className="mt-6">
        <PageLink to={WAGE_PATHS[area].list}>{check.to}</PageLink>
      </p>
    </Page>
  );
}
