import { formatDateEn, formatDateJa, formatDateTimeJa, type LocalDate } from '#yui/calendar';
import { formatUnitPrice, formatYen } from '#yui/money';
import type { LinkedOffer, LinkedTerms } from '#yui/fulfilment';
import {
  type Bilingual,
  dayFields,
  easy,
  facts,
  faultBox,
  hidden,
  noteBox,
  numberField,
  page,
  text,
  textField,
  type Typed,
} from '../pages/page-frame.js';
import { reviewPage } from './review-page.js';

interface Outcome extends Bilingual {
  readonly heading: string;
}

const OUTCOME: Readonly<Record<Exclude<LinkedOffer['state'], 'OPEN'>, Outcome>> = {
  ACCEPTED: {
    heading: 'お{仕事|しごと}を{引|ひ}き{受|う}けました',
    ja: '{下|した}の{数|かず}と{日|ひ}で、お{仕事|しごと}が{決|き}まっています。よろしくお{願|ねが}いします。{変|か}えたいときは、{窓口|まどぐち}に{連絡|れんらく}してください。',
    en: 'You do the job with the number and date below. Call the desk if anything changes.',
  },
  ASKED: {
    heading: '{窓口|まどぐち}の{返事|へんじ}を{待|ま}っています',
    ja: '{下|した}の{内容|ないよう}でできる、とお{返事|へんじ}しました。まだ{決|き}まっていません。{窓口|まどぐち}が{決|き}めたら、メールでお{知|し}らせします。',
    en: 'You answered that you can do it on the terms below. Nothing is agreed until the desk confirms.',
  },
  DONE: {
    heading: 'お{仕事|しごと}が{終|お}わりました',
    ja: '{納品|のうひん}と{検品|けんぴん}が{終|お}わっています。ありがとうございました。',
    en: 'The job is delivered and inspected. Thank you.',
  },
  DECLINED: {
    heading: '「{受|う}けられない」とお{返事|へんじ}しました',
    ja: 'この{仕事|しごと}の{作業|さぎょう}はしないでください。',
    en: 'This job was declined. Please do not work on it.',
  },
  OVER: {
    heading: 'この{依頼|いらい}は{終|お}わりました',
    ja: '{返事|へんじ}の{期限|きげん}が{過|す}ぎたか、{窓口|まどぐち}が{取|と}り{消|け}しました。{作業|さぎょう}はしないでください。できるときは、{窓口|まどぐち}に{連絡|れんらく}してください。',
    en: 'The time to answer has passed, or the desk has taken the offer back. If you can still do it, call the desk.',
  },
  CHANGED: {
    heading: '{依頼|いらい}の{内容|ないよう}が{変|か}わりました',
    ja: 'このお{知|し}らせのあとで、{数|かず}や{金額|きんがく}などが{変|か}わりました。{新|あたら}しいメールか{手紙|てがみ}からお{返事|へんじ}ください。{下|した}は、いまの{内容|ないよう}です。',
    en: 'The offer has changed since you were told of it; what holds now is below. Please answer from the newest mail or letter.',
  },
};

/** The offer with the three ways to answer it, or what has become of it: always what holds now. */
export function offerPage(
  offer: LinkedOffer,
  path: string,
  { fault = null, typed = {} }: { fault?: Bilingual | null; typed?: Typed } = {},
): string {
  if (offer.state === 'OPEN') {
    return page('お{仕事|しごと}の{依頼|いらい}', [
      toWhom(offer),
      faultBox(fault),
      extensionNote(offer),
      `<p>${text(offer.deskName)} ${easy('からの{依頼|いらい}です。{内容|ないよう}を{確|たし}かめて、{下|した}から{選|えら}んでお{返事|へんじ}ください。{次|つぎ}の{画面|がめん}で、もう{一度|いちど}{確|たし}かめられます。')}</p>`,
      factsOf(offer),
      forms(offer, path, typed),
      WORDS,
    ]);
  }
  const outcome = OUTCOME[offer.state];
  return page(outcome.heading, [
    toWhom(offer),
    faultBox(fault),
    noteBox(outcome),
    factsOf(offer),
    undoForm(offer, path),
    WORDS,
  ]);
}

interface Review {
  readonly heading: string;
  readonly button: string;
}

/** By what would come of it: an offer that stays open was asked more time for. */
const REVIEW: Readonly<Record<'ACCEPTED', Review> & Partial<Record<LinkedOffer['state'] | 'MORE_TIME', Review>>> = {
  ACCEPTED: {
    heading: 'この{内容|ないよう}で{引|ひ}き{受|う}けますか',
    button: 'この{内容|ないよう}で{受|う}ける',
  },
  ASKED: {
    heading: 'この{内容|ないよう}で{相談|そうだん}しますか',
    button: 'この{内容|ないよう}で{返事|へんじ}する',
  },
  DECLINED: {
    heading: '「{受|う}けられない」とお{返事|へんじ}しますか',
    button: '「{受|う}けられない」と{返事|へんじ}する',
  },
  MORE_TIME: {
    heading: '{返事|へんじ}を{待|ま}ってほしいと{伝|つた}えますか',
    button: '{待|ま}ってほしいと{伝|つた}える',
  },
};

