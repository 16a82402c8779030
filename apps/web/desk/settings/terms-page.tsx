import { isAdmin, useMe } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { DeskSettings } from '../../data/generated/desk-settings.js';
import { SetDeskTerms } from '../../data/generated/set-desk-terms.js';
import type { DeskSettingsQuery } from '../../data/generated/types.js';
import { useAsk } from '../../data/use-ask.js';
import { afterSaving } from '../../kit/after-saving.js';
import { DialogButton } from '../../kit/dialog-button.js';
import { NumberField, TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Loaded } from '../../kit/loaded.js';
import { Facts, Section } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { formatYen } from '../../words/format.js';
import { readWholeNumber } from '../../words/typed-numbers.js';
import { SettingsPage } from './settings-page.js';
import { useSettingsWords } from './words.js';

type Terms = DeskSettingsQuery['deskTerms'];
const MAX_DAY = 31;

/** On what terms facilities are paid, and what the subcontract law is judged by. */
export function TermsPage() {
  const { terms: words, none } = useSettingsWords();
  const { organisationId: deskId, role } = useMe();
  const query = useAsk(DeskSettings, { deskId });
  return (
    <SettingsPage tab="terms" lead={words.lead}>
      <Loaded query={query}>
        {({ deskTerms: terms }) => (
          <>
            <Section
              heading={words.heading}
              aside={
                isAdmin(role) ? (
                  <DialogButton label={words.edit}>
                    {(close) => <TermsForm terms={terms} onDone={close} />}
                  </DialogButton>
                ) : null
              }
            >
              <Facts
                items={[
                  [words.closing, words.dayOf(terms.closingDay)],
                  [words.payment, words.paymentOf(terms.paymentMonths, words.dayOf(terms.paymentDay))],
                  [words.method, terms.paymentMethod],
                  [words.nonCash, terms.nonCash ?? none],
                  [words.inspection, words.days(terms.inspectionDays)],
                  [words.receipt, terms.receiptPlace],
                  [words.paperReturn, words.days(terms.paperReturnDays)],
                ]}
              />
            </Section>
            <Section heading={words.law}>
              <Facts
                items={[
                  [words.capital, terms.capitalYen === null ? none : formatYen(terms.capitalYen)],
                  [words.employees, terms.employeeCount === null ? none : words.persons(terms.employeeCount)],
                  [words.exemption, terms.subcontractExemption ?? words.applies],
                ]}
              />
            </Section>
          </>
        )}
      </Loaded>
    </SettingsPage>
  );
}

function TermsForm({ terms, onDone }: { readonly terms: Terms; readonly onDone: () => void }) {
  const { terms: words, saved, save, dayUnit } = useSettingsWords();
  const { units } = useCommon();
  const textOf = (value: number | null) => (value === null ? '' : String(value));
  const filling = useFilling({
    defaultValues: {
      closingDay: textOf(terms.closingDay),
      paymentMonths: textOf(terms.paymentMonths),
      paymentDay: textOf(terms.paymentDay),
      paymentMethod: terms.paymentMethod,
      nonCash: terms.nonCash ?? '',
      inspectionDays: textOf(terms.inspectionDays),
      receiptPlace: terms.receiptPlace,
      paperReturnDays: textOf(terms.paperReturnDays),
      capital: textOf(terms.capitalYen),
      employeeCount: textOf(terms.employeeCount),
      subcontractExemption: terms.subcontractExemption ?? '',
    },
    send: async ({ paymentMethod, receiptPlace, nonCash, subcontractExemption, capital, ...numbers }) => {
      const input = {
        paymentMethod,
        receiptPlace,
        nonCash: nonCash.trim() === '' ? null : nonCash,
        subcontractExemption: subcontractExemption.trim() === '' ? null : subcontractExemption,
        capitalYen: readWholeNumber(capital),
        closingDay: readWholeNumber(numbers.closingDay),
        paymentMonths: readWholeNumber(numbers.paymentMonths),
        paymentDay: readWholeNumber(numbers.paymentDay),
        inspectionDays: readWholeNumber(numbers.inspectionDays),
        paperReturnDays: readWholeNumber(numbers.paperReturnDays),
        employeeCount: readWholeNumber(numbers.employeeCount),
      };
      await ask(SetDeskTerms, { input });
      await afterSaving(saved, onDone);
    },
  });
  return (
    <Form filling={filling} submitLabel={save}>
      <NumberField name="closingDay" label={words.closing} hint={words.dayHint} unit={dayUnit} min={1} max={MAX_DAY} />
      <NumberField name="paymentMonths" label={words.paymentMonths} unit={words.monthUnit} />
      <NumberField
        name="paymentDay"
        label={words.paymentDay}
        hint={words.dayHint}
        unit={dayUnit}
        min={1}
        max={MAX_DAY}
      />
      <TextField name="paymentMethod" label={words.method} />
      <TextField name="nonCash" label={words.nonCash} isOptional />
      <NumberField name="inspectionDays" label={words.inspection} unit={dayUnit} min={1} />
      <TextField name="receiptPlace" label={words.receipt} isOptional />
      <NumberField name="paperReturnDays" label={words.paperReturn} unit={dayUnit} min={1} />
      <NumberField name="capital" label={words.capital} unit={units.yen} isOptional />
      <NumberField name="employeeCount" label={words.employees} unit={words.personUnit} isOptional />
      <TextField name="subcontractExemption" label={words.exemption} hint={words.exemptionHint} rows={3} isOptional />
    </Form>
  );
}
