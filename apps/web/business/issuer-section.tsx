import { ask } from '../data/ask.js';
import { SetInvoiceIssuer } from '../data/generated/set-invoice-issuer.js';
import type { DeskFacilityQuery, NumberHolder, TaxRounding } from '../data/generated/types.js';
import { afterSaving } from '../kit/after-saving.js';
import { RadioList } from '../kit/choices.js';
import { DialogButton } from '../kit/dialog-button.js';
import { TextField } from '../kit/fields.js';
import { useFilling } from '../kit/filling.js';
import { Form } from '../kit/form.js';
import { Facts, Section } from '../kit/text.js';
import { useBusinessWords } from './words.js';

type Issuer = DeskFacilityQuery['invoiceIssuer'];

/** Under which number invoices go out; `facilityId` null: those of the desk itself. */
export function IssuerSection({
  deskId,
  facilityId,
  issuer,
  heading,
  canEdit,
}: {
  readonly deskId: string;
  readonly facilityId: string | null;
  readonly issuer: Issuer;
  /** What it is called where a page has several. */
  readonly heading?: string;
  readonly canEdit: boolean;
}) {
  const { issuer: words } = useBusinessWords();
  return (
    <Section
      heading={heading ?? words.heading}
      aside={
        canEdit ? (
          <DialogButton label={words.edit}>
            {(close) => <IssuerForm deskId={deskId} facilityId={facilityId} issuer={issuer} onDone={close} />}
          </DialogButton>
        ) : null
      }
    >
      <Facts
        items={[
          [words.registration, issuer.registrationNumber ?? words.noRegistration],
          [words.holder, words.holders[issuer.holder]],
          [words.rounding, words.roundings[issuer.taxRounding]],
        ]}
      />
    </Section>
  );
}

function IssuerForm({
  deskId,
  facilityId,
  issuer,
  onDone,
}: {
  readonly deskId: string;
  readonly facilityId: string | null;
  readonly issuer: Issuer;
  readonly onDone: () => void;
}) {
  const { issuer: words, save, saved } = useBusinessWords();
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
      await afterSaving(saved, onDone);
    },
  });
  return (
    <Form filling={filling} submitLabel={save}>
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
