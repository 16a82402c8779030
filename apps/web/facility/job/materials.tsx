import { ask } from '../../data/ask.js';
import { RecordMaterial } from '../../data/generated/record-material.js';
import type { MaterialMovementKind } from '../../data/generated/types.js';
import { queryClient } from '../../data/use-ask.js';
import { RadioList } from '../../kit/choices.js';
import { NumberField, TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Card, Facts, More, Section } from '../../kit/text.js';
import { formatUnits } from '../../words/format.js';
import { readWholeNumber } from '../../words/typed-numbers.js';
import { useFacilityWords } from '../words.js';
import type { Job } from './job.js';

type Material = Job['materials'][number];

/** What the facility is supplied with. */
export function Materials({ job }: { readonly job: Job }) {
  const { job: words } = useFacilityWords();
  if (job.materials.length === 0) return null;
  return (
    <Section heading={words.materials} id="materials">
      <ul className="grid gap-3">
        {job.materials.map((material) => (
          <li key={material.id}>
            <Card>
              <h3>{material.name}</h3>
              <Facts
                items={[
                  [words.onHand, formatUnits(material.onHand, material.unit)],
                  material.onTheWay === 0 ? null : [words.onTheWay, formatUnits(material.onTheWay, material.unit)],
                ]}
              />
              {material.availableActions.length === 0 ? null : (
                <More summary={words.record(material.name)}>
                  <RecordForm material={material} />
                </More>
              )}
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function RecordForm({ material }: { readonly material: Material }) {
  const { job: words } = useFacilityWords();
  const field = (name: string) => `${name}-${material.id}`;
  const filling = useFilling<Record<string, string>>({
    defaultValues: { [field('kind')]: '', [field('quantity')]: '', [field('note')]: '' },
    send: async (values, idempotencyKey) => {
      const input = {
        materialId: material.id,
        idempotencyKey,
        kind: values[field('kind')] as MaterialMovementKind,
        quantity: readWholeNumber(values[field('quantity')] ?? '') ?? 0,
        note: values[field('note')] ?? '',
      };
      await ask(RecordMaterial, { input });
      filling.form.reset();
      await queryClient.invalidateQueries();
    },
  });
  return (
    <Form filling={filling} submitLabel={words.record(material.name)} submitLook="secondary" label={material.name}>
      <RadioList
        name={field('kind')}
        label={words.movement}
        choices={material.availableActions.map((value) => ({ value, label: words.movements[value] }))}
      />
      <NumberField name={field('quantity')} label={words.quantity} unit={material.unit} min={1} />
      <TextField name={field('note')} label={words.note} isOptional />
    </Form>
  );
}
