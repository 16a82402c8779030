import { defineErrors } from '#yui/platform';

export const profileErrors = defineErrors('PROFILE', {
  POSTAL_CODE_MALFORMED: {
    ja: '郵便番号は7桁の数字です（例：780-0870）。',
    en: 'A postal code has seven digits, such as 780-0870.',
  },
  PHONE_MALFORMED: {
    ja: '電話・FAXの番号は数字とハイフンで入力してください（例：088-555-0101）。',
    en: 'Write a phone or fax number with digits and hyphens, such as 088-555-0101.',
  },
  EMAIL_MALFORMED: {
    ja: 'メールアドレスの形が正しくありません。「@」が入っているか、お確かめください。',
    en: 'This is no mail address. Check that there is an @.',
  },
  BANK_ACCOUNT_INCOMPLETE: {
    ja: '振込先は、銀行名・支店名・種別・口座番号・口座名義（カナ）をすべて入力してください。',
    en: 'Give all of the bank account: bank, branch, type, number and holder in katakana.',
  },
  ACCOUNT_NUMBER_MALFORMED: {
    ja: '口座番号は8桁までの数字です。',
    en: 'An account number is at most eight digits.',
  },
  HOLDER_NOT_KANA: {
    ja: '口座名義は、通帳のとおりカタカナで入力してください。',
    en: 'Write the holder of the account in katakana, as the bank does.',
  },
  HOLDER_CHARACTER: {
    ja: '口座名義の「{character}」は、銀行で使えない文字です。通帳のとおり、カタカナ・英大文字・数字・（ ）．－／ で入力してください。',
    en: 'Banks do not know “{character}”. Write the holder in katakana, capital letters, digits and ( ) . - / as the bank does.',
  },
  BANK_UNKNOWN: {
    ja: 'その銀行コードの銀行は、いまの一覧にありません。銀行を選び直してください。',
    en: 'No bank has this code now. Choose the bank again.',
  },
  BRANCH_UNKNOWN: {
    ja: 'その支店コードの支店は、いまの一覧にありません。統合された支店かもしれません。支店を選び直してください。',
    en: 'The bank has no branch with this code now. It may have been merged; choose the branch again.',
  },
  ACCOUNT_CHANGED: {
    ja: 'この口座は、画面を開いてから変わったか、事業所が「自分の口座ではない」と知らせています。開き直して、事業所に確かめてください。',
    en: 'The account has changed since you looked, or the facility says that it is not its own. Load the page again and ask the facility.',
  },
  BRANCH_UNWRITABLE: {
    ja: 'いまの銀行の一覧では、この支店のカナを振込データに書けません。一覧を直すよう、管理者に連絡してください。',
    en: 'The list of banks has kana of this branch that no file for banks can carry. Ask the administrator to correct the list.',
  },
});
