import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useToday } from '../../../app/session.js';
import { ask } from '../../../data/ask.js';
import { OfferAmendment } from '../../../data/generated/offer-amendment.js';
import { OrderShares } from '../../../data/generated/order-shares.js';
import { WorkOrder } from '../../../data/generated/work-order.js';
import { queryClient, useAsk } from '../../../data/use-ask.js';
import { PageLink } from '../../../kit/button.js';
import { DateField } from '../../../kit/date-field.js';
import { NumberField, TextField } from '../../../kit/fields.js';
import { useFilling } from '../../../kit/filling.js';
import { Form } from '../../../kit/form.js';
import { Loaded } from '../../../kit/loaded.js';
import { Done, Message } from '../../../kit/message.js';
import { Page } from '../../../kit/page.js';
import { More, P, Section } from '../../../kit/text.js';
import { useCommon } from '../../../words/common/index.js';
import { addDays, formatUnits } from '../../../words/format.js';
import { readWholeNumber } from '../../../words/typed-numbers.js';
import { useWorkName } from '../../../words/work-name.js';
import type { Order, Share } from '../order.js';
import { useOrderWords } from '../words.js';
import { faultInForm, proposedLines, type ProposedLine, proposedLineValues } from './proposed-lines.js';

/** What the desk would like to be different about an order that was placed; the buyer decides. */
export function ProposePage() {
  const { id } = useParams({ from: '/inside/desk-area/desk/orders/$id/propose' });
  const { amendment: words, steps } = useOrderWords();
  const { areas } = useCommon();
  const query = useAsk(WorkOrder, { id });
  const shares = useAsk(OrderShares, { id });
  return (
    <Loaded query={query}>
      {({ workOrder: order }) => (
        <Page title={words.proposeTitle(order.number)} area={areas.desk} lead={order.title} isNarrow>
          <Loaded query={shares}>
            {({ workOrder }) => <ProposeForm order={order} shares={workOrder.assignments} />}
          </Loaded>
          <p className="mt-6">
            <PageLink to="/desk/orders/$id" params={{ id }}>
              {steps.back}
            </PageLink>
          </p>
        </Page>
      )}
    </Loaded>
  );
}

const CUTTABLE: readonly string[] = ['ACCEPTED', 'IN_PROGRESS', 'REWORK'];

interface Values {
  proposeReason: string;
  lines: ProposedLine[];
  cut: Record<string, string>;
}

function ProposeForm({ order, shares }: { readonly order: Order; readonly shares: readonly Share[] }) {
  const { amendment: words } = useOrderWords();
  const workName = useWorkName();
  const today = useToday();
  const [isSent, setIsSent] = useState(false);
  const [wasSame, setWasSame] = useState(false);
  const cuttable = shares.filter(({ status }) => CUTTABLE.includes(status));
  const hasPrices = order.contractType === 'DESK_CONTRACT';
  const filling = useFilling<Values>({
    draftKey: `propose:${order.id}`,
    defaultValues: {
      proposeReason: '',
      lines: proposedLineValues(order),
      cut: Object.fromEntries(cuttable.map(({ id }) => [id, ''])),
    },
    isReady: ({ lines }) => {
      const isSame = proposedLines(order, lines).length === 0;
      setWasSame(isSame);
      return !isSame;
    },
    send: async ({ proposeReason: reason, lines: typed, cut }, idempotencyKey) => {
      const lines = proposedLines(order, typed);
      const cuts = cuttable.flatMap(({ id }) => {
        const units = readWholeNumber(cut[id] ?? '');
        return units === null ? [] : [{ assignmentId: id, units }];
      });
      try {
        await ask(OfferAmendment, { input: { workOrderId: order.id, idempotencyKey, reason, lines, cuts } });
      } catch (error) {
        throw faultInForm(error, order, { lines, cuts });
      }
      setIsSent(true);
      await queryClient.invalidateQueries();
    },
  });
  // No longer said once something is different.
  const isSame = wasSame && proposedLines(order, filling.form.watch('lines')).length === 0;
  const canDrop = order.lines.filter(({ quantity }) => quantity > 0).length > 1;
  if (isSent) return <Done takesFocus>{words.proposed}</Done>;
  return (
    <Form filling={filling} submitLabel={words.proposeSubmit}>
      <P>{words.proposeLead(order.buyer.name)}</P>
      {order.lines.map(({ id, workType, quantity, dueOn }, index) =>
        quantity === 0 ? null : (
          <Section key={id} heading={workName(workType)}>
            <NumberField
              name={`lines.${index}.quantity`}
              label={words.proposeUnits}
              hint={canDrop ? words.proposeDrop : undefined}
              unit={workType.unit}
              min={canDrop ? 0 : 1}
            />
            <DateField
              name={`lines.${index}.dueOn`}
              label={words.proposeDue}
              today={today}
              min={dueOn <= today ? dueOn : addDays(today, 1)}
            />
            {hasPrices ? (
              <NumberField name={`lines.${index}.price`} label={words.proposePrice} unit={words.yen} as="sen" />
            ) : null}
            <TextField name={`lines.${index}.specification`} label={words.proposeSpecification} rows={3} isOptional />
          </Section>
        ),
      )}
      {cuttable.length === 0 ? null : (
        <More summary={words.proposeShares}>
          <P>{words.proposeSharesLead}</P>
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
        </More>
      )}
      <TextField name="proposeReason" label={words.proposeReason} rows={2} />
      {isSame ? (
        <div role="alert">
          <Message kind="error">{words.proposeNothing}</Message>
        </div>
      ) : null}
    </Form>
  );
}
