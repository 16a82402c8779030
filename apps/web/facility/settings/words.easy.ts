import type { Over } from '../../words/words.js';
import type { FacilitySettingsWords } from './words.ja.js';

export const easy: Over<FacilitySettingsWords> = {
  title: '{設定|せってい}',
  about: '{事業所|じぎょうしょ}のこと',
  edit: '{事業所|じぎょうしょ}のことを {変|か}える',
  name: '{事業所|じぎょうしょ}の {名前|なまえ}',
  type: '{種類|しゅるい}',
  municipality: '{市町村|しちょうそん}',
  capacity: '{定員|ていいん}',
  save: 'この {内容|ないよう}で {保存|ほぞん}する',
  saved: '{保存|ほぞん}しました。',
  account: {
    setByDesk:
      'お{金|かね}が {入|はい}る {口座|こうざ}は、{窓口|まどぐち}が {書|か}きました。{正|ただ}しいか、{見|み}てください。',
    disputed:
      '「{自分|じぶん}の {口座|こうざ}では ない」と、{窓口|まどぐち}に {知|し}らせました。{正|ただ}しい {口座|こうざ}を {書|か}いてください。',
    dispute: '{自分|じぶん}の {口座|こうざ}では ない',
    follows: 'この {口座|こうざ}には、だれも お{金|かね}を {入|い}れません。{窓口|まどぐち}に、すぐ {知|し}らせます。',
    said: '{窓口|まどぐち}に {知|し}らせました。',
  },
};
