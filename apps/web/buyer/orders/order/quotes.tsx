import { ask } from '../../../data/ask.js';
import { RefuseQuote } from '../../../data/generated/refuse-quote.js';
import { queryClient } from '../../../data/use-ask.js';
import { ButtonLink, ButtonRow } from '../../../kit/button.js';
import { TextField } from '../../../kit/fields.js';
import { useFilling } from '../../../kit/filling.js';
import { Form } from '../../../kit/form.js';
import { StateTag } from '../../../kit/state-tag.js';
import { Table } from '../../../kit/table.js';
import { Facts, More, P, Quiet, Section } from '../../../kit/text.js';
import { formatMoment, formatSen, formatUnits, formatYen } from '../../../words/format.js';
import { useWorkName } from '../../../words/work-name.js';
import { useOrdersWords } from '../words.js';
import type { Order, Quote } from './order.js';
import { PlaceOrderForm } from './place-order-form.js';

/** The newest quote, to be answered; the versions before it. */
export function Quotes({ order }: { readonly order: Order }) {
  const { quote: words } = useOrdersWords();
  const [newest, ...older] = order.quotes;
  if (!newest) return null;
  return (
    <Section
      heading={words.heading}
      id="quote"
      aside={
        <StateTag tone={newest.status === 'ISSUED' ? 'waiting' : newest.status === 'ACCEPTED' ? 'done' : 'ended'}>
          {words.states[newest.status]}
        </StateTag>
      }
    >
      <QuoteFacts order={order} quote={newest} />
      {newest.availableActions.includes('order') ? <PlaceOrderForm quote={newest} /> : null}
      {newest.availableActions.includes('refuse') && !newest.availableActions.includes('order') ? (
        <BasisFirst order={order} />
      ) : null}
      {newest.availableActions.includes('refuse') ? <RefuseForm quote={newest} /> : null}
      {older.length === 0 ? null : (
        <More summary={words.older}>
          {older.map((quote) => (
            <div key={quote.id} className="mb-6">
              <h3>{`${words.version(quote.version)}（${words.states[quote.status]}）`}</h3>
              <QuoteFacts order={order} quote={quote} />
            </div>
          ))}
        </More>
      )}
    </Section>
  );
}

/** A government that wants it so orders only once it has decided by which item. */
function BasisFirst({ order: { id } }: { readonly order: Order }) {
  const { quote: words } = useOrdersWords();
  return (
    <>
      <P className="mt-4 font-bold">{words.basisFirst}</P>
      <ButtonRow>
        <ButtonLink to="/buyer/orders/$id/basis" params={{ id }}>
          {words.toBasis}
        </ButtonLink>
      </ButtonRow>
    </>
  );
}

function QuoteFacts({ order, quote }: { readonly order: Order; readonly quote: Quote }) {
  const { quote: words } = useOrdersWords();
  const workName = useWorkName();
  const isReferral = quote.contractType === 'REFERRAL';
  const lineOf = (id: string) => order.lines.find((line) => line.id === id);
  return (
    <>
      <Facts
        items={[
          isReferral
            ? null
            : [
                words.amount,
                <span key="amount">
                  <strong className="text-2xl">{formatYen(quote.amountYen + quote.taxYen)}</strong>{' '}
                  {`（${words.net} ${formatYen(quote.amountYen)}・${words.tax} ${formatYen(quote.taxYen)}）`}
                </span>,
              ],
          [words.type, words.types[quote.contractType]],
          [words.valid, <strong key="valid">{formatMoment(quote.validUntil)}</strong>],
          quote.terms === '' ? null : [words.terms, quote.terms],
          quote.refusalReason === null ? null : [words.reason, quote.refusalReason],
        ]}
      />
      <Quiet className="mt-2">{words.typeHints[quote.contractType]}</Quiet>
      {quote.isDeemedAccepted ? <Quiet>{words.deemed}</Quiet> : null}
      {isReferral || quote.lines.length === 0 ? null : (
        <div className="mt-4">
          <Table
            caption={words.caption}
            rows={quote.lines}
            keyOf={({ workOrderLineId }) => workOrderLineId}
            columns={[
              {
                heading: words.work,
                cell: ({ workOrderLineId }) => {
                  const line = lineOf(workOrderLineId);
                  return line === undefined ? '' : workName(line.workType);
                },
              },
              {
                heading: words.units,
                cell: ({ workOrderLineId }) => {
                  const line = lineOf(workOrderLineId);
                  return line === undefined ? '' : formatUnits(line.quantity, line.workType.unit);
                },
                isNumber: true,
              },
              { heading: words.price, cell: ({ unitPriceSen }) => formatSen(unitPriceSen), isNumber: true },
              { heading: words.lineAmount, cell: ({ amountYen }) => formatYen(amountYen), isNumber: true },
            ]}
          />
        </div>
      )}
      {quote.charges.length === 0 ? null : (
        <div className="mt-4">
          <Table
            caption={words.charges}
            rows={quote.charges}
            keyOf={({ id }) => id}
            columns={[
              { heading: words.charge, cell: ({ name }) => name },
              { heading: words.units, cell: ({ quantity, unit }) => formatUnits(quantity, unit), isNumber: true },
              { heading: words.price, cell: ({ unitPriceSen }) => formatSen(unitPriceSen), isNumber: true },
              { heading: words.lineAmount, cell: ({ amountYen }) => formatYen(amountYen), isNumber: true },
            ]}
          />
        </div>
      )}
    </>
  );
}

function RefuseForm({ quote }: { readonly quote: Quote }) {
  const { quote: words } = useOrdersWords();
  const filling = useFilling<{ refuseReason: string }>({
    draftKey: `refuse:${quote.id}`,
    defaultValues: { refuseReason: '' },
    send: async ({ refuseReason }, idempotencyKey) => {
      await ask(RefuseQuote, { input: { quoteId: quote.id, idempotencyKey, reason: refuseReason } });
      await queryClient.invalidateQueries();
    },
  });
  return (
    <More summary={words.refuse}>
      <P>{words.refuseLead}</P>
      <Form filling={filling} submitLabel={words.submitRefuse} submitLook="secondary" label={words.refuse}>
        <TextField name="refuseReason" label={words.reason} hint={words.reasonHint} />
      </Form>
    </More>
  );
}
