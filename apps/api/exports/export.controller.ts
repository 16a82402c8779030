import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { todayInTokyo } from '#yui/calendar';
import { accessErrors, BUYER_ROLES, DESK_ROLES, FACILITY_ROLES, Grant, UnitOfWork } from '#yui/platform';
import { csvOf, type LongTable, MAX_XLSX_ROWS, PrintReport, RecordExport, type Row, xlsxOf } from '#yui/reports';
import { LoaderFactory } from '../graphql/loaders.js';
import type { RequestContext } from '../graphql/request-context.js';
import { markAsDownload } from '../http/download.js';
import { RateLimits } from '../http/rate-limits.js';
import { actorOf, admissionOf } from '../http/request-gate.js';
import { exportErrors } from './export.errors.js';
import { EXPORTED_LISTS, type ExportedList } from './exported-lists.js';
import { EXPORTED_REPORTS, type ExportedReport, sheetOfReport, tableNameOf } from './exported-reports.js';
import { type Answer, readList, readReport, rowOf } from './read-list.js';

const FORMATS = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  /** Of reports alone: as they are printed. */
  pdf: 'application/pdf',
} as const;
/** A whole list is many pages. */
const UNITS_OF_EXPORT = 20;

/**
 * Every list as a file for a spreadsheet: all its rows, with the filter and the order of the page. Who may have which list
 * is granted beside its query.
 */
@Controller('exports')
export class ExportController {
  constructor(
    private readonly schemaHost: GraphQLSchemaHost,
    private readonly loaderFactory: LoaderFactory,
    private readonly rateLimits: RateLimits,
    private readonly recordExport: RecordExport,
    private readonly printReport: PrintReport,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * `GET /exports/orders.csv?variables={"filter":…}`: what the page sends with its query, without the page.
   * @throws ACCESS.NOT_FOUND, EXPORT.FILTER_UNREADABLE, EXPORT.TOO_MANY_ROWS, RATE.LIMITED, and what the list refuses
   */
  @Grant([...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES, 'PREFECTURE_OFFICER'])
  @Get(':file')
  async download(
    @Param('file') file: string,
    @Query() query: Readonly<Record<string, unknown>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, list, report, format } = requestedIn(file);
    const actor = actorOf(request);
    const tooSoon = await this.rateLimits.take(admissionOf(request), UNITS_OF_EXPORT);
    if (tooSoon) throw tooSoon.error;
    this.unitOfWork.readAllAsReport(actor);
    const language = query.language === 'en' ? 'en' : 'ja';
    const contextOf = (): RequestContext => {
      const loaders = this.loaderFactory.create(actor);
      return { ...admissionOf(request), actor, requestId: request.id, reply, loaders };
    };
    const { schema } = this.schemaHost;
    const variables = variablesIn(query.variables);
    // Whatever is refused is refused before anything is sent.
    const content =
      report === undefined
        ? await listTable(list, readList(schema, list, variables, contextOf), language, format)
        : sheetOfReport(report, await readReport(schema, report, variables, contextOf()), language);
    await this.recordExport.execute(actor, { list: name, format });
    const title = (report ?? list).name[language];
    const [{ now }] = await this.unitOfWork.read(actor, async (db) =>
      db.query<[{ now: Date }]>('SELECT yui_now() AS now'),
    );
    const today = todayInTokyo(now);
    const table = report === undefined ? '' : tableNameOf(report, variables, language);
    const bytes =
      'portions' in content
        ? streamOf(format, title, content)
        : format === 'pdf'
          ? Buffer.from(await this.printReport.execute(actor, { title, table, language, ...content }, today))
          : streamOf(format, title, { headings: content.headings, portions: Readable.from([content.rows]) });
    const download = { fileName: `${title}_${today}.${format}`, mediaType: FORMATS[format] };
    await markAsDownload(reply, download).send(bytes);
  }
}

function streamOf(format: keyof typeof FORMATS, title: string, table: LongTable): Readable {
  return Readable.from(format === 'csv' ? csvOf(table) : xlsxOf(title, table), { objectMode: false });
}

/**
 * A sheet that is full ends the download where it is: a list is not counted to its end, and a file cut short opens nowhere.
 * @throws EXPORT.TOO_MANY_ROWS
 */
async function* rowsOf(
  { columns }: ExportedList,
  first: readonly Answer[],
  rest: AsyncGenerator<readonly Answer[]>,
  { language, maxRows }: { readonly language: 'ja' | 'en'; readonly maxRows: number },
): AsyncGenerator<Row[]> {
  yield first.map((row) => rowOf(columns, row, language));
  let written = first.length;
  for await (const rows of rest) {
    written += rows.length;
    if (written > maxRows) throw exportErrors.TOO_MANY_ROWS({ rows: maxRows });
    yield rows.map((row) => rowOf(columns, row, language));
  }
}

type Requested = { readonly name: string; readonly format: keyof typeof FORMATS } & (
  | { readonly list: ExportedList; readonly report?: undefined }
  | { readonly list?: undefined; readonly report: ExportedReport }
);

/** @throws ACCESS.NOT_FOUND */
function requestedIn(file: string): Requested {
  const [, name = '', ending = ''] = /^([a-z-]+)\.([a-z]+)$/.exec(file) ?? [];
  const format = (Object.keys(FORMATS) as (keyof typeof FORMATS)[]).find((each) => each === ending);
  if (format === undefined) throw accessErrors.NOT_FOUND();
  const list = Object.hasOwn(EXPORTED_LISTS, name) ? EXPORTED_LISTS[name] : undefined;
  if (list && format !== 'pdf') return { name, list, format };
  const report = Object.hasOwn(EXPORTED_REPORTS, name) ? EXPORTED_REPORTS[name] : undefined;
  if (report) return { name, report, format };
  throw accessErrors.NOT_FOUND();
}

type Language = 'ja' | 'en';

async function listTable(
  list: ExportedList,
  portions: AsyncGenerator<readonly Answer[]>,
  language: Language,
  format: keyof typeof FORMATS,
): Promise<LongTable> {
  const first = await portions.next();
  return {
    headings: list.columns.map(({ heading }) => heading[language]),
    portions: rowsOf(list, first.done ? [] : first.value, portions, {
      language,
      maxRows: format === 'xlsx' ? MAX_XLSX_ROWS : Infinity,
    }),
  };
}

/** @throws EXPORT.FILTER_UNREADABLE */
function variablesIn(text: unknown): Readonly<Record<string, unknown>> {
  if (text === undefined) return {};
  if (typeof text !== 'string') throw exportErrors.FILTER_UNREADABLE();
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found === 'object' && found !== null && !Array.isArray(found)) return found as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw exportErrors.FILTER_UNREADABLE();
}
