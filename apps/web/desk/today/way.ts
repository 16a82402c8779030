import type { DeskTodayQuery } from '../../data/generated/types.js';
import { dayOf, formatDate, formatMoment, formatSen, formatUnits } from '../../words/format.js';
import type { TodayWords } from './words.ja.js';

export type TodayGroup = DeskTodayQuery['deskToday']['groups'][number];
export type TodayItem = TodayGroup['items'][number];
type Kind = TodayGroup['kind'];

/** Why something needs a hand, and the page on which it is settled. */
export interface Way {
  readonly why: string;
  readonly href: string;
  readonly button: string;
}

export function wayOf(kind: Kind, item: TodayItem, { why, buttons }: TodayWords, today: string): Way {
  const order = `/desk/orders/${item.workOrderId}`;
  const share = `${order}#share-${item.subjectId}`;
  const facility = item.facility?.name ?? '';
  const buyer = item.buyer.name;
  const [units, all] = [item.units ?? 0, item.ofUnits ?? 0].map((count) => formatUnits(count, item.workType.unit)) as [
    string,
    string,
  ];
  const due = item.dueOn === null ? '' : formatDate(item.dueOn, today);
  const day = item.at === null ? '' : formatDate(dayOf(item.at), today);
  switch (kind) {
    case 'LATE':
      return { why: why.late(facility, due, units, all), href: share, button: buttons.share };
    case 'UNPLACED':
      return {
        why: why.unplaced(units, all, due),
        href: `${order}/split/${item.stepId ?? item.subjectId}`,
        button: buttons.split,
      };
    case 'UNANSWERED':
      return {
        why: why.unanswered(facility, item.at === null ? '' : formatMoment(item.at)),
        href: share,
        button: buttons.share,
      };
    case 'ASKS':
      return { why: asks(item, why, today), href: share, button: buttons.answer };
    case 'REJECTIONS':
      return { why: why.rejection(buyer), href: `${order}#requests`, button: buttons.decide };
    case 'CANCELLATIONS':
      return { why: why.cancellation(buyer), href: `${order}#requests`, button: buttons.decide };
    case 'AMENDMENTS':
      return { why: why.amendment(buyer), href: `${order}/amendments/${item.subjectId}`, button: buttons.decide };
    case 'AT_RISK':
      return { why: why.atRisk(facility, due, units, all), href: share, button: buttons.share };
    case 'TO_INSPECT':
      return {
        why: why.toInspect(facility, units, day),
        href: `/desk/inspect/${item.subjectId}`,
        button: buttons.inspect,
      };
    case 'UNSENT':
      return { why: why.unsent(facility, units), href: order, button: buttons.send };
    case 'NEW':
      return asNew(item, { why, buttons }, { order, buyer, day });
    case 'QUESTIONS':
      return {
        why: why.question(facility === '' ? buyer : facility, day),
        href: `${order}#questions`,
        button: buttons.question,
      };
    case 'CALLS':
      return { why: why.call(day), href: `/desk/calls/${item.subjectId}`, button: buttons.call };
    case 'STOPS':
      return { why: why.stop(facility), href: share, button: buttons.share };
  }
}

/** A part, or another date or price: said as it was asked. */
function asks(item: TodayItem, why: TodayWords['why'], today: string): string {
  const { proposedDueOn, proposedUnitPriceSen, facility, units, ofUnits, workType } = item;
  const name = facility?.name ?? '';
  if (item.extensionUntil !== null) return why.asksTime(name, formatDate(item.extensionUntil, today));
  const [part, all] = [formatUnits(units ?? 0, workType.unit), formatUnits(ofUnits ?? 0, workType.unit)];
  if (proposedDueOn === null && proposedUnitPriceSen === null) return why.asks(name, part, all);
  const terms = [
    why.termUnits(part),
    proposedDueOn === null ? null : why.termDue(formatDate(proposedDueOn, today)),
    proposedUnitPriceSen === null ? null : why.termPrice(formatSen(proposedUnitPriceSen)),
  ];
  return why.asksTerms(name, terms.filter((term) => term !== null).join('・'));
}

function asNew(
  item: TodayItem,
  { why, buttons }: Pick<TodayWords, 'why' | 'buttons'>,
  { order, buyer, day }: { order: string; buyer: string; day: string },
): Way {
  if (item.orderStatus === 'SUBMITTED') {
    return { why: why.submitted(buyer, day), href: order, button: buttons.review };
  }
  const sentence = item.orderStatus === 'REVIEWING' ? why.reviewing(buyer) : why.quoteExpired(buyer);
  return { why: sentence, href: `${order}/quote`, button: buttons.quote };
}

/** Where all of a kind are listed. */
export const LIST_OF: Readonly<Record<Kind, string>> = {
  LATE: '/desk/orders?flags=LATE',
  UNPLACED: '/desk/orders?flags=UNPLACED',
  UNANSWERED: '/desk/orders?flags=UNANSWERED',
  ASKS: '/desk/orders?flags=HAS_ASK',
  REJECTIONS: '/desk/orders?flags=HAS_REQUEST',
  CANCELLATIONS: '/desk/orders?flags=HAS_REQUEST',
  AMENDMENTS: '/desk/orders?flags=HAS_REQUEST',
  AT_RISK: '/desk/orders?flags=AT_RISK',
  TO_INSPECT: '/desk/inspect',
  UNSENT: '/desk/orders?show=placing',
  NEW: '/desk/orders?show=received',
  QUESTIONS: '/desk/orders?flags=HAS_QUESTION',
  CALLS: '/desk/calls',
  STOPS: '/desk/orders?show=ended',
};
