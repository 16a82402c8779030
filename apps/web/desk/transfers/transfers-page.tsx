import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { isAdmin, useMe, useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { MakeTransferRun } from '../../data/generated/make-transfer-run.js';
import { SetTransferSettings } from '../../data/generated/set-transfer-settings.js';
import { Transfers } from '../../data/generated/transfers.js';
import type { TransfersQuery } from '../../data/generated/types.js';
import { queryClient, useAsk } from '../../data/use-ask.js';
import { afterSaving } from '../../kit/after-saving.js';
import { announce } from '../../kit/announce.js';
import { PageLink } from '../../kit/button.js';
import { CheckList, RadioList } from '../../kit/choices.js';
import { DateField } from '../../kit/date-field.js';
import { DialogButton } from '../../kit/dialog-button.js';
import { TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Message } from '../../kit/message.js';
import { StateTag } from '../../kit/state-tag.js';
import { Pager, Table } from '../../kit/table.js';
import { Facts, P, Quiet, Section } from '../../kit/text.js';
import { dayOf, formatDate, formatNumber, formatYen } from '../../words/format.js';
import { MoneyPage } from '../money/money-page.js';
import { RUN_TONES } from './run-tones.js';
import { useTransferWords } from './words.js';

const TAKE = 20;

type Candidate = TransfersQuery['transferCandidates'][number];

/** Payments to facilities on their way to the bank. */
export function TransfersPage() {
  const words = useTransferWords();
  const [walked, setWalked] = useState<readonly string[]>([]);
  const query = useAsk(Transfers, { first: TAKE, after: walked.at(-1) ?? null });
  return (
    <MoneyPage tab="transfers" lead={words.lead}>
      <Loaded query={query}>
        {({ transferCandidates: candidates, transferSettings: settings, transferRuns: runs }) => {
          const isReady = settings.clientCode !== null && settings.accountObstacle === null;
          return (
            <>
              {isReady ? null : <Message kind="warning">{words.notReady}</Message>}
              <ToPay candidates={candidates} isReady={isReady} />
              <Runs runs={runs} walked={walked} onMove={setWalked} />
              <Settings settings={settings} />
            </>
          );
        }}
      </Loaded>
    </MoneyPage>
  );
}

function ToPay({ candidates, isReady }: { readonly candidates: readonly Candidate[]; readonly isReady: boolean }) {
  const words = useTransferWords();
  const today = useToday();
  const ready = candidates.filter(({ obstacle }) => obstacle === null);
  if (candidates.length === 0) return <Empty>{words.empty}</Empty>;
  return (
    <Section
      heading={words.heading}
      aside={
        isReady && ready.length > 0 ? (
          <DialogButton label={words.making} look="primary">
            {() => <MakeForm candidates={ready} />}
          </DialogButton>
        ) : undefined
      }
    >
      <Table
        caption={words.caption}
        rows={candidates}
        keyOf={({ invoiceId }) => invoiceId}
        columns={[
          {
            heading: words.facility,
            cell: ({ facility }) => (
              <PageLink to="/desk/facilities/$id" params={{ id: facility.id }}>
                {facility.name}
              </PageLink>
            ),
          },
          {
            heading: words.notice,
            cell: ({ invoiceId, number }) => (
              <PageLink to="/desk/money/invoices/$id" params={{ id: invoiceId }}>
                {number}
              </PageLink>
            ),
          },
          { heading: words.due, isShort: true, cell: ({ dueOn }) => formatDate(dueOn, today) },
          { heading: words.open, isNumber: true, cell: ({ openYen }) => formatYen(openYen) },
          {
            heading: words.ready,
            cell: ({ obstacle }) =>
              obstacle === null ? (
                <StateTag tone="active">{words.isReady}</StateTag>
              ) : (
                <StateTag tone={obstacle === 'IN_FILE' ? 'waiting' : 'trouble'}>{words.obstacles[obstacle]}</StateTag>
              ),
          },
        ]}
      />
    </Section>
  );
}

function MakeForm({ candidates }: { readonly candidates: readonly Candidate[] }) {
  const words = useTransferWords();
  const today = useToday();
  const navigate = useNavigate();
  const filling = useFilling({
    defaultValues: { invoiceIds: candidates.map(({ invoiceId }) => invoiceId), transferOn: '' },
    send: async ({ invoiceIds, transferOn }, idempotencyKey) => {
      const { makeTransferRun } = await ask(MakeTransferRun, { input: { idempotencyKey, invoiceIds, transferOn } });
      const without = makeTransferRun.omitted.map(
        ({ facility, obstacle }) => `${facility.name}（${words.obstacles[obstacle]}）`,
      );
      announce(without.length === 0 ? words.made : words.madeWithout(without.join('、')));
      await queryClient.invalidateQueries();
      await navigate({ to: '/desk/money/transfers/$id', params: { id: makeTransferRun.transferRun.id } });
    },
  });
  const chosen = filling.form.watch('invoiceIds');
  const sumYen = candidates.reduce(
    (sum, { invoiceId, openYen }) => sum + (chosen.includes(invoiceId) ? openYen : 0),
    0,
  );
  return (
    <Form filling={filling} submitLabel={words.make}>
      <DateField name="transferOn" label={words.day} hint={words.dayHint} today={today} />
      <CheckList
        name="invoiceIds"
        label={words.choose}
        choices={candidates.map(({ invoiceId, facility, number, dueOn, openYen }) => ({
          value: invoiceId,
          label: words.choice(facility.name, number, formatDate(dueOn, today), formatYen(openYen)),
        }))}
      />
      <P className="mt-4 font-bold">{words.sum(chosen.length, formatYen(sumYen))}</P>
      <Quiet>{words.fixed}</Quiet>
    </Form>
  );
}

function Runs({
  runs: { items, totalItems, ...place },
  walked,
  onMove,
}: {
  readonly runs: TransfersQuery['transferRuns'];
  readonly walked: readonly string[];
  readonly onMove: (walked: readonly string[]) => void;
}) {
  const words = useTransferWords();
  const today = useToday();
  return (
    <Section heading={words.runs}>
      {items.length === 0 ? (
        <Quiet>{words.noRuns}</Quiet>
      ) : (
        <Table
          caption={words.runsCaption}
          rows={items}
          keyOf={({ id }) => id}
          columns={[
            {
              heading: words.day,
              cell: ({ id, transferOn }) => (
                <PageLink to="/desk/money/transfers/$id" params={{ id }}>
                  {words.open1(formatDate(transferOn, today))}
                </PageLink>
              ),
            },
            {
              heading: words.state,
              cell: ({ status }) => <StateTag tone={RUN_TONES[status]}>{words.states[status]}</StateTag>,
            },
            { heading: words.records, isNumber: true, cell: ({ recordCount }) => formatNumber(recordCount) },
            { heading: words.total, isNumber: true, cell: ({ totalYen }) => formatYen(totalYen) },
            { heading: words.madeAt, isShort: true, cell: ({ madeAt }) => formatDate(dayOf(madeAt), today) },
          ]}
        />
      )}
      <Pager walked={walked} take={TAKE} total={totalItems} place={place} onMove={onMove} />
    </Section>
  );
}

function Settings({ settings }: { readonly settings: TransfersQuery['transferSettings'] }) {
  const words = useTransferWords();
  const { role } = useMe();
  const { clientCode, recordEnd, accountObstacle } = settings;
  return (
    <Section
      heading={words.settings}
      aside={
        isAdmin(role) ? (
          <DialogButton label={words.edit}>
            {(close) => <SettingsForm settings={settings} onDone={close} />}
          </DialogButton>
        ) : undefined
      }
    >
      <Facts
        items={[
          [words.clientCode, clientCode ?? words.none],
          [words.recordEnd, words.recordEnds[recordEnd]],
          [words.account, accountObstacle === null ? words.accountOk : words.obstacles[accountObstacle]],
        ]}
      />
      <PageLink to="/desk/settings/profile">{words.accountEdit}</PageLink>
    </Section>
  );
}

function SettingsForm({
  settings,
  onDone,
}: {
  readonly settings: TransfersQuery['transferSettings'];
  readonly onDone: () => void;
}) {
  const words = useTransferWords();
  const filling = useFilling({
    defaultValues: { clientCode: settings.clientCode ?? '', recordEnd: settings.recordEnd },
    send: async (values) => {
      await ask(SetTransferSettings, { input: values });
      await afterSaving(words.saved, onDone);
    },
  });
  return (
    <Form filling={filling} submitLabel={words.save}>
      <TextField name="clientCode" label={words.clientCode} hint={words.clientCodeHint} inputMode="numeric" />
      <RadioList
        name="recordEnd"
        label={words.recordEnd}
        choices={(['NOTHING', 'CRLF'] as const).map((value) => ({ value, label: words.recordEnds[value] }))}
      />
    </Form>
  );
}
