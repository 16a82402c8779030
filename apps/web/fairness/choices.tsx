import { RadioList } from '../kit/choices.js';
import { NumberField } from '../kit/fields.js';
import { FilterForm } from '../kit/filter-form.js';
import { useFairnessAsked, useFairnessShow } from './search.js';
import { useFairnessWords } from './words.js';

/** Which year, and what it is counted in. */
export function FairnessChoices() {
  const words = useFairnessWords();
  const { search, fiscalYear, measure, present, firstYear } = useFairnessAsked();
  const show = useFairnessShow();
  const values = { year: String(fiscalYear), measure: measure === 'YEN' ? 'yen' : 'minutes' };
  return (
    <FilterForm
      values={values}
      onFilter={(chosen) =>
        show({ ...(search.facility === undefined ? {} : { facility: search.facility }), ...chosen })
      }
    >
      <NumberField name="year" label={words.year} unit="" min={firstYear} max={present} />
      <RadioList
        name="measure"
        label={words.measure}
        choices={[
          { value: 'yen', label: words.measures.YEN },
          { value: 'minutes', label: words.measures.MINUTES },
        ]}
      />
    </FilterForm>
  );
}
