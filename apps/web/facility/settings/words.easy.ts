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
};
