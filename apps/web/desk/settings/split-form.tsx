import { ask } from '../../data/ask.js';
import { SetDeskSettings } from '../../data/generated/set-desk-settings.js';
import type { DeskSettingsQuery } from '../../data/generated/types.js';
import { afterSaving } from '../../kit/after-saving.js';
import { RadioList } from '../../kit/choices.js';
import { NumberField, TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { readWholeNumber } from '../../words/typed-numbers.js';
import { readPermille, writePermille } from './percents.js';
import { useSettingsWords } from './words.js';

type Settings = NonNullable<DeskSettingsQuery['desks'][number]['settings']>;

export function SplitForm({ settings, onDone }: { readonly settings: Settings; readonly onDone: () => void }) {
  const { split: words, saved, save, percentUnit } = useSettingsWords();
  const filling = useFilling({
    defaultValues: {
      measure: settings.splitMeasure,
      rule: settings.splitRule,
      prices: settings.splitPrices,
      maxFacilities: settings.splitMaxFacilities === null ? '' : String(settings.splitMaxFacilities),
      maxDefect: writePermille(settings.splitMaxDefectPermille),
      tolerance: writePermille(settings.splitPriceTolerancePermille),
      regions: settings.splitRegions.join('\n'),
      answerDays: String(settings.answerWorkingDays),
      deliveryDays: String(settings.deliveryWorkingDays),
      feeRate: writePermille(settings.feeRatePermille),
    },
    send: async (values) => {
      const input = {
        splitMeasure: values.measure,
        splitRule: values.rule,
        splitPrices: values.prices,
        splitMaxFacilities: readWholeNumber(values.maxFacilities),
        splitMaxDefectPermille: readPermille(values.maxDefect),
        splitPriceTolerancePermille: readPermille(values.tolerance),
        splitRegions: values.regions
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
        answerWorkingDays: readWholeNumber(values.answerDays),
        deliveryWorkingDays: readWholeNumber(values.deliveryDays),
        feeRatePermille: readPermille(values.feeRate),
      };
      await ask(SetDeskSettings, { input });
      await afterSaving(saved, onDone);
    },
  });
  return (
    <Form filling={filling} submitLabel={save}>
      <RadioList
        name="measure"
        label={words.measure}
        choices={(['YEN', 'MINUTES'] as const).map((value) => ({ value, label: words.measures[value] }))}
      />
      <RadioList
        name="rule"
        label={words.rule}
        choices={(['WEBSTER', 'JEFFERSON', 'ADAMS'] as const).map((value) => ({ value, label: words.rules[value] }))}
      />
      <RadioList
        name="prices"
        label={words.prices}
        choices={(['QUOTED', 'OWN'] as const).map((value) => ({ value, label: words.splitPrices[value] }))}
      />
      <NumberField name="maxFacilities" label={words.maxFacilities} unit={words.places} min={1} isOptional />
      <NumberField
        name="maxDefect"
        label={words.maxDefect}
        hint={words.maxDefectHint}
        unit={percentUnit}
        as="sen"
        max={100}
        isOptional
      />
      <NumberField
        name="tolerance"
        label={words.tolerance}
        hint={words.toleranceHint}
        unit={percentUnit}
        as="sen"
        max={100}
      />
      <TextField name="regions" label={words.regions} hint={words.regionsHint} rows={4} isOptional />
      <NumberField name="answerDays" label={words.answerDays} unit={words.workingDayUnit} min={1} />
      <NumberField name="deliveryDays" label={words.deliveryDays} unit={words.workingDayUnit} />
      <NumberField
        name="feeRate"
        label={words.feeRate}
        hint={words.feeRateHint}
        unit={percentUnit}
        as="sen"
        max={100}
      />
    </Form>
  );
}
