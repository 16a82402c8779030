import { useMe, useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { EndEligibility } from '../../data/generated/end-eligibility.js';
import { EndMembership } from '../../data/generated/end-membership.js';
import { FacilityChoices } from '../../data/generated/facility-choices.js';
import { RecordEligibility } from '../../data/generated/record-eligibility.js';
import { RecordHeadCount } from '../../data/generated/record-head-count.js';
import { SetInvoiceIssuer } from '../../data/generated/set-invoice-issuer.js';
import { SetMunicipality } from '../../data/generated/set-municipality.js';
import type { DeskFacilityQuery, NumberHolder, TaxRounding } from '../../data/generated/types.js';
import { useAsk } from '../../data/use-ask.js';
import { afterSaving } from '../../kit/after-saving.js';
import { RadioList } from '../../kit/choices.js';
import { DateField } from '../../kit/date-field.js';
import { NumberField, TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { P } from '../../kit/text.js';
import { readWholeNumber } from '../../words/typed-numbers.js';
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

export function HeadCountForm({ facilityId, onDone }: Of) {
  const words = useFacilitiesWords();
  const today = useToday();
  const filling = useFilling({
    defaultValues: { countedOn: today, employees: '', disabled: '', severe: '' },
    send: async ({ countedOn, employees, disabled, severe }) => {
      const input = {
        facilityId,
        countedOn,
        employees: readWholeNumber(employees) ?? 0,
        employeesWithDisabilities: readWholeNumber(disabled) ?? 0,
        employeesWithSevereDisabilities: readWholeNumber(severe) ?? 0,
      };
      await ask(RecordHeadCount, { input });
      await afterSaving(words.saved, onDone);
    },
  });
  return (
    <Form filling={filling} submitLabel={words.submitHeadCount}>
      <DateField name="countedOn" label={words.countedOn} today={today} />
      <NumberField name="employees" label={words.employees} unit={words.personUnit} />
      <NumberField name="disabled" label={words.disabled} unit={words.personUnit} />
      <NumberField name="severe" label={words.severe} unit={words.personUnit} />
    </Form>
  );
}

/** Under which number invoices go out; `facilityId` null: those of the desk itself. */
export function IssuerForm({
  facilityId,
  issuer,
  onDone,
}: {
  readonly facilityId: string | null;
  readonly issuer: DeskFacilityQuery['invoiceIssuer'];
  readonly onDone: () => void;
}) {
  const words = useFacilitiesWords();
  const { organisationId: deskId } = useMe();
  const filling = useFilling<{ registrationNumber: string; holder: string; taxRounding: string }>({
    defaultValues: {
      registrationNumber: issuer.registrationNumber ?? '',
      holder: issuer.holder,
      taxRounding: issuer.taxRounding,
    },
    send: async ({ registrationNumber, holder, taxRounding }) => {
      const input = {
        deskId,
        facilityId,
        registrationNumber,
        holder: holder as NumberHolder,
        taxRounding: taxRounding as TaxRounding,
      };
      await ask(SetInvoiceIssuer, { input });
      await afterSaving(words.saved, onDone);
    },
  });
  return (
    <Form filling={filling} submitLabel={words.submitIssuer}>
      <TextField name="registrationNumber" label={words.registration} hint={words.registrationHint} isOptional />
      <RadioList
        name="holder"
        label={words.holder}
        choices={(['CORPORATION', 'OTHER'] as const).map((value) => ({ value, label: words.holders[value] }))}
      />
      <RadioList
        name="taxRounding"
        label={words.rounding}
        choices={(['DOWN', 'NEAREST', 'UP'] as const).map((value) => ({ value, label: words.roundings[value] }))}
      />
    </Form>
  );
}
