import { ask } from '../../data/ask.js';
import { AnswerOccurrences } from '../../data/generated/answer-occurrences.js';
import { ComingDates } from '../../data/generated/coming-dates.js';
import { useAsk } from '../../data/use-ask.js';
import { ButtonRow } from '../../kit/button.js';
import { ConfirmAct } from '../../kit/confirm-act.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Page } from '../../kit/page.js';
import { Table } from '../../kit/table.js';
import { P, Section } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { formatDate, formatSen, formatUnits } from '../../words/format.js';
import { useComingWords } from './words.js';

/** Dates of work that comes again: what the facility is asked about, and what it has agreed to. */
export function ComingPage() {
  const words = useComingWords();
  const { areas } = useCommon();
  const query = useAsk(ComingDates, {});
  return (
    <Page title={words.title} area={areas.facility}>
      <Loaded query={query}>
        {({ comingDates }) =>
          comingDates.length === 0 ? (
            <Empty>{words.empty}</Empty>
          ) : (
            [...new Set(comingDates.map(({ standingOrderId }) => standingOrderId))].map((standingOrderId) => {
              const dates = comingDates.filter((date) => date.standingOrderId === standingOrderId);
              const asked = dates.filter(({ status }) => status === 'OFFERED').length;
              return (
                <Section key={standingOrderId} heading={dates[0]?.title ?? ''}>
                  {asked === 0 ? null : <Answer standingOrderId={standingOrderId} asked={asked} />}
                  <Table
                    caption={words.caption}
                    rows={dates}
                    keyOf={({ shareId }) => shareId}
                    columns={[
                      { heading: words.date, isShort: true, cell: ({ dueOn }) => formatDate(dueOn) },
                      { heading: words.work, cell: ({ workTypeName }) => workTypeName },
                      { heading: words.site, cell: ({ siteName }) => siteName },
                      { heading: words.units, isNumber: true, cell: ({ units, unit }) => formatUnits(units, unit) },
                      {
                        heading: words.price,
                        isNumber: true,
                        cell: ({ facilityUnitPriceSen }) => formatSen(facilityUnitPriceSen),
                      },
                      {
                        heading: words.state,
                        isShort: true,
                        cell: ({ status }) => (status === 'OFFERED' ? words.asked : words.agreed),
                      },
                    ]}
                  />
                </Section>
              );
            })
          )
        }
      </Loaded>
    </Page>
  );
}

function Answer({ standingOrderId, asked }: { readonly standingOrderId: string; readonly asked: number }) {
  const words = useComingWords();
  const answer = (isYes: boolean) => async (idempotencyKey: string) => {
    await ask(AnswerOccurrences, { input: { standingOrderId, isYes, idempotencyKey } });
  };
  return (
    <>
      <P>{words.question(asked)}</P>
      <ButtonRow>
        <ConfirmAct label={words.yes} title={words.yes} confirmLabel={words.yes} run={answer(true)}>
          <P>{words.yesLead(asked)}</P>
        </ConfirmAct>
        <ConfirmAct label={words.no} look="secondary" title={words.no} confirmLabel={words.no} run={answer(false)}>
          <P>{words.noLead(asked)}</P>
        </ConfirmAct>
      </ButtonRow>
    </>
  );
}
