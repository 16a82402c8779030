import { renderSVG } from 'uqr';
import { addressee, nameLines, sender } from '../parts/parties.js';
import { printable } from '../parts/printable.js';
import { dateWords, known } from '../parts/words.js';
import type { Addressee, Sender } from '../sheet/sheet.js';
import type { FaxAnswer, Letter } from './letter.js';

/** A letter as people read it, with nothing left to write out. */
interface LetterSheet {
  readonly number: string;
  readonly datedOn: string;
  readonly addressee: Addressee;
  readonly sender: Sender;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly enclosed: readonly string[];
  readonly page: { readonly caption: string; readonly url: string } | null;
  readonly answers: readonly FaxAnswer[];
  readonly answerTo: string;
}

export function composeLetter(given: Letter): LetterSheet {
  const letter = printable(given);
  const { sender: desk, senderFax, recipientFax } = letter;
  const ways = [
    ...(senderFax === null ? [] : [`FAX ${senderFax}`]),
    ...(desk.phone === null ? [] : [`お電話 ${desk.phone}`]),
  ];
  return {
    number: letter.number,
    datedOn: dateWords(letter.datedOn),
    addressee: addressee(letter.recipient, known([{ label: 'FAX', value: recipientFax }])),
    sender: {
      ...sender({ ...desk, registrationNumber: null }, '差出人'),
      details: known([
        { label: '電話', value: desk.phone },
        { label: 'FAX', value: senderFax },
      ]),
    },
    subject: letter.subject,
    paragraphs: letter.paragraphs,
    enclosed: letter.enclosed,
    page: letter.page,
    answers: letter.answers,
    answerTo: ways.length === 0 ? nameLines(desk).join(' ') : ways.join('　'),
  };
}

/** The QR code of an address, as SVG: level M, so that a fax of ordinary quality is still read. */
export function qrCode(url: string): string {
  return renderSVG(url, { ecc: 'M', border: 4 });
}
