import { useState } from 'react';
import { useMe, areaOf } from '../app/session.js';
import { WageReturns } from '../data/generated/wage-returns.js';
import { useAsk } from '../data/use-ask.js';
import { ButtonLink, ButtonRow, PageLink } from '../kit/button.js';
import { Empty, Loaded } from '../kit/loaded.js';
import { Page } from '../kit/page.js';
import { yearName } from '../kit/report/report.js';
import { Pager, Table } from '../kit/table.js';
import { P, Section } from '../kit/text.js';
import { useCommon } from '../words/common/index.js';
import { formatYen } from '../words/format.js';
import { WAGE_PATHS } from './wage-paths.js';
import { useWageWords } from './words.js';
import { useLastYear } from './year-view.js';

const TAKE = 50;

/** Returns that wait to be checked by a desk or a prefecture, and who has sent none. */
export function WageReturnsPage() {
  const { check: words } = useWageWords();
  const { areas } = useCommon();
  const area = areaOf(useMe().role) === 'desk' ? 'desk' : 'prefecture';
  const year = useLastYear();
  const [walked, setWalked] = useState<readonly string[]>([]);
  const query = useAsk(WageReturns, {
    filter: { status: 'SUBMITTED' },
    fiscalYear: year,
    first: TAKE,
    after: walked.at(-1) ?? null,
  });
  return (
    <Page title={words.title} area={areas[area]} lead={words.lead}>
      <ButtonRow>
        <ButtonLink to={WAGE_PATHS[area].report} look="secondary">
          {words.report}
        </ButtonLink>
        <ButtonLink to={WAGE_PATHS[area].plans} look="secondary">
          {words.plans}
        </ButtonLink>
        {area === 'prefecture' ? (
          <ButtonLink to="/prefecture/wages/rules" look="secondary">
            {words.rules}
          </ButtonLink>
        ) : null}
      </ButtonRow>
      <Loaded query={query}>
        {({ wageReturns: { items, totalItems, ...place }, missingWageReturns: missing }) => (
          <>
            <Section heading={words.waiting}>
              {totalItems === 0 ? (
                <Empty>{words.none}</Empty>
              ) : (
                <>
                  <Table
                    caption={words.waiting}
                    rows={items}
                    keyOf={({ id }) => id}
                    columns={[
                      {
                        heading: words.facility,
                        cell: ({ id, facility }) => (
                          <PageLink to={WAGE_PATHS[area].one} params={{ id }}>
                            {facility.name}
                          </PageLink>
                        ),
                      },
                      { heading: words.year, cell: ({ fiscalYear }) => yearName(fiscalYear), isShort: true },
                      { heading: words.version, cell: ({ version }) => String(version), isNumber: true },
                      {
                        heading: words.month,
                        cell: ({ monthYen }) => (monthYen === null ? '' : formatYen(monthYen)),
                        isNumber: true,
                      },
                      {
                        heading: words.confirmed,
                        cell: ({ confirmedQuestions }) => String(confirmedQuestions.length),
                        isNumber: true,
                      },
                    ]}
                  />
                  <Pager walked={walked} take={TAKE} total={totalItems} place={place} onMove={setWalked} />
                </>
              )}
            </Section>
            <Section heading={words.missing(missing.totalItems, yearName(year))}>
              {missing.totalItems === 0 ? (
                <Empty>{words.noneMissing}</Empty>
              ) : area === 'desk' ? (
                <P>{words.enterFor}</P>
              ) : null}
              <ul className="grid gap-x-6 sm:grid-cols-2">
                {missing.items.map(({ id, name }) => (
                  <li key={id}>
                    {area === 'desk' ? (
                      <PageLink to="/desk/wages/facility/$id" params={{ id }}>
                        {name}
                      </PageLink>
                    ) : (
                      name
                    )}
                  </li>
                ))}
              </ul>
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}
