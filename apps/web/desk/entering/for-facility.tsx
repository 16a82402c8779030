import { useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { AcceptAssignment } from '../../data/generated/accept-assignment.js';
import { AcceptPartOfAssignment } from '../../data/generated/accept-part-of-assignment.js';
import { AnswerShareChange } from '../../data/generated/answer-share-change.js';
import { ConfirmStop } from '../../data/generated/confirm-stop.js';
import { CounterAssignment } from '../../data/generated/counter-assignment.js';
import { DeclineAssignment } from '../../data/generated/decline-assignment.js';
import { HandBackAssignment } from '../../data/generated/hand-back-assignment.js';
import { ReportDelivery } from '../../data/generated/report-delivery.js';
import { ReportProgress } from '../../data/generated/report-progress.js';
import { UndoAnswer } from '../../data/generated/undo-answer.js';
import { DateField } from '../../kit/date-field.js';
import { NumberField, TextField } from '../../kit/fields.js';
import { useCommon } from '../../words/common/index.js';
import { formatNumber } from '../../words/format.js';
import { readSen, readWholeNumber } from '../../words/typed-numbers.js';
import type { Share } from '../order/order.js';
import { EnterDialog, type Step } from './enter-dialog.js';
import { useDeskEnteringWords } from './words.js';

interface Values {
  partUnits: string;
  partReason: string;
  counterUnits: string;
  counterDueOn: string;
  counterPrice: string;
  counterReason: string;
  declineReason: string;
  progressUnits: string;
  deliverUnits: string;
  backUnits: string;
  backReason: string;
  stopUnits: string;
  changeReason: string;
}

/** What the facility of a share may do now, entered by the desk. */
export function EnterForFacility({ share }: { readonly share: Share }) {
  const words = useDeskEnteringWords();
  const steps = useSteps(share);
  return (
    <EnterDialog<Values>
      isAllowed={share.isEnteringAllowed}
      party={{ facilityId: share.facility.id }}
      name={share.facility.name}
      about={{ type: 'ASSIGNMENT', id: share.id }}
      steps={steps.map((step) => ({ ...step, label: words.facility[step.value] }))}
      defaultValues={{
        partUnits: '',
        partReason: '',
        counterUnits: '',
        counterDueOn: share.dueOn,
        counterPrice: '',
        counterReason: '',
        declineReason: '',
        progressUnits: '',
        deliverUnits: formatNumber(share.units),
        backUnits: '',
        backReason: '',
        stopUnits: '',
        changeReason: '',
      }}
    />
  );
}

type FacilityStep = Omit<Step<Values>, 'label' | 'value'> & {
  readonly value: keyof ReturnType<typeof useDeskEnteringWords>['facility'];
};

function useSteps(share: Share): readonly FacilityStep[] {
  const words = useDeskEnteringWords();
  const { units: unitWords } = useCommon();
  const today = useToday();
  const { unit } = share.workType;
  const assignmentId = share.id;
  const change = share.shareChanges.find(({ status }) => status === 'PROPOSED');
  const can = (...actions: readonly string[]) =>
    (share.actionsToEnter as readonly string[]).some((action) => actions.includes(action));
  const units = (name: keyof Values, label: string) => <NumberField name={name} label={label} unit={unit} />;
  const reason = (name: keyof Values) => <TextField name={name} label={words.reason} />;
  const count = (text: string) => readWholeNumber(text) ?? 0;
  const all: readonly (FacilityStep & { readonly isPossible: boolean })[] = [
    {
      value: 'accept',
      isPossible: can('accept'),
      send: async (_, common) => ask(AcceptAssignment, { input: { assignmentId, ...common } }),
    },
    {
      value: 'acceptPart',
      isPossible: can('acceptPart'),
      more: (
        <>
          {units('partUnits', words.units)}
          {reason('partReason')}
        </>
      ),
      send: async ({ partUnits, partReason }, common) =>
        ask(AcceptPartOfAssignment, {
          input: { assignmentId, units: count(partUnits), reason: partReason, ...common },
        }),
    },
    {
      value: 'counter',
      isPossible: can('counter'),
      more: (
        <>
          <NumberField name="counterUnits" label={words.units} unit={unit} isOptional />
          <DateField name="counterDueOn" label={words.dueOn} today={today} min={today} />
          <NumberField name="counterPrice" label={words.price} unit={unitWords.yen} as="sen" isOptional />
          {reason('counterReason')}
        </>
      ),
      send: async ({ counterUnits, counterDueOn, counterPrice, counterReason }, common) =>
        ask(CounterAssignment, {
          input: {
            assignmentId,
            units: readWholeNumber(counterUnits),
            dueOn: counterDueOn === share.dueOn ? null : counterDueOn,
            unitPriceSen: readSen(counterPrice),
            reason: counterReason,
            ...common,
          },
        }),
    },
    {
      value: 'decline',
      isPossible: can('decline'),
      more: reason('declineReason'),
      send: async ({ declineReason }, common) =>
        ask(DeclineAssignment, { input: { assignmentId, reason: declineReason, ...common } }),
    },
    {
      value: 'undoAnswer',
      isPossible: can('undoAnswer'),
      send: async (_, common) => ask(UndoAnswer, { input: { assignmentId, ...common } }),
    },
    {
      value: 'reportProgress',
      isPossible: can('reportProgress'),
      more: units('progressUnits', words.doneUnits),
      send: async ({ progressUnits }, common) =>
        ask(ReportProgress, { input: { assignmentId, doneUnits: count(progressUnits), ...common } }),
    },
    {
      value: 'deliver',
      isPossible: can('deliverPart', 'deliverRest'),
      more: units('deliverUnits', words.deliveredUnits),
      send: async ({ deliverUnits }, common) =>
        ask(ReportDelivery, { input: { assignmentId, units: count(deliverUnits), ...common } }),
    },
    {
      value: 'agreeChange',
      isPossible: change !== undefined,
      send: async (_, common) =>
        ask(AnswerShareChange, { input: { shareChangeId: change?.id ?? '', isAgreed: true, ...common } }),
    },
    {
      value: 'refuseChange',
      isPossible: change !== undefined,
      more: reason('changeReason'),
      send: async ({ changeReason }, common) =>
        ask(AnswerShareChange, {
          input: { shareChangeId: change?.id ?? '', isAgreed: false, reason: changeReason, ...common },
        }),
    },
    {
      value: 'confirmStop',
      isPossible: can('confirmStop'),
      more: units('stopUnits', words.doneUnits),
      send: async ({ stopUnits }, common) =>
        ask(ConfirmStop, { input: { assignmentId, doneUnits: count(stopUnits), ...common } }),
    },
    {
      value: 'handBack',
      isPossible: can('handBack'),
      more: (
        <>
          {units('backUnits', words.units)}
          {reason('backReason')}
        </>
      ),
      send: async ({ backUnits, backReason }, common) =>
        ask(HandBackAssignment, { input: { assignmentId, units: count(backUnits), reason: backReason, ...common } }),
    },
  ];
  return all.filter(({ isPossible }) => isPossible);
}
