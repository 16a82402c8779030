import { defineErrors } from '#yui/platform';

export const transferErrors = defineErrors('TRANSFER', {
  NO_CLIENT: {
    ja: '振込データを作るには、先に「設定」の事業者情報で、窓口の口座（銀行コード・支店コードつき）と委託者コードを登録してください。',
    en: 'Set the bank account of the desk, with its codes, and its client code (委託者コード) in the settings first.',
  },
  NOTHING_CHOSEN: {
    ja: '振り込むものを1つ以上選んでください。',
    en: 'Choose at least one payment.',
  },
  TOO_MANY: {
    ja: '1回に選べるのは{most}件までです。分けて作成してください。',
    en: 'At most {most} payments go into one file. Make several.',
  },
  NOT_READY: {
    ja: '選ばれた支払い（「{name}」ほか、あわせて{count}事業所）は、いまどれも振込データに入れられません。一覧を開き直して、理由をご確認ください。',
    en: 'None of the chosen payments ({name}; {count} facilities in all) can go into a file now. Load the list again; it says why.',
  },
  TOTAL: {
    ja: '合計が1つの振込データに書ける金額（12桁）をこえています。分けて作成してください。',
    en: 'The sum is more than a file can state (twelve digits). Make several.',
  },
  NO_BANK_DAY: {
    ja: '{day}は銀行の休業日です。振込指定日は銀行の営業日にしてください。',
    en: 'Banks are closed on {day}. Choose a day on which they work.',
  },
  DAY_PAST: {
    ja: '振込指定日は、今日から1か月以内の日にしてください。',
    en: 'The day of the transfers is between today and a month from now.',
  },
  NOT_YET: {
    ja: 'この振込データの振込指定日は{day}です。その日になってから、振込済みにしてください。',
    en: 'The transfers are for {day}. Record them as paid from that day on.',
  },
  NOT_IN_RUN: {
    ja: '選ばれた支払通知書は、この振込データに入っていません。',
    en: 'The chosen payment notice is not in this file.',
  },
});
