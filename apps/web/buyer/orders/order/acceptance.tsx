import { useState } from 'react';
import { ask } from '../../../data/ask.js';
import { AcceptWork } from '../../../data/generated/accept-work.js';
import { RejectWork } from '../../../data/generated/reject-work.js';
import { queryClient } from '../../../data/use-ask.js';
import { announce } from '../../../kit/announce.js';
import { ButtonRow } from '../../../kit/button.js';
import { ConfirmAct } from '../../../kit/confirm-act.js';
import { NumberField, TextField } from '../../../kit/fields.js';
import { useFilling } from '../../../kit/filling.js';
import { Form } from '../../../kit/form.js';
import { Done, Message } from '../../../kit/message.js';
import { Card, More, P, Quiet, Section } from '../../../kit/text.js';
import { formatMoment, formatUnits } from '../../../words/format.js';
import { readWholeNumber } from '../../../words/typed-numbers.js';
import { useWorkName } from '../../../words/work-name.js';
import { useOrdersWords } from '../words.js';
import type { Order, Talk } from './order.js';

/** 検収: the yes to finished work, or what is to be done again. */
export function Acceptance({ order, talk }: { readonly order: Order; readonly talk: Talk }) {
  const { accept: words } = useOrdersWords();
  const canAccept = order.availableActions.includes('accept');
  const canReject = order.availableActions.includes('rejectWork');
  if (!canAccept && talk.rejections.length === 0) return null;
  return (
    <Section heading={words.heading} id="accept">
      {canAccept ? (
        <>
          <P>{words.lead}</P>
          <ButtonRow>
            <ConfirmAct
              label={words.accept}
              title={words.check}
              confirmLabel={words.accept}
              run={async (idempotencyKey) => {
                await ask(AcceptWork, { input: { workOrderId: order.id, idempotencyKey } });
                announce(words.accepted);
              }}
            >
              <P className="text-lg font-bold">{words.checkSentence(order.title)}</P>
              <P>{words.checkBinds}</P>
            </ConfirmAct>
          </ButtonRow>
        </>
      ) : null}
      {canReject ? <RejectForm order={order} /> : null}
      {talk.rejections.length === 0 ? null : <Rejections order={order} talk={talk} />}
    </Section>
  );
}

function RejectForm({ order }: { readonly order: Order }) {
  const { accept: words } = useOrdersWords();
  const workName = useWorkName();
  const [isSaid, setIsSaid] = useState(false);
  const [isEmpty, setIsEmpty] = useState(false);
  const filling = useFilling<Record<string, string>>({
    draftKey: `reject:${order.id}`,
    defaultValues: {
      rejectReason: '',
      ...Object.fromEntries(
        order.lines.flatMap(({ id }) => [
          [`units-${id}`, ''],
          [`redo-${id}`, ''],
        ]),
      ),
    },
    send: async (values, idempotencyKey) => {
      const lines = order.lines.flatMap(({ id }) => {
        const units = readWholeNumber(values[`units-${id}`] ?? '') ?? 0;
        return units === 0 ? [] : [{ workOrderLineId: id, units, toRedo: values[`redo-${id}`] ?? '' }];
      });
      setIsEmpty(lines.length === 0);
      if (lines.length === 0) return;
      const input = { workOrderId: order.id, idempotencyKey, reason: values.rejectReason ?? '', lines };
      await ask(RejectWork, { input });
      setIsSaid(true);
      await queryClient.invalidateQueries();
    },
  });
  if (isSaid) return <Done takesFocus>{words.rejected}</Done>;
  return (
    <More summary={words.reject}>
      <P>{words.rejectLead}</P>
      {isEmpty ? (
        <div role="alert">
          <Message kind="error">{words.noUnits}</Message>
        </div>
      ) : null}
      <Form filling={filling} submitLabel={words.submitReject} submitLook="secondary" label={words.reject}>
        {order.lines.map(({ id, quantity, workType }) => (
          <div key={id}>
            <NumberField
              name={`units-${id}`}
              label={words.units(workName(workType))}
              unit={workType.unit}
              max={quantity}
              isOptional
            />
            <TextField
              name={`redo-${id}`}
              label={words.toRedo(workName(workType))}
              rows={2}
              isOptional={(readWholeNumber(filling.form.watch(`units-${id}`) ?? '') ?? 0) === 0}
            />
          </div>
        ))}
        <TextField name="rejectReason" label={words.reason} rows={2} />
      </Form>
    </More>
  );
}

function Rejections({ order, talk }: { readonly order: Order; readonly talk: Talk }) {
  const { accept: words } = useOrdersWords();
  const workName = useWorkName();
  return (
    <>
      <h3 className="mt-6 mb-2">{words.history}</h3>
      <ul className="grid gap-3">
        {talk.rejections.map(({ id, rejectedAt, reason, answer, lines }) => (
          <li key={id}>
            <Card>
              <Quiet>{formatMoment(rejectedAt)}</Quiet>
              <p className="whitespace-pre-line">{reason}</p>
              <ul className="list-disc pl-6">
                {lines.map(({ workOrderLineId, units, toRedo }) => {
                  const line = order.lines.find((each) => each.id === workOrderLineId);
                  return line === undefined ? null : (
                    <li key={workOrderLineId}>
                      {words.line(workName(line.workType), formatUnits(units, line.workType.unit), toRedo)}
                    </li>
                  );
                })}
              </ul>
              <P className="mt-2 font-bold">{answer === null ? words.waiting : words.answer(answer)}</P>
            </Card>
          </li>
        ))}
      </ul>
    </>
  );
}
