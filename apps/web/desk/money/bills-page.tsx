import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe, useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { DeskBills } from '../../data/generated/desk-bills.js';
import { IssueInvoice } from '../../data/generated/issue-invoice.js';
import type { DeskBillsQuery } from '../../data/generated/types.js';
import { queryClient, useAsk } from '../../data/use-ask.js';
import { Button } from '../../kit/button.js';
import { DateField } from '../../kit/date-field.js';
import { Dialog } from '../../kit/dialog.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Short } from '../../kit/short.js';
import { Table } from '../../kit/table.js';
import { P, Quiet } from '../../kit/text.js';
import { formatDate, formatYen } from '../../words/format.js';
import { MoneyPage } from './money-page.js';
import { useMoneyWords } from './words.js';

type Bill = DeskBillsQuery['billables'][number];

/** What is owed and stands on no paper yet; one press makes the paper. */
export function BillsPage() {
  const { bills: words, ...money } = useMoneyWords();
  const today = useToday();
  const query = useAsk(DeskBills, {});
  const [chosen, setChosen] = useState<Bill | null>(null);
  const labelOf = (bill: Bill) =>
    isNotice(bill) ? words.issueNotice(bill.payeeParty.name) : words.issueInvoice(bill.payerParty.name);
  return (
    <MoneyPage tab="bills" lead={words.lead}>
      <Loaded query={query}>
        {({ billables }) =>
          billables.length === 0 ? (
            <Empty>{words.empty}</Empty>
          ) : (
            <Table
              caption={words.caption}
              rows={billables}
              keyOf={({ payerId, payeeId }) => `${payerId} ${payeeId}`}
              columns={[
                { heading: money.from, cell: ({ payerParty }) => payerParty.name },
                { heading: money.to, cell: ({ payeeParty }) => payeeParty.name },
                {
                  heading: words.span,
                  isShort: true,
                  cell: ({ tradedFrom, tradedTo }) =>
                    words.spanOf(formatDate(tradedFrom, today), formatDate(tradedTo, today)),
                },
                {
                  heading: words.lines,
                  isShort: true,
                  cell: ({ lineCount }) => words.lineCount(lineCount),
                  isNumber: true,
                },
                { heading: money.amount, cell: ({ grossYen }) => formatYen(grossYen), isNumber: true },
                {
                  heading: money.action,
                  cell: (bill) => (
                    <Button look="secondary" onClick={() => setChosen(bill)}>
                      <Short text={isNotice(bill) ? words.submitNotice : words.submitInvoice} full={labelOf(bill)} />
                    </Button>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
      {chosen === null ? null : (
        <Dialog title={labelOf(chosen)} isOpen onClose={() => setChosen(null)}>
          <BillForm bill={chosen} />
        </Dialog>
      )}
    </MoneyPage>
  );
}

/** What the desk itself pays goes out as its payment notice; everything else as an invoice of who is paid. */
const isNotice = ({ payer }: Bill) => payer === 'DESK';

function BillForm({ bill }: { readonly bill: Bill }) {
  const { bills: words } = useMoneyWords();
  const { organisationId: deskId } = useMe();
  const today = useToday();
  const navigate = useNavigate();
  const { payerId, payeeId, payerParty, payeeParty, grossYen, lineCount } = bill;
  const filling = useFilling({
    defaultValues: { tradedTo: '' },
    send: async ({ tradedTo }, idempotencyKey) => {
      const kind = isNotice(bill) ? ('PAYMENT_NOTICE' as const) : ('INVOICE' as const);
      const input = { idempotencyKey, kind, deskId, payerId, payeeId, tradedTo: tradedTo === '' ? null : tradedTo };
      const { issueInvoice } = await ask(IssueInvoice, { input });
      await queryClient.invalidateQueries();
      await navigate({ to: '/desk/money/invoices/$id', params: { id: issueInvoice.invoice.id } });
    },
  });
  return (
    <Form filling={filling} submitLabel={isNotice(bill) ? words.submitNotice : words.submitInvoice}>
      <P>{words.sentence(payerParty.name, payeeParty.name, formatYen(grossYen), lineCount)}</P>
      <Quiet className="mt-2">{words.fixed}</Quiet>
      <DateField name="tradedTo" label={words.until} hint={words.untilHint} today={today} isOptional />
    </Form>
  );
}
