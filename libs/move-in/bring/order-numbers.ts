import { nextOrderNumbers } from '#yui/orders';
import type { PersonActor, UnitOfWork } from '#yui/platform';
import type { WrittenRow } from '../workbook/read-workbook.js';
import { MoveInRow } from './move-in-row.entity.js';
import { takeTurn } from './turn.js';

/**
 * The numbers of the orders an import makes. They are there before it begins: an import takes long, and while it held the
 * series of the desk nobody could place an order.
 */
export class OrderNumbers {
  private at = 0;

  constructor(private readonly numbers: readonly string[]) {}

  readonly take = async (): Promise<string> => {
    const number = this.numbers[this.at];
    if (number === undefined) throw new Error('The workbook has more new orders than rows');
    this.at += 1;
    return Promise.resolve(number);
  };
}

/**
 * Numbers for all rows that have become no order yet, in a transaction of its own. While an import runs none are taken: those
 * who ask again meanwhile would use up numbers for nothing. @throws MOVE_IN.UNDER_WAY
 */
export async function takeOrderNumbers(
  unitOfWork: UnitOfWork,
  actor: PersonActor,
  rows: readonly WrittenRow[],
): Promise<string[]> {
  const deskId = actor.organisationId;
  return unitOfWork.run(actor, async (tx) => {
    await takeTurn(tx, deskId);
    const known = await tx.manager.find(MoveInRow, { where: { deskId, sheet: 'ORDERS' }, select: { rowKey: true } });
    const keys = new Set(known.map(({ rowKey }) => rowKey));
    const count = rows.filter(({ cells }) => !keys.has(cells.get('number') ?? '')).length;
    return count === 0 ? [] : nextOrderNumbers(tx, deskId, count);
  });
}

/** For a dry run, of which nothing stays: numbers nobody else can be given meanwhile. */
export function passingNumbers(rows: readonly WrittenRow[]): string[] {
  return rows.map((_, at) => `DRY-RUN-${at + 1}`);
}
