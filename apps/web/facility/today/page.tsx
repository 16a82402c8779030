import { useToday } from '../../app/session.js';
import { FacilityToday } from '../../data/generated/facility-today.js';
import type { FacilityTodayQuery } from '../../data/generated/types.js';
import { useAsk } from '../../data/use-ask.js';
import { Bar } from '../../kit/bar.js';
import { ButtonLink } from '../../kit/button.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Page } from '../../kit/page.js';
import { Card, P, Section } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { formatDate, formatMoment, formatUnits } from '../../words/format.js';
import { JobState } from '../job-state.js';
import { useWorkName } from '../../words/work-name.js';
import { useFacilityWords } from '../words.js';
import { Beginning } from './beginning.js';

type Job = FacilityTodayQuery['offers']['items'][number];
type Call = FacilityTodayQuery['calls']['items'][number];
type Working = FacilityTodayQuery['working']['items'][number];

/** Everything that waits for the facility; what it alone can settle comes first. */
export function FacilityTodayPage() {
  const { today: words } = useFacilityWords();
  const { areas } = useCommon();
  const today = useToday();
  const query = useAsk(FacilityToday, {});
  return (
    <Page title={words.title(formatDate(today))} area={areas.facility}>
      <Loaded query={query}>{(data) => <Groups data={data} />}</Loaded>
    </Page>
  );
}

function Groups({ data }: { readonly data: FacilityTodayQuery }) {
  const { today: words } = useFacilityWords();
  const calls = data.calls.items.filter(({ availableActions }) => availableActions.includes('answer'));
  const working = data.working.items;
  const asks = working.filter(
    ({ shareChanges, questions }) =>
      shareChanges.some(({ availableActions }) => availableActions.includes('agree')) ||
      questions.some(({ availableActions }) => availableActions.includes('answer')),
  );
  const late = working.filter((job) => !asks.includes(job) && job.forecast?.isLate === true);
  const rest = working.filter((job) => !asks.includes(job) && !late.includes(job));
  const isEmpty =
    data.offers.totalItems + data.toSettle.totalItems + data.working.totalItems + data.waiting.totalItems === 0 &&
    calls.length === 0;
  if (isEmpty)
    return (
      <>
        <Beginning />
        <Empty>{words.empty}</Empty>
      </>
    );
  return (
    <>
      <JobGroup heading={words.offers} jobs={data.offers.items} count={data.offers.totalItems} isToAnswer />
      <JobGroup heading={words.settle} jobs={data.toSettle.items} count={data.toSettle.totalItems} />
      <JobGroup heading={words.changes} jobs={asks} count={asks.length} />
      <CallGroup calls={calls} />
      <JobGroup heading={words.late} jobs={late} count={late.length} />
      <JobGroup heading={words.working} jobs={rest} count={data.working.totalItems - asks.length - late.length} />
      <JobGroup heading={words.waiting} jobs={data.waiting.items} count={data.waiting.totalItems} />
    </>
  );
}

function JobGroup({
  heading,
  jobs,
  count,
  isToAnswer = false,
}: {
  readonly heading: string;
  readonly jobs: readonly (Job | Working)[];
  readonly count: number;
  readonly isToAnswer?: boolean;
}) {
  if (jobs.length === 0) return null;
  return (
    <Section heading={`${heading}（${count}）`}>
      <ul className="grid gap-3">
        {jobs.map((job) => (
          <li key={job.id}>
            <JobRow job={job} isToAnswer={isToAnswer} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function JobRow({ job, isToAnswer }: { readonly job: Job | Working; readonly isToAnswer: boolean }) {
  const { today: words } = useFacilityWords();
  const workName = useWorkName();
  const today = useToday();
  const { unit } = job.workType;
  const [all, done, due] = [
    formatUnits(job.units, unit),
    formatUnits(job.doneUnits, unit),
    formatDate(job.dueOn, today),
  ];
  return (
    <Card className="grid gap-3 sm:grid-cols-[1fr_auto] sm:items-center">
      <div className="min-w-0">
        <p className="text-lg font-bold">{job.orderTitle}</p>
        <p className="mb-1 flex flex-wrap items-center gap-2">
          <JobState state={job.status} />
          <span>{workName(job.workType)}</span>
          <span className="text-quiet">{job.desk.name}</span>
        </p>
        {isToAnswer && job.answerBy !== null ? (
          <P>{words.offer(all, due, formatMoment(job.answerBy))}</P>
        ) : (
          <>
            <P>{words.progress(done, all, due)}</P>
            <Bar value={job.doneUnits} max={job.units} label={words.done(done, all)} />
          </>
        )}
      </div>
      <ButtonLink to="/facility/assignments/$id" params={{ id: job.id }} look={isToAnswer ? 'primary' : 'secondary'}>
        {isToAnswer ? words.answer(job.orderTitle) : words.open(job.orderTitle)}
      </ButtonLink>
    </Card>
  );
}

function CallGroup({ calls }: { readonly calls: readonly Call[] }) {
  const { today: words } = useFacilityWords();
  const workName = useWorkName();
  const today = useToday();
  if (calls.length === 0) return null;
  return (
    <Section heading={`${words.calls}（${calls.length}）`}>
      <ul className="grid gap-3">
        {calls.map(({ id, title, quantity, dueOn, closesAt, desk, workType }) => (
          <li key={id}>
            <Card className="grid gap-3 sm:grid-cols-[1fr_auto] sm:items-center">
              <div className="min-w-0">
                <p className="text-lg font-bold">{title}</p>
                <p>
                  {workName(workType)} <span className="text-quiet">{desk.name}</span>
                </p>
                <P>
                  {words.call(formatUnits(quantity, workType.unit), formatDate(dueOn, today), formatMoment(closesAt))}
                </P>
              </div>
              <ButtonLink to="/facility/calls/$id" params={{ id }}>
                {words.answer(title)}
              </ButtonLink>
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
}
