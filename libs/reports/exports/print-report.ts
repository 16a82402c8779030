import { Injectable } from '@nestjs/common';
import { formatDateJa, type LocalDate } from '#yui/calendar';
import { organisationName } from '#yui/identity';
import { PaperPress } from '#yui/papers';
import { organisationKindOf, type PersonActor, UnitOfWork } from '#yui/platform';
import { type PrintedReport, reportSheet } from './report-sheet.js';

/** A report as it is printed: A4, with the name of who reads it out and the day. */
@Injectable()
export class PrintReport {
  private press: PaperPress | null = null;

  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(actor: PersonActor, report: PrintedReport, today: LocalDate): Promise<Uint8Array> {
    const kind = organisationKindOf(actor.role);
    const name = await this.unitOfWork.read(actor, async (db) => organisationName(db, kind, actor.organisationId));
    const day = report.language === 'ja' ? formatDateJa(today) : today;
    this.press ??= new PaperPress();
    return this.press.printSheet(reportSheet(report, name ?? '', day), today);
  }
}
