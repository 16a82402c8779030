import { useParams, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useToday } from '../../app/session.js';
import { isFault } from '../../data/fault.js';
import { SplitOrder } from '../../data/generated/split-order.js';
import { SplitSnapshot } from '../../data/generated/split-snapshot.js';
import { useAsk } from '../../data/use-ask.js';
import { AddressLink } from '../../kit/button.js';
import { Loaded, Skeleton } from '../../kit/loaded.js';
import { Message } from '../../kit/message.js';
import { Page } from '../../kit/page.js';
import { useCommon } from '../../words/common/index.js';
import { formatDate } from '../../words/format.js';
import { currentLanguage } from '../../words/language.js';
import { optionsToAsk, type Read } from './basis.js';
import { type Drafting, isEmptyDraft, useDraft } from './draft.js';
import { SplitEditor } from './editor.js';
import { Versions } from './replay.js';
import type { SplitOrderView, SplitStep } from './split-order.js';
import { useSplitWords } from './words.js';

/** One step of an order split over the facilities: what is tried is worked out at once, and binds nobody before it is approved. */
export function SplitPage() {
  const { id, stepId } = useParams({ from: '/inside/desk-area/desk/orders/$id/split/$stepId' });
  const { callId } = useSearch({ from: '/inside/desk-area/desk/orders/$id/split/$stepId' });
  const query = useAsk(SplitOrder, { id });
  return (
    <Loaded query={query}>
      {({ workOrder }) => <StepPage key={`${stepId} ${callId}`} order={workOrder} stepId={stepId} callId={callId} />}
    </Loaded>
  );
}

function StepPage({
  order,
  stepId,
  callId,
}: {
  readonly order: SplitOrderView;
  readonly stepId: string;
  readonly callId: string | undefined;
}) {
  const words = useSplitWords();
  const { areas } = useCommon();
  const today = useToday();
  const drafting = useDraft(`split:${stepId}`);
  const { draft } = drafting;
  const options = useMemo(() => optionsToAsk(draft, callId), [draft, callId]);
  const query = useAsk(SplitSnapshot, { input: { stepId, options } });
  const step = order.lines.flatMap(({ steps }) => steps).find((each) => each.id === stepId);
  const work = step ? (currentLanguage() === 'en' ? step.workType.nameEn : step.workType.nameJa) : '';
  const isWholeStepTaken = isFault(query.error, 'ALLOCATION.NOTHING_TO_PLACE');
  return (
    <Page
      title={words.title(work)}
      area={areas.desk}
      lead={words.lead(
        `${order.number} ${order.title}`,
        formatDate(query.data?.allocationSnapshot.facilityDueOn ?? step?.dueOn ?? today, today),
      )}
    >
      <p>
        <AddressLink href={`/desk/orders/${order.id}`}>{words.backToOrder}</AddressLink>
      </p>
      {isWholeStepTaken ? (
        <Message kind="success">{words.nothingToPlace}</Message>
      ) : (
        <Loaded query={query}>
          {({ allocationSnapshot }) =>
            step === undefined ? null : (
              <Settled
                read={query.isPlaceholderData ? null : allocationSnapshot}
                optionsKey={JSON.stringify(options)}
                drafting={drafting}
                order={order}
                step={step}
                callId={callId}
              />
            )
          }
        </Loaded>
      )}
      {step === undefined ? null : <Versions order={order} step={step} />}
    </Page>
  );
}

/**
 * Holds still what the coordinator works on: when something changed in the meantime, what was decided by hand is not
 * recalculated under their eyes, but only when they say so.
 */
function Settled({
  read,
  optionsKey,
  drafting,
  ...rest
}: {
  /** Null: what was asked for last is on its way. */
  readonly read: Read | null;
  readonly optionsKey: string;
  readonly drafting: Drafting;
  readonly order: SplitOrderView;
  readonly step: SplitStep;
  readonly callId: string | undefined;
}) {
  const [held, setHeld] = useState<{ readonly read: Read; readonly optionsKey: string } | null>(null);
  const isToBeTaken =
    read !== null &&
    read !== held?.read &&
    (held === null || held.optionsKey !== optionsKey || isEmptyDraft(drafting.draft));
  if (isToBeTaken) setHeld({ read, optionsKey });
  if (held === null) return <Skeleton />;
  const isOutdated = read !== null && read !== held.read && held.optionsKey === optionsKey && !isToBeTaken;
  return (
    <SplitEditor
      {...rest}
      read={held.read}
      fresh={isOutdated ? read : null}
      onTakeFresh={() => {
        if (read) setHeld({ read, optionsKey });
      }}
      drafting={drafting}
    />
  );
}
