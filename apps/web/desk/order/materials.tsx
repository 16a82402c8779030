import { ask } from '../../data/ask.js';
import { RecordMaterial } from '../../data/generated/record-material.js';
import { SupplyMaterial } from '../../data/generated/supply-material.js';
import type { MaterialMovementKind } from '../../data/generated/types.js';
import { RadioList } from '../../kit/choices.js';
import { NumberField, TextField } from '../../kit/fields.js';
import { FormDialog } from '../../kit/form-dialog.js';
import { More } from '../../kit/text.js';
import { formatUnits } from '../../words/format.js';
import { readWholeNumber } from '../../words/typed-numbers.js';
import type { Share } from './order.js';
import { useOrderWords } from './words.js';

const SUPPLIED: readonly string[] = ['ACCEPTED', 'IN_PROGRESS', 'REWORK'];

/** What the facility is supplied with for its share. */
export function Materials({ share }: { readonly share: Share }) {
  const { shares: words } = useOrderWords();
  const canSupply = SUPPLIED.includes(share.status);
  if (!canSupply && share.materials.length === 0) return null;
  return (
    <More summary={words.materials}>
      <ul className="grid gap-3">
        {share.materials.map((material) => {
          const { id, name, unit, onHand, onTheWay, onTheWayBack, availableActions } = material;
          const ways = [
            onTheWay === 0 ? '' : words.onTheWay(formatUnits(onTheWay, unit)),
            onTheWayBack === 0 ? '' : words.onTheWayBack(formatUnits(onTheWayBack, unit)),
          ].filter((way) => way !== '');
          return (
            <li key={id} className="flex flex-wrap items-center gap-3">
              <span>{[words.material(name, formatUnits(onHand, unit)), ...ways].join('・')}</span>
              {availableActions.length === 0 ? null : <Record material={material} />}
            </li>
          );
        })}
      </ul>
      {canSupply ? <Supply share={share} /> : null}
    </More>
  );
}

function Record({ material }: { readonly material: Share['materials'][number] }) {
  const { shares: words } = useOrderWords();
  return (
    <FormDialog<{ movement: MaterialMovementKind | ''; moved: string; moveNote: string }>
      label={words.record}
      about={material.name}
      title={words.recordAsk(material.name)}
      submitLabel={words.record}
      defaultValues={{ movement: '', moved: '', moveNote: '' }}
      done={words.recordDone}
      send={async ({ movement, moved, moveNote }, idempotencyKey) =>
        ask(RecordMaterial, {
          input: {
            materialId: material.id,
            idempotencyKey,
            kind: movement as MaterialMovementKind,
            quantity: readWholeNumber(moved) ?? 0,
            note: moveNote,
          },
        })
      }
    >
      <RadioList
        name="movement"
        label={words.recordKind}
        choices={material.availableActions.map((kind) => ({ value: kind, label: words.movements[kind] }))}
      />
      <NumberField name="moved" label={words.supplyQuantity} unit={material.unit} min={1} />
      <TextField name="moveNote" label={words.supplyNote} isOptional />
    </FormDialog>
  );
}

function Supply({ share }: { readonly share: Share }) {
  const { shares: words } = useOrderWords();
  return (
    <FormDialog<{ materialName: string; supplied: string; materialUnit: string; supplyNote: string }>
      label={words.supply}
      about={share.facility.name}
      title={words.supplyAsk(share.facility.name)}
      submitLabel={words.supply}
      defaultValues={{ materialName: '', supplied: '', materialUnit: '', supplyNote: '' }}
      done={words.supplyDone}
      send={async ({ materialName, supplied, materialUnit, supplyNote }, idempotencyKey) =>
        ask(SupplyMaterial, {
          input: {
            assignmentId: share.id,
            idempotencyKey,
            name: materialName,
            quantity: readWholeNumber(supplied) ?? 0,
            unit: materialUnit,
            note: supplyNote,
          },
        })
      }
    >
      <TextField name="materialName" label={words.supplyName} />
      <NumberField name="supplied" label={words.supplyQuantity} unit="" min={1} />
      <TextField name="materialUnit" label={words.supplyUnit} />
      <TextField name="supplyNote" label={words.supplyNote} isOptional />
    </FormDialog>
  );
}
