import { useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { AnswerCall } from '../../data/generated/answer-call.js';
import { DeclineCall } from '../../data/generated/decline-call.js';
import { DateField } from '../../kit/date-field.js';
import { NumberField, TextField } from '../../kit/fields.js';
import { useCommon } from '../../words/common/index.js';
import { readSen, readWholeNumber } from '../../words/typed-numbers.js';
import type { CallView } from '../calls/call/call-view.js';
import { EnterDialog } from './enter-dialog.js';
import { useDeskEnteringWords } from './words.js';

interface Values {
  callUnits: string;
  callPrice: string;
  callFinishOn: string;
  callRemark: string;
  callReason: string;
}

/** What a facility that was called answers on the telephone, entered by the desk; also in place of what it said before. */
export function EnterForCalled({
  call,
  facility,
}: {
  readonly call: CallView;
  readonly facility: { readonly id: string; readonly name: string };
}) {
  const words = useDeskEnteringWords();
  const { units } = useCommon();
  const today = useToday();
  const callId = call.id;
  return (
    <EnterDialog<Values>
      isAllowed={!call.facilitiesNotEnteredFor.includes(facility.id)}
      party={{ facilityId: facility.id }}
      name={facility.name}
      about={null}
      steps={[
        {
          value: 'can',
          label: words.call.can,
          more: (
            <>
              <NumberField name="callUnits" label={words.units} unit={call.workType.unit} min={1} max={call.quantity} />
              <NumberField name="callPrice" label={words.price} unit={units.yen} as="sen" />
              <DateField name="callFinishOn" label={words.finishOn} today={today} min={today} />
              <TextField name="callRemark" label={words.remark} isOptional />
            </>
          ),
          send: async ({ callUnits, callPrice, callFinishOn, callRemark }, common) =>
            ask(AnswerCall, {
              input: {
                callId,
                units: readWholeNumber(callUnits) ?? 0,
                unitPriceSen: readSen(callPrice) ?? 0,
                earliestFinishOn: callFinishOn,
                remark: callRemark,
                ...common,
              },
            }),
        },
        {
          value: 'cannot',
          label: words.call.cannot,
          more: <TextField name="callReason" label={words.reason} />,
          send: async ({ callReason }, common) =>
            ask(DeclineCall, { input: { callId, reason: callReason, ...common } }),
        },
      ]}
      defaultValues={{ callUnits: '', callPrice: '', callFinishOn: call.dueOn, callRemark: '', callReason: '' }}
    />
  );
}
