import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { LocalDate } from '#yui/calendar';
import { lineAmountYen } from '#yui/money';
import {
  accessErrors,
  groupBy,
  organisationKindOf,
  type PageOf,
  type PageRequest,
  type PersonActor,
  readPage,
  UnitOfWork,
} from '#yui/platform';
import { scopeToAssignments } from './assignment.scope.js';
import { DeliveryPlace, Step, WorkOrder, WorkOrderLine } from '#yui/orders';
import { daysToExtendTo, isPastItsDeadline } from './answer-deadline.js';
import { AssignmentReason } from './assignment-reason.entity.js';
import { Assignment } from './assignment.entity.js';
import { type AssignmentAction, type AssignmentState, assignmentTransitions } from './assignment.transitions.js';
import { ProgressReport } from './progress-report.entity.js';

export interface AssignmentFilter {
  readonly statuses?: readonly AssignmentState[] | null;
  readonly workOrderId?: string | null;
}

/** An assignment with what a facility needs to know of its order, and nothing more of it. */
export interface AssignmentView extends Omit<
  Assignment,
  'workOrderId' | 'workOrderLineId' | 'stepId' | 'allocationId'
> {
  /** Null for facilities: an assignment leads them nowhere else. */
  readonly workOrderId: string | null;
  readonly orderNumber: string;
  readonly orderTitle: string;
  readonly workTypeCode: string;
  /** What is to be done: what the desk wrote for the step, else what the buyer wrote for the line. */
  readonly specification: string;
  /** 2 of 3: the second of three steps, one after the other. */
  readonly stepPosition: number;
  readonly stepCount: number;
  /** To whom and where the finished units go; empty: to the desk. */
  readonly handOverTo: string;
  readonly handOverPlace: string;
  /** Where the parts of the finished line go; none before its last step. */
  readonly places: readonly DeliveryPlace[];
  /** Units it stands for now: what was promised, else what was offered, less what was taken off for defects. */
  readonly units: number;
  /** `units` at the unit price, rounded down, without tax. */
  readonly amountYen: number;
  /** It is offered, and the time to answer is not over. */
  readonly isAnswerable: boolean;
  /** Its facility may still take its answer back. */
  readonly isUndoable: boolean;
  /** The last day to which the time to answer can be extended; null: not at all, or not any more. */
  readonly extendableTo: LocalDate | null;
}

const ANSWERS: ReadonlySet<AssignmentAction> = new Set(['accept', 'acceptPart', 'counter', 'decline']);
const EXTENSIONS: ReadonlySet<AssignmentAction> = new Set(['requestExtension', 'extend']);

@Injectable()
export class AssignmentQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** By due date, the nearest first. */
  async page(actor: PersonActor, filter: AssignmentFilter, page: PageRequest): Promise<PageOf<AssignmentView>> {
    const rows = (db: EntityManager) => {
      const query = visible(db, actor);
      if (filter.statuses) query.andWhere('assignment.status = ANY(:statuses)', { statuses: filter.statuses });
      // Facilities do not learn from this filter which of their assignments belong together.
      if (filter.workOrderId && organisationKindOf(actor.role) !== 'FACILITY') {
        query.andWhere('assignment.workOrderId = :workOrderId', { workOrderId: filter.workOrderId });
      }
      return query;
    };
    const order = { by: 'assignment.dueOn', kind: 'DAY', direction: 'ASC' } as const;
    return readPage(this.unitOfWork, actor, page, { rows, order, show: async (db, found) => view(db, actor, found) });
  }

  /** @throws ACCESS.NOT_FOUND */
  async get(actor: PersonActor, id: string): Promise<AssignmentView> {
    return this.unitOfWork.read(actor, async (db) => {
      const row = await visible(db, actor).andWhere('assignment.id = :id', { id }).getOne();
      const [seen] = await view(db, actor, row ? [row] : []);
      if (!seen) throw accessErrors.NOT_FOUND();
      return seen;
    });
  }

  /** Those of these the actor may see, in no order. */
  async ofIds(actor: PersonActor, ids: readonly string[]): Promise<AssignmentView[]> {
    return this.unitOfWork.read(actor, async (db) =>
      view(db, actor, await visible(db, actor).andWhere('assignment.id = ANY(:ids)', { ids }).getMany()),
    );
  }

  /** Of these orders, in the order they were made. */
  async ofWorkOrders(actor: PersonActor, workOrderIds: readonly string[]): Promise<AssignmentView[]> {
    return this.unitOfWork.read(actor, async (db) => {
      const rows = await visible(db, actor)
        .andWhere('assignment.workOrderId = ANY(:workOrderIds)', { workOrderIds })
        .orderBy('assignment.createdAt')
        .addOrderBy('assignment.id')
        .getMany();
      return view(db, actor, rows);
    });
  }

  /** What facilities reported on these assignments, the latest first. */
  async progressOf(actor: PersonActor, assignmentIds: readonly string[]): Promise<ProgressReport[]> {
    return this.unitOfWork.read(actor, async (db) => {
      const query = db
        .createQueryBuilder(ProgressReport, 'report')
        .innerJoin(Assignment, 'assignment', 'assignment.id = report.assignmentId')
        .innerJoin(WorkOrder, 'work_order', 'work_order.id = assignment.workOrderId')
        .where('report.assignmentId = ANY(:assignmentIds)', { assignmentIds })
        .orderBy('report.reportedAt', 'DESC')
        .addOrderBy('report.id', 'DESC');
      return scopeToAssignments(query, actor).getMany();
    });
  }

  /**
   * Why a facility is asked for the number it is asked for: for the facility and the desk, and none for anybody else.
   */
  async reasonsOf(actor: PersonActor, assignmentIds: readonly string[]): Promise<AssignmentReason[]> {
    if (!['DESK', 'FACILITY'].includes(organisationKindOf(actor.role))) return [];
    return this.unitOfWork.read(actor, async (db) => {
      const query = db
        .createQueryBuilder(AssignmentReason, 'reason')
        .innerJoin(Assignment, 'assignment', 'assignment.id = reason.assignmentId')
        .innerJoin(WorkOrder, 'work_order', 'work_order.id = assignment.workOrderId')
        .where('reason.assignmentId = ANY(:assignmentIds)', { assignmentIds });
      return scopeToAssignments(query, actor).getMany();
    });
  }

  /**
   * What the actor may do with the assignment now. Steps that are taken for a whole order are actions of the order, and
   * what the buyer did not accept goes back by an action of its rejection.
   */
  availableActions(
    actor: PersonActor,
    { status, offeredUnits, isAnswerable, isUndoable, extendableTo, extensionUntil }: AssignmentView,
  ): AssignmentAction[] {
    return assignmentTransitions
      .availableActions(status, actor)
      .filter((action) => action !== 'send' && action !== 'complete' && action !== 'returnWork')
      .filter((action) => isAnswerable || !ANSWERS.has(action))
      .filter((action) => isUndoable || action !== 'undoAnswer')
      .filter((action) => extendableTo !== null || !EXTENSIONS.has(action))
      .filter((action) => extensionUntil !== null || action !== 'refuseExtension')
      .filter((action) => action !== 'acceptPart' || offeredUnits > 1);
  }

  /** What the facility may do with it now, and the desk enter for it; nothing for anybody but the desk. */
  actionsToEnter(actor: PersonActor, assignment: AssignmentView): AssignmentAction[] {
    if (organisationKindOf(actor.role) !== 'DESK') return [];
    return this.availableActions({ ...actor, role: 'FACILITY_MEMBER' }, assignment);
  }
}

