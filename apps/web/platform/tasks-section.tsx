import { useState } from 'react';
import { ask } from '../data/ask.js';
import { RetryEvents } from '../data/generated/retry-events.js';
import { SetAsideTasks } from '../data/generated/set-aside-tasks.js';
import { useAsk } from '../data/use-ask.js';
import { useAct } from '../kit/act.js';
import { Button } from '../kit/button.js';
import { Empty, Loaded } from '../kit/loaded.js';
import { Done, FaultMessage } from '../kit/message.js';
import { Pager, Table } from '../kit/table.js';
import { P, Section } from '../kit/text.js';
import { formatMoment } from '../words/format.js';
import { usePlatformWords } from './words.js';

const TAKE = 50;

/** What was to follow and failed by itself, again and again. */
export function TasksSection() {
  const { tasks: words } = usePlatformWords();
  const [walked, setWalked] = useState<readonly string[]>([]);
  const query = useAsk(SetAsideTasks, { first: TAKE, after: walked.at(-1) ?? null });
  const act = useAct();
  const [isRetried, setIsRetried] = useState(false);
  const retry = async (eventId: string | null) =>
    act.run(async () => {
      await ask(RetryEvents, { input: { eventId } });
      setIsRetried(true);
    });
  return (
    <Section heading={words.title} id="tasks">
      <P className="mb-3">{words.lead}</P>
      {isRetried ? <Done>{words.retried}</Done> : null}
      {act.fault === null ? null : <FaultMessage error={act.fault} />}
      <Loaded query={query}>
        {({ setAsideTasks: { items, totalItems, ...place } }) =>
          totalItems === 0 ? (
            <Empty>{words.empty}</Empty>
          ) : (
            <>
              <Table
                caption={words.caption}
                rows={items}
                keyOf={({ eventId, consumer }) => `${eventId} ${consumer}`}
                columns={[
                  { heading: words.what, cell: ({ eventName }) => eventName },
                  { heading: words.part, cell: ({ consumer }) => consumer },
                  { heading: words.cause, cell: ({ cause }) => <span className="break-all">{cause}</span> },
                  { heading: words.failures, cell: ({ failures }) => words.times(failures), isNumber: true },
                  { heading: words.when, cell: ({ setAsideAt }) => formatMoment(setAsideAt) },
                  {
                    heading: words.action,
                    cell: ({ eventId, eventName }) => (
                      <Button look="quiet" isOff={act.isUnderWay} onClick={() => void retry(eventId)}>
                        {words.retry(eventName)}
                      </Button>
                    ),
                  },
                ]}
              />
              <Pager walked={walked} take={TAKE} total={totalItems} place={place} onMove={setWalked} />
              <div className="mt-4">
                <Button look="secondary" isOff={act.isUnderWay} onClick={() => void retry(null)}>
                  {words.retryAll}
                </Button>
              </div>
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
