import { useState } from 'react';
import { ask } from '../../data/ask.js';
import { isFault } from '../../data/fault.js';
import { ApproveSplit } from '../../data/generated/approve-split.js';
import { RepairSplit } from '../../data/generated/repair-split.js';
import { queryClient } from '../../data/use-ask.js';
import { AddressLink, Button, ButtonRow } from '../../kit/button.js';
import { RadioList } from '../../kit/choices.js';
import { Dialog } from '../../kit/dialog.js';
import { TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Message } from '../../kit/message.js';
import { Table } from '../../kit/table.js';
import { P, Quiet } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { formatUnits, formatYen } from '../../words/format.js';
import { decidedOf, optionsToApprove, type Read } from './basis.js';
import { type Draft, isEmptyDraft } from './draft.js';
import type { SplitAnswer } from './engine/messages.js';
import type { Split } from './engine/use-split.js';
import type { SplitOrderView, SplitStep } from './split-order.js';
import { useSplitWords } from './words.js';

const SEN_PER_YEN = 100;

interface Props {
  readonly order: SplitOrderView;
  readonly step: SplitStep;
  readonly read: Read;
  readonly answer: SplitAnswer;
  readonly draft: Draft;
  readonly callId: string | undefined;
  /** What it is made from has changed: nothing is sent before that was looked at. */
  readonly isOutdated: boolean;
  readonly splitOnce: Split['splitOnce'];
  readonly onDone: (sentence: string) => void;
}

/** Who would hear of the split, and the way to make it binding. */
export function Approve(props: Props) {
  const { changes: words, approve } = useSplitWords();
  const [isOpen, setIsOpen] = useState(false);
  const { answer, read, isOutdated } = props;
  const { fresh, changed, withdrawn, kept, unsent } = effectOf(answer, read);
  const toSend = fresh.length + changed.length + unsent;
  const hasChanges = fresh.length + changed.length + withdrawn.length > 0;
  const facts = [
    fresh.length > 0 ? words.fresh(fresh.length) : '',
    changed.length > 0 ? words.changed(changed.length) : '',
    withdrawn.length > 0 ? words.withdrawn(withdrawn.length) : '',
    unsent > 0 ? words.unsent(unsent) : '',
    kept > 0 ? words.kept(kept) : '',
  ].filter((text) => text !== '');
  return (
    <section aria-labelledby="split-changes" className="no-print mt-6 rounded-lg border border-line p-4">
      <h2 id="split-changes" className="text-lg">
        {words.title}
      </h2>
      {hasChanges ? <P>{facts.join('、')}</P> : <P>{words.none}</P>}
      <ButtonRow>
        <Button isOff={!hasChanges || isOutdated} onClick={() => setIsOpen(true)}>
          {toSend > 0 ? approve.open(toSend) : approve.openApprove}
        </Button>
      </ButtonRow>
      {isOpen ? <ApproveDialog {...props} onClose={() => setIsOpen(false)} /> : null}
    </section>
  );
}

interface Effect {
  readonly fresh: SplitAnswer['changes'];
  readonly changed: SplitAnswer['changes'];
  readonly withdrawn: SplitAnswer['changes'];
  /** Offers that stay as they are. */
  readonly kept: number;
  /** Planned shares that stay, and go out with the others. */
  readonly unsent: number;
}

function effectOf({ changes }: SplitAnswer, { openOffers }: Read): Effect {
  const moved = new Set(changes.map(({ facilityId }) => facilityId));
  const staying = openOffers.filter(({ facilityId }) => !moved.has(facilityId));
  return {
    fresh: changes.filter(({ fromUnits }) => fromUnits === 0),
    changed: changes.filter(({ fromUnits, toUnits }) => fromUnits > 0 && toUnits > 0),
    withdrawn: changes.filter(({ toUnits }) => toUnits === 0),
    kept: staying.filter(({ status }) => status === 'OFFERED').length,
    unsent: staying.filter(({ status }) => status === 'PLANNED').length,
  };
}

