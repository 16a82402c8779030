import { useFieldArray, useFormContext } from 'react-hook-form';
import type { ChargeKind, QuoteChargeInput, TaxCategory } from '../../../data/generated/types.js';
import { Button } from '../../../kit/button.js';
import { RadioList } from '../../../kit/choices.js';
import { NumberField, TextField } from '../../../kit/fields.js';
import { More, P, Section } from '../../../kit/text.js';
import { useCommon } from '../../../words/common/index.js';
import { formatNumber } from '../../../words/format.js';
import { readSen, readWholeNumber } from '../../../words/typed-numbers.js';
import type { Order } from '../order.js';
import { useOrderWords } from '../words.js';

const KINDS = ['SHIPPING', 'PLATE', 'MATERIAL', 'LUMP_SUM', 'DISCOUNT'] as const satisfies readonly ChargeKind[];
const TAXES = ['STANDARD', 'REDUCED', 'NOT_TAXABLE'] as const satisfies readonly TaxCategory[];
const SEN_PER_YEN = 100;

/** A line of a quote that is no work, as it is typed. */
export interface ChargeValues {
  kind: ChargeKind;
  name: string;
  quantity: string;
  unit: string;
  price: string;
  taxCategory: TaxCategory;
}

/** Postage, plates, material, a lump sum, a discount: as many as are wanted, none to begin with. */
export function Charges() {
  const { quote: words } = useOrderWords();
  const { units } = useCommon();
  const { control, watch } = useFormContext<{ charges: ChargeValues[] }>();
  const { fields, append, remove } = useFieldArray({ control, name: 'charges' });
  const add = (kind: ChargeKind) =>
    append({ kind, name: words.chargeKinds[kind], quantity: '1', unit: '式', price: '', taxCategory: 'STANDARD' });
  return (
    <Section heading={words.charges}>
      <P>{words.chargesLead}</P>
      {fields.map(({ id }, index) => {
        const isDiscount = watch(`charges.${index}.kind`) === 'DISCOUNT';
        return (
          <fieldset key={id} className="mt-6 rounded-lg border border-line p-4">
            <legend className="px-2 font-bold">{words.charge(index + 1)}</legend>
            <TextField name={`charges.${index}.name`} label={words.chargeName} />
            <NumberField name={`charges.${index}.quantity`} label={words.chargeQuantity} unit="" min={1} />
            <TextField name={`charges.${index}.unit`} label={words.chargeUnit} />
            <NumberField
              name={`charges.${index}.price`}
              label={isDiscount ? words.discountPrice : words.chargePrice}
              unit={units.yen}
              as="sen"
            />
            <TaxField name={`charges.${index}.taxCategory`} />
            <Button look="quiet" onClick={() => remove(index)}>
              {words.removeCharge(index + 1)}
            </Button>
          </fieldset>
        );
      })}
      <div className="mt-4 flex flex-wrap gap-3">
        {KINDS.map((kind) => (
          <Button key={kind} look="secondary" onClick={() => add(kind)}>
            {words.addCharge(words.chargeKinds[kind])}
          </Button>
        ))}
      </div>
    </Section>
  );
}

/** How a line is taxed: rarely looked at, as it follows from the kind of work. */
export function TaxField({ name }: { readonly name: string }) {
  const { quote: words } = useOrderWords();
  const { watch } = useFormContext<Record<string, TaxCategory>>();
  return (
    <More summary={words.taxOf(words.taxes[watch(name) ?? 'STANDARD'])}>
      <RadioList
        name={name}
        label={words.tax}
        hint={words.taxHint}
        choices={TAXES.map((value) => ({ value, label: words.taxes[value] }))}
      />
    </More>
  );
}

/** Those of the last quote, to begin with. */
export function startingCharges([last]: Order['quotes']): ChargeValues[] {
  return (last?.charges ?? []).map(({ kind, name, quantity, unit, unitPriceSen, taxCategory }) => ({
    ...{ kind, name, unit, taxCategory },
    quantity: formatNumber(quantity),
    price: formatNumber(Math.abs(unitPriceSen) / SEN_PER_YEN),
  }));
}

export function chargeInputs(charges: readonly ChargeValues[]): QuoteChargeInput[] {
  return charges.map(({ kind, name, quantity, unit, price, taxCategory }) => ({
    ...{ kind, name, unit, taxCategory },
    quantity: readWholeNumber(quantity) ?? 1,
    unitPriceSen: readSen(price) ?? 0,
  }));
}

/** Whole yen of all of them; null while a price is missing. */
export function chargesYen(charges: readonly ChargeValues[]): number | null {
  let yen = 0;
  for (const { kind, quantity, price } of charges) {
    const sen = readSen(price);
    if (sen === null) return null;
    const amount = Math.floor((sen * (readWholeNumber(quantity) ?? 1)) / SEN_PER_YEN);
    yen += kind === 'DISCOUNT' ? -amount : amount;
  }
  return yen;
}
