import { useNavigate, useSearch } from '@tanstack/react-router';
import { useToday } from '../../../app/session.js';
import { DeskCalls } from '../../../data/generated/desk-calls.js';
import type { CallState as State } from '../../../data/generated/types.js';
import { useAsk } from '../../../data/use-ask.js';
import { ButtonLink, PageLink } from '../../../kit/button.js';
import { Empty, Loaded } from '../../../kit/loaded.js';
import { Page } from '../../../kit/page.js';
import { Pager, Table } from '../../../kit/table.js';
import { P } from '../../../kit/text.js';
import { useCommon } from '../../../words/common/index.js';
import { formatDate, formatMoment, formatUnits } from '../../../words/format.js';
import { currentLanguage } from '../../../words/language.js';
import { plain } from '../../../words/readings.js';
import { CALL_FILTERS, type CallFilter } from '../call-filters.js';
import { CallState } from '../call-state.js';
import { useCallWords } from '../words.js';

const TAKE = 50;
const STATES: Readonly<Record<CallFilter, readonly State[] | null>> = {
  open: ['OPEN'],
  closed: ['CLOSED', 'USED', 'CANCELLED'],
  all: null,
};

/** All calls of the desk; what is shown stands in the address. */
export function CallsPage() {
  const { list: words } = useCallWords();
  const { areas } = useCommon();
  const { show = 'open', walked: joined = '' } = useSearch({ from: '/inside/desk-area/desk/calls' });
  const navigate = useNavigate();
  const today = useToday();
  const walked = joined.split('.').filter((cursor) => cursor !== '');
  const query = useAsk(DeskCalls, { filter: { statuses: STATES[show] }, first: TAKE, after: walked.at(-1) ?? null });
  return (
    <Page title={words.title} area={areas.desk}>
      <P className="mb-4">{words.lead}</P>
      <nav aria-label={plain(words.filter)} className="mb-4 flex flex-wrap gap-2">
        {CALL_FILTERS.map((each) => (
          <ButtonLink
            key={each}
            to="/desk/calls"
            search={{ show: each }}
            look={each === show ? 'primary' : 'secondary'}
            aria-current={each === show ? 'page' : undefined}
          >
            {words.filters[each]}
          </ButtonLink>
        ))}
      </nav>
      <Loaded query={query}>
        {({ calls: { items, totalItems, ...place } }) =>
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
                    cell: ({ id, title }) => (
                      <PageLink to="/desk/calls/$id" params={{ id }}>
                        {title}
                      </PageLink>
                    ),
                  },
                  {
                    heading: words.work,
                    cell: ({ workType }) => (currentLanguage() === 'en' ? workType.nameEn : workType.nameJa),
                  },
                  {
                    heading: words.quantity,
                    cell: ({ quantity, workType }) => formatUnits(quantity, workType.unit),
                    isNumber: true,
                  },
                  { heading: words.due, cell: ({ dueOn }) => formatDate(dueOn, today) },
                  { heading: words.closes, cell: ({ closesAt }) => formatMoment(closesAt) },
                  {
                    heading: words.answers,
                    cell: ({ called, responses }) =>
                      words.answered(
                        responses.filter(({ status }) => status === 'CAN' || status === 'CANNOT').length,
                        called.length,
                      ),
                  },
                  { heading: words.state, cell: ({ status }) => <CallState state={status} /> },
                ]}
              />
              <Pager
                walked={walked}
                take={TAKE}
                total={totalItems}
                place={place}
                onMove={(next) => void navigate({ to: '/desk/calls', search: { show, walked: next.join('.') } })}
              />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
