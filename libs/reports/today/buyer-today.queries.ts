import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#yui/calendar';
import { accessErrors, groupBy, organisationKindOf, type PersonActor, UnitOfWork } from '#yui/platform';
import { type Sentence, sentenceOf } from './buyer-sentences.js';
import { BUYER_TODAY, BUYER_TODAY_KINDS, type BuyerTodayKind, type TodayRow } from './buyer-today.rows.js';

/** How many of a kind are shown; all are counted. */
const TAKE = 20;

export interface BuyerTodayItem {
  readonly workOrderId: string;
  readonly number: string;
  readonly subject: string;
  /** Path of the page that settles it. */
  readonly link: string;
  readonly since: Date | null;
  /** By when; null: there is no date. */
  readonly dueOn: LocalDate | null;
  readonly sentence: Sentence;
}

export interface BuyerTodayGroup {
  readonly kind: BuyerTodayKind;
  readonly count: number;
  readonly items: readonly BuyerTodayItem[];
}

@Injectable()
export class BuyerTodayQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Everything that waits for the buyer, or that it waits for. Kinds of which there is none are omitted. */
  async execute(actor: PersonActor): Promise<BuyerTodayGroup[]> {
    if (organisationKindOf(actor.role) !== 'BUYER') throw accessErrors.NOT_FOUND();
    const rows = await this.unitOfWork.read(actor, async (db) =>
      db.query<TodayRow[]>(BUYER_TODAY, [actor.organisationId, TAKE]),
    );
    const byKind = groupBy(rows, ({ kind }) => kind);
    return BUYER_TODAY_KINDS.flatMap((kind) => {
      const items = byKind.get(kind);
      return items?.[0] ? [{ kind, count: items[0].count, items: items.map(show) }] : [];
    });
  }
}

const SECTIONS: Readonly<Partial<Record<BuyerTodayKind, string>>> = {
  QUOTES: '#quote',
  WORK_TO_ACCEPT: '#accept',
  QUESTIONS: '#messages',
  REFERRALS: '#referral',
  INVOICES: '#money',
  PROPOSALS: '#changes',
  CHANGES: '#changes',
};

function show(row: TodayRow): BuyerTodayItem {
  const page = `/buyer/orders/${row.work_order_id}`;
  return {
    workOrderId: row.work_order_id,
    number: row.number,
    subject: row.title,
    link: row.kind === 'DRAFTS' ? `/buyer/orders/new?draft=${row.work_order_id}` : page + (SECTIONS[row.kind] ?? ''),
    since: row.since,
    dueOn: row.due_on,
    sentence: sentenceOf(row),
  };
}
