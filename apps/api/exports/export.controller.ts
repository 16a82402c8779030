import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { todayInTokyo } from '#yui/calendar';
import { accessErrors, BUYER_ROLES, DESK_ROLES, FACILITY_ROLES, Grant, UnitOfWork } from '#yui/platform';
import { csvOf, MAX_XLSX_ROWS, RecordExport, type Row, xlsxOf } from '#yui/reports';
import { LoaderFactory } from '../graphql/loaders.js';
import type { RequestContext } from '../graphql/request-context.js';
import { markAsDownload } from '../http/download.js';
import { RateLimits } from '../http/rate-limits.js';
import { actorOf, admissionOf } from '../http/request-gate.js';
import { exportErrors } from './export.errors.js';
import { EXPORTED_LISTS, type ExportedList } from './exported-lists.js';
import { type Answer, readList, rowOf } from './read-list.js';

const FORMATS = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
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
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * `GET /exports/orders.csv?variables={"filter":…}`: what the page sends with its query, without the page.
   * @throws ACCESS.NOT_FOUND, EXPORT.FILTER_UNREADABLE, EXPORT.TOO_MANY_ROWS, RATE.LIMITED, and what the list refuses
   */
  @Grant([...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES])
  @Get(':file')
  async download(
    @Param('file') file: string,
    @Query() query: Readonly<Record<string, unknown>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, list, format } = requestedIn(file);
    const actor = actorOf(request);
    const tooSoon = await this.rateLimits.take(admissionOf(request), UNITS_OF_EXPORT);
    if (tooSoon) throw tooSoon.error;
    const language = query.language === 'en' ? 'en' : 'ja';
    const contextOf = (): RequestContext => {
      const loaders = this.loaderFactory.create(actor);
      return { ...admissionOf(request), actor, requestId: request.id, reply, loaders };
    };
    const portions = readList(this.schemaHost.schema, list, variablesIn(query.variables), contextOf);
    // Whatever is refused is refused before anything is sent.
    const first = await portions.next();
    await this.recordExport.execute(actor, { list: name, format });
    const table = {
      headings: list.columns.map(({ heading }) => heading[language]),
      portions: rowsOf(list, first.done ? [] : first.value, portions, {
        language,
        maxRows: format === 'xlsx' ? MAX_XLSX_ROWS : Infinity,
      }),
    };
    const title = list.name[language];
    const [{ now }] = await this.unitOfWork.read(actor, async (db) =>
      db.query<[{ now: Date }]>('SELECT yui_now() AS now'),
    );
    const fileName = `${title}_${todayInTokyo(now)}.${format}`;
    const bytes = format === 'csv' ? csvOf(table) : xlsxOf(title, table);
    await markAsDownload(reply, { fileName, mediaType: FORMATS[format] }).send(
      Readable.from(bytes, { objectMode: false }),
    );
  }
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

/** @throws ACCESS.NOT_FOUND */
function requestedIn(file: string): { name: string; list: ExportedList; format: keyof typeof FORMATS } {
  const [, name = '', format] = /^([a-z]+)\.(csv|xlsx)$/.exec(file) ?? [];
  const list = Object.hasOwn(EXPORTED_LISTS, name) ? EXPORTED_LISTS[name] : undefined;
  if (!list || (format !== 'csv' && format !== 'xlsx')) throw accessErrors.NOT_FOUND();
  return { name, list, format };
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
