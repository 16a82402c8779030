import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { fiscalYearRange, type LocalDate } from '#yui/calendar';
import {
  accessErrors,
  type PageOf,
  type PageRequest,
  type PersonActor,
  readPage,
  type SaidBy,
  UnitOfWork,
} from '#yui/platform';
import { type EndReason, Inquiry, type InquiryKind } from './inquiry.entity.js';
import { type InquiryAction, type InquiryState, inquiryTransitions } from './inquiry.transitions.js';

export interface InquiryFilter {
  readonly statuses?: readonly InquiryState[] | null;
  readonly kinds?: readonly InquiryKind[] | null;
  readonly channels?: readonly SaidBy[] | null;
  /** In who asked or what about; width, case and kana do not matter. */
  readonly text?: string | null;
  readonly receivedFrom?: LocalDate | null;
  readonly receivedTo?: LocalDate | null;
  /** Something is to be done by this day. */
  readonly nextTo?: LocalDate | null;
}

export interface InquiryCounts {
  readonly kind: InquiryKind;
  readonly received: number;
  readonly ordered: number;
  readonly referred: number;
  readonly ended: number;
  readonly open: number;
}

/** What the yearly report asks of inquiries and visits. */
export interface InquiryResults {
  readonly byKind: readonly InquiryCounts[];
  readonly byChannel: readonly { readonly channel: SaidBy; readonly count: number }[];
  readonly byReason: readonly { readonly reason: EndReason; readonly count: number }[];
}

/** Of the acting desk alone. */
@Injectable()
export class InquiryQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The latest first. */
  async page(actor: PersonActor, filter: InquiryFilter, page: PageRequest): Promise<PageOf<Inquiry>> {
    const order = { by: 'inquiry.receivedOn', kind: 'DAY', direction: 'DESC' } as const;
    const rows = (db: EntityManager) => narrow(own(db, actor), filter);
    return readPage(this.unitOfWork, actor, page, { rows, order, show: async (_, found) => found });
  }

  /** @throws ACCESS.NOT_FOUND */
  async get(actor: PersonActor, id: string): Promise<Inquiry> {
    const inquiry = await this.unitOfWork.read(actor, async (db) =>
      own(db, actor).andWhere('inquiry.id = :id', { id }).getOne(),
    );
    if (!inquiry) throw accessErrors.NOT_FOUND();
    return inquiry;
  }

  availableActions(actor: PersonActor, { status }: Inquiry): InquiryAction[] {
    return inquiryTransitions.availableActions(status, actor);
  }

  /** Of those that came in this fiscal year, what became of them until now. */
  async results(actor: PersonActor, fiscalYear: number): Promise<InquiryResults> {
    const { from, to } = fiscalYearRange(fiscalYear);
    const values = [actor.organisationId, from, to];
    const inYear = 'inquiry WHERE desk_id = $1 AND received_on BETWEEN $2 AND $3';
    return this.unitOfWork.read(actor, async (db) => ({
      byKind: await db.query<InquiryCounts[]>(
        `SELECT kind, count(*)::integer AS received,
           count(*) FILTER (WHERE status = 'ORDERED')::integer AS ordered,
           count(*) FILTER (WHERE status = 'REFERRED')::integer AS referred,
           count(*) FILTER (WHERE status = 'ENDED')::integer AS ended,
           count(*) FILTER (WHERE status = 'OPEN')::integer AS open
         FROM ${inYear} GROUP BY kind ORDER BY kind`,
        values,
      ),
      byChannel: await db.query<InquiryResults['byChannel'][number][]>(
        `SELECT channel, count(*)::integer AS count FROM ${inYear} GROUP BY channel ORDER BY count DESC, channel`,
        values,
      ),
      byReason: await db.query<InquiryResults['byReason'][number][]>(
        `SELECT end_reason AS reason, count(*)::integer AS count FROM ${inYear} AND end_reason IS NOT NULL
         GROUP BY end_reason ORDER BY count DESC, end_reason`,
        values,
      ),
    }));
  }
}

function own(db: EntityManager, actor: PersonActor) {
  const { organisationId } = actor;
  return db.createQueryBuilder(Inquiry, 'inquiry').where('inquiry.deskId = :organisationId', { organisationId });
}

function narrow(query: ReturnType<typeof own>, filter: InquiryFilter) {
  const { statuses, kinds, channels, receivedFrom, receivedTo, nextTo } = filter;
  const text = filter.text?.trim() ?? '';
  if (statuses) query.andWhere('inquiry.status = ANY(:statuses)', { statuses });
  if (kinds) query.andWhere('inquiry.kind = ANY(:kinds)', { kinds });
  if (channels) query.andWhere('inquiry.channel = ANY(:channels)', { channels });
  if (receivedFrom) query.andWhere('inquiry.receivedOn >= :receivedFrom', { receivedFrom });
  if (receivedTo) query.andWhere('inquiry.receivedOn <= :receivedTo', { receivedTo });
  if (nextTo) query.andWhere('inquiry.nextOn <= :nextTo', { nextTo });
  if (text !== '') {
    query.andWhere(
      `strpos(yui_fold(inquiry.organisation || ' ' || inquiry.person || ' ' || inquiry.subject), yui_fold(:text)) > 0`,
      { text },
    );
  }
  return query;
}
