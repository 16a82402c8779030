/** Words of the trade that facilities meet in mails, with their reading and what they mean in everyday words. */
const WORDS: readonly (readonly [word: string, reading: string, meaning: string])[] = [
  ['納品', 'のうひん', 'できあがったものを届けること'],
  ['検品', 'けんぴん', '窓口が、できあがったものを確かめること'],
  ['検収', 'けんしゅう', '届いたものを確かめて、受け取ると決めること'],
  ['単価', 'たんか', '1つあたりの金額'],
  ['税抜き', 'ぜいぬき', '消費税を入れない金額'],
  ['税込み', 'ぜいこみ', '消費税を入れた金額'],
  ['手直し', 'てなおし', 'うまくできていないものを直すこと'],
  ['不良', 'ふりょう', 'うまくできていないもの'],
  ['配分', 'はいぶん', '仕事を事業所に分けること'],
  ['募集', 'ぼしゅう', 'できる事業所を探すこと'],
  ['締切', 'しめきり', 'この時までに、という終わりの時'],
  ['支払通知書', 'しはらいつうちしょ', '払う金額を知らせる書類'],
  ['発注書', 'はっちゅうしょ', '仕事を頼む書類'],
];

/** The words that stand in a text, one line each: `納品（のうひん）：できあがったものを届けること。` */
export function glossaryFor(text: string): string[] {
  return WORDS.filter(([word]) => text.includes(word)).map(
    ([word, reading, meaning]) => `${word}（${reading}）：${meaning}。`,
  );
}
