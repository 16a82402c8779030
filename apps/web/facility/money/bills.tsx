import { useMe, useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { FacilityBills } from '../../data/generated/facility-bills.js';
import { IssueInvoice } from '../../data/generated/issue-invoice.js';
import { OwnDesks } from '../../data/generated/own-desks.js';
import type { FacilityBillsQuery } from '../../data/generated/types.js';
import { useAsk } from '../../data/use-ask.js';
import { FileLink } from '../../kit/button.js';
import { RadioList } from '../../kit/choices.js';
import { FormDialog } from '../../kit/form-dialog.js';
import { Loaded } from '../../kit/loaded.js';
import { Outcomes } from '../../kit/outcome.js';
import { Table } from '../../kit/table.js';
import { Card, P, Quiet, Section } from '../../kit/text.js';
import { formatDate, formatYen } from '../../words/format.js';
import { useFacilityWords } from '../words.js';

const TAKE = 50;

/** What can be billed, the papers about it, and what was paid. */
export function Bills() {
  const query = useAsk(FacilityBills, { first: TAKE });
  return (
    <Loaded query={query}>
      {(data) => (
        <Outcomes>
          <Billables billables={data.billables} />
          <Invoices invoices={data.invoices} />
          <Payments payments={data.payments} />
        </Outcomes>
      )}
    </Loaded>
  );
}

type Billable = FacilityBillsQuery['billables'][number];

function Billables({ billables }: { readonly billables: readonly Billable[] }) {
  const { money: words } = useFacilityWords();
  const { organisationId } = useMe();
  const own = billables.filter(({ payeeId }) => payeeId === organisationId);
  if (own.length === 0) return null;
  return (
    <Section heading={words.toBill}>
      <P className="mb-3">{words.toBillLead}</P>
      <ul className="grid gap-3">
        {own.map((billable) => (
          <li key={billable.payerId}>
            <Card>
              <p className="font-bold">
                {words.bill(billable.payerParty.name, formatYen(billable.grossYen), billable.lineCount)}
              </p>
              <BillButton billable={billable} />
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function BillButton({ billable: { payer, payerId, payeeId, payerParty, grossYen } }: { readonly billable: Billable }) {
  const { money: words } = useFacilityWords();
  const { data } = useAsk(OwnDesks, {});
  // What the desk itself owes is of its own orders; a buyer may owe for those of several desks.
  const all = (data?.memberships.items ?? []).map(({ desk }) => desk);
  const desks = payer === 'DESK' ? all.filter(({ id }) => id === payerId) : all;
  const [first] = desks;
  if (!first) return null;
  return (
    <FormDialog<{ deskId: string }>
      label={words.makeInvoice}
      about={payerParty.name}
      look="primary"
      title={words.makeInvoiceAsk(payerParty.name)}
      submitLabel={words.makeInvoice}
      defaultValues={{ deskId: first.id }}
      done={words.madeInvoice}
      send={async ({ deskId }, idempotencyKey) =>
        ask(IssueInvoice, { input: { kind: 'INVOICE', deskId, payerId, payeeId, idempotencyKey } })
      }
    >
      <P>{words.makeInvoiceLead(payerParty.name, formatYen(grossYen))}</P>
      {desks.length === 1 ? null : (
        <RadioList
          name="deskId"
          label={words.ofDesk}
          choices={desks.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </FormDialog>
  );
}

function Invoices({ invoices: { items, totalItems } }: { readonly invoices: FacilityBillsQuery['invoices'] }) {
  const { money: words } = useFacilityWords();
  const today = useToday();
  if (items.length === 0) return null;
  return (
    <Section heading={words.invoices}>
      <Table
        caption={words.invoices}
        rows={items}
        keyOf={({ id }) => id}
        columns={[
          {
            heading: words.paper,
            cell: ({ kind, number, paper }) =>
              paper === null ? (
                words.paperOf(words.kinds[kind], number)
              ) : (
                <FileLink href={paper.pagePath}>{words.paperOf(words.kinds[kind], number)}</FileLink>
              ),
          },
          { heading: words.payer, cell: ({ payerParty }) => payerParty.name },
          { heading: words.day, cell: ({ issuedOn }) => formatDate(issuedOn, today) },
          { heading: words.due, cell: ({ dueOn }) => formatDate(dueOn, today) },
          { heading: words.amount, cell: ({ grossYen }) => formatYen(grossYen), isNumber: true },
          {
            heading: words.open,
            cell: ({ openYen }) => (openYen === 0 ? words.settled : formatYen(openYen)),
            isNumber: true,
          },
        ]}
      />
      {totalItems > items.length ? <Quiet>{words.newest(items.length, totalItems)}</Quiet> : null}
    </Section>
  );
}

function Payments({ payments: { items, totalItems } }: { readonly payments: FacilityBillsQuery['payments'] }) {
  const { money: words } = useFacilityWords();
  const today = useToday();
  if (items.length === 0) return null;
  return (
    <Section heading={words.payments}>
      <Table
        caption={words.payments}
        rows={items}
        keyOf={({ id }) => id}
        columns={[
          { heading: words.day, cell: ({ paidOn }) => formatDate(paidOn, today) },
          { heading: words.payer, cell: ({ payerParty }) => payerParty.name },
          { heading: words.amount, cell: ({ amountYen }) => formatYen(amountYen), isNumber: true },
          { heading: words.note, cell: ({ note }) => note },
        ]}
      />
      {totalItems > items.length ? <Quiet>{words.newest(items.length, totalItems)}</Quiet> : null}
    </Section>
  );
}
