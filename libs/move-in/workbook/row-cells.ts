import type { LocalDate } from '#yui/calendar';
import { inputErrors, optionalLine, optionalText, requireInteger, requireLine } from '#yui/platform';
import { dayIn, fiscalYearIn } from '#yui/reports';
import { choiceIn, type Choices } from './layout.js';
import { moveInErrors } from './move-in.errors.js';
import type { WrittenRow } from './read-workbook.js';

/** The cells of one row, read for what they are to be. Each reader throws a fault of its field. */
export class RowCells {
  constructor(private readonly row: WrittenRow) {}

  has(field: string): boolean {
    return this.row.cells.has(field);
  }

  /** As written; '' where the cell is empty. */
  text(field: string): string {
    return this.row.cells.get(field) ?? '';
  }

  /** @throws INPUT.TEXT_* */
  line(field: string, most: number): string {
    return requireLine(field, this.text(field), most);
  }

  /** @throws INPUT.TEXT_* */
  optionalLine(field: string, most: number): string {
    return optionalLine(field, this.text(field), most);
  }

  /** @throws INPUT.TEXT_* */
  optionalText(field: string, most: number): string {
    return optionalText(field, this.text(field), most);
  }

  /** The number of a row, here or in another sheet. @throws INPUT.TEXT_* */
  key(field: string): string {
    return this.line(field, 50).normalize('NFKC').trim();
  }

  /** @throws INPUT.*, MOVE_IN.NO_NUMBER */
  integer(field: string, least: number, most: number): number {
    return requireInteger(field, this.number(field, 0), least, most);
  }

  optionalInteger(field: string, least: number, most: number): number | null {
    return this.has(field) ? this.integer(field, least, most) : null;
  }

  /** A number with so many decimals, as the whole number of its smallest parts: yen with 2 are sen. @throws MOVE_IN.NO_NUMBER */
  parts(field: string, decimals: number, most: number): number {
    return requireInteger(field, this.number(field, decimals), 0, most);
  }

  optionalParts(field: string, decimals: number, most: number): number | null {
    return this.has(field) ? this.parts(field, decimals, most) : null;
  }

  /** @throws INPUT.TEXT_EMPTY, MOVE_IN.NO_DAY */
  day(field: string): LocalDate {
    this.required(field);
    const day = dayIn(this.text(field));
    if (day === null) throw moveInErrors.NO_DAY().at(field);
    return day;
  }

  optionalDay(field: string): LocalDate | null {
    return this.has(field) ? this.day(field) : null;
  }

  /** First calendar year. @throws INPUT.TEXT_EMPTY, MOVE_IN.NO_YEAR */
  fiscalYear(field: string): number {
    this.required(field);
    const year = fiscalYearIn(this.text(field));
    if (year === null) throw moveInErrors.NO_YEAR().at(field);
    return year;
  }

  /** @throws INPUT.TEXT_EMPTY, MOVE_IN.NO_CHOICE */
  choice<Code extends string>(field: string, choices: Choices<Code>): Code {
    this.required(field);
    const code = choiceIn(choices, this.text(field));
    if (code !== null) return code;
    const words = (Object.keys(choices) as Code[]).map((each) => choices[each][0]);
    throw moveInErrors.NO_CHOICE({ choices: words.join('、') }).at(field);
  }

  optionalChoice<Code extends string>(field: string, choices: Choices<Code>): Code | null {
    return this.has(field) ? this.choice(field, choices) : null;
  }

  private required(field: string): void {
    if (!this.has(field)) throw inputErrors.TEXT_EMPTY().at(field);
  }

  private number(field: string, decimals: number): number {
    this.required(field);
    const written = this.text(field)
      .normalize('NFKC')
      .replace(/[,\s¥]/g, '')
      // What is counted stands behind many numbers: 20名, 5,000部, 30,000円.
      .replace(/(?<=\d)[^\d.百千万億]{1,3}$/, '')
      .replace(/^[▲△]/, '-');
    if (!/^-?\d{1,13}(\.\d{1,10})?$/.test(written)) throw moveInErrors.NO_NUMBER().at(field);
    const [whole = '', fraction = ''] = written.split('.');
    const cut = fraction.replace(/0+$/, '');
    if (cut.length > decimals) throw moveInErrors.NO_NUMBER().at(field);
    return Number(`${whole}${cut.padEnd(decimals, '0')}`);
  }
}
