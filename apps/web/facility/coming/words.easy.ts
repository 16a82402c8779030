import type { Over } from '../../words/words.js';
import type { ComingWords } from './words.ja.js';

export const easy: Over<ComingWords> = {
  title: 'くりかえしの {仕事|しごと}の {予定|よてい}',
  empty: 'これからの {予定|よてい}は ありません。',
  caption: '{予定|よてい}',
  date: '{日|ひ}',
  work: '{仕事|しごと}',
  site: '{場所|ばしょ}',
  units: '{数|かず}',
  price: '1つの お{金|かね}',
  state: '{返事|へんじ}',
  question: (count) => `${count}{回|かい}の {予定|よてい}が あります。できますか。`,
  yes: 'ぜんぶ できます',
  yesLead: (count) => `${count}{回|かい}の {日|ひ}を {予定|よてい}に {入|い}れます。`,
  no: 'できません',
  noLead: (count) =>
    `${count}{回|かい}を ぜんぶ ことわります。すこし できるときは、{窓口|まどぐち}に {話|はな}してください。`,
};
