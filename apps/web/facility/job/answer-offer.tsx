import { useState } from 'react';
import { useMe, useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { AcceptAssignment } from '../../data/generated/accept-assignment.js';
import { AcceptPartOfAssignment } from '../../data/generated/accept-part-of-assignment.js';
import { CounterAssignment } from '../../data/generated/counter-assignment.js';
import { DeclineAssignment } from '../../data/generated/decline-assignment.js';
import { PossibleUnits } from '../../data/generated/possible-units.js';
import { queryClient, useAsk } from '../../data/use-ask.js';
import { Button } from '../../kit/button.js';
import { RadioList } from '../../kit/choices.js';
import { DateField } from '../../kit/date-field.js';
import { NumberField, TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Done, Message } from '../../kit/message.js';
import { P, Section } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { formatDate, formatUnits, formatYen } from '../../words/format.js';
import { readSen, readWholeNumber } from '../../words/typed-numbers.js';
import { useFacilityWords } from '../words.js';
import type { Job } from './job.js';

type Choice = 'accept' | 'acceptPart' | 'counter' | 'decline';

interface Values {
  choice: Choice | '';
  partUnits: string;
  partReason: string;
  counterUnits: string;
  counterDueOn: string;
  counterPrice: string;
  counterReason: string;
  declineReason: string;
}

/**
 * Yes, a part, other terms, or no. What was chosen is looked at before it is sent: it binds.
 */
export function AnswerOffer({ job }: { readonly job: Job }) {
  const { job: words } = useFacilityWords();
  const [said, setSaid] = useState<string | null>(null);
  const isOpen = job.availableActions.includes('accept');
  if (said !== null) {
    return (
      <Section heading={words.choice}>
        <Done takesFocus>{said}</Done>
      </Section>
    );
  }
  if (!isOpen) return null;
  return (
    <Section heading={words.choice} id="answer">
      <Fits job={job} />
      <AnswerForm job={job} onSaid={setSaid} />
    </Section>
  );
}

/** Whether the job still fits in with what the facility has promised. */
function Fits({ job }: { readonly job: Job }) {
  const { job: words } = useFacilityWords();
  const me = useMe();
  const today = useToday();
  const { data } = useAsk(PossibleUnits, {
    facilityId: me.organisationId,
    workTypeCode: job.workType.code,
    dueOn: job.dueOn,
  });
  const possible = data?.facility.possibleUnits;
  if (possible === undefined || possible === null) return null;
  const units = formatUnits(Math.floor(possible), job.workType.unit);
  const due = formatDate(job.dueOn, today);
  return possible >= job.units ? (
    <Message>{words.fits(units, due)}</Message>
  ) : (
    <Message kind="warning">{words.fitsNot(units, due)}</Message>
  );
}

function AnswerForm({ job, onSaid }: { readonly job: Job; readonly onSaid: (sentence: string) => void }) {
  const { job: words } = useFacilityWords();
  const today = useToday();
  const { units: unitWords } = useCommon();
  const [isChecking, setIsChecking] = useState(false);
  const { unit } = job.workType;
  const units = formatUnits(job.units, unit);
  const due = formatDate(job.dueOn, today);
  const filling = useFilling<Values>({
    draftKey: `answer:${job.id}`,
    defaultValues: {
      choice: '',
      partUnits: '',
      partReason: '',
      counterUnits: '',
      counterDueOn: job.dueOn,
      counterPrice: '',
      counterReason: '',
      declineReason: '',
    },
    send: async (values, idempotencyKey) => {
      if (!isChecking) {
        setIsChecking(true);
        return;
      }
      const sentence = await send(job, values, idempotencyKey, words);
      onSaid(sentence);
      await queryClient.invalidateQueries();
    },
  });
  const values = filling.form.watch();
  if (isChecking && values.choice !== '') {
    const check = {
      accept: words.checkAccept(units, due, formatYen(job.amountYen)),
      acceptPart: words.checkPart(formatUnits(readWholeNumber(values.partUnits) ?? 0, unit)),
      counter: words.checkCounter,
      decline: words.checkDecline,
    }[values.choice];
    return (
      <Form
        filling={filling}
        submitLabel={submitLabelOf(values.choice, units, words)}
        others={
          <Button look="secondary" onClick={() => setIsChecking(false)}>
            {words.checkBack}
          </Button>
        }
      >
        <h3>{words.checkTitle}</h3>
        <Message kind="warning">
          <P className="text-lg font-bold">{check}</P>
        </Message>
      </Form>
    );
  }
  return (
    <Form filling={filling} submitLabel={submitLabelOf(values.choice, units, words)}>
      <RadioList
        name="choice"
        label={words.choice}
        choices={[
          { value: 'accept', label: words.accept, hint: words.acceptHint(units, due) },
          {
            value: 'acceptPart',
            label: words.part,
            hint: words.partHint,
            more: (
              <>
                <NumberField name="partUnits" label={words.partUnits} unit={unit} min={1} max={job.units - 1} />
                <TextField name="partReason" label={words.reason} hint={words.reasonHint} />
              </>
            ),
          },
          {
            value: 'counter',
            label: words.counter,
            hint: words.counterHint,
            more: (
              <>
                <NumberField
                  name="counterUnits"
                  label={words.wantedUnits}
                  unit={unit}
                  min={1}
                  max={job.units}
                  isOptional
                />
                <DateField name="counterDueOn" label={words.wantedDue} today={today} min={today} />
                <NumberField name="counterPrice" label={words.wantedPrice} unit={unitWords.yen} as="sen" isOptional />
                <TextField name="counterReason" label={words.reason} hint={words.reasonHint} />
              </>
            ),
          },
          {
            value: 'decline',
            label: words.decline,
            hint: words.declineHint,
            more: <TextField name="declineReason" label={words.reason} hint={words.reasonHint} />,
          },
        ]}
      />
    </Form>
  );
}

function submitLabelOf(choice: Choice | '', units: string, words: ReturnType<typeof useFacilityWords>['job']): string {
  switch (choice) {
    case 'accept':
      return words.submitAccept(units);
    case 'acceptPart':
      return words.submitPart;
    case 'counter':
      return words.submitCounter;
    case 'decline':
      return words.submitDecline;
    case '':
      return words.submitNone;
  }
}

/** @returns what to say to the person afterwards */
async function send(
  job: Job,
  values: Values,
  idempotencyKey: string,
  words: ReturnType<typeof useFacilityWords>['job'],
): Promise<string> {
  const base = { assignmentId: job.id, idempotencyKey };
  switch (values.choice) {
    case 'accept':
      await ask(AcceptAssignment, { input: base });
      return words.accepted;
    case 'acceptPart':
      await ask(AcceptPartOfAssignment, {
        input: { ...base, units: readWholeNumber(values.partUnits) ?? 0, reason: values.partReason },
      });
      return words.saidPart;
    case 'counter':
      await ask(CounterAssignment, {
        input: {
          ...base,
          units: readWholeNumber(values.counterUnits),
          dueOn: values.counterDueOn === job.dueOn ? null : values.counterDueOn,
          unitPriceSen: readSen(values.counterPrice),
          reason: values.counterReason,
        },
      });
      return words.saidCounter;
    case 'decline':
      await ask(DeclineAssignment, { input: { ...base, reason: values.declineReason } });
      return words.saidDecline;
    case '':
      return '';
  }
}
