import type { WorkReportPaper } from '../sheet/paper-data.js';
import { closing, subjectFacts } from '../parts/notes.js';
import { addressee, sender } from '../parts/parties.js';
import { cell, dateWords, digits, shortDate } from '../parts/words.js';
import type { SheetBody } from '../sheet/sheet.js';

const ENDINGS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };

/** By what the typesetter finds the bytes of a photo. */
export const photoFile = (position: number, mediaType: string): string =>
  `photo-${position}.${ENDINGS[mediaType] ?? 'jpg'}`;

export function composeWorkReport(paper: WorkReportPaper): SheetBody {
  const { doneFrom, doneOn, works, photos } = paper;
  const days = doneFrom === null ? dateWords(doneOn) : `${dateWords(doneFrom)}から${dateWords(doneOn)}まで`;
  return {
    addressee: addressee(paper.recipient),
    sender: sender(paper.issuer, '報告者'),
    opening: '下記のとおり作業が完了しましたので、ご報告いたします。',
    headline: null,
    facts: [...subjectFacts(paper), { label: doneFrom === null ? '作業日' : '作業期間', value: days }],
    blocks: [
      {
        type: 'table',
        caption: '作業の内容',
        remark: null,
        columns: [
          { title: '作業日', align: 'start', widthMm: 25 },
          { title: '作業', align: 'start', widthMm: null },
          { title: '場所', align: 'start', widthMm: 45 },
          { title: '数量', align: 'end', widthMm: 22 },
          { title: '単位', align: 'center', widthMm: 14 },
        ],
        rows: works.map((work) => [
          cell(shortDate(work.doneOn)),
          cell(work.name, work.note),
          cell(work.place),
          cell(digits(work.quantity)),
          cell(work.unit),
        ]),
        footnotes: [],
      },
      ...(photos.length === 0
        ? []
        : [
            {
              type: 'photos' as const,
              heading: '写真（PDFに載せています）',
              photos: photos.map(({ attachmentId, mediaType, takenFor, place }, index) => ({
                attachmentId,
                file: photoFile(index + 1, mediaType),
                caption: `写真${index + 1}　${shortDate(takenFor)}　${place}`,
              })),
            },
          ]),
      ...closing(paper),
    ],
  };
}
