import { ask } from '../../data/ask.js';
import { ChangeFacilityProfile } from '../../data/generated/change-facility-profile.js';
import type { FacilitySettingsQuery } from '../../data/generated/types.js';
import { afterSaving } from '../../kit/after-saving.js';
import { RadioList } from '../../kit/choices.js';
import { NumberField, TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { useLanguage } from '../../words/language.js';
import { readWholeNumber } from '../../words/typed-numbers.js';
import { useFacilitySettingsWords } from './words.js';

const MAX_PERSONS = 1000;

/** What desks read of the facility. */
export function AboutForm({
  facility,
  types,
  onDone,
}: {
  readonly facility: FacilitySettingsQuery['facility'];
  readonly types: FacilitySettingsQuery['facilityTypes'];
  readonly onDone: () => void;
}) {
  const words = useFacilitySettingsWords();
  const language = useLanguage();
  const filling = useFilling({
    defaultValues: {
      name: facility.name,
      typeCode: facility.typeCode,
      municipality: facility.municipality ?? '',
      capacityPersons: facility.capacityPersons === null ? '' : String(facility.capacityPersons),
      servicesText: facility.servicesText,
    },
    send: async ({ capacityPersons, ...rest }) => {
      await ask(ChangeFacilityProfile, { input: { ...rest, capacityPersons: readWholeNumber(capacityPersons) } });
      await afterSaving(words.saved, onDone);
    },
  });
  return (
    <Form filling={filling} submitLabel={words.save}>
      <TextField name="name" label={words.name} />
      <RadioList
        name="typeCode"
        label={words.type}
        choices={types.map(({ code, nameJa, nameEn }) => ({ value: code, label: language === 'en' ? nameEn : nameJa }))}
      />
      <TextField name="municipality" label={words.municipality} hint={words.municipalityHint} isOptional />
      <NumberField
        name="capacityPersons"
        label={words.capacity}
        unit={words.personUnit}
        min={1}
        max={MAX_PERSONS}
        isOptional
      />
      <TextField name="servicesText" label={words.services} hint={words.servicesHint} rows={4} isOptional />
    </Form>
  );
}
