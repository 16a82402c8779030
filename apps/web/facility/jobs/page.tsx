import { useNavigate, useSearch } from '@tanstack/react-router';
import { useToday } from '../../app/session.js';
import { Assignments } from '../../data/generated/assignments.js';
import type { AssignmentState } from '../../data/generated/types.js';
import { useAsk } from '../../data/use-ask.js';
import { ButtonLink, PageLink } from '../../kit/button.js';
import { ExportMenu } from '../../kit/export-menu.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Page } from '../../kit/page.js';
import { Pager, Table } from '../../kit/table.js';
import { useCommon } from '../../words/common/index.js';
import { formatDate, formatUnits, formatYen } from '../../words/format.js';
import { plain } from '../../words/readings.js';
import { JobState } from '../job-state.js';
import { JOB_FILTERS, type JobFilter } from '../job-filters.js';
import { useFacilityWords } from '../words.js';

const TAKE = 50;
const STATES: Readonly<Record<JobFilter, readonly AssignmentState[] | null>> = {
  open: ['OFFERED', 'PARTLY_ACCEPTED', 'ACCEPTED', 'IN_PROGRESS', 'DELIVERED', 'INSPECTED', 'REWORK', 'STOPPING'],
  done: ['COMPLETED', 'DECLINED', 'EXPIRED', 'WITHDRAWN', 'CANCELLED'],
  all: null,
};

/** All jobs of the facility; what is shown stands in the address. */
export function JobsPage() {
  const { jobs: words } = useFacilityWords();
  const { areas } = useCommon();
  const { show = 'open', walked: joined = '' } = useSearch({ from: '/inside/facility-area/facility/assignments' });
  const navigate = useNavigate();
  const today = useToday();
  const walked = joined.split('.').filter((cursor) => cursor !== '');
  const filter = { statuses: STATES[show] };
  const query = useAsk(Assignments, { filter, first: TAKE, after: walked.at(-1) ?? null });
  return (
    <Page title={words.title} area={areas.facility}>
      <nav aria-label={plain(words.filter)} className="mb-4 flex flex-wrap gap-2">
        {JOB_FILTERS.map((each) => (
          <ButtonLink
            key={each}
            to="/facility/assignments"
            search={{ show: each }}
            look={each === show ? 'primary' : 'secondary'}
            aria-current={each === show ? 'page' : undefined}
          >
            {words.filters[each]}
          </ButtonLink>
        ))}
      </nav>
      <Loaded query={query}>
        {({ assignments: { items, totalItems, ...place } }) =>
          totalItems === 0 ? (
            <Empty>{show === 'all' ? words.empty : words.emptyFilter}</Empty>
          ) : (
            <>
              <Table
                caption={words.caption}
                rows={items}
                keyOf={({ id }) => id}
                columns={[
                  {
                    heading: words.name,
                    cell: ({ id, orderTitle }) => (
                      <PageLink to="/facility/assignments/$id" params={{ id }}>
                        {orderTitle}
                      </PageLink>
                    ),
                  },
                  { heading: words.number, cell: ({ orderNumber }) => orderNumber },
                  {
                    heading: words.units,
                    cell: ({ units, workType }) => formatUnits(units, workType.unit),
                    isNumber: true,
                  },
                  { heading: words.amount, cell: ({ amountYen }) => formatYen(amountYen), isNumber: true },
                  { heading: words.due, cell: ({ dueOn }) => formatDate(dueOn, today) },
                  { heading: words.state, cell: ({ status }) => <JobState state={status} /> },
                ]}
              />
              <Pager
                walked={walked}
                take={TAKE}
                total={totalItems}
                place={place}
                onMove={(next) =>
                  void navigate({ to: '/facility/assignments', search: { show, walked: next.join('.') } })
                }
              />
            </>
          )
        }
      </Loaded>
      <ExportMenu list="assignments" variables={{ filter }} />
    </Page>
  );
}
