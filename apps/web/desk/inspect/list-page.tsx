import { useNavigate, useSearch } from '@tanstack/react-router';
import { useToday } from '../../app/session.js';
import { DeliveriesToInspect } from '../../data/generated/deliveries-to-inspect.js';
import { useAsk } from '../../data/use-ask.js';
import { ButtonLink } from '../../kit/button.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Page } from '../../kit/page.js';
import { Pager } from '../../kit/table.js';
import { Card, P } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { dayOf, formatDate, formatUnits } from '../../words/format.js';
import { useInspectWords } from './words.js';

const TAKE = 50;

/** What was handed over and nobody has looked at, the oldest first. */
export function InspectListPage() {
  const words = useInspectWords();
  const { areas } = useCommon();
  const today = useToday();
  const navigate = useNavigate();
  const { walked: joined = '' } = useSearch({ from: '/inside/desk-area/desk/inspect' });
  const walked = joined.split('.').filter((cursor) => cursor !== '');
  const query = useAsk(DeliveriesToInspect, { first: TAKE, after: walked.at(-1) ?? null });
  return (
    <Page title={words.title} area={areas.desk} isNarrow>
      <Loaded query={query}>
        {({ deliveriesToInspect: { items, totalItems, ...place } }) =>
          totalItems === 0 ? (
            <Empty>{words.empty}</Empty>
          ) : (
            <>
              <ul className="grid gap-3">
                {items.map(({ id, units, deliveredAt, assignment }) => {
                  const row = words.row(
                    assignment.facility.name,
                    formatUnits(units, assignment.workType.unit),
                    formatDate(dayOf(deliveredAt), today),
                  );
                  return (
                    <li key={id}>
                      <Card className="grid gap-2 sm:grid-cols-[1fr_auto] sm:items-center">
                        <div className="min-w-0">
                          <p className="font-bold">
                            {assignment.orderNumber} {assignment.orderTitle}
                          </p>
                          <P>{row}</P>
                        </div>
                        <ButtonLink to="/desk/inspect/$deliveryId" params={{ deliveryId: id }}>
                          {words.inspect}
                          <span className="sr-only">{`（${assignment.orderTitle} ${row}）`}</span>
                        </ButtonLink>
                      </Card>
                    </li>
                  );
                })}
              </ul>
              <Pager
                walked={walked}
                take={TAKE}
                total={totalItems}
                place={place}
                onMove={(next) => void navigate({ to: '/desk/inspect', search: { walked: next.join('.') } })}
              />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
