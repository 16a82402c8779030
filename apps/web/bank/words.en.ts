import type { BankWords } from './words.ja.js';

export const en: BankWords = {
  bankSearch: 'Find the bank',
  bankSearchHint: 'By name, kana or bank code.',
  bank: 'Bank',
  branchSearch: 'Find the branch',
  branchSearchHint: 'By name, kana or branch code.',
  branch: 'Branch',
  none: 'Nothing found. Try a shorter word.',
  more: 'There are more. Type a little more.',
  accountType: 'Kind of account',
  accountTypes: { ORDINARY: 'Ordinary', CURRENT: 'Current' },
  accountNumber: 'Account number',
  accountNumberHint: 'Up to seven digits. Of ゆうちょ銀行, the number for transfers (seven digits).',
  holderKana: 'Holder in katakana',
  holderHint: 'As the bank writes it, such as フク）ミホンノサト',
  choice: (code, name) => `${name} (${code})`,
  account: (bank, branch, type, number, holder) => `${bank} ${branch} ${type} ${number} ${holder}`,
  noCodes: 'Without a bank code it cannot be in a file for the bank. Choose the bank again.',
};
