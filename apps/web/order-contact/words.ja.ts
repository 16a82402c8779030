/** Words of the buyer's own number of an order, and whom to ask there. */
export const ja = {
  heading: '発注者の番号と担当者',
  buyerNumber: '発注者の番号',
  buyerNumberHint: '発注者が自分の帳簿で使う番号。見積書・納品書・請求書に印刷されます。',
  person: '担当者',
  personHint: '部署と名前。書類の宛先に書かれます。事業所には見えません。',
  phone: '担当者の電話',
  inspector: '検査員・検査職員',
  inspectorHint: '検収する人の職名と名前。検収書に書かれます。',
  change: '番号と担当者を変える',
  submit: 'この内容にする',
  done: '番号と担当者を保存しました。これから出る書類に書かれます。',
};
export type OrderContactWords = typeof ja;
