import { useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { AddFeeRule } from '../../data/generated/add-fee-rule.js';
import type { BuyerKind, ContractType, FeeBasis, FeePayer } from '../../data/generated/types.js';
import { afterSaving } from '../../kit/after-saving.js';
import { RadioList } from '../../kit/choices.js';
import { DateField } from '../../kit/date-field.js';
import { NumberField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { useCommon } from '../../words/common/index.js';
import { addDays } from '../../words/format.js';
import { readSen, readWholeNumber } from '../../words/typed-numbers.js';
import { readPermille } from './percents.js';
import { useSettingsWords } from './words.js';

/** A new fee rule: for which orders, how it is computed, who pays it, from which day on. */
export function FeeForm({ onDone }: { readonly onDone: () => void }) {
  const { fees: words, saved, percentUnit } = useSettingsWords();
  const { units } = useCommon();
  const today = useToday();
  const filling = useFilling({
    defaultValues: {
      contractType: '',
      buyerKind: '',
      basis: '',
      rate: '',
      fixed: '',
      piece: '',
      payer: '',
      validFrom: addDays(today, 1),
      validTo: '',
    },
    send: async ({ contractType, buyerKind, basis, rate, fixed, piece, payer, validFrom, validTo }, idempotencyKey) => {
      const input = {
        idempotencyKey,
        contractType: contractType as ContractType,
        buyerKind: buyerKind === '' ? null : (buyerKind as BuyerKind),
        basis: basis as FeeBasis,
        ratePermille: basis === 'PERCENT' ? readPermille(rate) : null,
        fixedYen: basis === 'FIXED' ? readWholeNumber(fixed) : null,
        perPieceSen: basis === 'PER_PIECE' ? readSen(piece) : null,
        payer: payer as FeePayer,
        validFrom,
        validTo: validTo === '' ? null : validTo,
      };
      await ask(AddFeeRule, { input });
      await afterSaving(saved, onDone);
    },
  });
  const amounts = {
    PERCENT: <NumberField name="rate" label={words.rate} unit={percentUnit} as="sen" max={100} />,
    FIXED: <NumberField name="fixed" label={words.fixed} unit={units.yen} />,
    PER_PIECE: <NumberField name="piece" label={words.piece} unit={units.yen} as="sen" />,
  } as const;
  return (
    <Form filling={filling} submitLabel={words.submitAdd}>
      <RadioList
        name="contractType"
        label={words.contractType}
        choices={(['DESK_CONTRACT', 'BROKERED', 'REFERRAL'] as const).map((value) => ({
          value,
          label: words.types[value],
        }))}
      />
      <RadioList
        name="buyerKind"
        label={words.buyerKind}
        isOptional
        choices={[
          { value: '', label: words.anyBuyer },
          ...(['COMPANY', 'GOVERNMENT'] as const).map((value) => ({ value, label: words.buyerKinds[value] })),
        ]}
      />
      <RadioList
        name="basis"
        label={words.basis}
        choices={(['PERCENT', 'FIXED', 'PER_PIECE'] as const).map((value) => ({
          value,
          label: words.bases[value],
          more: amounts[value],
        }))}
      />
      <RadioList
        name="payer"
        label={words.payer}
        choices={(['BUYER', 'FACILITY'] as const).map((value) => ({ value, label: words.payers[value] }))}
      />
      <DateField name="validFrom" label={words.from} hint={words.fromHint} today={today} min={addDays(today, 1)} />
      <DateField name="validTo" label={words.to} today={today} isOptional />
    </Form>
  );
}
