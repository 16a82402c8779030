import { In } from 'typeorm';
import { type LocalDate, todayInTokyo } from '#yui/calendar';
import { Department } from '#yui/directory';
import {
  accessErrors,
  checkEach,
  checkFields,
  MAX_UNITS,
  optionalLine,
  requireInteger,
  requireLine,
  type Transaction,
} from '#yui/platform';
import type { WorkOrderLine } from '../work-orders/work-order-line.entity.js';
import { workOrderErrors } from '../work-orders/work-order.errors.js';
import { DeliveryPlace } from './delivery-place.entity.js';
import { placeErrors } from './place.errors.js';

const MAX_PLACES = 50;

export interface PlaceContent {
  readonly departmentId?: string | null;
  readonly name: string;
  readonly address?: string | null;
  readonly quantity: number;
  /** Omitted: when the line is due. */
  readonly dueOn?: LocalDate | null;
}

type Divided = Pick<WorkOrderLine, 'quantity' | 'dueOn'>;

/**
 * Whether the places take all of the line and not one unit more. None at all is as good: then it goes where the order says.
 * @param keptDays days its places have already, which may have passed
 * @throws DELIVERY_PLACE.*, WORK_ORDER.DUE_DATE_TOO_EARLY, INPUT.*, all at `places`
 */
export function checkPlaces(
  tx: Transaction,
  line: Divided,
  places: readonly PlaceContent[],
  keptDays: readonly LocalDate[] = [],
): void {
  if (places.length === 0) return;
  if (places.length > MAX_PLACES) throw placeErrors.TOO_MANY({ most: MAX_PLACES }).at('places');
  checkEach('places', places, (place) =>
    checkFields({
      name: () => requireLine('name', place.name, 100),
      address: () => optionalLine('address', place.address, 200),
      quantity: () => requireInteger('quantity', place.quantity, 1, MAX_UNITS),
      dueOn: () => requireDayOf(tx, line, place.dueOn ?? line.dueOn, keptDays),
    }),
  );
  const sum = places.reduce((total, { quantity }) => total + quantity, 0);
  if (sum !== line.quantity) throw placeErrors.SUM_DIFFERS({ sum, quantity: line.quantity }).at('places');
}

function requireDayOf(tx: Transaction, line: Divided, dueOn: LocalDate, keptDays: readonly LocalDate[]): void {
  if (dueOn > line.dueOn) throw placeErrors.AFTER_LINE({ dueOn: line.dueOn }).at('dueOn');
  // A line that is late already keeps its day, and so does a place.
  const isKept = dueOn === line.dueOn || keptDays.includes(dueOn);
  const isPast = !isKept && dueOn <= todayInTokyo(tx.now);
  if (isPast) throw workOrderErrors.DUE_DATE_TOO_EARLY({ dueOn }).at('dueOn');
}

/** @throws ACCESS.NOT_FOUND: a department of somebody else */
export async function requireDepartments(
  tx: Transaction,
  buyerId: string,
  places: readonly PlaceContent[],
): Promise<void> {
  const ids = [...new Set(places.flatMap(({ departmentId }) => departmentId ?? []))];
  if (ids.length > 0 && (await tx.manager.countBy(Department, { id: In(ids), buyerId })) < ids.length) {
    throw accessErrors.NOT_FOUND();
  }
}

/**
 * Of a line that has none now. They were checked.
 * @param before what it had: a place that stays is the same one, so that what was issued for it is not issued twice
 */
export async function insertPlaces(
  tx: Transaction,
  line: Pick<WorkOrderLine, 'id' | 'deskId' | 'buyerId' | 'workOrderId' | 'dueOn'>,
  places: readonly PlaceContent[],
  before: readonly DeliveryPlace[] = [],
): Promise<void> {
  const { id: workOrderLineId, deskId, buyerId, workOrderId } = line;
  const gone = [...before];
  const rows = places.map((place, index) => {
    const where = {
      departmentId: place.departmentId ?? null,
      name: requireLine('name', place.name, 100),
      address: optionalLine('address', place.address, 200),
    };
    const same = gone.findIndex((other) => isSamePlace(other, where));
    const [kept] = same === -1 ? [] : gone.splice(same, 1);
    return {
      id: kept?.id ?? tx.newId(),
      deskId,
      buyerId,
      workOrderId,
      workOrderLineId,
      position: index + 1,
      ...where,
      quantity: place.quantity,
      dueOn: place.dueOn ?? line.dueOn,
    };
  });
  if (rows.length > 0) await tx.manager.insert(DeliveryPlace, rows);
}

type Where = Pick<DeliveryPlace, 'departmentId' | 'name' | 'address'>;

function isSamePlace(one: Where, other: Where): boolean {
  return one.departmentId === other.departmentId && one.name === other.name && one.address === other.address;
}
