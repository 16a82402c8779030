import type { Over } from '../words/words.js';
import type { WageWords } from './words.ja.js';

export const easy: Over<WageWords> = {
  form: {
    title: (year) => `{工賃|こうちん}の {報告|ほうこく}（${year}）`,
    lead: '{去年|きょねん}の {数|かず}が {横|よこ}に あります。わからない ところは、あとで いれられます。',
    totalYen: '1{年|ねん}に はらった {工賃|こうちん}（ぜんぶ）',
    personDays: '{来|き}た {人|ひと}の {数|かず}（1{年|ねん}ぶん ぜんぶ）',
    daysOpen: '{仕事|しごと}を した {日|ひ}の {数|かず}',
    monthsOpen: '{開|あ}いていた {月|つき}の {数|かず}',
    hours: 'みんなの {仕事|しごと}の {時間|じかん}（ぜんぶ）',
    months: '{工賃|こうちん}を はらった {人|ひと}の {数|かず}',
    more: 'ほかの {数|かず}',
    send: '{送|おく}る',
    draft: 'とちゅうで のこす',
    sent: '{送|おく}りました。',
    kept: 'のこしました。',
    recall: 'とりもどして {直|なお}す',
  },
  asked: {
    heading: 'たしかめて ください',
    lead: 'まちがいでは ないかも しれません。このままで よければ、しるしを つけて ください。',
  },
  result: { heading: '{計算|けいさん}すると', unknown: '{数|かず}が そろうと、{答|こた}えが {出|で}ます。' },
  history: { heading: 'これまでの {工賃|こうちん}' },
  targets: { heading: '{目標|もくひょう}の {工賃|こうちん}' },
};
