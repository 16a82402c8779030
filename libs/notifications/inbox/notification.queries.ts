import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  organisationKindOf,
  type PageOf,
  type PageRequest,
  type PersonActor,
  readPage,
  UnitOfWork,
} from '#yui/platform';
import {
  type LetterWay,
  Notification,
  type NotificationChannel,
  type NotificationState,
} from './notification.entity.js';

const MAX_TOLD = 200;
const MAX_UNREAD = 100;

/** One person, or by letter one organisation, that was told one thing of an order. */
export interface Told {
  readonly id: string;
  readonly workOrderId: string;
  /** Name of the event. */
  readonly kind: string;
  /** How it was headed. */
  readonly subject: string;
  readonly channel: NotificationChannel;
  readonly state: NotificationState;
  readonly at: Date;
  /** How a letter was sent; null: it was not, or is none. */
  readonly sentWay: LetterWay | null;
  /** Null: not opened in the product, or told by mail, where nobody watches. */
  readonly openedAt: Date | null;
  readonly partyId: string;
  readonly partyName: string;
  /** Null: the desk does not know this person's name, or it was a letter to the organisation. */
  readonly person: string | null;
}

/** What the acting person was told in the product itself, for the organisation they act for. */
@Injectable()
export class NotificationQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Newest first. */
  async page(
    actor: PersonActor,
    filter: { isUnread?: boolean | null },
    page: PageRequest,
  ): Promise<PageOf<Notification>> {
    const rows = (db: EntityManager) =>
      db
        .createQueryBuilder(Notification, 'notification')
        .where({ ...ownInApp(actor), ...(filter.isUnread ? { status: 'UNREAD' } : {}) });
    const order = { by: 'notification.createdAt', kind: 'INSTANT', direction: 'DESC' } as const;
    return readPage(this.unitOfWork, actor, page, { rows, order, show: async (_, notifications) => notifications });
  }

  /**
   * Who was told what of these orders, by which channel, and whether they opened it in the product: for the desk alone.
   * The newest 200 of each order.
   */
  async toldOf(actor: PersonActor, workOrderIds: readonly string[]): Promise<Told[]> {
    if (organisationKindOf(actor.role) !== 'DESK') return [];
    return this.unitOfWork.read(actor, async (db) =>
      db.query<Told[]>(
        `SELECT told.id, told.work_order_id AS "workOrderId", told.kind, told.subject, told.channel, told.status AS state,
                coalesce(told.sent_at, told.printed_at, told.created_at) AS at, told.sent_way AS "sentWay", told.read_at AS "openedAt",
                told.organisation_id AS "partyId", coalesce(desk.name, buyer.name, facility.name, '') AS "partyName",
                account.name AS person
         FROM (
           SELECT *, row_number() OVER (PARTITION BY work_order_id ORDER BY created_at DESC, id DESC) AS position
           FROM notification WHERE work_order_id = ANY($1) AND desk_id = $2
         ) told
         LEFT JOIN desk ON desk.id = told.organisation_id
         LEFT JOIN buyer ON buyer.id = told.organisation_id
         LEFT JOIN facility ON facility.id = told.organisation_id
         LEFT JOIN account ON account.id = told.account_id
         WHERE position <= $3 ORDER BY told.created_at DESC, told.id DESC`,
        [workOrderIds, actor.organisationId, MAX_TOLD],
      ),
    );
  }

  /** At most 100: people see "99+" and read on. */
  async countUnread(actor: PersonActor): Promise<number> {
    const { accountId, organisationId, channel } = ownInApp(actor);
    return this.unitOfWork.read(actor, async (db) => {
      const [{ unread }] = await db.query<[{ unread: number }]>(
        `SELECT count(*)::integer AS unread FROM (
           SELECT 1 FROM notification
           WHERE account_id = $1 AND organisation_id = $2 AND channel = $3 AND status = 'UNREAD' LIMIT ${MAX_UNREAD}) AS found`,
        [accountId, organisationId, channel],
      );
      return unread;
    });
  }
}

function ownInApp(actor: PersonActor) {
  return { accountId: actor.accountId, organisationId: actor.organisationId, channel: 'IN_APP' as const };
}
