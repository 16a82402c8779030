import { formatDateJa, formatDateTimeJa } from '#yui/calendar';
import { formatUnitPrice } from '#yui/money';
import type { LinkedCall } from '#yui/fulfilment';
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

const BINDS_NOBODY: Bilingual = {
  ja: 'この{回答|かいとう}だけで、お{仕事|しごと}が{決|き}まることはありません。',
  en: 'This answer binds nobody yet.',
};
const OVER: Bilingual = {
  ja: 'この{募集|ぼしゅう}は{終|お}わりました。できるときは、{窓口|まどぐち}に{連絡|れんらく}してください。',
  en: 'This call is over. If you could do it, tell the desk.',
};

/** A call with the ways to answer it, and what was answered last. */
export function callPage(
  call: LinkedCall,
  path: string,
  { fault = null, typed = {} }: { fault?: Bilingual | null; typed?: Typed } = {},
): string {
  return page('お{仕事|しごと}の{募集|ぼしゅう}', [
    `<p>${text(call.facilityName)} ${easy('{様|さま}')}</p>`,
    faultBox(fault),
    noteBox(call.isOpen ? BINDS_NOBODY : OVER),
    factsOf(call),
    saidOf(call),
    call.isOpen ? forms(call, path, typed) : '',
  ]);
}

/** What is about to be said to a call. */
export function callReviewPage(come: LinkedCall, path: string, typed: Typed): string {
  return reviewPage(`<p>${text(come.facilityName)} ${easy('{様|さま}')}</p>`, {
    heading: 'この{内容|ないよう}で{回答|かいとう}しますか',
    answer: '{回答|かいとう}',
    shown: [factsOf(come), saidOf(come)],
    button: 'この{内容|ないよう}で{回答|かいとう}する',
    path,
    typed,
  });
}

const count = (units: number, { unit }: LinkedCall) => `${units.toLocaleString('ja-JP')}${unit}`;

function factsOf(call: LinkedCall): string {
  return facts([
    ['{募集|ぼしゅう}', call.title],
    ['{仕事|しごと}', call.workTypeJa],
    ['{作業|さぎょう}の{内容|ないよう}', call.specification],
    ['{数|かず}（{全体|ぜんたい}で）', count(call.quantity, call)],
    ['{納品|のうひん}の{日|ひ}', formatDateJa(call.dueOn)],
    ['{締切|しめきり}', formatDateTimeJa(call.closesAt)],
    ['{窓口|まどぐち}', call.deskName],
    ['{窓口|まどぐち}から', call.note],
  ]);
}

function saidOf(call: LinkedCall): string {
  const { said } = call;
  if (said === null) return '';
  const rows: [string, string][] =
    said.status === 'CAN' && said.units !== null && said.unitPriceSen !== null && said.earliestFinishOn !== null
      ? [
          ['できる{数|かず}', count(said.units, call)],
          ['{単価|たんか}', `1${call.unit} ${formatUnitPrice(said.unitPriceSen)}（税抜き）`],
          ['できあがる{日|ひ}', formatDateJa(said.earliestFinishOn)],
          ['{連絡|れんらく}', said.remark],
        ]
      : [
          ['{回答|かいとう}', 'できない'],
          ['{理由|りゆう}', said.remark],
        ];
  const late: [string, string] = ['{注意|ちゅうい}', said.isLate ? '締切のあとの回答です。' : ''];
  return `<h2>${easy('あなたの{回答|かいとう}')}</h2>${facts([...rows, late])}`;
}

function forms(call: LinkedCall, path: string, typed: Typed): string {
  const begin = (answer: string) => `<form method="post" action="${text(path)}">${hidden({ step: 'review', answer })}`;
  const { said } = call;
  const [year = '', month = '', day = ''] = (said?.earliestFinishOn ?? call.dueOn).split('-');
  const price = said?.unitPriceSen ?? null;
  return `<h2>${easy(said === null ? '{回答|かいとう}する' : '{回答|かいとう}を{変|か}える')}</h2>
${begin('CAN')}
${numberField({ name: 'units', label: 'できる{数|かず}', hint: `1〜${count(call.quantity, call)}（{一部|いちぶ}だけでもかまいません）`, value: typed.units ?? String(said?.units ?? '') })}
${numberField({ name: 'price', label: '{単価|たんか}（{円|えん}、{税抜|ぜいぬ}き）', hint: `1${text(call.unit)}あたり`, value: typed.price ?? (price === null ? '' : String(price / 100)) })}
${dayFields('できあがる{日|ひ}', { year, month: String(Number(month)), day: String(Number(day)), ...typed })}
${textField({ name: 'remark', label: '{連絡|れんらく}（なくてもかまいません）', value: typed.remark ?? '', isRequired: false })}
<p><button class="yes">${easy('できる（{確認|かくにん}へ{進|すす}む）')}</button></p></form>
<details${typed.answer === 'CANNOT' ? ' open' : ''}><summary>${easy('できない')}</summary>
${begin('CANNOT')}
${textField({ name: 'reason', label: '{理由|りゆう}（{必|かなら}ず{書|か}いてください）', value: typed.reason ?? '', isRequired: true })}
<p><button class="no">${easy('できない（{確認|かくにん}へ{進|すす}む）')}</button></p></form></details>
${
  said === null
    ? ''
    : `<form method="post" action="${text(path)}">${hidden({ step: 'confirm', answer: 'UNDO' })}
<p><button class="no">${easy('{回答|かいとう}を{取|と}り{消|け}す')}</button></p></form>`
}
<p class="en" lang="en">Say how many you could do, at what price and by when, or that you cannot. While the call is open the answer can be changed and taken back.</p>`;
}
