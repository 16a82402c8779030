import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useToday } from '../../app/session.js';
import { Assignment } from '../../data/generated/assignment.js';
import { useAsk } from '../../data/use-ask.js';
import { PlaceList } from '../../delivery-places/place-list.js';
import { useDeliveryPlaceWords } from '../../delivery-places/words.js';
import { EnteredList } from '../../entering/entered-list.js';
import { Loaded } from '../../kit/loaded.js';
import { Message } from '../../kit/message.js';
import { Page } from '../../kit/page.js';
import { Facts, More, P, Section } from '../../kit/text.js';
import { forecastWords } from '../../wages/forecast-words.js';
import { useWageWords } from '../../wages/words.js';
import { useCommon } from '../../words/common/index.js';
import { formatDate, formatMoment, formatSen, formatUnits, formatYen } from '../../words/format.js';
import { JobState } from '../job-state.js';
import { useWorkName } from '../../words/work-name.js';
import { useFacilityWords } from '../words.js';
import { Files } from '../../kit/files.js';
import { AnswerOffer } from './answer-offer.js';
import { Changes } from './changes.js';
import type { Job } from './job.js';
import { Materials } from './materials.js';
import { MoreTime } from './more-time.js';
import { Questions } from './questions.js';
import { UndoAnswer } from './undo-answer.js';
import { Work } from './work.js';

export function JobPage() {
  const { id } = useParams({ from: '/inside/facility-area/facility/assignments/$id' });
  const query = useAsk(Assignment, { id });
  return <Loaded query={query}>{({ assignment }) => <JobView key={assignment.id} job={assignment} />}</Loaded>;
}

function JobView({ job }: { readonly job: Job }) {
  const { job: words } = useFacilityWords();
  const { areas } = useCommon();
  const isOffer = job.status === 'OFFERED';
  // Taken back, an offer is asked about as if it had never been answered.
  const [timesUndone, setTimesUndone] = useState(0);
  return (
    <Page
      title={isOffer ? `${words.offerTitle} ${job.orderTitle}` : job.orderTitle}
      area={areas.facility}
      lead={<JobState state={job.status} />}
    >
      <Ended job={job} />
      <Changes job={job} />
      <EnteredList entered={job.enteredFor} />
      <JobFacts job={job} />
      <MoreTime job={job} />
      <AnswerOffer key={timesUndone} job={job} />
      <UndoAnswer job={job} onUndone={() => setTimesUndone((times) => times + 1)} />
      <Work job={job} />
      <Materials job={job} />
      <Questions job={job} />
      <Team job={job} />
    </Page>
  );
}

function JobFacts({ job }: { readonly job: Job }) {
  const { job: words } = useFacilityWords();
  const placeWords = useDeliveryPlaceWords();
  const workName = useWorkName();
  const today = useToday();
  const { unit } = job.workType;
  return (
    <Section heading={words.facts}>
      <Facts
        items={[
          [words.desk, job.desk.name],
          [words.name, `${job.orderTitle}（${job.orderNumber}）`],
          [words.work, workName(job.workType)],
          [words.units, <strong key="units">{formatUnits(job.units, unit)}</strong>],
          [words.price, formatSen(job.unitPriceSen)],
          [words.amount, <strong key="amount">{formatYen(job.amountYen)}</strong>],
          [words.due, <strong key="due">{formatDate(job.dueOn, today)}</strong>],
          job.status === 'OFFERED' && job.answerBy !== null ? [words.answerBy, formatMoment(job.answerBy)] : null,
          job.stepCount > 1 ? [words.step, words.stepOf(job.stepPosition, job.stepCount)] : null,
          job.handOverTo === '' ? null : [words.handOver, `${job.handOverTo} ${job.handOverPlace}`.trim()],
          job.specification === '' ? null : [words.specification, job.specification],
          job.places.length === 0
            ? null
            : [placeWords.list, <PlaceList key="places" places={job.places} unit={unit} />],
        ]}
      />
      <WageOfJob forecast={job.wageForecast} />
      {job.attachments.length === 0 ? null : (
        <>
          <h3 className="mt-4">{words.files}</h3>
          <Files files={job.attachments} />
        </>
      )}
    </Section>
  );
}

/** What the work would add to the average wage of the facility, and what that assumes. */
function WageOfJob({ forecast }: { readonly forecast: Job['wageForecast'] }) {
  const words = useWageWords();
  if (forecast === null) return null;
  const { line, assumed } = forecastWords(words, forecast, forecast.basis);
  return (
    <>
      <P>{words.forecast.share(line)}</P>
      <More summary={words.forecast.assumedLabel}>
        <P>{assumed}</P>
      </More>
    </>
  );
}

function Ended({ job }: { readonly job: Job }) {
  const { job: words } = useFacilityWords();
  const { status } = job;
  if (status === 'PARTLY_ACCEPTED') {
    return <Message>{words.partWaiting(formatUnits(job.acceptedUnits ?? job.units, job.workType.unit))}</Message>;
  }
  if (!(status in words.ended)) return null;
  return <Message>{words.ended[status as keyof typeof words.ended]}</Message>;
}

function Team({ job }: { readonly job: Job }) {
  const { job: words, today: todayWords } = useFacilityWords();
  const today = useToday();
  if (job.team.length === 0) return null;
  return (
    <Section heading={words.team}>
      <ul className="grid gap-1">
        {job.team.map(({ facility, units, doneUnits, dueOn }) => (
          <li key={`${facility.id} ${dueOn}`}>
            <strong>{facility.name}</strong>{' '}
            {todayWords.progress(
              formatUnits(doneUnits, job.workType.unit),
              formatUnits(units, job.workType.unit),
              formatDate(dueOn, today),
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
