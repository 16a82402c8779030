import { PlaceFields } from '../../delivery-places/place-fields.js';
import { PlaceList } from '../../delivery-places/place-list.js';
import { placeInputs, type PlaceValues, placeValues } from '../../delivery-places/values.js';
import { useDeliveryPlaceWords } from '../../delivery-places/words.js';
import { ask } from '../../data/ask.js';
import { Buyers } from '../../data/generated/buyers.js';
import { SetDeliveryPlaces } from '../../data/generated/set-delivery-places.js';
import { useAsk } from '../../data/use-ask.js';
import { FormDialog } from '../../kit/form-dialog.js';
import { P } from '../../kit/text.js';
import { useWorkName } from '../../words/work-name.js';
import type { Line, Order } from './order.js';

const UNDER_WAY: readonly string[] = [
  'SUBMITTED',
  'REVIEWING',
  'QUOTED',
  'QUOTE_EXPIRED',
  'ORDERED',
  'ALLOCATING',
  'IN_PRODUCTION',
];

/** Where the parts of a line go, and a way to change it as the buyer says. */
export function Places({ order, line }: { readonly order: Order; readonly line: Line }) {
  const words = useDeliveryPlaceWords();
  const workName = useWorkName();
  const { unit } = line.workType;
  return (
    <>
      <PlaceList places={line.places} unit={unit} quantity={line.quantity} />
      {UNDER_WAY.includes(order.status) ? (
        <FormDialog<{ places: PlaceValues[] }>
          label={words.edit}
          about={workName(line.workType)}
          look="quiet"
          title={words.heading}
          submitLabel={words.submit}
          defaultValues={{ places: placeValues(line.places) }}
          done={words.done}
          send={async ({ places }, idempotencyKey) =>
            ask(SetDeliveryPlaces, {
              input: { workOrderLineId: line.id, idempotencyKey, places: placeInputs(places) },
            })
          }
        >
          <P>{words.editLead}</P>
          <Fields order={order} unit={unit} keptDays={line.places.map(({ dueOn }) => dueOn)} />
        </FormDialog>
      ) : null}
    </>
  );
}

function Fields({
  order,
  unit,
  keptDays,
}: {
  readonly order: Order;
  readonly unit: string;
  readonly keptDays: readonly string[];
}) {
  const { data } = useAsk(Buyers, {});
  const departments = data?.buyers.find(({ id }) => id === order.buyer.id)?.departments ?? [];
  return <PlaceFields name="places" unit={unit} departments={departments} keptDays={keptDays} />;
}
