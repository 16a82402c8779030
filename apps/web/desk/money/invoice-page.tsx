import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { CorrectInvoice } from '../../data/generated/correct-invoice.js';
import { Invoice } from '../../data/generated/invoice.js';
import type { InvoiceQuery } from '../../data/generated/types.js';
import { queryClient, useAsk } from '../../data/use-ask.js';
import { Button, FileLink, PageLink } from '../../kit/button.js';
import { Dialog } from '../../kit/dialog.js';
import { TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Loaded } from '../../kit/loaded.js';
import { Message } from '../../kit/message.js';
import { Page } from '../../kit/page.js';
import { Table } from '../../kit/table.js';
import { Facts, P, Quiet, Section } from '../../kit/text.js';
import { formatDate, formatSen, formatUnits, formatYen } from '../../words/format.js';
import { OrderLink } from './order-link.js';
import { PayButton } from './pay-button.js';
import { ReverseButton } from './reverse-button.js';
import { useMoneyWords } from './words.js';

type Bill = InvoiceQuery['invoice'];

/** An invoice or payment notice: what stands on it, what was paid for it, and what can be done with it. */
export function InvoicePage() {
  const { id } = useParams({ from: '/inside/desk-area/desk/money/invoices/$id' });
  const query = useAsk(Invoice, { id });
  return <Loaded query={query}>{({ invoice }) => <Content key={invoice.id} bill={invoice} />}</Loaded>;
}

function Content({ bill }: { readonly bill: Bill }) {
  const { invoice: words, invoices, tabs, pay } = useMoneyWords();
  const today = useToday();
  const { kind, number, payerParty, payeeParty, openYen, paper } = bill;
  return (
    <Page title={words.title(invoices.kinds[kind], number)} area={tabs.invoices}>
      {openYen === 0 ? null : (
        <Message kind={bill.dueOn < today ? 'warning' : 'info'}>
          {pay.sentence(payerParty.name, payeeParty.name, formatYen(openYen))}
        </Message>
      )}
      <div className="my-4 flex flex-wrap gap-3">
        {openYen === 0 ? (
          <P className="font-bold">{words.settled}</P>
        ) : (
          <PayButton
            label={pay.record}
            what={{ invoiceId: bill.id, openYen }}
            sentence={pay.sentence(payerParty.name, payeeParty.name, formatYen(openYen))}
          />
        )}
        {paper === null ? (
          <Quiet>{words.paperWaiting}</Quiet>
        ) : (
          <>
            <FileLink href={paper.pagePath}>{words.paperOpen(paper.title)}</FileLink>
            {paper.pdfPath === null ? null : <FileLink href={paper.pdfPath}>{words.pdf}</FileLink>}
          </>
        )}
      </div>
      <BillFacts bill={bill} />
      <BillTables bill={bill} />
      <PaidFor bill={bill} />
      {bill.availableActions.includes('correct') ? <Correction bill={bill} /> : null}
    </Page>
  );
}

function BillFacts({ bill }: { readonly bill: Bill }) {
  const { invoice: words, invoices, bills, from, to, amount } = useMoneyWords();
  const today = useToday();
  const { deductionPercent, correctsId } = bill;
  return (
    <Section heading={words.facts}>
      <Facts
        items={[
          [from, bill.payerParty.name],
          [to, bill.payeeParty.name],
          [amount, formatYen(bill.grossYen)],
          [words.open, formatYen(bill.openYen)],
          [invoices.issued, formatDate(bill.issuedOn, today)],
          [invoices.due, formatDate(bill.dueOn, today)],
          [words.traded, bills.spanOf(formatDate(bill.tradedFrom, today), formatDate(bill.tradedTo, today))],
          [words.pricingLabel, words.pricing[bill.pricing]],
          [words.registration, bill.registrationNumber ?? words.noRegistration],
          correctsId !== null && [
            words.correctsLabel,
            <PageLink key="corrects" to="/desk/money/invoices/$id" params={{ id: correctsId }}>
              {words.corrects}
            </PageLink>,
          ],
          correctsId !== null && [words.reason, bill.correctionReason],
        ]}
      />
      {deductionPercent === null ? null : <Quiet className="mt-2">{words.deduction(deductionPercent)}</Quiet>}
    </Section>
  );
}

