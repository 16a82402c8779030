import type { Over } from '../words/words.js';
import type { FairnessWords } from './words.ja.js';

export const easy: Over<FairnessWords> = {
  ownTitle: 'うけた {仕事|しごと}と みんなの {水準|すいじゅん}',
  ownLead: '{窓口|まどぐち}から うけた {仕事|しごと}を、1{人|ひとり}あたりで みんなと くらべます。',
  year: '{年度|ねんど}（{西暦|せいれき}）',
  level: (level, facilities, persons) =>
    `みんなの {水準|すいじゅん}は 1{人|ひとり} ${level}です（${facilities}か{所|しょ}、${persons}{人|にん}）。`,
  empty: 'この {年度|ねんど}に うけた {仕事|しごと}は ありません。',
  months: '{月|つき}ごとの {仕事|しごと}',
  month: '{月|つき}',
  inMonth: 'その {月|つき}に うけた {分|ぶん}',
  standing: '1{人|ひとり}あたり（{年度|ねんど}の {初|はじ}めから）',
  levelThen: 'みんなの {水準|すいじゅん}',
  rows: (month) => (month === '' ? 'うけた {仕事|しごと}' : `うけた {仕事|しごと}（${month}）`),
  day: 'ひきうけた {日|ひ}',
  what: '{仕事|しごと}',
  count: '{数|かず}',
  value: 'お{金|かね}・{時間|じかん}',
  origins: {
    SHARE: 'ひきうけた {仕事|しごと}',
    RECORDED: '{前|まえ}の {仕事|しごと}',
    OPENING: '{前|まえ}に うけた {分|ぶん}',
  },
  allMonths: '{年度|ねんど}の ぜんぶを {見|み}る',
};
