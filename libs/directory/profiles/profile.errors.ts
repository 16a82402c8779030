import { defineErrors } from '#yui/platform';

export const profileErrors = defineErrors('PROFILE', {
  POSTAL_CODE_MALFORMED: {
    ja: '郵便番号は7桁の数字です（例：780-0870）。',
    en: 'A postal code has seven digits, such as 780-0870.',
  },
  PHONE_MALFORMED: {
    ja: '電話番号は数字とハイフンで入力してください（例：088-555-0101）。',
    en: 'Write a phone number with digits and hyphens, such as 088-555-0101.',
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
});
