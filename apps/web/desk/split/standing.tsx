import { useState } from 'react';
import { ask } from '../../data/ask.js';
import { SendPlannedShares } from '../../data/generated/send-planned-shares.js';
import { WithdrawShare } from '../../data/generated/withdraw-share.js';
import type { AssignmentState } from '../../data/generated/types.js';
import { queryClient } from '../../data/use-ask.js';
import { useAct } from '../../kit/act.js';
import { Button } from '../../kit/button.js';
import { Dialog } from '../../kit/dialog.js';
import { TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { FaultMessage } from '../../kit/message.js';
import { StateTag, type Tone } from '../../kit/state-tag.js';
import { Table } from '../../kit/table.js';
import { P, Section } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { formatMoment, formatUnits } from '../../words/format.js';
import type { Read } from './basis.js';
import type { SplitOrderView } from './split-order.js';
import { useSplitWords } from './words.js';

type Share = Read['openOffers'][number];

const TONES: Partial<Readonly<Record<AssignmentState, Tone>>> = {
  PLANNED: 'waiting',
  OFFERED: 'waiting',
  PARTLY_ACCEPTED: 'trouble',
  COMPLETED: 'done',
  INSPECTED: 'done',
};

/** What facilities said yes to, and whose answer is awaited. */
export function Standing({
  order,
  read,
  unit,
  onDone,
}: {
  readonly order: SplitOrderView;
  readonly read: Read;
  readonly unit: string;
  readonly onDone: (sentence: string) => void;
}) {
  const { standing: words, done } = useSplitWords();
  const [toWithdraw, setToWithdraw] = useState<Share | null>(null);
  const act = useAct();
  const nameOf = (facilityId: string) => read.candidates.find((row) => row.facilityId === facilityId)?.name ?? '';
  const shares = [...read.openOffers, ...read.committed];
  const planned = read.openOffers.filter(({ status }) => status === 'PLANNED');
  if (shares.length === 0) return null;
  return (
    <Section heading={words.caption}>
      <Table
        caption={words.caption}
        rows={shares}
        keyOf={({ assignmentId }) => assignmentId}
        columns={[
          { heading: words.facility, cell: ({ facilityId }) => nameOf(facilityId) },
          { heading: words.units, cell: ({ units }) => formatUnits(units, unit), isNumber: true },
          {
            heading: words.state,
            cell: ({ status }) => <StateTag tone={TONES[status] ?? 'active'}>{words.states[status]}</StateTag>,
          },
          { heading: words.answerBy, cell: ({ answerBy }) => (answerBy === null ? '' : formatMoment(answerBy)) },
          {
            heading: words.action,
            cell: (share) =>
              share.status === 'OFFERED' || share.status === 'PLANNED' ? (
                <Button
                  look="quiet"
                  aria-label={words.withdrawOf(nameOf(share.facilityId))}
                  onClick={() => setToWithdraw(share)}
                >
                  {words.withdraw}
                </Button>
              ) : null,
          },
        ]}
      />
      {planned.length === 0 ? null : (
        <p className="mt-4">
          <Button
            isOff={act.isUnderWay}
            onClick={() =>
              void act.run(async (idempotencyKey) => {
                await ask(SendPlannedShares, { input: { workOrderId: order.id, idempotencyKey } });
                onDone(done.plannedSent);
              })
            }
          >
            {words.sendPlanned(planned.length)}
          </Button>
        </p>
      )}
      {act.fault === null ? null : <FaultMessage error={act.fault} />}
      {toWithdraw === null ? null : (
        <Withdraw
          share={toWithdraw}
          name={nameOf(toWithdraw.facilityId)}
          onClose={() => setToWithdraw(null)}
          onDone={() => {
            setToWithdraw(null);
            onDone(done.withdrawn(nameOf(toWithdraw.facilityId)));
          }}
        />
      )}
    </Section>
  );
}

function Withdraw({
  share,
  name,
  onClose,
  onDone,
}: {
  readonly share: Share;
  readonly name: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { standing: words } = useSplitWords();
  const { actions } = useCommon();
  const filling = useFilling<{ reason: string }>({
    defaultValues: { reason: '' },
    send: async ({ reason }, idempotencyKey) => {
      await ask(WithdrawShare, { input: { assignmentId: share.assignmentId, reason, idempotencyKey } });
      onDone();
      await queryClient.invalidateQueries();
    },
  });
  return (
    <Dialog title={words.withdrawTitle(name)} isOpen onClose={onClose}>
      <P>{words.withdrawLead}</P>
      <Form
        filling={filling}
        submitLabel={words.withdraw}
        submitLook="danger"
        others={
          <Button look="secondary" onClick={onClose}>
            {actions.cancel}
          </Button>
        }
      >
        <TextField name="reason" label={words.reason} />
      </Form>
    </Dialog>
  );
}
