import { useToday } from '../app/session.js';
import { Message } from '../kit/message.js';
import { formatDate, formatUnits } from '../words/format.js';
import { useDeliveryPlaceWords } from './words.js';

interface Place {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly quantity: number;
  readonly dueOn: string;
}

/** What goes where, and by when; nothing for a line without places. */
export function PlaceList({
  places,
  unit,
  quantity,
}: {
  readonly places: readonly Place[];
  readonly unit: string;
  /** Of the whole line; omitted: only a share of it is shown. */
  readonly quantity?: number;
}) {
  const words = useDeliveryPlaceWords();
  const today = useToday();
  if (places.length === 0) return null;
  const sum = places.reduce((total, place) => total + place.quantity, 0);
  return (
    <>
      <ul aria-label={words.list} className="mt-1 grid gap-1">
        {places.map(({ id, name, address, quantity: units, dueOn }) => (
          <li key={id}>
            {words.part(name, formatUnits(units, unit), formatDate(dueOn, today))}
            {address === '' ? null : <span className="block text-sm text-quiet">{address}</span>}
          </li>
        ))}
      </ul>
      {quantity === undefined || sum === quantity ? null : (
        <Message kind="warning">{words.sumDiffers(formatUnits(sum, unit), formatUnits(quantity, unit))}</Message>
      )}
    </>
  );
}
