import { defineErrors } from '#yui/platform';

export const letterErrors = defineErrors('LETTER', {
  NOT_PRINTED: {
    ja: 'まだ印刷していない手紙があります。先に印刷してから、送ったことを記録してください。',
    en: 'Some of these letters are not printed yet. Print them before you record that they were sent.',
  },
  ALREADY_SENT: {
    ja: 'すでに送付済みになっている手紙があります（{at}）。画面を読み直して、残りを確かめてください。',
    en: 'Some of these letters are recorded as sent already ({at}). Load the page again and look at what is left.',
  },
  NOTHING_TO_PRINT: {
    ja: '印刷する手紙はありません。',
    en: 'There is no letter to print.',
  },
  UNDER_WAY: {
    ja: 'この手紙は、ほかの人がいま印刷しているか、送ったことを記録したところです。同じ手紙を2通送らないように、1分ほど待って一覧を読み直してください。',
    en: 'Somebody else is printing these letters, or has just recorded them as sent. Wait a minute and load the list again, so that no letter is sent twice.',
  },
  OVERTAKEN: {
    ja: 'この手紙の内容は、状況が変わったため今は当てはまりません。新しい手紙がないか、一覧を読み直してください。',
    en: 'What this letter says does not hold any more. Load the list again and look whether there is a newer letter.',
  },
  UNWRITABLE: {
    ja: '手紙を作れませんでした。相手には電話などでお知らせのうえ、システムの管理者に連絡してください。',
    en: 'A letter cannot be made. Tell the party by telephone, and tell the people who run the system.',
  },
  PAPERS_AWAY: {
    ja: '同封する書類の保管場所に、ただいまつながりません。しばらくしてから、もう一度印刷してください。',
    en: 'The papers that go along cannot be reached at the moment. Print again in a while.',
  },
  TOO_MANY: {
    ja: '一度に選べる手紙は{most}通までです。',
    en: 'At most {most} letters can be chosen at once.',
  },
  PARTY_MISSING: {
    ja: '相手（発注者か事業所）を1つだけ選んでください。',
    en: 'Name one buyer or one facility.',
  },
});
