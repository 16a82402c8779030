import { formatDateJa, formatDateTimeJa, type LocalDate, todayInTokyo } from '#yui/calendar';
import { formatUnitPrice, formatYen, lineAmountYen } from '#yui/money';
import type { AssignmentFacts, OrderFacts } from './facts.js';
import { oneLine } from './message.js';

const grouped = new Intl.NumberFormat('ja-JP');
const MAX_REASON_CHARACTERS = 300;

/** `1,234通` */
export function count(units: number, unit: string): string {
  return `${grouped.format(units)}${unit}`;
}

export function countEn(units: number): string {
  return `${grouped.format(units)} ${units === 1 ? 'unit' : 'units'}`;
}

/** `12月1日 17時`, `12月1日 17時30分`: short, for subjects. */
export function deadline(instant: Date): string {
  const [, month, day] = todayInTokyo(instant).split('-').map(Number);
  const [hour, minute] = formatDateTimeJa(instant).slice(-5).split(':').map(Number);
  return `${month}月${day}日 ${hour}時${minute ? `${minute}分` : ''}`;
}

/** `12月18日` */
export function shortDate(date: LocalDate): string {
  const [, month, day] = date.split('-').map(Number);
  return `${month}月${day}日`;
}

/** `名前：値`, on one line. */
export function fact(name: string, value: string): string {
  return `${name}：${oneLine(value)}`;
}

/** The order as people call it: number and title. */
export function orderName({ order }: OrderFacts): string {
  return `${order.number}「${oneLine(order.title)}」`;
}

export function orderFact(facts: OrderFacts): string {
  return fact('案件', orderName(facts));
}

export function orderNameEn({ order }: OrderFacts): string {
  return `${order.number} "${oneLine(order.title)}"`;
}

/** One line for each kind of work: what, how many, by when. A line that was dropped from the order says so. */
export function workLines({ lines }: OrderFacts): string[] {
  return lines.map(({ line, workType }) =>
    line.quantity === 0
      ? `・${workType.nameJa}（取りやめ）`
      : `・${workType.nameJa} ${count(line.quantity, workType.unit)}（${formatDateJa(line.dueOn)}まで）`,
  );
}

/** What the share stands for now: what was said yes to, less what was taken off; before an answer, what was offered. */
function unitsNow({ assignment }: AssignmentFacts): number {
  return (assignment.acceptedUnits ?? assignment.offeredUnits) - assignment.reducedUnits;
}

/** `封入・封かん 2,300通` */
export function share(facts: AssignmentFacts, units = unitsNow(facts)): string {
  return `${facts.workType.nameJa} ${count(units, facts.workType.unit)}`;
}

export function shareEn(facts: AssignmentFacts, units = unitsNow(facts)): string {
  return `${facts.workType.nameEn}, ${countEn(units)}`;
}

/** What a facility must know of its share; never a price of the buyer, never another facility. */
export function shareFacts(facts: AssignmentFacts, units = unitsNow(facts)): string[] {
  const { assignment, workType, desk } = facts;
  return [
    orderFact(facts),
    fact('仕事', workType.nameJa),
    fact('数', count(units, workType.unit)),
    fact('納品の日', formatDateJa(assignment.dueOn)),
    fact('単価', `1${workType.unit} ${formatUnitPrice(assignment.unitPriceSen)}（税抜き）`),
    fact('金額', yen(lineAmountYen(assignment.unitPriceSen, units, 'DOWN'))),
    fact('窓口', desk.name),
  ];
}

/** Says which facility is meant: one person may run several. */
export function toFacility({ facility }: AssignmentFacts): string {
  return `${facility.name} へのお知らせです。`;
}

/** Empty when nobody gave one. */
export function reason(name: string, text: string | null): string {
  const words = [...oneLine(text ?? '')];
  if (words.length === 0) return '';
  const isCut = words.length > MAX_REASON_CHARACTERS;
  return fact(name, `${words.slice(0, MAX_REASON_CHARACTERS).join('')}${isCut ? '…' : ''}`);
}

export function yen(amountYen: number): string {
  return `${formatYen(amountYen)}（税抜き）`;
}

export const toDesk = ({ desk, order }: OrderFacts) => ({
  organisationId: desk.id,
  path: `/desk/orders/${order.id}`,
});

export const toBuyer = ({ buyer, order }: OrderFacts) => ({
  organisationId: buyer.id,
  path: `/buyer/orders/${order.id}`,
});

export const toFacilityOf = ({ facility, assignment }: AssignmentFacts) => ({
  organisationId: facility.id,
  path: `/facility/assignments/${assignment.id}`,
});
