import { Readable } from 'node:stream';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type LocalDate, parseLocalDate } from '#yui/calendar';
import { type JournalEntry, journalErrors, type JournalNames, JournalQueries } from '#yui/contracts';
import { DESK_ROLES, Grant } from '#yui/platform';
import { csvOf, RecordExport, type Row } from '#yui/reports';
import { markAsDownload } from '../http/download.js';
import { RateLimits } from '../http/rate-limits.js';
import { actorOf, admissionOf } from '../http/request-gate.js';

const HEADINGS = [
  '日付',
  '借方科目',
  '借方金額',
  '貸方科目',
  '貸方金額',
  '税率',
  '取引先',
  '案件番号',
  '摘要',
  '登録日',
] as const;
const UNITS_OF_EXPORT = 20;

/** The books of a desk for its accounting program: a row from one account to another, both sides alike. */
@Controller()
export class JournalController {
  constructor(
    private readonly queries: JournalQueries,
    private readonly rateLimits: RateLimits,
    private readonly recordExport: RecordExport,
  ) {}

  /**
   * `GET /journal.csv?from=2026-11-01&to=2026-11-30`: by the days of trades and payments, both included.
   * @throws JOURNAL.PERIOD, RATE.LIMITED
   */
  @Grant(DESK_ROLES)
  @Get('journal.csv')
  async download(
    @Query() query: Readonly<Record<string, unknown>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const actor = actorOf(request);
    const tooSoon = await this.rateLimits.take(admissionOf(request), UNITS_OF_EXPORT);
    if (tooSoon) throw tooSoon.error;
    const period = { from: dayIn(query.from), to: dayIn(query.to) };
    const names = await this.queries.names(actor);
    const portions = this.queries.entries(actor, period);
    // Whatever is refused is refused before anything is sent.
    const first = await portions.next();
    await this.recordExport.execute(actor, { list: 'journal', format: 'csv' });
    const table = { headings: HEADINGS, portions: rowsOf(names, first.done ? [] : first.value, portions) };
    const fileName = `仕訳_${period.from}_${period.to}.csv`;
    await markAsDownload(reply, { fileName, mediaType: 'text/csv; charset=utf-8' }).send(
      Readable.from(csvOf(table), { objectMode: false }),
    );
  }
}

async function* rowsOf(
  names: JournalNames,
  first: readonly JournalEntry[],
  rest: AsyncGenerator<JournalEntry[]>,
): AsyncGenerator<Row[]> {
  const rowOf = (entry: JournalEntry): Row => [
    entry.on,
    names[entry.debit],
    entry.amountYen,
    names[entry.credit],
    entry.amountYen,
    entry.taxPercent === null ? '' : `${entry.taxPercent}%`,
    entry.partner,
    entry.orderNumber,
    entry.description,
    entry.recordedOn,
  ];
  yield first.map(rowOf);
  for await (const entries of rest) yield entries.map(rowOf);
}

/** @throws JOURNAL.PERIOD */
function dayIn(value: unknown): LocalDate {
  try {
    return parseLocalDate(String(value));
  } catch {
    throw journalErrors.PERIOD();
  }
}
