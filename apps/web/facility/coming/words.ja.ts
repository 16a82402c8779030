/** Words of the page about dates of work that comes again. */
export const ja = {
  title: 'くり返しの仕事の予定',
  empty: 'これからの予定はありません。',
  caption: '予定の一覧',
  date: '日',
  work: '作業',
  site: '場所',
  units: '数',
  price: '1つあたり',
  state: '返事',
  asked: 'まだ',
  agreed: 'できます',
  question: (count: number) => `${count}回分の予定について、できるかどうかをお返事ください。`,
  yes: 'すべてできます',
  yesLead: (count: number) => `${count}回分の日を、お仕事の予定に入れます。`,
  no: 'できません',
  noLead: (count: number) => `${count}回分を、すべてお断りします。一部だけできるときは、窓口にご連絡ください。`,
};

export type ComingWords = typeof ja;
