import { formatDateJa } from '#yui/calendar';
import type { LinkedAmendment, LinkedChange } from '#yui/changes';
import { formatUnitPrice, formatYen } from '#yui/money';
import {
  type Bilingual,
  easy,
  facts,
  faultBox,
  hidden,
  noteBox,
  page,
  text,
  textField,
  type Typed,
} from '../pages/page-frame.js';
import { reviewPage } from './review-page.js';

const NOTES: Readonly<Record<LinkedAmendment['state'], Bilingual>> = {
  OPEN: {
    ja: 'お{返事|へんじ}をいただくまで、ご{注文|ちゅうもん}は{元|もと}のままです。',
    en: 'Your order stays as it is until you answer.',
  },
  AGREED: {
    ja: '{同意|どうい}していただいたとおりに、ご{注文|ちゅうもん}の{内容|ないよう}を{変|か}えました。',
    en: 'You agreed, and the order was changed.',
  },
  REFUSED: {
    ja: 'お{断|ことわ}りになりました。ご{注文|ちゅうもん}は{元|もと}のままです。',
    en: 'You refused. Your order stays as it was.',
  },
  OVER: {
    ja: 'この{申|もう}し{入|い}れは{終|お}わりました。お{返事|へんじ}はいりません。',
    en: 'This proposal is over. No answer is needed.',
  },
};

/** What the desk proposes with the two ways to answer it, or what has become of it. */
export function changePage(
  change: LinkedAmendment,
  path: string,
  { fault = null, typed = {} }: { fault?: Bilingual | null; typed?: Typed } = {},
): string {
  return page('{変更|へんこう}の{申|もう}し{入|い}れ', [
    toWhom(change),
    faultBox(fault),
    noteBox(NOTES[change.state]),
    factsOf(change),
    change.state === 'OPEN' ? forms(path, typed) : '',
  ]);
}

/** What is about to be said of a change. */
export function changeReviewPage(come: LinkedAmendment, path: string, typed: Typed): string {
  const isYes = come.state === 'AGREED';
  const heading = isYes ? 'この{変更|へんこう}に{同意|どうい}しますか' : 'この{変更|へんこう}を{断|ことわ}りますか';
  const button = isYes ? 'この{変更|へんこう}に{同意|どうい}する' : '{断|ことわ}る';
  return reviewPage(toWhom(come), { heading, button, answer: '{返事|へんじ}', shown: [factsOf(come)], path, typed });
}

const toWhom = ({ buyerName }: LinkedAmendment) => `<p>${text(buyerName)} ${easy('{御中|おんちゅう}')}</p>`;

function factsOf(change: LinkedAmendment): string {
  const { yen } = change;
  return facts([
    ['{案件|あんけん}', `${change.orderNumber}「${change.orderTitle}」`],
    ['{窓口|まどぐち}', change.deskName],
    ...change.changes.map((each): [string, string] => ['{変|か}わること', wordsOf(each)]),
    ['{理由|りゆう}', change.reason],
    [
      '{金額|きんがく}（{税込|ぜいこ}み）',
      yen === null
        ? ''
        : yen.before === yen.after
          ? formatYen(yen.after)
          : `${formatYen(yen.before)} → ${formatYen(yen.after)}`,
    ],
    ['お{断|ことわ}りの{理由|りゆう}', change.refusalReason],
  ]);
}

function wordsOf(change: LinkedChange): string {
  const { workTypeJa, unit, quantity, dueOn, unitPriceSen, previousUnitPriceSen, specification } = change;
  const count = (units: number) => `${units.toLocaleString('ja-JP')}${unit}`;
  const parts = [
    quantity === null
      ? ''
      : quantity === 0
        ? '取りやめる'
        : `数 ${count(change.previousQuantity)} → ${count(quantity)}`,
    dueOn === null ? '' : `納期 ${formatDateJa(change.previousDueOn)} → ${formatDateJa(dueOn)}`,
    unitPriceSen === null
      ? ''
      : `単価 ${formatUnitPrice(previousUnitPriceSen ?? 0)} → ${formatUnitPrice(unitPriceSen)}`,
    specification === null ? '' : `内容 ${specification}`,
  ];
  return `${workTypeJa}：${parts.filter((part) => part !== '').join('、')}`;
}

function forms(path: string, typed: Typed): string {
  const begin = (answer: string) => `<form method="post" action="${text(path)}">${hidden({ step: 'review', answer })}`;
  return `<h2>${easy('お{返事|へんじ}')}</h2>
${begin('AGREE')}
<p><button class="yes">${easy('{同意|どうい}する（{確認|かくにん}へ{進|すす}む）')}</button></p></form>
<details${typed.answer === 'REFUSE' ? ' open' : ''}><summary>${easy('{断|ことわ}る')}</summary>
${begin('REFUSE')}
${textField({ name: 'reason', label: '{断|ことわ}る{理由|りゆう}', value: typed.reason ?? '', isRequired: true })}
<p><button class="no">${easy('{断|ことわ}る（{確認|かくにん}へ{進|すす}む）')}</button></p></form></details>`;
}
