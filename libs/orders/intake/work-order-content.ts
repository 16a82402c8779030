import { In } from 'typeorm';
import { addDays, type LocalDate, todayInTokyo } from '#yui/calendar';
import { Department, DeskBuyer, WorkType } from '#yui/directory';
import {
  checkEach,
  checkFields,
  MAX_UNITS,
  optionalText,
  type PersonActor,
  requireInteger,
  requireLine,
  type Transaction,
} from '#yui/platform';
import { type CheckedContact, checkContact, type ContactContent } from '../contacts/contact-content.js';
import { checkPlaces, insertPlaces, type PlaceContent, requireDepartments } from '../places/place-content.js';
import { writeOnlySteps } from '../steps/write-steps.js';
import { WorkOrderLine } from '../work-orders/work-order-line.entity.js';
import type { WorkOrder } from '../work-orders/work-order.entity.js';
import { workOrderErrors } from '../work-orders/work-order.errors.js';

const MAX_LINES = 200;
const MAX_LOT_SIZE = 100_000;
const MAX_DAYS_AHEAD = 731;

/** What a buyer writes on the form. */
export interface WorkOrderContent {
  readonly departmentId?: string | null;
  readonly title: string;
  readonly description?: string | null;
  /** Whether public money pays for it; by default yes for a government and no for a company. */
  readonly isPublicMoney?: boolean | null;
  /** Omitted: of a draft that is written again, as it was. */
  readonly contact?: ContactContent | null;
  readonly lines: readonly WorkOrderLineContent[];
}

export interface WorkOrderLineContent {
  readonly workTypeCode: string;
  readonly specification?: string | null;
  readonly quantity: number;
  readonly lotSize?: number | null;
  readonly dueOn: LocalDate;
  /** 納入先; omitted or empty: all of it goes where the order says. */
  readonly places?: readonly PlaceContent[] | null;
}

interface CheckedContent {
  readonly title: string;
  readonly description: string;
  readonly departmentId: string | null;
  /** null: nothing is said of it. */
  readonly contact: CheckedContact | null;
}

/**
 * Checks the form against what there is: the desk serves this buyer, the department is the buyer's, the work types exist,
 * the dates can be met at all.
 * @throws ACCESS.NOT_FOUND, INPUT.*, WORK_ORDER.*
 */
export async function checkContent(
  tx: Transaction,
  actor: PersonActor,
  deskId: string,
  content: WorkOrderContent,
): Promise<CheckedContent> {
  await tx.get(DeskBuyer, { deskId, buyerId: actor.organisationId });
  if (content.departmentId) {
    await tx.get(Department, { id: content.departmentId, buyerId: actor.organisationId });
  }
  await requireDepartments(
    tx,
    actor.organisationId,
    content.lines.flatMap(({ places }) => places ?? []),
  );
  if (content.lines.length < 1 || content.lines.length > MAX_LINES) {
    throw workOrderErrors.LINES_MISSING({ most: MAX_LINES }).at('lines');
  }
  const codes = content.lines.map((line) => line.workTypeCode);
  const known = new Set((await tx.manager.findBy(WorkType, { code: In(codes) })).map((workType) => workType.code));
  const { title, description, contact } = checkFields({
    title: () => requireLine('title', content.title, 100),
    description: () => optionalText('description', content.description, 4000),
    contact: () => (content.contact ? checkContact(content.contact) : null),
    lines: () => checkEach('lines', content.lines, (line) => checkLine(tx, line, known)),
  });
  return { title, description, departmentId: content.departmentId ?? null, contact };
}

function checkLine(tx: Transaction, line: WorkOrderLineContent, known: ReadonlySet<string>): void {
  const { workTypeCode } = line;
  checkFields({
    workTypeCode: () => {
      if (!known.has(workTypeCode)) throw workOrderErrors.WORK_TYPE_UNKNOWN({ workTypeCode }).at('workTypeCode');
    },
    specification: () => checkSpecification(line),
    quantity: () => requireInteger('quantity', line.quantity, 1, MAX_UNITS),
    lotSize: () => requireInteger('lotSize', line.lotSize ?? 1, 1, MAX_LOT_SIZE),
    dueOn: () => requireDueDate(tx, line.dueOn),
    places: () => checkPlaces(tx, line, line.places ?? []),
  });
}

function checkSpecification({ specification }: WorkOrderLineContent): string {
  return optionalText('specification', specification, 2000);
}

/** @throws WORK_ORDER.DUE_DATE_TOO_EARLY, WORK_ORDER.DUE_DATE_TOO_LATE */
export function requireDueDate(tx: Transaction, dueOn: LocalDate): void {
  const today = todayInTokyo(tx.now);
  if (dueOn <= today) throw workOrderErrors.DUE_DATE_TOO_EARLY({ dueOn }).at('dueOn');
  if (dueOn > addDays(today, MAX_DAYS_AHEAD)) throw workOrderErrors.DUE_DATE_TOO_LATE({ dueOn }).at('dueOn');
}

/** The date of the line that is due first. @param lines one at least */
export function firstDueDate(lines: readonly Pick<WorkOrderLineContent, 'dueOn'>[]): LocalDate {
  return lines.map((line) => line.dueOn).reduce((first, dueOn) => (dueOn < first ? dueOn : first));
}

/** Writes the lines of an order that has none, each with the one step it has until the desk divides it. */
export async function insertLines(
  tx: Transaction,
  order: Pick<WorkOrder, 'id' | 'deskId' | 'buyerId'>,
  lines: readonly WorkOrderLineContent[],
): Promise<void> {
  const codes = lines.map((line) => line.workTypeCode);
  const workTypes = await tx.manager.findBy(WorkType, { code: In(codes) });
  const taxOf = new Map(workTypes.map(({ code, taxCategory }) => [code, taxCategory]));
  const rows = lines.map((line, index) => ({
    id: tx.newId(),
    deskId: order.deskId,
    buyerId: order.buyerId,
    workOrderId: order.id,
    position: index + 1,
    workTypeCode: line.workTypeCode,
    specification: checkSpecification(line),
    quantity: line.quantity,
    lotSize: line.lotSize ?? 1,
    dueOn: line.dueOn,
    taxCategory: taxOf.get(line.workTypeCode) ?? ('STANDARD' as const),
  }));
  await tx.manager.insert(WorkOrderLine, rows);
  await writeOnlySteps(tx, order, rows);
  for (const [index, row] of rows.entries()) await insertPlaces(tx, row, lines[index]?.places ?? []);
}
