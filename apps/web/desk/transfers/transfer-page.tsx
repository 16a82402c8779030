import { useParams } from '@tanstack/react-router';
import { useToday } from '../../app/session.js';
import { useBankWords } from '../../bank/words.js';
import { ask } from '../../data/ask.js';
import { CancelTransferRun } from '../../data/generated/cancel-transfer-run.js';
import { SettleTransferRun } from '../../data/generated/settle-transfer-run.js';
import { TransferRun } from '../../data/generated/transfer-run.js';
import type { TransferRunQuery } from '../../data/generated/types.js';
import { useAsk } from '../../data/use-ask.js';
import { afterSaving } from '../../kit/after-saving.js';
import { FileLink, PageLink } from '../../kit/button.js';
import { CheckList } from '../../kit/choices.js';
import { DialogButton } from '../../kit/dialog-button.js';
import { TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Loaded } from '../../kit/loaded.js';
import { Page } from '../../kit/page.js';
import { StateTag } from '../../kit/state-tag.js';
import { Table } from '../../kit/table.js';
import { Facts, P, Quiet } from '../../kit/text.js';
import { dayOf, formatDate, formatNumber, formatYen } from '../../words/format.js';
import { RUN_TONES } from './run-tones.js';
import { useTransferWords } from './words.js';

type Run = TransferRunQuery['transferRun'];

/** One file for the bank: what is in it, and what became of it. */
export function TransferPage() {
  const { id } = useParams({ from: '/inside/desk-area/desk/money/transfers/$id' });
  const query = useAsk(TransferRun, { id });
  return <Loaded query={query}>{({ transferRun }) => <Content key={transferRun.id} run={transferRun} />}</Loaded>;
}

function Content({ run }: { readonly run: Run }) {
  const { run: words, ...all } = useTransferWords();
  const bank = useBankWords();
  const today = useToday();
  return (
    <Page title={words.title(formatDate(run.transferOn, today))} area={all.runs}>
      <PageLink to="/desk/money/transfers">{words.back}</PageLink>
      <Facts
        items={[
          [
            all.state,
            <StateTag key="state" tone={RUN_TONES[run.status]}>
              {all.states[run.status]}
            </StateTag>,
          ],
          [all.records, formatNumber(run.recordCount)],
          [all.total, formatYen(run.totalYen)],
          [all.madeAt, formatDate(dayOf(run.madeAt), today)],
          run.endedAt !== null && [words.ended, formatDate(dayOf(run.endedAt), today)],
          run.cancelReason !== '' && [words.reason, run.cancelReason],
          [words.sha, run.sha256],
        ]}
      />
      <div className="my-4 flex flex-wrap items-center gap-3">
        <FileLink href={`/transfers/${run.id}`}>{words.file}</FileLink>
        {run.availableActions.includes('settle') ? (
          <DialogButton label={words.settle} look="primary">
            {(close) => <SettleForm run={run} onDone={close} />}
          </DialogButton>
        ) : null}
        {run.availableActions.includes('cancel') ? (
          <DialogButton label={words.cancel} look="danger">
            {(close) => <CancelForm run={run} onDone={close} />}
          </DialogButton>
        ) : null}
      </div>
      <Quiet className="mb-4">{words.fileHint}</Quiet>
      <Table
        caption={words.caption}
        rows={run.records}
        keyOf={({ position }) => String(position)}
        columns={[
          { heading: words.position, cell: ({ position }) => formatNumber(position) },
          { heading: all.facility, cell: ({ facility }) => facility.name },
          {
            heading: words.to,
            cell: ({ bankName, branchName, accountType, accountNumber, accountHolderKana }) =>
              bank.account(bankName, branchName, bank.accountTypes[accountType], accountNumber, accountHolderKana),
          },
          {
            heading: words.notices,
            cell: ({ items }) => (
              <ul>
                {items.map(({ invoiceId, number, outcome }) => (
                  <li key={invoiceId}>
                    <PageLink to="/desk/money/invoices/$id" params={{ id: invoiceId }}>
                      {`${number} ${words.outcomes[outcome]}`.trim()}
                    </PageLink>
                  </li>
                ))}
              </ul>
            ),
          },
          { heading: words.amount, isNumber: true, cell: ({ amountYen }) => formatYen(amountYen) },
        ]}
      />
    </Page>
  );
}

interface OfRun {
  readonly run: Run;
  readonly onDone: () => void;
}

function SettleForm({ run, onDone }: OfRun) {
  const { run: words } = useTransferWords();
  const filling = useFilling({
    defaultValues: { returnedInvoiceIds: [] as string[] },
    send: async ({ returnedInvoiceIds }, idempotencyKey) => {
      await ask(SettleTransferRun, { input: { idempotencyKey, transferRunId: run.id, returnedInvoiceIds } });
      await afterSaving(words.settled, onDone);
    },
  });
  return (
    <Form filling={filling} submitLabel={words.settle}>
      <P>{words.settleLead}</P>
      <CheckList
        name="returnedInvoiceIds"
        label={words.returned}
        isOptional
        choices={run.records.flatMap(({ facility, items }) =>
          items.map(({ invoiceId, number, amountYen }) => ({
            value: invoiceId,
            label: `${facility.name} ${number} ${formatYen(amountYen)}`,
          })),
        )}
      />
    </Form>
  );
}

function CancelForm({ run, onDone }: OfRun) {
  const { run: words } = useTransferWords();
  const filling = useFilling({
    defaultValues: { reason: '' },
    send: async ({ reason }, idempotencyKey) => {
      await ask(CancelTransferRun, { input: { idempotencyKey, transferRunId: run.id, reason } });
      await afterSaving(words.cancelled, onDone);
    },
  });
  return (
    <Form filling={filling} submitLabel={words.cancel} submitLook="danger">
      <P>{words.cancelLead}</P>
      <TextField name="reason" label={words.cancelReason} rows={2} />
    </Form>
  );
}
