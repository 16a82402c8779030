import { useParams } from '@tanstack/react-router';
import { useToday } from '../../../app/session.js';
import { ask } from '../../../data/ask.js';
import { AcceptAmendment } from '../../../data/generated/accept-amendment.js';
import { AmendmentEffect } from '../../../data/generated/amendment-effect.js';
import { OrderShares } from '../../../data/generated/order-shares.js';
import { RefuseAmendment } from '../../../data/generated/refuse-amendment.js';
import type { AmendmentEffectQuery } from '../../../data/generated/types.js';
import { WorkOrder } from '../../../data/generated/work-order.js';
import { queryClient, useAsk } from '../../../data/use-ask.js';
import { ButtonLink, ButtonRow } from '../../../kit/button.js';
import { DateField } from '../../../kit/date-field.js';
import { NumberField, TextField } from '../../../kit/fields.js';
import { useFilling } from '../../../kit/filling.js';
import { FormDialog } from '../../../kit/form-dialog.js';
import { Form } from '../../../kit/form.js';
import { Empty, Loaded } from '../../../kit/loaded.js';
import { Message } from '../../../kit/message.js';
import { Outcomes, useOutcome } from '../../../kit/outcome.js';
import { Page } from '../../../kit/page.js';
import { Card, P, Section } from '../../../kit/text.js';
import { useCommon } from '../../../words/common/index.js';
import { formatDate, formatSen, formatUnits, formatYen } from '../../../words/format.js';
import { readWholeNumber } from '../../../words/typed-numbers.js';
import { useWorkName } from '../../../words/work-name.js';
import type { Order, Share } from '../order.js';
import { useOrderWords } from '../words.js';

type Amendment = Order['amendments'][number];
type Effect = AmendmentEffectQuery['amendmentEffect'];

/** What one side wants changed; of what the buyer wants, what that does to the shares, and the answer of the desk. */
export function AmendmentPage() {
  const { id, amendmentId } = useParams({ from: '/inside/desk-area/desk/orders/$id/amendments/$amendmentId' });
  const { amendment: words, steps } = useOrderWords();
  const { areas } = useCommon();
  const query = useAsk(WorkOrder, { id });
  return (
    <Loaded query={query}>
      {({ workOrder: order }) => {
        const amendment = order.amendments.find((each) => each.id === amendmentId);
        return (
          <Outcomes>
            <Page title={`${words.title} ${order.number}`} area={areas.desk} lead={order.title}>
              {amendment === undefined ? (
                <Empty>{words.decided}</Empty>
              ) : (
                <>
                  <What order={order} amendment={amendment} />
                  {amendment.availableActions.includes('accept') ? (
                    <Decide order={order} amendment={amendment} />
                  ) : (
                    <Message>{amendment.availableActions.includes('withdraw') ? words.waiting : words.decided}</Message>
                  )}
                </>
              )}
              <ButtonRow>
                <ButtonLink to="/desk/orders/$id" params={{ id }} look="secondary">
                  {steps.back}
                </ButtonLink>
              </ButtonRow>
            </Page>
          </Outcomes>
        );
      }}
    </Loaded>
  );
}

