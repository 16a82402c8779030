import { formatDateJa } from '#yui/calendar';
import type { DueDateAdvice } from '#yui/procurement';
import type { DueDateAdviceType } from './basis.types.js';

/** The advice with a sentence a buyer can act on. */
export function describeAdvice(advice: DueDateAdvice): DueDateAdviceType {
  const [sentenceJa, sentenceEn] = sentences(advice);
  return { ...advice, sentenceJa, sentenceEn };
}

function sentences(advice: DueDateAdvice): [string, string] {
  const { capableFacilities, dueOn, earliestOn, isPossible, isShorterThanUsual, usualLeadDays } = advice;
  if (capableFacilities === 0) {
    return [
      'この作業を登録している事業所が、まだありません。窓口にご相談ください。',
      'No facility offers this work yet. Please ask the desk.',
    ];
  }
  if (earliestOn === null) {
    return [
      'この数量は、1年以内には全部を引き受けられません。数量を分けるか、窓口にご相談ください。',
      'This quantity cannot all be done within a year. Order less at a time, or ask the desk.',
    ];
  }
  if (dueOn === null) {
    return [
      `全部の数量ができる、いちばん早い納期は${formatDateJa(earliestOn)}です。`,
      `The earliest date by which the whole quantity can be done is ${earliestOn}.`,
    ];
  }
  if (!isPossible) {
    return [
      `この納期では全部の数量を引き受けられません。いちばん早い納期は${formatDateJa(earliestOn)}です。`,
      `The whole quantity cannot be done by then. The earliest date is ${earliestOn}.`,
    ];
  }
  if (isShorterThanUsual) {
    return [
      `事業所は着手までにふつう${usualLeadDays}営業日かかります。もう少し余裕のある納期にできませんか。`,
      `Facilities usually need ${usualLeadDays} working days before they start. Could the date be later?`,
    ];
  }
  return ['この納期で、全部の数量を引き受けられる見込みです。', 'The whole quantity can be done by this date.'];
}
