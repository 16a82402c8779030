import type { LocalDate } from '#yui/calendar';
import type { PaperParty } from '../sheet/paper-data.js';

/** A letter or a fax sheet: one page in large type, answered by its QR code, by fax or by telephone. */
export interface Letter {
  /** What it is about, on one line. */
  readonly subject: string;
  /** By which an answer that comes back by fax is recognised. */
  readonly number: string;
  readonly datedOn: LocalDate;
  readonly recipient: PaperParty;
  /** Of the recipient; null: it goes by post, or nobody has said. */
  readonly recipientFax: string | null;
  readonly sender: PaperParty;
  /** Where an answer is faxed to; null: the desk has stated none. */
  readonly senderFax: string | null;
  readonly paragraphs: readonly string[];
  /** Papers that go along, by their titles and numbers. */
  readonly enclosed: readonly string[];
  /** Null: it is answered on no page. */
  readonly page: LetterPage | null;
  /** What is ticked on the sheet that is faxed back. */
  readonly answers: readonly FaxAnswer[];
}

interface LetterPage {
  readonly url: string;
  /** What the page is for, and for how long. */
  readonly caption: string;
}

/** One box to tick. */
export interface FaxAnswer {
  readonly text: string;
  /** What is written in by hand, by its label: a number, a day, a reason. */
  readonly blanks: readonly string[];
}
