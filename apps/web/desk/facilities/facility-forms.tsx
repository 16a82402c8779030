import { useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { EndEligibility } from '../../data/generated/end-eligibility.js';
import { EndMembership } from '../../data/generated/end-membership.js';
import { FacilityChoices } from '../../data/generated/facility-choices.js';
import { RecordEligibility } from '../../data/generated/record-eligibility.js';
import { SetMunicipality } from '../../data/generated/set-municipality.js';
import { useAsk } from '../../data/use-ask.js';
import { afterSaving } from '../../kit/after-saving.js';
import { RadioList } from '../../kit/choices.js';
import { DateField } from '../../kit/date-field.js';
import { TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { P } from '../../kit/text.js';
import { useTypeName } from './type-name.js';
import { useFacilitiesWords } from './words.js';

interface Of {
  readonly facilityId: string;
  readonly onDone: () => void;
}

export function EndMembershipForm({ facilityId, onDone }: Of) {
  const words = useFacilitiesWords();
  const filling = useFilling({
    defaultValues: { reason: '' },
    send: async ({ reason }, idempotencyKey) => {
      await ask(EndMembership, { input: { idempotencyKey, facilityId, reason } });
      await afterSaving(words.ended, onDone);
    },
  });
  return (
    <Form filling={filling} submitLabel={words.submitEnd} submitLook="danger">
      <P>{words.endLead}</P>
      <TextField name="reason" label={words.endReason} rows={2} />
    </Form>
  );
}

export function MunicipalityForm({ facilityId, municipality: before, onDone }: Of & { readonly municipality: string }) {
  const words = useFacilitiesWords();
  const filling = useFilling({
    defaultValues: { municipality: before },
    send: async ({ municipality }) => {
      await ask(SetMunicipality, { input: { facilityId, municipality } });
      await afterSaving(words.saved, onDone);
    },
  });
  return (
    <Form filling={filling} submitLabel={words.setMunicipality}>
      <TextField name="municipality" label={words.municipality} hint={words.municipalityHint} isOptional />
    </Form>
  );
}

export function EligibilityForm({ facilityId, onDone }: Of) {
  const words = useFacilitiesWords();
  const today = useToday();
  const choices = useAsk(FacilityChoices, {});
  const typeName = useTypeName(choices.data);
  const filling = useFilling({
    defaultValues: { typeCode: '', evidence: '', fromOn: today, untilOn: '' },
    send: async ({ typeCode, evidence, fromOn, untilOn }, idempotencyKey) => {
      const input = {
        idempotencyKey,
        facilityId,
        typeCode,
        evidence,
        fromOn,
        untilOn: untilOn === '' ? null : untilOn,
      };
      await ask(RecordEligibility, { input });
      await afterSaving(words.saved, onDone);
    },
  });
  return (
    <Form filling={filling} submitLabel={words.submitEligibility}>
      <RadioList
        name="typeCode"
        label={words.type}
        choices={(choices.data?.facilityTypes ?? []).map(({ code }) => ({ value: code, label: typeName(code) }))}
      />
      <TextField name="evidence" label={words.evidence} hint={words.evidenceHint} />
      <DateField name="fromOn" label={words.from} today={today} />
      <DateField name="untilOn" label={words.untilOn} hint={words.untilHint} today={today} isOptional />
    </Form>
  );
}

export function EndEligibilityForm({
  eligibilityId,
  onDone,
}: { readonly eligibilityId: string } & Omit<Of, 'facilityId'>) {
  const words = useFacilitiesWords();
  const today = useToday();
  const filling = useFilling({
    defaultValues: { endsOn: today },
    send: async ({ endsOn }) => {
      await ask(EndEligibility, { input: { eligibilityId, untilOn: endsOn } });
      await afterSaving(words.saved, onDone);
    },
  });
  return (
    <Form filling={filling} submitLabel={words.submitUntil}>
      <DateField name="endsOn" label={words.untilOn} today={today} />
    </Form>
  );
}
