import type { Over } from '../words/words.js';
import type { SignInWords } from './words.ja.js';

export const easy: Over<SignInWords> = {
  signIn: {
    title: '{入|はい}る（サインイン）',
    submit: '{入|はい}る',
    passkey: 'パスキーで {入|はい}る',
    passkeyHint: '{指|ゆび}や {顔|かお}で {入|はい}れます。',
    forgot: 'パスワードを {忘|わす}れた とき',
    sample: '{見本|みほん}の {人|ひと}で {入|はい}る',
    sampleHint: '{押|お}すだけで {入|はい}れます。',
    noAccount: 'はじめての {人|ひと}は、{窓口|まどぐち}からの メールを {見|み}て ください。',
  },
  second: { title: '{確認|かくにん}の {数字|すうじ}', code: '{確認|かくにん}の {数字|すうじ}', submit: '{次|つぎ}へ' },
};
