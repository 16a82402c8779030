import { useState } from 'react';
import { useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { InspectDelivery } from '../../data/generated/inspect-delivery.js';
import type { DefectHandling, DefectKind } from '../../data/generated/types.js';
import { upload } from '../../data/upload.js';
import { queryClient } from '../../data/use-ask.js';
import { Button } from '../../kit/button.js';
import { CheckList, RadioList } from '../../kit/choices.js';
import { DateField } from '../../kit/date-field.js';
import { FileField } from '../../kit/file-field.js';
import { NumberField, TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Message } from '../../kit/message.js';
import { P } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { formatDate, formatUnits } from '../../words/format.js';
import { readWholeNumber } from '../../words/typed-numbers.js';
import type { DeliveryView } from './delivery.js';
import { useInspectWords } from './words.js';

const KINDS = [
  'COUNT',
  'DAMAGE',
  'DIRT',
  'MISSING',
  'POSITION',
  'PRINT',
  'SEAL',
  'SIZE',
  'FOREIGN',
  'OTHER',
] as const satisfies readonly DefectKind[];

interface Values {
  defects: string;
  kinds: DefectKind[];
  kind: Partial<Record<DefectKind, string>>;
  handling: DefectHandling | '';
  reworkDue: string;
  note: string;
}

interface Props {
  readonly delivery: DeliveryView;
  /** With the names of photos that did not arrive. */
  readonly onSent: (failed: readonly string[]) => void;
}

/** Only what is wrong is counted; what will be said is looked at before it is sent. */
export function InspectForm({ delivery, onSent }: Props) {
  const words = useInspectWords();
  const { form: formWords } = useCommon();
  const today = useToday();
  const [isChecking, setIsChecking] = useState(false);
  const [photos, setPhotos] = useState<readonly File[]>([]);
  const [sending, setSending] = useState<string | null>(null);
  const { unit } = delivery.assignment.workType;
  const filling = useFilling<Values>({
    draftKey: `inspect:${delivery.id}`,
    defaultValues: { defects: '0', kinds: [], kind: {}, handling: '', reworkDue: '', note: '' },
    send: async (values, idempotencyKey) => {
      if (!isChecking) {
        setIsChecking(true);
        return;
      }
      const { inspectDelivery } = await ask(InspectDelivery, {
        input: { ...inputOf(delivery, values), idempotencyKey },
      });
      const made = inspectDelivery.assignment.deliveries.find(({ id }) => id === delivery.id)?.inspection ?? null;
      onSent(made === null ? [] : await sendPhotos(made.id));
      await queryClient.invalidateQueries();
    },
  });
  /** The result is told already: a photo that does not arrive takes nothing back. @returns the names of those */
  const sendPhotos = async (inspectionId: string): Promise<string[]> => {
    const failed: string[] = [];
    for (const photo of photos) {
      const tell = (percent: number) => setSending(formWords.sending(photo.name, percent));
      await upload(photo, 'INSPECTION', inspectionId, tell).catch(() => failed.push(photo.name));
    }
    setSending(null);
    return failed;
  };
  const values = filling.form.watch();
  const defects = readWholeNumber(values.defects) ?? 0;
  const good = formatUnits(Math.max(0, delivery.units - defects), unit);
  if (isChecking) {
    const bad = formatUnits(defects, unit);
    const { name } = delivery.assignment.facility;
    const sentence =
      defects === 0
        ? words.allGood(good, name)
        : values.handling === 'REWORK'
          ? words.rework(good, bad, formatDate(values.reworkDue, today), name)
          : words.reduce(good, bad, name);
    return (
      <Form
        filling={filling}
        submitLabel={words.submit}
        others={
          <Button look="secondary" onClick={() => setIsChecking(false)}>
            {words.back}
          </Button>
        }
      >
        <h3>{words.check}</h3>
        <Message kind="warning">
          <P className="text-lg font-bold">{sentence}</P>
          <P>{words.final}</P>
        </Message>
        {sending === null ? null : <P>{sending}</P>}
      </Form>
    );
  }
  return (
    <Form filling={filling} submitLabel={words.next} label={words.heading}>
      <NumberField name="defects" label={words.defects} hint={words.defectsHint} unit={unit} max={delivery.units} />
      <P className="mt-2 text-lg font-bold">{words.good(good)}</P>
      {defects > 0 ? <Defects unit={unit} kinds={values.kinds} defects={defects} /> : null}
      <FileField
        label={words.ownPhotos}
        hint={words.ownPhotosHint}
        accept="image/*"
        files={photos}
        onChange={setPhotos}
      />
      <TextField name="note" label={words.ownNote} hint={words.ownNoteHint} rows={2} isOptional />
    </Form>
  );
}

function Defects({
  unit,
  kinds,
  defects,
}: {
  readonly unit: string;
  readonly kinds: readonly DefectKind[];
  readonly defects: number;
}) {
  const words = useInspectWords();
  const today = useToday();
  return (
    <>
      <CheckList
        name="kinds"
        label={words.kinds}
        hint={words.kindsHint}
        isOptional
        choices={KINDS.map((kind) => ({ value: kind, label: words.kind[kind] }))}
      />
      {kinds.map((kind) => (
        <NumberField
          key={kind}
          name={`kind.${kind}`}
          label={words.kindUnits(words.kind[kind])}
          unit={unit}
          min={1}
          max={defects}
        />
      ))}
      <RadioList
        name="handling"
        label={words.handling}
        choices={[
          {
            value: 'REWORK',
            label: words.handlings.REWORK,
            hint: words.handlingHints.REWORK,
            more: <DateField name="reworkDue" label={words.reworkDue} today={today} min={today} />,
          },
          { value: 'REDUCE', label: words.handlings.REDUCE, hint: words.handlingHints.REDUCE },
        ]}
      />
    </>
  );
}

function inputOf(delivery: DeliveryView, { defects, kinds, kind, handling, reworkDue, note }: Values) {
  const defectUnits = readWholeNumber(defects) ?? 0;
  const head = { deliveryId: delivery.id, defectUnits, note };
  if (defectUnits === 0) return head;
  return {
    ...head,
    defectHandling: handling === '' ? null : handling,
    reworkDueOn: handling === 'REWORK' ? reworkDue : null,
    defects: kinds.map((each) => ({ kind: each, units: readWholeNumber(kind[each] ?? '') ?? 0 })),
  };
}
