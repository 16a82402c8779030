import { type LocalDate, parseLocalDate } from '#yui/calendar';
import type { AmendmentAnswer } from '#yui/changes';
import type { CallLinkAnswer, LinkAnswer } from '#yui/fulfilment';
import { defineErrors } from '#yui/platform';
import { httpErrors } from '../http/http.errors.js';
import type { Typed } from '../pages/page-frame.js';

export const answerFormErrors = defineErrors('ANSWER_FORM', {
  NO_NUMBER: {
    ja: '数を読めませんでした。「3200」のように、数字で書いてください。',
    en: 'The number cannot be read. Write it in digits, such as 3200.',
  },
  NO_PRICE: {
    ja: '単価を読めませんでした。「3.5」のように、円の数字で書いてください（小数は2けたまで）。',
    en: 'The price cannot be read. Write yen in digits, such as 3.5, with two decimals at most.',
  },
  NO_DATE: {
    ja: '日を読めませんでした。年・月・日を、数字で書いてください。',
    en: 'The date cannot be read. Write year, month and day in digits.',
  },
});

/** `review`: show it once more. `edit`: back to the form. `confirm`: it is meant. */
export type Step = 'review' | 'edit' | 'confirm';

export interface AnswerForm {
  readonly step: Step;
  /** As people typed it, so that a form can be shown again as it was. */
  readonly typed: Typed;
}

const FIELDS = ['answer', 'units', 'price', 'year', 'month', 'day', 'reason', 'remark'] as const;

/** @throws HTTP.FOREIGN_ORIGIN when it is no form of ours */
export function readForm(body: unknown): AnswerForm {
  const form = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const { step } = form;
  if (step !== 'review' && step !== 'edit' && step !== 'confirm') throw httpErrors.FOREIGN_ORIGIN();
  const typed = FIELDS.flatMap((name) => {
    const value = form[name];
    return typeof value === 'string' ? [[name, value.replaceAll('\r\n', '\n')] as const] : [];
  });
  return { step, typed: Object.fromEntries(typed) };
}

/** @throws ANSWER_FORM.*, HTTP.FOREIGN_ORIGIN */
export function offerAnswerOf(typed: Typed): LinkAnswer {
  const reason = typed.reason ?? '';
  switch (typed.answer) {
    case 'ACCEPT':
      return { answer: 'ACCEPT' };
    case 'UNDO':
      return { answer: 'UNDO' };
    case 'DECLINE':
      return { answer: 'DECLINE', reason };
    case 'MORE_TIME':
      return { answer: 'MORE_TIME', until: dayOf(typed), reason };
    case 'COUNTER':
      return { answer: 'COUNTER', units: unitsOf(typed), dueOn: dayOf(typed), unitPriceSen: priceOf(typed), reason };
    default:
      throw httpErrors.FOREIGN_ORIGIN();
  }
}

/** @throws ANSWER_FORM.*, HTTP.FOREIGN_ORIGIN */
export function callAnswerOf(typed: Typed): CallLinkAnswer {
  switch (typed.answer) {
    case 'CAN':
      return {
        answer: 'CAN',
        units: unitsOf(typed),
        unitPriceSen: priceOf(typed),
        earliestFinishOn: dayOf(typed),
        remark: typed.remark ?? '',
      };
    case 'CANNOT':
      return { answer: 'CANNOT', reason: typed.reason ?? '' };
    case 'UNDO':
      return { answer: 'UNDO' };
    default:
      throw httpErrors.FOREIGN_ORIGIN();
  }
}

/** @throws HTTP.FOREIGN_ORIGIN */
export function changeAnswerOf(typed: Typed): AmendmentAnswer {
  if (typed.answer !== 'AGREE' && typed.answer !== 'REFUSE') throw httpErrors.FOREIGN_ORIGIN();
  return { isAgreed: typed.answer === 'AGREE', reason: typed.reason ?? '' };
}

/** １２，０００ and 12000 are the same to the one who types them. */
const plain = (value: string | undefined): string => (value ?? '').normalize('NFKC').replace(/[\s,、]/gu, '');

function unitsOf({ units }: Typed): number {
  const digits = plain(units);
  if (!/^\d{1,15}$/.test(digits)) throw answerFormErrors.NO_NUMBER();
  return Number(digits);
}

function priceOf({ price }: Typed): number {
  const found = /^(\d{1,9})(?:\.(\d{1,2}))?円?$/.exec(plain(price));
  if (!found) throw answerFormErrors.NO_PRICE();
  return Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
}

function dayOf({ year, month, day }: Typed): LocalDate {
  const [y, m, d] = [plain(year), plain(month), plain(day)];
  try {
    return parseLocalDate(`${y.padStart(4, '0')}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`);
  } catch {
    throw answerFormErrors.NO_DATE();
  }
}