/** What is about to be said of an offer. */
export function offerReviewPage(come: LinkedOffer, path: string, typed: Typed): string {
  const words = REVIEW[come.state === 'OPEN' ? 'MORE_TIME' : come.state] ?? REVIEW.ACCEPTED;
  return reviewPage(toWhom(come), { ...words, answer: '{返事|へんじ}', shown: [factsOf(come)], path, typed });
}

const toWhom = ({ facilityName }: LinkedOffer) => `<p>${text(facilityName)} ${easy('{様|さま}')}</p>`;

/** What is shown of words that are not everybody's. */
const WORDS = `<h2>${easy('ことばの{説明|せつめい}')}</h2>
<p>${easy('{納品|のうひん}：できあがったものを{届|とど}けること。')}<br>${easy('{検品|けんぴん}：{窓口|まどぐち}が、できあがったものを{確|たし}かめること。')}<br>${easy('{単価|たんか}：1つあたりの{金額|きんがく}。')}<br>${easy('{税抜|ぜいぬ}き：{消費税|しょうひぜい}を{入|い}れない{金額|きんがく}。')}</p>`;

const units = (offer: LinkedOffer, terms: LinkedTerms) => `${terms.units.toLocaleString('ja-JP')}${offer.unit}`;
const price = (offer: LinkedOffer, terms: LinkedTerms) =>
  `1${offer.unit} ${formatUnitPrice(terms.unitPriceSen)}（税抜き）`;

function factsOf(offer: LinkedOffer): string {
  const { offered, terms, state } = offer;
  // What was asked for stands beside what is held to, where the two differ.
  const was = (now: string, before: string) => (now === before ? now : `${now}（はじめの依頼：${before}）`);
  const isAnswered = state === 'ACCEPTED' || state === 'ASKED' || state === 'DONE';
  return facts([
    ['{案件|あんけん}', `${offer.orderNumber}「${offer.orderTitle}」`],
    ['{仕事|しごと}', offer.workTypeJa],
    ['{作業|さぎょう}の{内容|ないよう}', offer.specification],
    ['{数|かず}', was(units(offer, terms), units(offer, offered))],
    ['{単価|たんか}', was(price(offer, terms), price(offer, offered))],
    ['{金額|きんがく}', `${formatYen(terms.amountYen)}（税抜き）`],
    ['{納品|のうひん}の{日|ひ}', was(formatDateJa(terms.dueOn), formatDateJa(offered.dueOn))],
    ['この{数|かず}になった{理由|りゆう}', terms.units === offered.units ? (offer.reason?.ja ?? '') : ''],
    ['お{返事|へんじ}に{書|か}いた{理由|りゆう}', state === 'DECLINED' || state === 'ASKED' ? offer.answerReason : ''],
    ['{待|ま}ってほしい{日|ひ}', offer.extension.until === null ? '' : formatDateJa(offer.extension.until)],
    ['{待|ま}ってほしい{理由|りゆう}', offer.extension.reason ?? ''],
    ['お{返事|へんじ}の{期限|きげん}', isAnswered ? '' : deadlineOf(offer)],
  ]);
}

/** With what the mail or letter says, where that is not so any more. */
function deadlineOf({ answerBy, toldAnswerBy }: LinkedOffer): string {
  if (answerBy === null) return '';
  const [now, told] = [answerBy, toldAnswerBy].map((instant) => formatDateTimeJa(instant));
  return now === told ? now! : `${now}（お知らせに書いた期限：${told}）`;
}

