/** Words of what a facility says of itself. */
export const ja = {
  title: '設定',
  about: '事業所について',
  edit: '事業所の内容を変える',
  name: '事業所の名前',
  type: '種別',
  municipality: '市町村',
  municipalityHint: '例：高知市。窓口が仕事を分けるときに使います。',
  capacity: '定員',
  personUnit: '人',
  persons: (count: number) => `${count}人`,
  services: 'できること（自由に書いたもの）',
  servicesHint: '窓口が仕事を探すときに読みます。',
  unknown: '決めていません',
  save: 'この内容で保存する',
  saved: '保存しました。',
  issuerOf: (desk: string) => `請求書の番号と端数（${desk}の仕事）`,
  account: {
    setByDesk: '振込先の口座は、窓口が登録しました。下の「書類に書かれること」の口座が正しいか、確かめてください。',
    disputed: '自分の口座ではないと、窓口に知らせました。正しい口座を登録すると、また振り込まれます。',
    dispute: '自分の口座ではない',
    follows: 'どの窓口も、この口座には振り込まなくなります。窓口に、すぐに知らせます。',
    said: '窓口に知らせました。',
  },
};
export type FacilitySettingsWords = typeof ja;
