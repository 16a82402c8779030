import { useNavigate, useSearch } from '@tanstack/react-router';
import { useToday } from '../../../app/session.js';
import { ask } from '../../../data/ask.js';
import { OpenCall } from '../../../data/generated/open-call.js';
import { SplitOrder } from '../../../data/generated/split-order.js';
import { queryClient, useAsk } from '../../../data/use-ask.js';
import { CheckField } from '../../../kit/choices.js';
import { DateField } from '../../../kit/date-field.js';
import { NumberField, TextField } from '../../../kit/fields.js';
import { useFilling } from '../../../kit/filling.js';
import { Form } from '../../../kit/form.js';
import { Message } from '../../../kit/message.js';
import { Page } from '../../../kit/page.js';
import { P } from '../../../kit/text.js';
import { useCommon } from '../../../words/common/index.js';
import { addDays } from '../../../words/format.js';
import { currentLanguage } from '../../../words/language.js';
import { readWholeNumber } from '../../../words/typed-numbers.js';
import { useCallWords } from '../words.js';

/** When a call ends on its day: at the end of a working day in Japan. */
const CLOSING_TIME = 'T17:00:00+09:00';
const USUAL_DAYS = 3;

/** Asks all that take the work of a step at once. */
export function NewCallPage() {
  const { fresh: words } = useCallWords();
  const { areas } = useCommon();
  const { step: stepId, order: orderId } = useSearch({ from: '/inside/desk-area/desk/calls/new' });
  const { data } = useAsk(SplitOrder, { id: orderId ?? '' }, { isWanted: orderId !== undefined });
  const step = data?.workOrder.lines.flatMap(({ steps }) => steps).find(({ id }) => id === stepId);
  return (
    <Page title={words.title} area={areas.desk} isNarrow>
      {stepId === undefined ? (
        <Message>{words.noStep}</Message>
      ) : (
        <>
          {data && step ? (
            <P className="mb-2 font-bold">
              {words.about(
                `${data.workOrder.number} ${data.workOrder.title}`,
                currentLanguage() === 'en' ? step.workType.nameEn : step.workType.nameJa,
              )}
            </P>
          ) : null}
          <P>{words.lead}</P>
          <CallForm key={stepId} stepId={stepId} unit={step?.workType.unit ?? ''} />
        </>
      )}
    </Page>
  );
}

function CallForm({ stepId, unit }: { readonly stepId: string; readonly unit: string }) {
  const { fresh: words } = useCallWords();
  const today = useToday();
  const navigate = useNavigate();
  const filling = useFilling({
    draftKey: `call:${stepId}`,
    defaultValues: {
      title: '',
      quantity: '',
      dueOn: '',
      closesOn: addDays(today, USUAL_DAYS),
      note: '',
      isClosedWhenEnough: false,
    },
    send: async ({ title, quantity, dueOn, closesOn, note, isClosedWhenEnough }, idempotencyKey) => {
      const { openCall } = await ask(OpenCall, {
        input: {
          stepId,
          title: title.trim() === '' ? null : title,
          quantity: readWholeNumber(quantity),
          dueOn: dueOn === '' ? null : dueOn,
          closesAt: `${closesOn}${CLOSING_TIME}`,
          note,
          isClosedWhenEnough,
          idempotencyKey,
        },
      });
      await queryClient.invalidateQueries();
      await navigate({ to: '/desk/calls/$id', params: { id: openCall.call.id } });
    },
  });
  return (
    <Form filling={filling} submitLabel={words.submit}>
      <DateField name="closesOn" label={words.closes} hint={words.closesHint} today={today} min={today} />
      <NumberField name="quantity" label={words.quantity} hint={words.quantityHint} unit={unit} min={1} isOptional />
      <DateField name="dueOn" label={words.due} hint={words.dueHint} today={today} min={today} isOptional />
      <TextField name="title" label={words.name} hint={words.nameHint} isOptional />
      <TextField name="note" label={words.note} rows={4} isOptional />
      <CheckField name="isClosedWhenEnough" label={words.enough} />
    </Form>
  );
}
