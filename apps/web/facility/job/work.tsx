import { useState } from 'react';
import { useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { HandBackAssignment } from '../../data/generated/hand-back-assignment.js';
import { ReportProgress } from '../../data/generated/report-progress.js';
import { queryClient } from '../../data/use-ask.js';
import { Bar } from '../../kit/bar.js';
import { NumberField, TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Done, Message } from '../../kit/message.js';
import { More, P, Section } from '../../kit/text.js';
import { formatDate, formatMoment, formatUnits } from '../../words/format.js';
import { readWholeNumber } from '../../words/typed-numbers.js';
import { useFacilityWords } from '../words.js';
import { Deliver } from './deliver.js';
import type { Job } from './job.js';

/** What is done from the yes to the last delivery. */
export function Work({ job }: { readonly job: Job }) {
  return (
    <>
      <Progress job={job} />
      <Deliver job={job} />
      {job.availableActions.includes('handBack') ? <HandBack job={job} /> : null}
    </>
  );
}

function Progress({ job }: { readonly job: Job }) {
  const { job: words, today: todayWords } = useFacilityWords();
  const today = useToday();
  const { unit } = job.workType;
  const canReport = job.availableActions.includes('reportProgress');
  if (!canReport && job.progressReports.length === 0) return null;
  const [done, all] = [formatUnits(job.doneUnits, unit), formatUnits(job.units, unit)];
  const { forecast } = job;
  return (
    <Section heading={words.progress} id="progress">
      <P>{todayWords.done(done, all)}</P>
      <Bar value={job.doneUnits} max={job.units} label={todayWords.done(done, all)} />
      {forecast?.finishOn ? (
        <Message kind={forecast.isLate ? 'warning' : 'info'}>
          {(forecast.isLate ? words.forecastLate : words.forecast)(formatDate(forecast.finishOn, today))}
        </Message>
      ) : null}
      {canReport ? <ProgressForm job={job} /> : null}
      {job.progressReports.length === 0 ? null : (
        <More summary={words.reports}>
          <ul>
            {job.progressReports.map(({ id, doneUnits, note, reportedAt }) => (
              <li key={id}>
                {formatMoment(reportedAt)} <strong>{formatUnits(doneUnits, unit)}</strong> {note}
              </li>
            ))}
          </ul>
        </More>
      )}
    </Section>
  );
}

function ProgressForm({ job }: { readonly job: Job }) {
  const { job: words } = useFacilityWords();
  const [isSaid, setIsSaid] = useState(false);
  const filling = useFilling<{ doneUnits: string; progressNote: string }>({
    draftKey: `progress:${job.id}`,
    defaultValues: { doneUnits: '', progressNote: '' },
    send: async ({ doneUnits, progressNote }, idempotencyKey) => {
      const input = {
        assignmentId: job.id,
        idempotencyKey,
        doneUnits: readWholeNumber(doneUnits) ?? 0,
        note: progressNote,
      };
      await ask(ReportProgress, { input });
      filling.form.reset({ doneUnits: '', progressNote: '' });
      setIsSaid(true);
      await queryClient.invalidateQueries();
    },
  });
  return (
    <>
      {isSaid ? <Done>{words.reported}</Done> : null}
      <Form filling={filling} submitLabel={words.reportProgress} label={words.progress}>
        <NumberField name="doneUnits" label={words.doneSoFar} unit={job.workType.unit} max={job.units} />
        <TextField name="progressNote" label={words.note} isOptional />
      </Form>
    </>
  );
}

function HandBack({ job }: { readonly job: Job }) {
  const { job: words } = useFacilityWords();
  const filling = useFilling<{ backUnits: string; backReason: string }>({
    draftKey: `hand-back:${job.id}`,
    defaultValues: { backUnits: '', backReason: '' },
    send: async ({ backUnits, backReason }, idempotencyKey) => {
      const input = {
        assignmentId: job.id,
        idempotencyKey,
        units: readWholeNumber(backUnits) ?? 0,
        reason: backReason,
      };
      await ask(HandBackAssignment, { input });
      setIsSaid(true);
      await queryClient.invalidateQueries();
    },
  });
  const [isSaid, setIsSaid] = useState(false);
  return (
    <Section heading={words.handBack} id="hand-back">
      <P>{words.handBackLead}</P>
      {isSaid ? (
        <Done takesFocus>{words.handedBack}</Done>
      ) : (
        <More summary={words.handBack}>
          <Form filling={filling} submitLabel={words.submitHandBack} submitLook="danger" label={words.handBack}>
            <NumberField
              name="backUnits"
              label={words.handBackUnits}
              unit={job.workType.unit}
              min={1}
              max={job.units - job.doneUnits}
            />
            <TextField name="backReason" label={words.reason} />
          </Form>
        </More>
      )}
    </Section>
  );
}
