/** Words of the page of results. */
export const ja = {
  title: '実績',
  year: (year: number) => `令和${year - 2018}年度`,
  previous: '前の年度',
  next: '次の年度',
  byType: '契約の型ごと',
  type: '契約の型',
  types: { DESK_CONTRACT: '契約型', BROKERED: '調整・仲介型', REFERRAL: '斡旋型' },
  total: '合計',
  orders: '案件の数',
  facilities: '延べ事業所数',
  sales: '売上（税抜き）',
  thousands: '千円単位',
  thousandYen: (amount: string) => `${amount}千円`,
  list: '案件ごと',
  number: '案件',
  buyer: '発注者',
  bookedOn: '計上日',
  countedLater: '（件数は終わりの年度）',
  whose: '事業所',
  bookedBy: '計上の決まり',
  bookedByAcceptance:
    '発注者が検収した日の年度に数えます。二つの年度に検収した案件は、売上をそれぞれの年度に、件数を終わりの年度に数えます。',
  rounding: '千円の端数',
  roundingEach: '表の数字ごとに四捨五入するので、足した数と合計が合わないことがあります。',
  empty: 'この年度の実績はまだありません。発注者が検収すると、ここに入ります。',
};
export type ResultWords = typeof ja;
