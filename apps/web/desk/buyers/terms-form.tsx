import { ask } from '../../data/ask.js';
import { SetBuyerTerms } from '../../data/generated/set-buyer-terms.js';
import type { Billing, BuyerTermsQuery, DueDayRule, Pricing } from '../../data/generated/types.js';
import { afterSaving } from '../../kit/after-saving.js';
import { CheckField, RadioList } from '../../kit/choices.js';
import { NumberField, TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { P } from '../../kit/text.js';
import { readWholeNumber } from '../../words/typed-numbers.js';
import { useBuyerWords } from './words.js';

const MAX_DAY = 31;

/** On what terms a buyer orders from now on. */
export function TermsForm({
  buyerId,
  terms,
  onDone,
}: {
  readonly buyerId: string;
  readonly terms: BuyerTermsQuery['buyerTerms'];
  readonly onDone: () => void;
}) {
  const words = useBuyerWords();
  const filling = useFilling<{
    acceptanceDays: string;
    billing: string;
    closingDay: string;
    paymentMonths: string;
    paymentDay: string;
    pricing: string;
    contractingParty: string;
    dueDayRule: string;
    needsSignedPaper: boolean;
  }>({
    defaultValues: {
      ...terms,
      contractingParty: terms.contractingParty ?? '',
      acceptanceDays: String(terms.acceptanceDays),
      closingDay: String(terms.closingDay),
      paymentMonths: String(terms.paymentMonths),
      paymentDay: String(terms.paymentDay),
    },
    send: async ({ billing, pricing, contractingParty, dueDayRule, needsSignedPaper, ...numbers }) => {
      const input = {
        buyerId,
        acceptanceDays: readWholeNumber(numbers.acceptanceDays),
        closingDay: readWholeNumber(numbers.closingDay),
        paymentMonths: readWholeNumber(numbers.paymentMonths),
        paymentDay: readWholeNumber(numbers.paymentDay),
        billing: billing as Billing,
        pricing: pricing as Pricing,
        contractingParty,
        dueDayRule: dueDayRule as DueDayRule,
        needsSignedPaper,
      };
      await ask(SetBuyerTerms, { input });
      await afterSaving(words.saved, onDone);
    },
  });
  return (
    <Form filling={filling} submitLabel={words.submitTerms}>
      <P>{words.termsLead}</P>
      <NumberField name="acceptanceDays" label={words.acceptanceDays} unit={words.dayUnit} min={1} />
      <RadioList
        name="billing"
        label={words.billing}
        choices={(['MONTHLY', 'PER_ORDER'] as const).map((value) => ({ value, label: words.billings[value] }))}
      />
      <NumberField
        name="closingDay"
        label={words.closing}
        hint={words.dayHint}
        unit={words.dayUnit}
        min={1}
        max={MAX_DAY}
      />
      <NumberField name="paymentMonths" label={words.paymentMonths} unit={words.monthUnit} />
      <NumberField
        name="paymentDay"
        label={words.paymentDay}
        hint={words.dayHint}
        unit={words.dayUnit}
        min={1}
        max={MAX_DAY}
      />
      <RadioList
        name="pricing"
        label={words.pricing}
        choices={(['TAX_EXCLUSIVE', 'TAX_INCLUSIVE'] as const).map((value) => ({
          value,
          label: words.pricings[value],
        }))}
      />
      <RadioList
        name="dueDayRule"
        label={words.holiday}
        choices={(['AS_IS', 'BEFORE', 'AFTER'] as const).map((value) => ({ value, label: words.holidays[value] }))}
      />
      <TextField name="contractingParty" label={words.contractingParty} hint={words.contractingPartyHint} isOptional />
      <CheckField name="needsSignedPaper" label={words.needsPaper} />
    </Form>
  );
}
