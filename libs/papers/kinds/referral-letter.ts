import type { ReferralLetterPaper } from '../sheet/paper-data.js';
import { closing, subjectFacts } from '../parts/notes.js';
import { addressee, addressLines, nameLines, sender } from '../parts/parties.js';
import { cell, dateWords, digits, known } from '../parts/words.js';
import type { SheetBody } from '../sheet/sheet.js';

export function composeReferralLetter(paper: ReferralLetterPaper): SheetBody {
  const { introduced } = paper;
  return {
    addressee: addressee(paper.recipient),
    sender: sender(paper.issuer),
    opening: '下記の事業所をご紹介いたします。',
    headline: null,
    facts: [
      ...subjectFacts(paper),
      ...known([{ label: 'ご希望の納期', value: paper.deliverOn && dateWords(paper.deliverOn) }]),
      { label: '結果のご報告', value: `${dateWords(paper.reportBy)}までにお願いいたします。` },
    ],
    blocks: [
      {
        type: 'text',
        heading: null,
        tone: 'letter',
        paragraphs: [
          '日頃より、障害のある方の仕事づくりにご理解とご協力をいただき、厚くお礼申し上げます。',
          `このたびご相談いただきました件につきまして、${nameLines(introduced).join(' ')}をご紹介いたします。仕様、金額、納期などは同事業所と直接ご相談のうえ、お取り決めください。契約はご依頼主様と事業所との間で結ばれ、当窓口は契約の当事者となりません。`,
          '契約が成立したとき、または見送りとなったときは、上記の期日までに結果をお知らせください。',
        ],
      },
      {
        type: 'facts',
        heading: 'ご紹介する事業所',
        items: known([
          { label: '事業所', value: introduced.name },
          { label: '運営法人', value: introduced.operator },
          { label: '所在地', value: addressLines(introduced).join(' ') },
          { label: '電話', value: introduced.phone },
          { label: 'メール', value: introduced.email },
          { label: 'ご担当', value: introduced.contactPerson ?? introduced.representative },
          { label: '得意な作業', value: paper.strengths.join('、') },
        ]),
      },
      {
        type: 'table',
        caption: 'ご相談の内容',
        remark: null,
        columns: [
          { title: '作業・仕様', align: 'start', widthMm: null },
          { title: '数量', align: 'end', widthMm: 28 },
          { title: '単位', align: 'center', widthMm: 18 },
          { title: '摘要', align: 'start', widthMm: 50 },
        ],
        rows: paper.works.map((work) => [
          cell(work.name, work.specification),
          cell(digits(work.quantity)),
          cell(work.unit),
          cell(work.note ?? ''),
        ]),
        footnotes: [],
      },
      ...closing(paper),
    ],
  };
}
