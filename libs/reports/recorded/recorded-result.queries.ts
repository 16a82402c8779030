import { Injectable } from '@nestjs/common';
import { type PageOf, type PageRequest, type PersonActor, readPage, UnitOfWork } from '#yui/platform';
import { RecordedResult } from './recorded-result.entity.js';

export interface RecordedResultFilter {
  readonly fiscalYear?: number | null;
  /** Name of the list they came with; '': entered by hand. */
  readonly sourceName?: string | null;
}

/** A list that was imported, or what was entered by hand. */
export interface RecordedSource {
  /** null: entered by hand. */
  readonly sourceName: string | null;
  readonly fileName: string | null;
  readonly rowCount: number;
  readonly fromYear: number;
  readonly toYear: number;
  readonly yen: number;
  readonly recordedAt: Date;
}

/** What the own organisation recorded for its reports. */
@Injectable()
export class RecordedResultQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The newest first. @throws INPUT.* */
  async list(actor: PersonActor, filter: RecordedResultFilter, page: PageRequest): Promise<PageOf<RecordedResult>> {
    return readPage(this.unitOfWork, actor, page, {
      rows: (db) => {
        const rows = db
          .createQueryBuilder(RecordedResult, 'row')
          .where('row.keeperId = :keeperId', { keeperId: actor.organisationId });
        const { fiscalYear, sourceName } = filter;
        if (fiscalYear !== null && fiscalYear !== undefined)
          rows.andWhere('row.fiscalYear = :fiscalYear', { fiscalYear });
        if (sourceName === '') rows.andWhere('row.sourceName IS NULL');
        else if (sourceName) rows.andWhere('row.sourceName = :sourceName', { sourceName });
        return rows;
      },
      order: { by: 'row.recordedAt', kind: 'INSTANT', direction: 'DESC' },
      show: async (_, rows) => rows,
    });
  }

  /** The lists it has imported, by name; what was entered by hand first. */
  async sources(actor: PersonActor): Promise<RecordedSource[]> {
    const rows = await this.unitOfWork.read(actor, async (db) =>
      db.query<
        {
          source_name: string | null;
          file_name: string | null;
          row_count: number;
          from_year: number;
          to_year: number;
          yen: number;
          recorded_at: Date;
        }[]
      >(
        `SELECT source_name, max(source_file) AS file_name, count(*)::integer AS row_count, min(fiscal_year) AS from_year,
           max(fiscal_year) AS to_year, coalesce(sum(yen) FILTER (WHERE grain <> 'TOTAL'), 0)::bigint AS yen,
           max(recorded_at) AS recorded_at
         FROM recorded_result WHERE keeper_id = $1 GROUP BY source_name ORDER BY source_name NULLS FIRST`,
        [actor.organisationId],
      ),
    );
    return rows.map((row) => ({
      sourceName: row.source_name,
      fileName: row.file_name,
      rowCount: row.row_count,
      fromYear: row.from_year,
      toYear: row.to_year,
      yen: Number(row.yen),
      recordedAt: row.recorded_at,
    }));
  }
}
