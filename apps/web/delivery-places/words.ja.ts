/** Words of the places the parts of a line go to. */
export const ja = {
  heading: '納入先を分ける',
  lead: '納入先ごとに、数と日を決められます。納入先と数は、作業する事業所にも見えます。',
  list: '納入先',
  place: (position: number) => `納入先 ${position}`,
  name: '納入先の名前',
  nameHint: '建物・階・部屋・受け取る人など。例：北庁舎2階 福祉課窓口',
  address: '住所',
  department: '部署',
  noDepartment: '決めない',
  quantity: '数',
  due: '届ける日（空けると明細の納期）',
  add: '納入先を足す',
  remove: (position: number) => `納入先 ${position}を消す`,
  part: (name: string, units: string, day: string) => `${name}　${units}　${day}`,
  sumDiffers: (sum: string, quantity: string) =>
    `納入先の数の合計は ${sum}、明細は ${quantity} です。変更のあとで、まだ納入先が直されていません。`,
  edit: '納入先を変える',
  editLead: '発注者から聞いた内容を入れてください。発注者に知らせ、書類を出し直します。',
  submit: 'この納入先にする',
  done: '納入先を変えました。発注者に知らせます。',
};
export type DeliveryPlaceWords = typeof ja;
