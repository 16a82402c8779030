import { formatDateEn, formatDateJa } from '#yui/calendar';
import { formatYen } from '#yui/money';
import type { TodayRow } from './buyer-today.rows.js';

export interface Sentence {
  readonly ja: string;
  readonly en: string;
}

const MAX_QUOTED = 60;

/** Why something is on the page, in one sentence. */
export function sentenceOf({ kind, due_on: dueOn, yen, text }: TodayRow): Sentence {
  const [amount, day] = [yen === null ? '' : formatYen(yen), dueOn === null ? '' : formatDateJa(dueOn)];
  const dayEn = dueOn === null ? '' : formatDateEn(dueOn);
  switch (kind) {
    case 'QUOTES':
      return yen === null || yen === 0
        ? {
            ja: `事業所の紹介が届いています。${day}までにお返事ください。`,
            en: `The desk names facilities to choose among. Please answer by ${dayEn}.`,
          }
        : {
            ja: `見積 ${amount}（税込み）が届いています。${day}までにお返事ください。`,
            en: `A quote of ¥${yen} with tax is here. Please answer by ${dayEn}.`,
          };
    case 'WORK_TO_ACCEPT':
      return {
        ja: 'すべて納められました。確かめて、検収してください。',
        en: 'All of it was delivered. Please check it and accept it.',
      };
    case 'QUESTIONS':
      return { ja: `窓口からの質問：${quoted(text)}`, en: `The desk asks: ${quoted(text)}` };
    case 'REFERRALS':
      return {
        ja: '紹介した事業所との話し合いがどうなったか、知らせてください。',
        en: 'Please say what came of the introduction.',
      };
    case 'INVOICES':
      return {
        ja: `請求書 ${text ?? ''}（${amount}）のお支払いは${day}までです。`,
        en: `Invoice ${text ?? ''} of ¥${yen ?? 0} is to be paid by ${dayEn}.`,
      };
    case 'QUOTES_EXPIRED':
      return {
        ja: '見積の期限が過ぎました。まだ頼みたいときは、窓口に聞いてください。',
        en: 'The quote has expired. If you still want the work, ask the desk.',
      };
    case 'LATE':
      return {
        ja: `納期の${day}を過ぎています。窓口に様子を聞けます。`,
        en: `It was due on ${dayEn}. You can ask the desk how it stands.`,
      };
    case 'PROPOSALS':
      return {
        ja: `窓口からの変更の申し入れ「${quoted(text)}」に、お返事ください。`,
        en: `The desk proposes a change: “${quoted(text)}”. Please answer.`,
      };
    case 'CHANGES':
      return text === 'CANCELLATION'
        ? { ja: '取り消しの返事を待っています。', en: 'The desk has not yet answered your wish to cancel.' }
        : { ja: '変更の返事を待っています。', en: 'The desk has not yet answered the change you asked for.' };
    case 'DRAFTS':
      return { ja: 'まだ窓口に送っていません。', en: 'It has not been sent to the desk yet.' };
  }
}

function quoted(text: string | null): string {
  const letters = [...(text ?? '').replace(/\s+/gu, ' ')];
  return letters.length <= MAX_QUOTED ? letters.join('') : `${letters.slice(0, MAX_QUOTED - 1).join('')}…`;
}
