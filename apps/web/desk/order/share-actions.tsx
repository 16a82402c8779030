import { useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { ConfirmPart } from '../../data/generated/confirm-part.js';
import { ConfirmStop } from '../../data/generated/confirm-stop.js';
import { ExtendOffer } from '../../data/generated/extend-offer.js';
import { OfferAgain } from '../../data/generated/offer-again.js';
import { RefuseExtension } from '../../data/generated/refuse-extension.js';
import { WithdrawAssignment } from '../../data/generated/withdraw-assignment.js';
import { ButtonRow } from '../../kit/button.js';
import { DateField } from '../../kit/date-field.js';
import { NumberField, TextField } from '../../kit/fields.js';
import { FormDialog } from '../../kit/form-dialog.js';
import { P } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { formatDate, formatNumber, formatUnits } from '../../words/format.js';
import { readSen, readWholeNumber } from '../../words/typed-numbers.js';
import type { Share } from './order.js';
import { ProposeChange } from './share-changes.js';
import { useOrderWords } from './words.js';

const SEN_PER_YEN = 100;
/** Bound with something left to hand over: it can become smaller, or be due sooner. */
const CHANGEABLE: readonly string[] = ['ACCEPTED', 'IN_PROGRESS', 'REWORK'];

/** What the desk can do about a share now. */
export function ShareActions({ share }: { readonly share: Share }) {
  const can = (action: Share['availableActions'][number]) => share.availableActions.includes(action);
  const isChangeable =
    CHANGEABLE.includes(share.status) && !share.shareChanges.some(({ status }) => status === 'PROPOSED');
  const isNothing = !['confirmPart', 'offerAgain', 'extend', 'withdraw', 'confirmStop'].some((action) =>
    (share.availableActions as readonly string[]).includes(action),
  );
  if (isNothing && !isChangeable) return null;
  return (
    <ButtonRow>
      {can('confirmPart') ? <Confirm share={share} /> : null}
      {can('offerAgain') ? <Again share={share} /> : null}
      {can('extend') ? <Extend share={share} /> : null}
      {can('refuseExtension') ? <RefuseMoreTime share={share} /> : null}
      {can('confirmStop') ? <Stop share={share} /> : null}
      {isChangeable ? <ProposeChange share={share} /> : null}
      {can('withdraw') ? <Withdraw share={share} /> : null}
    </ButtonRow>
  );
}

function Confirm({ share }: { readonly share: Share }) {
  const { shares: words } = useOrderWords();
  return (
    <FormDialog
      look="primary"
      label={words.confirm}
      about={share.facility.name}
      title={words.confirmAsk(share.facility.name)}
      submitLabel={words.confirmSubmit}
      defaultValues={{}}
      done={words.confirmDone}
      send={async (_, idempotencyKey) => ask(ConfirmPart, { input: { assignmentId: share.id, idempotencyKey } })}
    >
      <P>{words.confirmLead}</P>
    </FormDialog>
  );
}

function Again({ share }: { readonly share: Share }) {
  const { shares: words } = useOrderWords();
  const { units: unitWords } = useCommon();
  const today = useToday();
  return (
    <FormDialog<{ againUnits: string; againDue: string; againPrice: string }>
      label={words.again}
      about={share.facility.name}
      title={words.againAsk(share.facility.name)}
      submitLabel={words.againSubmit}
      defaultValues={{
        againUnits: formatNumber(share.acceptedUnits ?? share.offeredUnits),
        againDue: share.proposedDueOn ?? share.dueOn,
        againPrice: formatNumber((share.proposedUnitPriceSen ?? share.unitPriceSen) / SEN_PER_YEN),
      }}
      done={words.againDone}
      send={async ({ againUnits, againDue, againPrice }, idempotencyKey) =>
        ask(OfferAgain, {
          input: {
            assignmentId: share.id,
            idempotencyKey,
            units: readWholeNumber(againUnits),
            dueOn: againDue,
            unitPriceSen: readSen(againPrice),
          },
        })
      }
    >
      <NumberField name="againUnits" label={words.againUnits} unit={share.workType.unit} min={1} />
      <DateField name="againDue" label={words.againDue} today={today} min={today} />
      <NumberField name="againPrice" label={words.againPrice} unit={unitWords.yen} as="sen" />
    </FormDialog>
  );
}

function Extend({ share }: { readonly share: Share }) {
  const { shares: words } = useOrderWords();
  const today = useToday();
  const { extensionUntil, extendableTo } = share;
  return (
    <FormDialog<{ until: string }>
      look={extensionUntil === null ? 'secondary' : 'primary'}
      label={words.extend}
      about={share.facility.name}
      title={words.extendAsk(share.facility.name)}
      submitLabel={words.extendSubmit}
      defaultValues={{ until: extensionUntil ?? extendableTo ?? '' }}
      done={words.extendDone}
      send={async ({ until }, idempotencyKey) =>
        ask(ExtendOffer, { input: { assignmentId: share.id, idempotencyKey, until } })
      }
    >
      <P>{words.extendLead}</P>
      <DateField
        name="until"
        label={words.extendUntil}
        hint={extendableTo === null ? undefined : words.extendHint(formatDate(extendableTo, today))}
        today={today}
        min={today}
      />
    </FormDialog>
  );
}

function RefuseMoreTime({ share }: { readonly share: Share }) {
  const { shares: words } = useOrderWords();
  return (
    <FormDialog<{ refuseTimeReason: string }>
      label={words.refuseTime}
      about={share.facility.name}
      title={words.refuseTimeAsk(share.facility.name)}
      submitLabel={words.refuseTimeSubmit}
      defaultValues={{ refuseTimeReason: '' }}
      done={words.refuseTimeDone}
      send={async ({ refuseTimeReason: reason }, idempotencyKey) =>
        ask(RefuseExtension, { input: { assignmentId: share.id, idempotencyKey, reason } })
      }
    >
      <P>{words.refuseTimeLead}</P>
      <TextField name="refuseTimeReason" label={words.refuseTimeReason} />
    </FormDialog>
  );
}

function Withdraw({ share }: { readonly share: Share }) {
  const { shares: words, actions } = useOrderWords();
  return (
    <FormDialog<{ withdrawReason: string }>
      look="danger"
      label={words.withdraw}
      about={share.facility.name}
      title={words.withdrawAsk(share.facility.name, formatUnits(share.units, share.workType.unit))}
      submitLabel={words.withdraw}
      submitLook="danger"
      defaultValues={{ withdrawReason: '' }}
      done={words.withdrawDone}
      send={async ({ withdrawReason: reason }, idempotencyKey) =>
        ask(WithdrawAssignment, { input: { assignmentId: share.id, idempotencyKey, reason } })
      }
    >
      <P>{words.withdrawLead}</P>
      <TextField name="withdrawReason" label={actions.reason} hint={actions.reasonHint} />
    </FormDialog>
  );
}

function Stop({ share }: { readonly share: Share }) {
  const { shares: words } = useOrderWords();
  return (
    <FormDialog<{ stopUnits: string }>
      look="primary"
      label={words.stop}
      about={share.facility.name}
      title={words.stopAsk(share.facility.name)}
      submitLabel={words.stopSubmit}
      defaultValues={{ stopUnits: '' }}
      done={words.stopDone}
      send={async ({ stopUnits }, idempotencyKey) =>
        ask(ConfirmStop, {
          input: { assignmentId: share.id, idempotencyKey, doneUnits: readWholeNumber(stopUnits) ?? 0 },
        })
      }
    >
      <P>{words.stopLead}</P>
      <NumberField name="stopUnits" label={words.stopUnits} unit={share.workType.unit} max={share.units} />
    </FormDialog>
  );
}
