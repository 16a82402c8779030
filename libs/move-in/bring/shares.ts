import type { LocalDate } from '#yui/calendar';
import { checkFields, DomainError, MAX_UNITS, type Said } from '#yui/platform';
import { ANSWER_WORDS, CHANNEL_WORDS } from '../workbook/choices.js';
import { moveInErrors } from '../workbook/move-in.errors.js';
import type { WrittenRow } from '../workbook/read-workbook.js';
import { RowCells } from '../workbook/row-cells.js';
import type { Bringing } from './bringing.js';
import type { RowContent } from './move-in-row.entity.js';

interface ShareContent extends RowContent {
  readonly order: string;
  readonly facility: string;
  readonly units: number;
  readonly answer: keyof typeof ANSWER_WORDS;
  readonly deliveredUnits: number;
}

export interface ShareRow {
  readonly written: WrittenRow;
  readonly content: ShareContent;
  /** null: the facility has not answered. */
  readonly said: Said | null;
}

/** A row whose fault only shows while another one is brought in. */
export class FaultOfRow extends Error {
  constructor(
    readonly written: WrittenRow,
    readonly fault: DomainError,
  ) {
    super(fault.message);
  }
}

/** The shares of all orders, as they are written. What cannot be read keeps its order from being brought in. */
export class ShareSheet {
  readonly faults: FaultOfRow[] = [];
  private readonly shares = new Map<string, ShareRow[]>();
  private readonly broken = new Set<string>();

  constructor(written: readonly WrittenRow[]) {
    for (const row of written) {
      try {
        this.add(row);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        this.faults.push(new FaultOfRow(row, error));
        this.broken.add(row.cells.get('order')?.normalize('NFKC').trim() ?? '');
      }
    }
  }

  /** Of one order, in the order of their rows. @throws MOVE_IN.NEEDS_BROKEN_ROW */
  sharesOf(order: string): readonly ShareRow[] {
    if (this.broken.has(order))
      throw moveInErrors.NEEDS_BROKEN_ROW({ number: order, sheet: '案件の割当' }).at('number');
    return this.shares.get(order) ?? [];
  }

  /** Shares of orders that are nowhere, neither in the workbook nor in an import before. */
  strayAmong(all: Bringing): FaultOfRow[] {
    return [...this.shares.values()].flat().flatMap(({ written, content }) => {
      try {
        all.idOf('ORDERS', content.order, 'order');
        return [];
      } catch (error) {
        return error instanceof DomainError && error.code === 'MOVE_IN.UNKNOWN_NUMBER'
          ? [new FaultOfRow(written, error)]
          : [];
      }
    });
  }

  all(): readonly ShareRow[] {
    return [...this.shares.values()].flat();
  }

  private add(written: WrittenRow): void {
    const { content, said } = readShare(new RowCells(written));
    const before = this.shares.get(content.order) ?? [];
    const same = before.find((each) => each.content.facility === content.facility);
    if (same) throw moveInErrors.ROW_TWICE({ line: same.written.line });
    this.shares.set(content.order, [...before, { written, content, said }]);
  }
}

function readShare(cells: RowCells): Pick<ShareRow, 'content' | 'said'> {
  const { content, said } = checkFields({
    content: () =>
      checkFields<ShareContent>({
        order: () => cells.key('order'),
        facility: () => cells.key('facility'),
        units: () => cells.integer('units', 1, MAX_UNITS),
        answer: () => cells.choice('answer', ANSWER_WORDS),
        deliveredUnits: () => cells.optionalInteger('deliveredUnits', 0, MAX_UNITS) ?? 0,
      }),
    said: (): Said | null => {
      if (cells.choice('answer', ANSWER_WORDS) === 'ASKED') return null;
      return checkFields<Said>({
        saidBy: () => cells.line('saidBy', 100),
        channel: () => cells.choice('channel', CHANNEL_WORDS),
        saidAt: () => startOf(cells.day('saidOn')),
      });
    },
  });
  const most = content.answer === 'ACCEPTED' ? content.units : 0;
  if (content.deliveredUnits > most) throw moveInErrors.DELIVERED_TOO_MANY().at('deliveredUnits');
  return { content, said };
}

const startOf = (day: LocalDate) => new Date(`${day}T00:00:00+09:00`);
