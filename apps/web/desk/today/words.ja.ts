/** Words of the first page of a desk. */
export const ja = {
  title: (day: string) => `今日 ${day}`,
  empty: '急ぐものはありません。手がいるものができると、ここに出ます。',
  numbers: (offered: number, making: number, accepting: number) =>
    `打診中の案件 ${offered}件・制作中 ${making}件・検収待ち ${accepting}件`,
  more: (count: number) => `すべて見る（${count}件）`,
  beginning: {
    heading: 'はじめにすること',
    lead: '仕事を受けて分けるには、作業する事業所と発注者の登録がいります。',
    facility: '事業所を登録する',
    list: '事業所の一覧を取り込む',
    buyer: '発注者を登録する',
    people: '窓口の人を招待する',
    moveIn: 'これまでの記録を移す',
  },
  groups: {
    LATE: '納期に遅れている仕事',
    UNPLACED: '引き受け先のない仕事',
    UNANSWERED: '24時間以内に返事の期限が来る打診',
    ASKS: '事業所からの相談',
    REJECTIONS: '発注者が受け取らなかったもの',
    CANCELLATIONS: '発注者からの中止の申し出',
    AMENDMENTS: '発注者からの変更の申し出',
    AT_RISK: '遅れそうな仕事',
    TO_INSPECT: '検品するもの',
    UNSENT: 'まだ送っていない打診',
    NEW: '受付と見積',
    QUESTIONS: '答えがいる質問',
    CALLS: '締め切った募集',
    STOPS: '中止の数を待っている仕事',
  },
  why: {
    late: (facility: string, due: string, done: string, all: string) =>
      `${facility}の納期は ${due} でした。${all}のうち ${done} 済みです。`,
    unplaced: (units: string, all: string, due: string) =>
      `${all}のうち ${units} を引き受ける事業所がまだありません。納期は ${due} です。`,
    unanswered: (facility: string, by: string) => `${facility}の返事の期限は ${by} です。電話で確かめてください。`,
    asks: (facility: string, units: string, all: string) =>
      `${facility}が、${all}のうち ${units} なら引き受けると答えました。`,
    asksTerms: (facility: string, terms: string) => `${facility}が、${terms}なら引き受けると答えました。`,
    asksTime: (facility: string, until: string) => `${facility}が、返事を ${until} まで待ってほしいと言っています。`,
    termUnits: (units: string) => `${units}`,
    termDue: (due: string) => `納期 ${due}`,
    termPrice: (price: string) => `1つ ${price}`,
    rejection: (buyer: string) => `${buyer}が、納品したものを受け取れないと言っています。`,
    cancellation: (buyer: string) => `${buyer}が、中止したいと言っています。`,
    amendment: (buyer: string) => `${buyer}が、内容を変えたいと言っています。`,
    atRisk: (facility: string, due: string, done: string, all: string) =>
      `${facility}は ${all}のうち ${done} です。このままでは ${due} に間に合いません。`,
    toInspect: (facility: string, units: string, day: string) => `${facility}が ${day} に ${units} を納めました。`,
    unsent: (facility: string, units: string) => `${facility}に ${units} を打診する予定のままです。`,
    submitted: (buyer: string, day: string) => `${buyer}が ${day} に送りました。内容を確かめてください。`,
    reviewing: (buyer: string) => `${buyer}に、まだ見積を出していません。`,
    quoteExpired: (buyer: string) => `${buyer}に出した見積の期限が切れました。`,
    question: (from: string, day: string) => `${from}が ${day} に質問しました。`,
    call: (day: string) => `${day} に締め切りました。回答を見て配分してください。`,
    stop: (facility: string) => `${facility}に、できている数を確かめてください。`,
  },
  buttons: {
    share: '割当を開く',
    split: '残りを配分する',
    answer: '返事を決める',
    decide: '内容を見て決める',
    inspect: '検品する',
    send: '打診を送る',
    review: '内容を確かめる',
    quote: '見積を作る',
    question: '答える',
    call: '回答を見る',
  },
  money: {
    heading: 'お金',
    bill: (count: number, yen: string) => `請求できるものが ${count}件、合わせて ${yen} あります。`,
    billButton: '請求する',
    pay: (count: number, yen: string, days: number) =>
      `事業所への支払いが ${count}件、合わせて ${yen} あります。いちばん早い期限まで あと${days}日です。`,
    payLate: (count: number, yen: string) =>
      `事業所への支払いが ${count}件、合わせて ${yen} あります。期限を過ぎたものがあります。`,
    payButton: '支払いを見る',
    toReceive: (count: number, yen: string) =>
      `払いすぎたお金が ${count}件、合わせて ${yen} あります。事業所から返してもらってください。`,
    toRepay: (count: number, yen: string) =>
      `受け取りすぎたお金が ${count}件、合わせて ${yen} あります。返金してください。`,
    returned: (count: number, yen: string) =>
      `銀行から戻ってきた振込が ${count}件、合わせて ${yen} あります。口座を確かめて、もう一度振り込んでください。`,
    backButton: '内容を見る',
    none: '請求するものも、支払うものもありません。',
  },
};
export type TodayWords = typeof ja;