function visible(db: EntityManager, actor: PersonActor) {
  const query = db
    .createQueryBuilder(Assignment, 'assignment')
    .innerJoin(WorkOrder, 'work_order', 'work_order.id = assignment.workOrderId')
    .where('TRUE');
  return scopeToAssignments(query, actor);
}

async function view(db: EntityManager, actor: PersonActor, rows: readonly Assignment[]): Promise<AssignmentView[]> {
  const orders = await db.findBy(WorkOrder, { id: In(distinct(rows.map((row) => row.workOrderId))) });
  const lines = await db.findBy(WorkOrderLine, { id: In(distinct(rows.map((row) => row.workOrderLineId))) });
  const steps = await db.findBy(Step, { workOrderLineId: In(lines.map((line) => line.id)) });
  const placesOf = await placesOfLines(db, lines);
  const stepOf = new Map(steps.map((step) => [step.id, step]));
  const stepsOf = groupBy(steps, (step) => step.workOrderLineId);
  const orderOf = new Map(orders.map((order) => [order.id, order]));
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  const isFacility = organisationKindOf(actor.role) === 'FACILITY';
  const now = await nowOf(db);
  return rows.flatMap(({ workOrderId, workOrderLineId, stepId, ...own }) => {
    const order = orderOf.get(workOrderId);
    const line = lineOf.get(workOrderLineId);
    const step = stepOf.get(stepId);
    if (!order || !line || !step) return [];
    const stepCount = stepsOf.get(workOrderLineId)?.length ?? 1;
    const units = (own.acceptedUnits ?? own.offeredUnits) - own.reducedUnits;
    return {
      ...own,
      workOrderId: isFacility ? null : workOrderId,
      orderNumber: order.number,
      orderTitle: order.title,
      workTypeCode: step.workTypeCode,
      specification: step.specification || line.specification,
      stepPosition: step.position,
      stepCount,
      // What is not finished yet goes to the next step, and nowhere else.
      places: step.position === stepCount ? (placesOf.get(workOrderLineId) ?? []) : [],
      handOverTo: step.handOverTo,
      handOverPlace: step.handOverPlace,
      units,
      amountYen: lineAmountYen(own.unitPriceSen, units, 'DOWN'),
      isAnswerable: own.status === 'OFFERED' && !isPastItsDeadline(own, now),
      isUndoable: own.undoUntil !== null && own.undoUntil > now,
      extendableTo: daysToExtendTo(own, now)?.latest ?? null,
    };
  });
}

/** Where the parts of these lines go. Which department of the buyer it is for is between buyer and desk. */
async function placesOfLines(
  db: EntityManager,
  lines: readonly WorkOrderLine[],
): Promise<Map<string, DeliveryPlace[]>> {
  const places = await db.find(DeliveryPlace, {
    where: { workOrderLineId: In(lines.map(({ id }) => id)) },
    order: { position: 'ASC' },
  });
  return groupBy(
    places.map((place) => ({ ...place, departmentId: null })),
    (place) => place.workOrderLineId,
  );
}

async function nowOf(db: EntityManager): Promise<Date> {
  const [{ now }] = await db.query<[{ now: Date }]>('SELECT yui_now() AS now');
  return now;
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
