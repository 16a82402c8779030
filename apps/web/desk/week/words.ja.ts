/** Words of the plan of everything that is open. */
export const ja = {
  title: '週の計画',
  lead: 'まだ配分していない仕事を、まとめて分けるとどうなるかの案です。押すまで何も決まりません。',
  summary: 'まとめ',
  bottlenecks: '入りきらない仕事',
  bottleneck: (units: string, works: string) => `${units}が入りません：${works}`,
  only: (names: string) => `できるのは ${names} だけで、期日までの時間がいっぱいです。`,
  nobody: 'できる事業所がありません。',
  lines: (count: number) => `仕事（${count}件）`,
  placed: (placed: string) => `配分できる数 ${placed}`,
  unplaced: (units: string) => `入らない数 ${units}`,
  shares: (title: string) => `「${title}」の配分の案`,
  facility: '事業所',
  units: '数',
  take: 'この案で配分する',
  takeOf: (title: string) => `「${title}」をこの案で配分する`,
  takeHint: '配分の画面で、案の数が手で固定された形で開きます。直してから送れます。',
  call: 'できる事業所を募集する',
  callOf: (title: string) => `「${title}」ができる事業所を募集する`,
  empty: 'まだ配分していない仕事はありません。',
};
export type WeekWords = typeof ja;
