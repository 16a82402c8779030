import { ask } from '../../data/ask.js';
import { SetCapability } from '../../data/generated/set-capability.js';
import type { OwnFacilityQuery, WorkTypesQuery } from '../../data/generated/types.js';
import { queryClient } from '../../data/use-ask.js';
import { announce } from '../../kit/announce.js';
import { CheckField, RadioList } from '../../kit/choices.js';
import { NumberField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { useCommon } from '../../words/common/index.js';
import { readSen, readWholeNumber } from '../../words/typed-numbers.js';
import { useWorkName } from '../../words/work-name.js';
import { useFacilityWords } from '../words.js';

interface Values {
  workTypeCode: string;
  isOffered: boolean;
  secondsPerUnit: string;
  minimumLot: string;
  dailyLimitUnits: string;
  leadDays: string;
  unitPrice: string;
}

export function AbilityForm({
  facilityId,
  ability,
  choices,
  onSaved,
}: {
  readonly facilityId: string;
  readonly ability: OwnFacilityQuery['facility']['capabilities'][number] | null;
  readonly choices: WorkTypesQuery['workTypes'];
  readonly onSaved: () => void;
}) {
  const { abilities: words } = useFacilityWords();
  const { states, units } = useCommon();
  const workName = useWorkName();
  const filling = useFilling<Values>({
    defaultValues: {
      workTypeCode: ability?.workType.code ?? '',
      isOffered: ability?.isOffered ?? true,
      secondsPerUnit: ability ? String(ability.secondsPerUnit) : '',
      minimumLot: String(ability?.minimumLot ?? 1),
      dailyLimitUnits: ability?.dailyLimitUnits ? String(ability.dailyLimitUnits) : '',
      leadDays: String(ability?.leadDays ?? 0),
      unitPrice: ability ? String(ability.unitPriceSen / 100) : '',
    },
    send: async (values) => {
      const input = {
        facilityId,
        workTypeCode: values.workTypeCode,
        isOffered: values.isOffered,
        secondsPerUnit: readWholeNumber(values.secondsPerUnit) ?? 0,
        minimumLot: readWholeNumber(values.minimumLot) ?? 1,
        dailyLimitUnits: readWholeNumber(values.dailyLimitUnits),
        leadDays: readWholeNumber(values.leadDays) ?? 0,
        unitPriceSen: readSen(values.unitPrice) ?? 0,
      };
      await ask(SetCapability, { input });
      announce(states.saved);
      onSaved();
      await queryClient.invalidateQueries();
    },
  });
  const chosen = choices.find(({ code }) => code === filling.form.watch('workTypeCode'));
  const unit = ability?.workType.unit ?? chosen?.unit ?? '';
  return (
    <Form filling={filling} submitLabel={words.save}>
      {ability === null ? (
        <RadioList
          name="workTypeCode"
          label={words.work}
          choices={choices.map((type) => ({ value: type.code, label: `${workName(type)}（${type.unit}）` }))}
        />
      ) : null}
      <CheckField name="isOffered" label={words.isOffered} />
      <NumberField name="secondsPerUnit" label={words.pace} unit={words.seconds} min={1} />
      <NumberField name="minimumLot" label={words.lot} unit={unit} min={1} />
      <NumberField name="dailyLimitUnits" label={words.daily} unit={unit} min={1} isOptional />
      <NumberField name="leadDays" label={words.leadDays} unit={words.dayUnit} max={365} />
      <NumberField name="unitPrice" label={words.price} unit={units.yen} as="sen" />
    </Form>
  );
}
