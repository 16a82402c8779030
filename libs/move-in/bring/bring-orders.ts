import type { Transaction } from '#yui/platform';
import type { WorkbookReading } from '../workbook/read-workbook.js';
import { bringSheet, type Earlier, faultyRow, type Gathered, problemsOf } from './bring-sheet.js';
import type { Bringing } from './bringing.js';
import type { RowOutcome } from './move-in-report.js';
import { orderBringer } from './orders.js';
import { type FaultOfRow, type ShareRow, ShareSheet } from './shares.js';

/** Orders under way with their shares, which stand in a sheet of their own. */
export async function bringOrders(
  tx: Transaction,
  all: Bringing,
  rows: WorkbookReading['rows'],
  earlier: Earlier,
  gathered: Gathered,
): Promise<void> {
  const sheet = new ShareSheet(rows.get('SHARES') ?? []);
  const refuse = ({ written, fault }: FaultOfRow) => {
    gathered.problems.push(...problemsOf(written, fault));
    gathered.rows.push(faultyRow(written));
  };
  sheet.faults.forEach(refuse);
  await bringSheet(tx, all, orderBringer(sheet), rows.get('ORDERS') ?? [], earlier, gathered);
  const strays = sheet.strayAmong(all);
  strays.forEach(refuse);
  const known = new Set(strays.map(({ written }) => written));
  const outcomes = sheet.all().filter(({ written }) => !known.has(written));
  gathered.rows.push(...outcomes.map((share) => outcomeOf(share, earlier, gathered)));
}

/** A share goes with its order. */
function outcomeOf({ written, content }: ShareRow, { rows }: Earlier, { problems, kept }: Gathered): RowOutcome {
  const base = { ...faultyRow(written), name: `${content.order} ${content.facility}` };
  const isAtFault = problems.some(({ sheet, line }) => sheet === written.sheetName && line === written.line);
  if (isAtFault) return base;
  const text = Object.values(content).join(':');
  const before = String(rows.get(`ORDERS ${content.order}`)?.content.shares ?? '').split(' ');
  const isKept = kept.some(({ sheet, rowKey }) => sheet === 'ORDERS' && rowKey === content.order);
  if (before.includes(text) || !isKept) return { ...base, outcome: 'UNCHANGED' };
  const isNew = !before.some((each) => each.startsWith(`${content.order}:${content.facility}:`));
  const { units, answer, deliveredUnits } = content;
  const changes = [
    { field: '数量', before: null, after: String(units) },
    { field: '返事', before: null, after: answer === 'ACCEPTED' ? '引受' : '打診中' },
    ...(deliveredUnits === 0 ? [] : [{ field: '納品済みの数', before: null, after: String(deliveredUnits) }]),
  ];
  return { ...base, outcome: isNew ? 'CREATED' : 'UPDATED', changes };
}
