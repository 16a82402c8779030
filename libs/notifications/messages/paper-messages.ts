import type { EntityManager } from 'typeorm';
import { formatDateJa } from '#yui/calendar';
import { Paper, type PaperEventName } from '#yui/contracts';
import { formatYen } from '#yui/money';
import { PAPER_TITLES, type PaperKind } from '#yui/papers';
import type { LoadFacts } from './load-facts.js';
import { message, type MessageKind } from './message.js';
import { fact } from './phrases.js';

/** A paper whose file is there. */
export interface PaperFacts {
  readonly paper: Paper;
  /** A newer one has taken its place. */
  readonly isReplaced: boolean;
}

/** An offer is told of by a mail of its own, with the way to answer it; its paper need not come as well. */
const NOT_MAILED: ReadonlySet<PaperKind> = new Set(['ALLOCATION_NOTICE']);

export const loadPaperFacts: LoadFacts<PaperFacts> = async (manager: EntityManager, payload) => {
  const id = String(payload.paperId);
  return {
    paper: await manager.findOneByOrFail(Paper, { id }),
    isReplaced: await manager.existsBy(Paper, { replacesId: id }),
  };
};

/** Papers go out by mail to buyers and facilities. The desk has them where it works. */
export const paperMessages = {
  'paper.rendered': {
    isStillTrue: ({ paper, isReplaced }) =>
      !isReplaced && paper.recipientKind !== 'DESK' && !NOT_MAILED.has(paper.kind),
    messages: ({ paper }) => {
      const title = PAPER_TITLES[paper.kind];
      const { subject, issuer } = paper.data;
      return [
        {
          ...message(
            { organisationId: paper.recipientId, path: `/papers/${paper.id}` },
            {
              subject: `書類：${title} ${paper.number}（${subject}）`,
              paragraphs: [
                `${title}をお届けします。PDFを添付しました。`,
                [
                  fact('書類', `${title} ${paper.number}`),
                  fact('件名', subject),
                  fact('発行', `${issuer.name}、${formatDateJa(paper.issuedOn)}`),
                  ...(paper.amountYen === null ? [] : [fact('金額', `${formatYen(paper.amountYen)}（税込み）`)]),
                ],
                paper.replacesId === null ? '' : '前にお届けした書類に代わるものです。前の書類は使わないでください。',
                '同じ内容を、画面でもお読みいただけます。音声での読み上げにも対応しています。',
              ],
              english: `A paper for you is attached: ${paper.number}.`,
            },
          ),
          paperId: paper.id,
          workOrderId: paper.workOrderId,
        },
      ];
    },
  },
} satisfies Partial<Record<PaperEventName, MessageKind<PaperFacts>>>;
