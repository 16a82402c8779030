import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useToday } from '../../../app/session.js';
import { ask } from '../../../data/ask.js';
import { SetSteps } from '../../../data/generated/set-steps.js';
import { WorkOrder } from '../../../data/generated/work-order.js';
import { queryClient, useAsk } from '../../../data/use-ask.js';
import { Button, ButtonLink, ButtonRow } from '../../../kit/button.js';
import { DateField } from '../../../kit/date-field.js';
import { TextField } from '../../../kit/fields.js';
import { useFilling } from '../../../kit/filling.js';
import { Form } from '../../../kit/form.js';
import { Loaded } from '../../../kit/loaded.js';
import { Message } from '../../../kit/message.js';
import { Outcomes, useOutcome } from '../../../kit/outcome.js';
import { Page } from '../../../kit/page.js';
import { Card, P, Section } from '../../../kit/text.js';
import { useCommon } from '../../../words/common/index.js';
import { formatDate, formatUnits } from '../../../words/format.js';
import { useWorkName } from '../../../words/work-name.js';
import type { Line, Order } from '../order.js';
import { WorkTypeField } from '../work-type-field.js';
import { useOrderWords } from '../words.js';

/** The lines of an order, each divided into the steps it is done in. */
export function StepsPage() {
  const { id } = useParams({ from: '/inside/desk-area/desk/orders/$id/steps' });
  const { steps: words } = useOrderWords();
  const { areas } = useCommon();
  const query = useAsk(WorkOrder, { id });
  return (
    <Loaded query={query}>
      {({ workOrder: order }) => (
        <Outcomes>
          <Page title={`${words.title} ${order.number}`} area={areas.desk} lead={words.lead}>
            {order.availableActions.includes('setSteps') ? (
              <>
                {order.status === 'QUOTED' ? <Message kind="warning">{words.takesBack}</Message> : null}
                {order.lines.map((line) => (
                  // A line whose steps have changed is another form.
                  <LineSteps key={line.steps.map((step) => step.id).join()} order={order} line={line} />
                ))}
              </>
            ) : (
              <Message>{words.notNow}</Message>
            )}
            <ButtonRow>
              <ButtonLink to="/desk/orders/$id" params={{ id }} look="secondary">
                {words.back}
              </ButtonLink>
            </ButtonRow>
          </Page>
        </Outcomes>
      )}
    </Loaded>
  );
}

type Values = Record<string, string>;

function LineSteps({ order, line }: { readonly order: Order; readonly line: Line }) {
  const { steps: words, lines: lineWords } = useOrderWords();
  const workName = useWorkName();
  const today = useToday();
  const say = useOutcome();
  // Fields are called after a number that is never used again: the third of four can be taken away.
  const [numbers, setNumbers] = useState(() => line.steps.map((_, index) => index));
  const field = (name: string, number: number) => `${name}-${line.id}-${number}`;
  const filling = useFilling<Values>({
    draftKey: `steps:${line.id}`,
    defaultValues: Object.fromEntries(
      line.steps.flatMap((step, index) => [
        [field('work', index), step.workType.code],
        [field('due', index), step.dueOn],
        [field('how', index), step.specification],
        [field('to', index), step.handOverTo],
        [field('place', index), step.handOverPlace],
      ]),
    ),
    send: async (values, idempotencyKey) => {
      const steps = numbers.map((number, index) => ({
        workTypeCode: values[field('work', number)] ?? '',
        dueOn: index === numbers.length - 1 ? line.dueOn : (values[field('due', number)] ?? ''),
        specification: values[field('how', number)] ?? '',
        handOverTo: values[field('to', number)] ?? '',
        handOverPlace: values[field('place', number)] ?? '',
      }));
      await ask(SetSteps, { input: { workOrderLineId: line.id, idempotencyKey, steps } });
      say(words.done);
      await queryClient.invalidateQueries({ queryKey: ['WorkOrder', { id: order.id }] });
    },
  });
  const heading = lineWords.line(
    line.position,
    workName(line.workType),
    formatUnits(line.quantity, line.workType.unit),
  );
  return (
    <Section heading={heading}>
      <Form
        filling={filling}
        submitLabel={words.submit(numbers.length)}
        label={heading}
        others={
          <Button
            look="secondary"
            onClick={() => {
              const next = Math.max(...numbers) + 1;
              filling.form.setValue(field('work', next), '');
              setNumbers([...numbers, next]);
            }}
          >
            {words.add}
          </Button>
        }
      >
        <ol className="grid gap-4">
          {numbers.map((number, index) => (
            <li key={number}>
              <Card>
                <div className="flex flex-wrap items-center justify-between gap-3">
                  <h3>{words.step(index + 1)}</h3>
                  {numbers.length > 1 ? (
                    <Button look="quiet" onClick={() => setNumbers(numbers.filter((other) => other !== number))}>
                      {words.remove(index + 1)}
                    </Button>
                  ) : null}
                </div>
                <WorkTypeField name={field('work', number)} label={words.work} />
                {index === numbers.length - 1 ? (
                  <P className="mt-4">{lineWords.due(formatDate(line.dueOn, today))}</P>
                ) : (
                  <DateField name={field('due', number)} label={words.due} today={today} min={today} />
                )}
                <TextField name={field('how', number)} label={words.specification} rows={2} isOptional />
                <TextField name={field('to', number)} label={words.handOverTo} hint={words.handOverHint} isOptional />
                <TextField name={field('place', number)} label={words.handOverPlace} isOptional />
              </Card>
            </li>
          ))}
        </ol>
      </Form>
    </Section>
  );
}
