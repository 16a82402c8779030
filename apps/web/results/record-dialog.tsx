import { useToday } from '../app/session.js';
import { ask } from '../data/ask.js';
import { RecordResults } from '../data/generated/record-results.js';
import type { ContractType, RecordedResultsQuery } from '../data/generated/types.js';
import { RadioList } from '../kit/choices.js';
import { DateField } from '../kit/date-field.js';
import { NumberField, TextField } from '../kit/fields.js';
import { FormDialog } from '../kit/form-dialog.js';
import { useCommon } from '../words/common/index.js';
import { useLanguage } from '../words/language.js';
import { readWholeNumber } from '../words/typed-numbers.js';
import { useArea } from './search.js';
import { useResultsWords } from './words.js';

interface Values {
  performedOn: string;
  title: string;
  categoryCode: string;
  contractType: string;
  government: string;
  department: string;
  facilityName: string;
  yen: string;
}

const TYPES = ['DESK_CONTRACT', 'BROKERED', 'REFERRAL'] as const satisfies readonly ContractType[];

/** One order or purchase of before, or from outside the product. */
export function RecordDialog({ categories }: { readonly categories: RecordedResultsQuery['procurementCategories'] }) {
  const { recorded: words, settings } = useResultsWords();
  const { units } = useCommon();
  const today = useToday();
  const area = useArea();
  const isEnglish = useLanguage() === 'en';
  const isDesk = area === 'desk';
  return (
    <FormDialog<Values>
      label={words.add}
      title={words.addTitle}
      submitLabel={words.save}
      done={words.saved}
      defaultValues={{
        ...{ performedOn: today, title: '', categoryCode: '', contractType: '', government: '' },
        ...{ department: '', facilityName: '', yen: '' },
      }}
      send={async ({ yen, categoryCode, contractType, ...values }, idempotencyKey) =>
        ask(RecordResults, {
          input: {
            idempotencyKey,
            rows: [
              {
                ...values,
                yen: readWholeNumber(yen),
                categoryCode: categoryCode === '' ? null : categoryCode,
                contractType: contractType === '' ? null : (contractType as ContractType),
                isTaxIncluded: !isDesk,
              },
            ],
          },
        })
      }
    >
      <DateField name="performedOn" label={words.performedOn} today={today} />
      <TextField name="title" label={words.title2} hint={words.titleHint} />
      {isDesk ? (
        <RadioList
          name="contractType"
          label={words.contractType}
          choices={TYPES.map((value) => ({ value, label: words.types[value] }))}
        />
      ) : (
        <RadioList
          name="categoryCode"
          label={words.category}
          choices={categories.map(({ code, nameJa, nameEn }) => ({ value: code, label: isEnglish ? nameEn : nameJa }))}
        />
      )}
      {area === 'buyer' ? null : <TextField name="government" label={settings.government} isOptional />}
      <TextField name="department" label={words.department} isOptional />
      <TextField name="facilityName" label={words.supplier} isOptional />
      <NumberField name="yen" label={isDesk ? words.amountUntaxed : words.amount} unit={units.yen} />
    </FormDialog>
  );
}
