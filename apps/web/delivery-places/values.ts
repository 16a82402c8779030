import { readWholeNumber } from '../words/typed-numbers.js';

/** A place as it is typed. */
export interface PlaceValues {
  name: string;
  address: string;
  departmentId: string;
  quantity: string;
  dueOn: string;
}

export const EMPTY_PLACE: PlaceValues = { name: '', address: '', departmentId: '', quantity: '', dueOn: '' };

interface Place {
  readonly name: string;
  readonly address: string;
  readonly departmentId: string | null;
  readonly quantity: number;
  readonly dueOn: string;
}

/** What a form begins with. @param withDays false: the days of an order that is copied are past */
export function placeValues(places: readonly Place[], withDays = true): PlaceValues[] {
  return places.map(({ name, address, departmentId, quantity, dueOn }) => ({
    name,
    address,
    departmentId: departmentId ?? '',
    quantity: String(quantity),
    dueOn: withDays ? dueOn : '',
  }));
}

/** As the api takes them. */
export function placeInputs(places: readonly PlaceValues[]) {
  return places.map(({ name, address, departmentId, quantity, dueOn }) => ({
    name,
    address,
    departmentId: departmentId === '' ? null : departmentId,
    quantity: readWholeNumber(quantity) ?? 0,
    dueOn: dueOn === '' ? null : dueOn,
  }));
}
