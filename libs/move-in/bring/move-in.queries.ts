import { Injectable } from '@nestjs/common';
import { accessErrors, type PersonActor, UnitOfWork } from '#yui/platform';
import { MOVE_IN_SHEETS, type MoveInSheet } from '../workbook/layout.js';
import { makeTemplate } from '../workbook/template.js';
import { MoveInRow } from './move-in-row.entity.js';
import { choicesOfColumn, readNames } from './names.js';

/** What was brought along so far, sheet by sheet. */
export interface BroughtAlong {
  readonly sheet: MoveInSheet;
  readonly rowCount: number;
  /** The file its last change came from, and when. */
  readonly fileName: string;
  readonly importedAt: Date;
}

@Injectable()
export class MoveInQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The workbook to fill in, with the words of this installation. @throws ACCESS.NOT_FOUND */
  async template(actor: PersonActor): Promise<Uint8Array> {
    requireAdministrator(actor);
    const names = await this.unitOfWork.read(actor, readNames);
    return makeTemplate((column) => choicesOfColumn(column, names));
  }

  /** @throws ACCESS.NOT_FOUND */
  async broughtAlong(actor: PersonActor): Promise<BroughtAlong[]> {
    requireAdministrator(actor);
    return this.unitOfWork.read(actor, async (db) => {
      const rows = await db
        .createQueryBuilder(MoveInRow, 'row')
        .select('DISTINCT ON (row.sheet) row.sheet', 'sheet')
        .addSelect('count(*) OVER (PARTITION BY row.sheet)', 'rowCount')
        .addSelect('row.source_file', 'fileName')
        .addSelect('row.recorded_at', 'importedAt')
        .where('row.desk_id = :deskId', { deskId: actor.organisationId })
        .orderBy('row.sheet')
        .addOrderBy('row.recorded_at', 'DESC')
        .getRawMany<BroughtAlong>();
      const placeOf = ({ sheet }: BroughtAlong) => MOVE_IN_SHEETS.indexOf(sheet);
      return rows.map((row) => ({ ...row, rowCount: Number(row.rowCount) })).sort((a, b) => placeOf(a) - placeOf(b));
    });
  }
}

function requireAdministrator(actor: PersonActor): void {
  if (actor.role !== 'DESK_ADMIN') throw accessErrors.NOT_FOUND();
}