function ApproveDialog({
  order,
  step,
  read,
  answer,
  draft,
  callId,
  splitOnce,
  onDone,
  onClose,
}: Props & { readonly onClose: () => void }) {
  const { approve: words, done } = useSplitWords();
  const { actions } = useCommon();
  const { unit } = step.workType;
  const { fresh, changed, withdrawn, kept, unsent } = effectOf(answer, read);
  const rowOf = new Map(read.candidates.map((row) => [row.facilityId, row]));
  const nameOf = (facilityId: string) => rowOf.get(facilityId)?.name ?? '';
  const needsReason = !isEmptyDraft(draft);
  const count = fresh.length + changed.length + unsent;
  const filling = useFilling<{ how: string; reason: string }>({
    defaultValues: { how: count > 0 ? 'send' : 'later', reason: '' },
    send: async ({ how, reason: typed }, idempotencyKey) => {
      const reason = typed.trim();
      // The reason is a part of what is approved, so the hash is that of the split with it.
      const reply = await splitOnce(decidedOf(draft, reason));
      if (reply === null || !('answer' in reply)) return;
      const { snapshotHash, shares } = reply.answer.result;
      const input = {
        stepId: step.id,
        options: optionsToApprove(draft, callId, reason),
        snapshotHash,
        seenShares: shares.filter(({ units }) => units > 0).map(({ facilityId, units }) => ({ facilityId, units })),
        idempotencyKey,
      };
      try {
        await (how === 'send' ? ask(RepairSplit, { input }) : ask(ApproveSplit, { input }));
      } catch (error) {
        // What changed is told on the page, with what to do about it.
        if (!isFault(error, 'ALLOCATION.STALE')) throw error;
        onClose();
        await queryClient.invalidateQueries();
        return;
      }
      onClose();
      onDone(how === 'send' ? done.sent(count) : done.approved);
      await queryClient.invalidateQueries();
    },
  });
  const isSending = filling.form.watch('how') === 'send';
  return (
    <Dialog title={words.title} isOpen onClose={onClose}>
      {answer.result.unplaced > 0 ? (
        <Message kind="warning">{words.unplaced(formatUnits(answer.result.unplaced, unit))}</Message>
      ) : null}
      {fresh.length + changed.length === 0 ? null : (
        <Table
          caption={words.caption}
          rows={[...fresh, ...changed]}
          keyOf={({ facilityId }) => facilityId}
          columns={[
            { heading: words.facility, cell: ({ facilityId }) => nameOf(facilityId) },
            { heading: words.units, cell: ({ toUnits }) => formatUnits(toUnits, unit), isNumber: true },
            ...(changed.length === 0
              ? []
              : [
                  {
                    heading: words.now,
                    cell: ({ fromUnits }: (typeof changed)[number]) => formatUnits(fromUnits, unit),
                    isNumber: true,
                  },
                ]),
            {
              heading: words.amount,
              cell: ({ facilityId, toUnits }) => {
                const price = rowOf.get(facilityId)?.unitPriceSen ?? read.facilityUnitPriceSen;
                return formatYen(Math.floor((price * toUnits) / SEN_PER_YEN));
              },
              isNumber: true,
            },
          ]}
        />
      )}
      {withdrawn.length === 0 ? null : (
        <P className="mt-3 font-bold">
          {words.withdraw(withdrawn.map(({ facilityId }) => nameOf(facilityId)).join('、'))}
        </P>
      )}
      {kept > 0 ? <Quiet className="mt-2">{words.keep(kept)}</Quiet> : null}
      {isSending ? <P className="mt-3">{words.mail}</P> : null}
      <Form
        filling={filling}
        submitLabel={isSending ? words.submitSend(count) : words.submitApprove}
        others={
          <Button look="secondary" onClick={onClose}>
            {actions.cancel}
          </Button>
        }
      >
        {needsReason ? <TextField name="reason" label={words.reason} hint={words.reasonHint} /> : null}
        {count === 0 ? null : (
          <RadioList
            name="how"
            label={words.how}
            choices={[
              { value: 'send', label: words.send },
              { value: 'later', label: words.later },
            ]}
          />
        )}
      </Form>
      <Quiet className="mt-4">{words.orderLead}</Quiet>
      <p>
        <AddressLink href={`/desk/orders/${order.id}`}>{order.title}</AddressLink>
      </p>
    </Dialog>
  );
}
