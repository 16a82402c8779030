import type { FaxAnswer } from '#yui/papers';

const tick = (text: string, ...blanks: readonly string[]): FaxAnswer => ({ text, blanks });

const OFFER = [
  tick('すべて引き受けます'),
  tick('次の条件なら引き受けます', '数', '納品の日', '単価'),
  tick('引き受けられません', '理由'),
];
const CALL = [tick('できます', '数', '1つあたりの金額', 'できあがる日'), tick('できません', '理由')];
const CHANGE = [tick('承知しました'), tick('応じられません', '理由')];
const STOP = [tick('作業を止めました', 'できている数'), tick('連絡をください')];
const QUESTION = [tick('回答', '内容'), tick('電話をください')];

/** What is ticked on the sheet, by the event it tells of; of everything else, that it was read. */
const ANSWERS: Readonly<Record<string, readonly FaxAnswer[]>> = {
  'assignment.offered': OFFER,
  'assignment.reminded': OFFER,
  'assignment.extended': OFFER,
  'assignment.extension-refused': OFFER,
  'assignment.postponed': CHANGE,
  'assignment.stop-asked': STOP,
  'assignment.stop-reminded': STOP,
  'call.opened': CALL,
  'call.reminded': CALL,
  'share-change.proposed': CHANGE,
  'share-change.reminded': CHANGE,
  'quote.issued': [
    tick('この見積のとおり発注します'),
    tick('発注しません', '理由'),
    tick('相談したいことがあります', '内容'),
  ],
  'work-order.delivered': [tick('検収しました'), tick('直してほしいところがあります', '内容')],
  'entered-for.recorded': [tick('内容のとおりです'), tick('内容がちがいます', 'ちがうところ')],
  'question.asked': QUESTION,
};
const READ = [tick('確認しました'), tick('連絡をください', '内容')];

export function faxAnswersFor(kind: string): readonly FaxAnswer[] {
  return ANSWERS[kind] ?? READ;
}
