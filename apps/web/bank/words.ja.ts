/** Words of a bank account of anyone. */
export const ja = {
  bankSearch: '銀行を探す',
  bankSearchHint: '名前・カナ・銀行コードのどれでも探せます。',
  bank: '銀行',
  branchSearch: '支店を探す',
  branchSearchHint: '名前・カナ・支店コードのどれでも探せます。',
  branch: '支店',
  none: '見つかりません。短い言葉で探してください。',
  more: '続きがあります。もう少し長い言葉で探してください。',
  accountType: '口座の種類',
  accountTypes: { ORDINARY: '普通', CURRENT: '当座' },
  accountNumber: '口座番号',
  accountNumberHint: '7桁までの数字。ゆうちょ銀行は、振込用の口座番号（7桁）を入れてください。',
  holderKana: '口座の名義（カタカナ）',
  holderHint: '通帳のとおりに入れます。例：フク）ミホンノサト',
  choice: (code: string, name: string) => `${name}（${code}）`,
  account: (bank: string, branch: string, type: string, number: string, holder: string) =>
    `${bank} ${branch} ${type} ${number} ${holder}`,
  noCodes: '銀行コードがないので、振込データには使えません。銀行を選び直してください。',
};
export type BankWords = typeof ja;