function BillTables({ bill: { taxRates, lines } }: { readonly bill: Bill }) {
  const { invoice: words, order: orderHeading } = useMoneyWords();
  const today = useToday();
  return (
    <>
      <Section heading={words.rates}>
        <Table
          caption={words.ratesCaption}
          rows={taxRates}
          keyOf={({ percent, isReduced }) => `${percent} ${isReduced}`}
          columns={[
            { heading: words.rate, cell: ({ percent, isReduced }) => words.percent(percent, isReduced) },
            { heading: words.net, cell: ({ netYen }) => formatYen(netYen), isNumber: true },
            { heading: words.tax, cell: ({ taxYen }) => formatYen(taxYen), isNumber: true },
            { heading: words.gross, cell: ({ grossYen }) => formatYen(grossYen), isNumber: true },
          ]}
        />
      </Section>
      <Section heading={words.lines}>
        <Table
          caption={words.linesCaption}
          rows={lines}
          keyOf={({ id }) => id}
          columns={[
            { heading: words.day, cell: ({ tradedOn }) => formatDate(tradedOn, today) },
            { heading: orderHeading, cell: ({ order }) => <OrderLink order={order} /> },
            { heading: words.what, cell: ({ description }) => description },
            { heading: words.units, cell: ({ units, unit }) => formatUnits(units, unit), isNumber: true },
            {
              heading: words.price,
              cell: ({ unitPriceSen }) => (unitPriceSen === null ? '' : formatSen(unitPriceSen)),
              isNumber: true,
            },
            {
              heading: words.rate,
              cell: ({ taxPercent, isReducedRate }) => words.percent(taxPercent, isReducedRate),
              isNumber: true,
            },
            { heading: words.net, cell: ({ netYen }) => formatYen(netYen), isNumber: true },
          ]}
        />
      </Section>
    </>
  );
}

function PaidFor({ bill: { payments } }: { readonly bill: Bill }) {
  const { invoice: words, pay, amount, action } = useMoneyWords();
  const today = useToday();
  return (
    <Section heading={words.payments}>
      {payments.length === 0 ? (
        <Quiet>{words.noPayments}</Quiet>
      ) : (
        <Table
          caption={words.paymentsCaption}
          rows={payments}
          keyOf={({ id }) => id}
          columns={[
            { heading: pay.day, cell: ({ paidOn }) => formatDate(paidOn, today) },
            {
              heading: amount,
              cell: ({ amountYen, reversesId }) =>
                reversesId === null ? formatYen(amountYen) : `${pay.reversed} ${formatYen(amountYen)}`,
              isNumber: true,
            },
            { heading: pay.note, cell: ({ note }) => note },
            {
              heading: action,
              cell: (payment) =>
                payment.availableActions.includes('reverse') ? <ReverseButton payment={payment} /> : '',
            },
          ]}
        />
      )}
    </Section>
  );
}

function Correction({ bill: { id } }: { readonly bill: Bill }) {
  const { invoice: words } = useMoneyWords();
  const navigate = useNavigate();
  const [isOpen, setIsOpen] = useState(false);
  const filling = useFilling({
    defaultValues: { correction: '' },
    send: async ({ correction }, idempotencyKey) => {
      const { correctInvoice } = await ask(CorrectInvoice, {
        input: { idempotencyKey, invoiceId: id, reason: correction },
      });
      setIsOpen(false);
      await queryClient.invalidateQueries();
      await navigate({ to: '/desk/money/invoices/$id', params: { id: correctInvoice.invoice.id } });
    },
  });
  return (
    <Section heading={words.correct}>
      <P className="mb-3">{words.correctLead}</P>
      <Button look="secondary" onClick={() => setIsOpen(true)}>
        {words.submitCorrect}
      </Button>
      <Dialog title={words.correct} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <Form filling={filling} submitLabel={words.submitCorrect}>
          <P>{words.correctLead}</P>
          <TextField name="correction" label={words.correctReason} rows={2} />
        </Form>
      </Dialog>
    </Section>
  );
}
