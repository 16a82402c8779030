import { useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { AnswerShareChange } from '../../data/generated/answer-share-change.js';
import { ConfirmStop } from '../../data/generated/confirm-stop.js';
import { queryClient } from '../../data/use-ask.js';
import { useAct } from '../../kit/act.js';
import { Button, ButtonRow } from '../../kit/button.js';
import { NumberField, TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { FaultMessage } from '../../kit/message.js';
import { More, P, Section } from '../../kit/text.js';
import { formatDate, formatUnits } from '../../words/format.js';
import { readWholeNumber } from '../../words/typed-numbers.js';
import { useFacilityWords } from '../words.js';
import type { Job } from './job.js';

/** What the desk asks of a job that is under way: to be smaller or earlier, to end, to be done again. */
export function Changes({ job }: { readonly job: Job }) {
  const { job: words } = useFacilityWords();
  const today = useToday();
  const { unit } = job.workType;
  const open = job.shareChanges.filter(({ availableActions }) => availableActions.includes('agree'));
  return (
    <>
      {job.availableActions.includes('confirmStop') ? <Stop job={job} /> : null}
      {open.map((change) => (
        <Change key={change.id} job={job} change={change} />
      ))}
      {job.status === 'REWORK' && job.returnedWork.length > 0 ? (
        <Section heading={words.returned}>
          <ul className="grid gap-2">
            {job.returnedWork.map(({ id, units, toRedo, reworkDueOn }) => (
              <li key={id}>
                <strong>{words.returnedFact(formatUnits(units, unit), formatDate(reworkDueOn, today))}</strong> {toRedo}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

function Change({ job, change }: { readonly job: Job; readonly change: Job['shareChanges'][number] }) {
  const { job: words } = useFacilityWords();
  const today = useToday();
  const act = useAct();
  const filling = useFilling<{ refuseReason: string }>({
    defaultValues: { refuseReason: '' },
    send: async ({ refuseReason }, idempotencyKey) => {
      const input = { shareChangeId: change.id, idempotencyKey, isAgreed: false, reason: refuseReason };
      await ask(AnswerShareChange, { input });
      await queryClient.invalidateQueries();
    },
  });
  const agree = async () =>
    act.run(async (idempotencyKey) => {
      await ask(AnswerShareChange, { input: { shareChangeId: change.id, idempotencyKey, isAgreed: true } });
    });
  const units = change.units === null ? words.same : formatUnits(change.units, job.workType.unit);
  const due = change.dueOn === null ? words.same : formatDate(change.dueOn, today);
  return (
    <Section heading={words.change}>
      <P className="text-lg font-bold">{words.changeTo(units, due)}</P>
      <p>{change.reason}</p>
      {act.fault === null ? null : <FaultMessage error={act.fault} />}
      <ButtonRow>
        <Button isOff={act.isUnderWay} onClick={() => void agree()}>
          {words.agree}
        </Button>
      </ButtonRow>
      <More summary={words.refuse}>
        <Form filling={filling} submitLabel={words.refuse} submitLook="secondary" label={words.refuse}>
          <TextField name="refuseReason" label={words.refuseReason} />
        </Form>
      </More>
    </Section>
  );
}

function Stop({ job }: { readonly job: Job }) {
  const { job: words } = useFacilityWords();
  const filling = useFilling<{ stopUnits: string }>({
    defaultValues: { stopUnits: '' },
    send: async ({ stopUnits }, idempotencyKey) => {
      const input = { assignmentId: job.id, idempotencyKey, doneUnits: readWholeNumber(stopUnits) ?? 0 };
      await ask(ConfirmStop, { input });
      await queryClient.invalidateQueries();
    },
  });
  return (
    <Section heading={words.stop}>
      <P>{words.stopLead}</P>
      <Form filling={filling} submitLabel={words.submitStop} label={words.stop}>
        <NumberField name="stopUnits" label={words.stopUnits} unit={job.workType.unit} max={job.units} />
      </Form>
    </Section>
  );
}