function forms(offer: LinkedOffer, path: string, typed: Typed): string {
  const begin = (answer: string) => `<form method="post" action="${text(path)}">${hidden({ step: 'review', answer })}`;
  const isOpen = (answer: string) => (typed.answer === answer ? ' open' : '');
  return `<h2>${easy('お{返事|へんじ}')}</h2>
${begin('ACCEPT')}
<p>${easy('この{数|かず}と{納品|のうひん}の{日|ひ}でできるとき')}</p>
<p><button class="yes">${easy('{受|う}ける（{確認|かくにん}へ{進|すす}む）')}</button></p></form>
<details${isOpen('COUNTER')}><summary>${easy('{一部|いちぶ}だけ{受|う}ける・{日|ひ}や{金額|きんがく}を{相談|そうだん}する')}</summary>
${begin('COUNTER')}
${numberField({ name: 'units', label: 'できる{数|かず}', hint: `1〜${units(offer, offer.offered)}`, value: typed.units ?? String(offer.offered.units) })}
${dayFields('{納品|のうひん}できる{日|ひ}', { ...dayOf(offer.offered.dueOn), ...(typed.answer === 'MORE_TIME' ? {} : typed) })}
${numberField({ name: 'price', label: '{希望|きぼう}する{単価|たんか}（{円|えん}、{税抜|ぜいぬ}き）', hint: `1${text(offer.unit)}あたり`, value: typed.price ?? String(offer.offered.unitPriceSen / 100) })}
${textField({ name: 'reason', label: '{理由|りゆう}（{必|かなら}ず{書|か}いてください）', value: typed.answer === 'COUNTER' ? (typed.reason ?? '') : '', isRequired: true })}
<p><button class="no">${easy('{確認|かくにん}へ{進|すす}む')}</button></p></form></details>
<details${isOpen('DECLINE')}><summary>${easy('{受|う}けられない')}</summary>
${begin('DECLINE')}
${textField({
  name: 'reason',
  id: 'no-reason',
  label: '{理由|りゆう}（{必|かなら}ず{書|か}いてください）',
  value: typed.answer === 'DECLINE' ? (typed.reason ?? '') : '',
  isRequired: true,
})}
<p><button class="no">${easy('{受|う}けられない（{確認|かくにん}へ{進|すす}む）')}</button></p></form></details>
${moreTimeForm(offer, path, typed)}
<p class="en" lang="en">Accept the job as it is, ask for fewer units, another date or another price, or decline. You can look at your answer once more before it is sent, and take it back for ten minutes after.</p>`;
}

/** Who cannot answer in time asks for more of it, where there is any before the work is due. */
function moreTimeForm({ extension: { days } }: LinkedOffer, path: string, typed: Typed): string {
  if (days === null) return '';
  const isOpen = typed.answer === 'MORE_TIME';
  const range = `${formatDateJa(days.earliest)}〜${formatDateJa(days.latest)}`;
  return `<details${isOpen ? ' open' : ''}><summary>${easy('{返事|へんじ}を{待|ま}ってほしい')}</summary>
<form method="post" action="${text(path)}">${hidden({ step: 'review', answer: 'MORE_TIME' })}
<p>${easy('{窓口|まどぐち}が{決|き}めるまで、いまの{期限|きげん}のままです。')}</p>
${dayFields(`いつまで（${range}）`, { ...dayOf(days.earliest), ...(isOpen ? typed : {}) })}
${textField({ name: 'reason', id: 'until-reason', label: '{理由|りゆう}（{必|かなら}ず{書|か}いてください）', value: isOpen ? (typed.reason ?? '') : '', isRequired: true })}
<p><button class="no">${easy('{確認|かくにん}へ{進|すす}む')}</button></p></form></details>
<p class="en" lang="en">If you cannot answer in time, you can ask the desk for more time. Until it decides, the deadline stays.</p>`;
}

/** What was asked for, and what the desk said to it. */
function extensionNote({ extension: { until, refusal } }: LinkedOffer): string {
  if (until !== null) {
    return noteBox({
      ja: `${formatDateJa(until)}まで{待|ま}ってほしいと、{窓口|まどぐち}に{伝|つた}えてあります。{窓口|まどぐち}が{決|き}めるまで、いまの{期限|きげん}のままです。`,
      en: `You asked the desk to wait until ${formatDateEn(until)}. Until it decides, the deadline stays.`,
    });
  }
  if (refusal === null) return '';
  const words = easy('お{返事|へんじ}の{期限|きげん}は{変|か}わりません。{窓口|まどぐち}から：');
  return `<div class="note"><p>${words}${text(refusal)}</p><p class="en" lang="en">The time to answer stays as it is.</p></div>`;
}

function dayOf(dueOn: LocalDate): Typed {
  const [year = '', month = '', day = ''] = dueOn.split('-');
  return { year, month: String(Number(month)), day: String(Number(day)) };
}

function undoForm({ undoUntil }: LinkedOffer, path: string): string {
  if (undoUntil === null) return '';
  const until = formatDateTimeJa(undoUntil).slice(-5);
  return `<h2>${easy('まちがえたとき')}</h2>
<p>${easy(`${until} まで、または{窓口|まどぐち}が{準備|じゅんび}を{始|はじ}めるまで、お{返事|へんじ}を{取|と}り{消|け}せます。`)}</p>
<p class="en" lang="en">Until ${until}, while the desk has not acted on it, the answer can be taken back.</p>
<form method="post" action="${text(path)}">${hidden({ step: 'confirm', answer: 'UNDO' })}
<p><button class="no">${easy('お{返事|へんじ}を{取|と}り{消|け}す')}</button></p></form>`;
}
