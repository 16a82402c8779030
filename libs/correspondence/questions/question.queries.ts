import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { accessErrors, organisationKindOf, type PersonActor, UnitOfWork } from '#yui/platform';
import { Assignment } from '#yui/fulfilment';
import { scopeToQuestions, sideOf } from './question.access.js';
import { Question } from './question.entity.js';
import { type QuestionAction, questionTransitions } from './question.transitions.js';

/** A question as the actor may read it. */
export interface QuestionView extends Omit<Question, 'askedByAccount' | 'answeredByAccount' | 'workOrderId'> {
  /** Null for facilities: an assignment leads them nowhere else. */
  readonly workOrderId: string | null;
  /** The acting organisation is one of the two sides; else it only reads along. */
  readonly isOwn: boolean;
}

@Injectable()
export class QuestionQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND */
  async get(actor: PersonActor, id: string): Promise<QuestionView> {
    return this.unitOfWork.read(actor, async (db) => {
      const row = await this.visible(db, actor).andWhere('question.id = :id', { id }).getOne();
      if (!row) throw accessErrors.NOT_FOUND();
      return viewOf(actor, row);
    });
  }

  /** Of these orders, the newest first; for buyer and desk. */
  async ofWorkOrders(actor: PersonActor, workOrderIds: readonly string[]): Promise<QuestionView[]> {
    if (organisationKindOf(actor.role) === 'FACILITY') return [];
    return this.unitOfWork.read(actor, async (db) => {
      const rows = await this.visible(db, actor)
        .andWhere('question.workOrderId = ANY(:workOrderIds)', { workOrderIds })
        .getMany();
      return rows.map((row) => viewOf(actor, row));
    });
  }

  /**
   * By assignment, the newest first: what was asked about it and, for its facility, what was answered for all of the
   * order. Nothing for buyers.
   */
  async ofAssignments(actor: PersonActor, assignmentIds: readonly string[]): Promise<Map<string, QuestionView[]>> {
    if (organisationKindOf(actor.role) === 'BUYER') return new Map();
    return this.unitOfWork.read(actor, async (db) => {
      const assignments = await db
        .createQueryBuilder(Assignment, 'assignment')
        .where('assignment.id = ANY(:assignmentIds)', { assignmentIds })
        .getMany();
      const rows = await this.visible(db, actor)
        .andWhere('question.workOrderId = ANY(:workOrderIds)', {
          workOrderIds: assignments.map((assignment) => assignment.workOrderId),
        })
        .getMany();
      const isDesk = organisationKindOf(actor.role) === 'DESK';
      return new Map(
        assignments.map((assignment) => [
          assignment.id,
          rows
            .filter((row) => row.workOrderId === assignment.workOrderId)
            .filter((row) => row.assignmentId === assignment.id || (!isDesk && row.facilityId !== actor.organisationId))
            .map((row) => viewOf(actor, row)),
        ]),
      );
    });
  }

  /** What the actor may do with it now. */
  availableActions(actor: PersonActor, question: QuestionView): QuestionAction[] {
    const side = sideOf(actor);
    if (!question.isOwn) return [];
    return questionTransitions.availableActions(question.status, actor).filter((action) => {
      if (action === 'answer') return question.askedOf === side;
      if (action === 'withdraw') return question.askedBy === side;
      return question.askedBy === 'FACILITY';
    });
  }

  private visible(db: EntityManager, actor: PersonActor) {
    const query = db
      .createQueryBuilder(Question, 'question')
      .where('TRUE')
      .orderBy('question.askedAt', 'DESC')
      .addOrderBy('question.id', 'DESC');
    return scopeToQuestions(query, actor);
  }
}

/** Who asked is not to be read by other facilities, and not by the buyer. */
function viewOf(actor: PersonActor, row: Question): QuestionView {
  const kind = organisationKindOf(actor.role);
  const isOwn = kind !== 'FACILITY' || row.facilityId === actor.organisationId;
  return {
    ...row,
    workOrderId: kind === 'FACILITY' ? null : row.workOrderId,
    assignmentId: isOwn && kind !== 'BUYER' ? row.assignmentId : null,
    facilityId: isOwn && kind !== 'BUYER' ? row.facilityId : null,
    passedOnFromId: kind === 'DESK' ? row.passedOnFromId : null,
    isOwn,
  };
}