function What({ order, amendment }: { readonly order: Order; readonly amendment: Amendment }) {
  const { amendment: words, lines: lineWords } = useOrderWords();
  const workName = useWorkName();
  const today = useToday();
  return (
    <Section heading={words.what}>
      <p className="whitespace-pre-line">{amendment.reason}</p>
      <ul className="mt-3 grid gap-3">
        {amendment.lines.map((change) => {
          const { workOrderLineId, quantity, previousQuantity, dueOn, previousDueOn, specification } = change;
          const { unitPriceSen, previousUnitPriceSen } = change;
          const line = order.lines.find(({ id }) => id === workOrderLineId);
          const unit = line?.workType.unit ?? '';
          return (
            <li key={workOrderLineId}>
              <Card>
                <h3>
                  {line === undefined
                    ? ''
                    : lineWords.line(line.position, workName(line.workType), formatUnits(line.quantity, unit))}
                </h3>
                {quantity === null ? null : (
                  <P>
                    {quantity === 0
                      ? words.drop
                      : words.quantity(formatUnits(previousQuantity, unit), formatUnits(quantity, unit))}
                  </P>
                )}
                {dueOn === null ? null : <P>{words.due(formatDate(previousDueOn, today), formatDate(dueOn, today))}</P>}
                {unitPriceSen === null ? null : (
                  <P>{words.price(formatSen(previousUnitPriceSen ?? 0), formatSen(unitPriceSen))}</P>
                )}
                {specification === null ? null : <P>{words.specification(specification)}</P>}
              </Card>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Decide({ order, amendment }: { readonly order: Order; readonly amendment: Amendment }) {
  const { amendment: words, actions } = useOrderWords();
  const effect = useAsk(AmendmentEffect, { amendmentId: amendment.id });
  const shares = useAsk(OrderShares, { id: order.id });
  return (
    <Section heading={words.effect}>
      <Loaded query={effect}>
        {({ amendmentEffect }) => (
          <Loaded query={shares}>
            {({ workOrder }) => <Accept order={order} effect={amendmentEffect} shares={workOrder.assignments} />}
          </Loaded>
        )}
      </Loaded>
      <ButtonRow>
        <FormDialog<{ refuseAmendmentReason: string }>
          label={words.refuse}
          title={words.refuseAsk}
          submitLabel={words.refuse}
          defaultValues={{ refuseAmendmentReason: '' }}
          done={words.refused}
          send={async ({ refuseAmendmentReason: reason }, idempotencyKey) =>
            ask(RefuseAmendment, { input: { amendmentId: amendment.id, idempotencyKey, reason } })
          }
        >
          <P>{words.refuseLead(order.buyer.name)}</P>
          <TextField name="refuseAmendmentReason" label={actions.reason} hint={actions.reasonHint} rows={3} />
        </FormDialog>
      </ButtonRow>
    </Section>
  );
}

const CUTTABLE: readonly string[] = ['ACCEPTED', 'IN_PROGRESS', 'REWORK'];

function Accept({
  order,
  effect,
  shares,
}: {
  readonly order: Order;
  readonly effect: Effect;
  readonly shares: readonly Share[];
}) {
  const { amendment: words } = useOrderWords();
  const today = useToday();
  const say = useOutcome();
  const tooMany = effect.steps.filter(({ surplusAccepted }) => surplusAccepted > 0);
  const stepOf = (stepId: string) => order.lines.flatMap(({ steps }) => steps).find(({ id }) => id === stepId);
  // A share says of which step it is by its place and its work.
  const cuttable = shares.filter(
    ({ status, stepPosition, workType }) =>
      CUTTABLE.includes(status) &&
      tooMany.some((step) => step.position === stepPosition && stepOf(step.stepId)?.workType.code === workType.code),
  );
  const earlier = effect.steps.filter(({ workOrderLineId, position }) =>
    effect.steps.some((other) => other.workOrderLineId === workOrderLineId && other.position > position),
  );
  const filling = useFilling<{ cut: Record<string, string>; step: Record<string, string> }>({
    draftKey: `amendment:${effect.amendmentId}`,
    defaultValues: {
      cut: Object.fromEntries(cuttable.map(({ id }) => [id, ''])),
      step: Object.fromEntries(earlier.map(({ stepId }) => [stepId, ''])),
    },
    send: async ({ cut, step }, idempotencyKey) => {
      const cuts = cuttable.flatMap(({ id }) => {
        const units = readWholeNumber(cut[id] ?? '');
        return units === null ? [] : [{ assignmentId: id, units }];
      });
      const stepDates = earlier.flatMap(({ stepId }) => {
        const dueOn = step[stepId] ?? '';
        return dueOn === '' ? [] : [{ stepId, dueOn }];
      });
      await ask(AcceptAmendment, { input: { amendmentId: effect.amendmentId, idempotencyKey, cuts, stepDates } });
      say(words.accepted);
      await queryClient.invalidateQueries();
    },
  });
  return (
    <>
      <P className="text-lg font-bold">
        {words.amount(formatYen(effect.amountYenBefore), formatYen(effect.amountYenAfter))}
      </P>
      <ul className="mt-3 grid gap-3">
        {effect.steps.map((step) => (
          <li key={step.stepId}>
            <StepEffect order={order} step={step} />
          </li>
        ))}
      </ul>
      <Form filling={filling} submitLabel={words.accept} label={words.accept}>
        {cuttable.length === 0 ? null : <h3 className="mt-6">{words.cuts}</h3>}
        {cuttable.map(({ id, facility, units, workType }) => (
          <NumberField
            key={id}
            name={`cut.${id}`}
            label={words.cut(facility.name)}
            hint={words.cutHint(formatUnits(units, workType.unit))}
            unit={workType.unit}
            max={units}
            isOptional
          />
        ))}
        {earlier.length === 0 ? null : <h3 className="mt-6">{words.stepDates}</h3>}
        {earlier.map(({ stepId, position }) => (
          <DateField
            key={stepId}
            name={`step.${stepId}`}
            label={words.stepDate(position)}
            today={today}
            min={today}
            isOptional
          />
        ))}
        <Message>{words.acceptLead(order.buyer.name)}</Message>
      </Form>
    </>
  );
}

function StepEffect({ order, step }: { readonly order: Order; readonly step: Effect['steps'][number] }) {
  const { amendment: words } = useOrderWords();
  const line = order.lines.find(({ id }) => id === step.workOrderLineId);
  const units = (count: number) => formatUnits(count, line?.workType.unit ?? '');
  const isNothing = step.unplaced === 0 && step.surplus === 0 && step.facilitiesToAsk === 0;
  return (
    <Card>
      <h3>{words.stepEffect(line?.position ?? 0, step.position)}</h3>
      {step.unplaced > 0 ? <P>{words.unplaced(units(step.unplaced))}</P> : null}
      {step.surplus > 0 ? <P>{words.surplus(units(step.surplus))}</P> : null}
      {step.surplusAccepted > 0 ? <P>{words.surplusAccepted(units(step.surplusAccepted))}</P> : null}
      {step.facilitiesToAsk > 0 ? <P>{words.toAsk(step.facilitiesToAsk)}</P> : null}
      {isNothing ? <P>{words.nothing}</P> : null}
    </Card>
  );
}
