import { useState } from 'react';
import { useToday } from '../app/session.js';
import { ask } from '../data/ask.js';
import { Activities } from '../data/generated/activities.js';
import { RemoveActivity } from '../data/generated/remove-activity.js';
import type { ActivitiesQuery } from '../data/generated/types.js';
import { useAsk } from '../data/use-ask.js';
import { FormDialog } from '../kit/form-dialog.js';
import { Empty, Loaded } from '../kit/loaded.js';
import { Page } from '../kit/page.js';
import { Pager, Table } from '../kit/table.js';
import { P, Section } from '../kit/text.js';
import { useCommon } from '../words/common/index.js';
import { formatDate, formatNumber } from '../words/format.js';
import { ActivityDialog } from './activity-dialog.js';
import { ActivityReportSection } from './activity-report.js';
import { useWageWords } from './words.js';

type Activity = ActivitiesQuery['activities']['items'][number];
const TAKE = 50;

/** What the desk did besides orders, and how much of it by year. */
export function ActivitiesPage() {
  const { activities: words } = useWageWords();
  const { areas } = useCommon();
  const today = useToday();
  const [walked, setWalked] = useState<readonly string[]>([]);
  const query = useAsk(Activities, { filter: null, first: TAKE, after: walked.at(-1) ?? null });
  return (
    <Page title={words.title} area={areas.desk} lead={words.lead}>
      <Loaded query={query}>
        {({ activities: { items, totalItems, ...place }, activityThemes }) => (
          <>
            <ActivityDialog themes={activityThemes} activity={null} />
            <Section heading={words.listHeading}>
              {totalItems === 0 ? (
                <Empty>{words.empty}</Empty>
              ) : (
                <>
                  <Table
                    caption={words.listHeading}
                    rows={items}
                    keyOf={({ id }) => id}
                    columns={[
                      { heading: words.heldOn, cell: ({ heldOn }) => formatDate(heldOn, today), isShort: true },
                      { heading: words.kind, cell: ({ kind }) => words.kinds[kind], isShort: true },
                      { heading: words.name, cell: ({ title }) => title },
                      { heading: words.theme, cell: ({ theme }) => theme },
                      { heading: words.times, cell: ({ times }) => formatNumber(times), isNumber: true },
                      { heading: words.people, cell: ({ people }) => formatNumber(people), isNumber: true },
                      {
                        heading: words.facilities,
                        cell: ({ facilities }) => facilities.map(({ name }) => name).join('、'),
                      },
                      {
                        heading: words.edit,
                        cell: (activity) => (
                          <>
                            <ActivityDialog themes={activityThemes} activity={activity} />
                            <Remove activity={activity} />
                          </>
                        ),
                      },
                    ]}
                  />
                  <Pager walked={walked} take={TAKE} total={totalItems} place={place} onMove={setWalked} />
                </>
              )}
            </Section>
          </>
        )}
      </Loaded>
      <ActivityReportSection />
    </Page>
  );
}

function Remove({ activity: { id, title } }: { readonly activity: Activity }) {
  const { activities: words } = useWageWords();
  return (
    <FormDialog
      label={words.remove}
      about={title}
      look="quiet"
      title={words.remove}
      submitLabel={words.remove}
      submitLook="danger"
      done={words.removed}
      defaultValues={{}}
      send={async () => ask(RemoveActivity, { input: { activityId: id } })}
    >
      <P>{words.removeAsk}</P>
    </FormDialog>
  );
}
