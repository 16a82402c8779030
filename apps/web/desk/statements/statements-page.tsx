import { useNavigate, useSearch } from '@tanstack/react-router';
import { readWalked } from '../../app/search.js';
import { useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { SetStatementLineAside } from '../../data/generated/set-statement-line-aside.js';
import { SettleStatementLine } from '../../data/generated/settle-statement-line.js';
import { StatementLines } from '../../data/generated/statement-lines.js';
import type { StatementLinesQuery } from '../../data/generated/types.js';
import { queryClient, useAsk } from '../../data/use-ask.js';
import { useAct } from '../../kit/act.js';
import { afterSaving } from '../../kit/after-saving.js';
import { announce } from '../../kit/announce.js';
import { Button } from '../../kit/button.js';
import { CheckList } from '../../kit/choices.js';
import { DialogButton } from '../../kit/dialog-button.js';
import { TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { FaultMessage } from '../../kit/message.js';
import { Pager, Table } from '../../kit/table.js';
import { P, Quiet, Section } from '../../kit/text.js';
import { formatDate, formatYen } from '../../words/format.js';
import { MoneyPage } from '../money/money-page.js';
import { ImportForm } from './import-form.js';
import { useStatementWords } from './words.js';

const TAKE = 50;
const STATES = ['OPEN', 'SETTLED', 'ASIDE'] as const;

type Line = StatementLinesQuery['statementLines']['items'][number];
type Receivable = StatementLinesQuery['receivables'][number];

/** What came in at the bank, and which invoice it pays. */
export function StatementsPage() {
  const words = useStatementWords();
  const today = useToday();
  const search = useSearch({ from: '/inside/desk-area/desk/money/statements' });
  const navigate = useNavigate();
  const walked = readWalked(search.walked);
  const status = STATES.find((state) => state === search.status) ?? 'OPEN';
  const query = useAsk(StatementLines, { filter: { status }, first: TAKE, after: walked.at(-1) ?? null });
  return (
    <MoneyPage tab="statements" lead={words.lead}>
      <DialogButton label={words.import} look="primary">
        {(close) => <ImportForm onDone={close} />}
      </DialogButton>
      <nav aria-label={words.show} className="my-4 flex flex-wrap gap-2">
        {STATES.map((state) => (
          <Button
            key={state}
            look={state === status ? 'primary' : 'secondary'}
            aria-pressed={state === status}
            onClick={() => void navigate({ to: '/desk/money/statements', search: { status: state } })}
          >
            {words.states[state]}
          </Button>
        ))}
      </nav>
      <Section heading={words.states[status]}>
        <Loaded query={query}>
          {({ statementLines: { items, totalItems, ...place }, receivables }) =>
            items.length === 0 ? (
              <Empty>{words.empty}</Empty>
            ) : (
              <>
                <Table
                  caption={words.caption}
                  rows={items}
                  keyOf={({ id }) => id}
                  columns={[
                    { heading: words.day, isShort: true, cell: ({ paidOn }) => formatDate(paidOn, today) },
                    { heading: words.payer, cell: ({ payerName }) => payerName },
                    { heading: words.amount, isNumber: true, cell: ({ amountYen }) => formatYen(amountYen) },
                    {
                      heading: words.likely,
                      cell: (line) => <Likely line={line} receivables={receivables} />,
                    },
                    {
                      heading: words.action,
                      cell: (line) => <Acts line={line} receivables={receivables} />,
                    },
                  ]}
                />
                <Pager
                  walked={walked}
                  take={TAKE}
                  total={totalItems}
                  place={place}
                  onMove={(next) =>
                    void navigate({ to: '/desk/money/statements', search: { ...search, walked: next.join('.') } })
                  }
                />
              </>
            )
          }
        </Loaded>
      </Section>
    </MoneyPage>
  );
}

interface OfLine {
  readonly line: Line;
  readonly receivables: readonly Receivable[];
}

function Likely({ line: { status, proposal, setAsideReason }, receivables }: OfLine) {
  const words = useStatementWords();
  if (status === 'ASIDE') return setAsideReason;
  if (status === 'SETTLED') return null;
  if (proposal === null) return <Quiet>{words.unknown}</Quiet>;
  const names = receivables.filter(({ invoiceId }) => proposal.invoiceIds.includes(invoiceId));
  return (
    <>
      {names.map(({ number, payerParty }) => `${payerParty.name} ${number}`).join('、')}
      <Quiet>{words.certainty[proposal.certainty]}</Quiet>
    </>
  );
}

function Acts({ line, receivables }: OfLine) {
  const words = useStatementWords();
  const { id, status, payerName, amountYen, settledYen } = line;
  const amount = formatYen(amountYen - settledYen);
  if (status === 'SETTLED') return null;
  if (status === 'ASIDE') return <Back id={id} />;
  return (
    <div className="flex flex-wrap gap-2">
      <DialogButton label={words.settleOf(payerName, amount)} short={words.settle}>
        {(close) => <SettleForm line={line} receivables={receivables} onDone={close} />}
      </DialogButton>
      {settledYen > 0 ? null : (
        <DialogButton label={words.asideOf(payerName, amount)} short={words.aside} look="quiet">
          {(close) => <AsideForm id={id} onDone={close} />}
        </DialogButton>
      )}
    </div>
  );
}

function SettleForm({ line, receivables, onDone }: OfLine & { readonly onDone: () => void }) {
  const words = useStatementWords();
  const today = useToday();
  const filling = useFilling({
    defaultValues: { invoiceIds: [...(line.proposal?.invoiceIds ?? [])] },
    send: async ({ invoiceIds }, idempotencyKey) => {
      const input = { idempotencyKey, statementLineId: line.id, invoiceIds };
      const { settleStatementLine } = await ask(SettleStatementLine, { input });
      const { surplusYen } = settleStatementLine;
      await afterSaving(surplusYen > 0 ? words.surplus(formatYen(surplusYen)) : words.settled, onDone);
    },
  });
  if (receivables.length === 0) return <P>{words.noInvoices}</P>;
  return (
    <Form filling={filling} submitLabel={words.settle}>
      <CheckList
        name="invoiceIds"
        label={words.invoices}
        hint={words.surplusHint}
        choices={receivables.map(({ invoiceId, payerParty, number, dueOn, openYen }) => ({
          value: invoiceId,
          label: words.invoice(payerParty.name, number, formatDate(dueOn, today), formatYen(openYen)),
        }))}
      />
    </Form>
  );
}

function AsideForm({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const words = useStatementWords();
  const filling = useFilling({
    defaultValues: { reason: '' },
    send: async ({ reason }, idempotencyKey) => {
      await ask(SetStatementLineAside, { input: { idempotencyKey, statementLineId: id, reason } });
      await afterSaving(words.asideDone, onDone);
    },
  });
  return (
    <Form filling={filling} submitLabel={words.aside}>
      <TextField name="reason" label={words.reason} hint={words.reasonHint} />
    </Form>
  );
}

function Back({ id }: { readonly id: string }) {
  const words = useStatementWords();
  const act = useAct();
  const run = async () =>
    act.run(async (idempotencyKey) => {
      await ask(SetStatementLineAside, { input: { idempotencyKey, statementLineId: id, reason: null } });
      announce(words.backDone);
      await queryClient.invalidateQueries();
    });
  return (
    <>
      {act.fault === null ? null : <FaultMessage error={act.fault} />}
      <Button look="secondary" isOff={act.isUnderWay} onClick={() => void run()}>
        {words.back}
      </Button>
    </>
  );
}
