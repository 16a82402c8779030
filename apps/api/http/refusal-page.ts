import type { DomainError } from '#yui/platform';
import { type Bilingual, easy, faultBox, page, text } from '../pages/page-frame.js';

interface Advice {
  readonly heading: string;
  readonly doThis: Bilingual;
  /** Where the button leads; null: there is nothing to press. */
  readonly next: 'START' | 'SIGN_IN' | null;
}

const MISUSED: Advice = {
  heading: 'この{操作|そうさ}は{受|う}け{付|つ}けられませんでした',
  doThis: {
    ja: '{前|まえ}のページに{戻|もど}り、{開|ひら}き{直|なお}してから、もう{一度|いちど}{操作|そうさ}してください。',
    en: 'Go back, load the page again, and try once more.',
  },
  next: 'START',
};

const LATER: Advice = {
  heading: 'ただいま{受|う}け{付|つ}けられません',
  doThis: {
    ja: 'しばらく{待|ま}ってから、このページを{読|よ}み{込|こ}み{直|なお}してください。',
    en: 'Wait a while, then load this page again.',
  },
  next: null,
};

/** What somebody can do about an answer, by its status. */
const ADVICE: Readonly<Record<number, Advice>> = {
  401: {
    heading: 'サインインが{必要|ひつよう}です',
    doThis: {
      ja: 'サインインしてから、もう{一度|いちど}このページを{開|ひら}いてください。',
      en: 'Sign in, then open this page again.',
    },
    next: 'SIGN_IN',
  },
  403: {
    heading: 'この{操作|そうさ}はできません',
    doThis: {
      ja: 'トップページを{開|ひら}き、{画面|がめん}の{案内|あんない}に{沿|そ}って{進|すす}んでください。',
      en: 'Open the first page and follow what it says.',
    },
    next: 'START',
  },
  404: {
    heading: 'ページが{見|み}つかりません',
    doThis: {
      ja: 'リンクやアドレスが{正|ただ}しいかを{確|たし}かめてください。メールのリンクなら、{新|あたら}しいメールが{届|とど}いていないかもご{覧|らん}ください。',
      en: 'Check the link or the address. If it came in a mail, look whether there is a newer one.',
    },
    next: 'START',
  },
  409: {
    heading: 'まだ{用意|ようい}ができていません',
    doThis: {
      ja: '{少|すこ}し{待|ま}ってから、このページを{読|よ}み{込|こ}み{直|なお}してください。',
      en: 'Wait a moment, then load this page again.',
    },
    next: null,
  },
  410: {
    heading: '{新|あたら}しい{手紙|てがみ}があります',
    doThis: {
      ja: '{新|あたら}しい{手紙|てがみ}のコードを{読|よ}み{取|と}って、お{返事|へんじ}ください。まだ{届|とど}いていないときは、{窓口|まどぐち}に{電話|でんわ}してください。{電話|でんわ}でもお{返事|へんじ}できます。お{返事|へんじ}がすんでいれば、{何|なに}もしなくてかまいません。',
      en: 'Answer by the code of the newer letter. If it has not arrived, call the desk: you can answer by telephone as well. If you have answered already, there is nothing to do.',
    },
    next: null,
  },
  413: {
    heading: '{送|おく}られたものが{大|おお}きすぎます',
    doThis: {
      ja: 'ファイルを{小|ちい}さくするか、{分|わ}けて{送|おく}ってください。',
      en: 'Make the file smaller, or send it in parts.',
    },
    next: null,
  },
  429: {
    heading: '{少|すこ}し{待|ま}ってください',
    doThis: {
      ja: '{時間|じかん}をおいて、このページを{読|よ}み{込|こ}み{直|なお}してください。',
      en: 'Wait, then load this page again.',
    },
    next: null,
  },
  500: {
    heading: 'うまく{動|うご}きませんでした',
    doThis: {
      ja: 'もう{一度|いちど}{操作|そうさ}しても{直|なお}らないときは、{下|した}の{番号|ばんごう}を{添|そ}えて、{受注|じゅちゅう}{窓口|まどぐち}にお{知|し}らせください。',
      en: 'If it happens again, tell the desk the number below.',
    },
    next: 'START',
  },
  503: LATER,
  507: LATER,
};

const BUTTONS = {
  START: { address: '/', words: 'トップページを{開|ひら}く', en: 'Open the first page' },
  SIGN_IN: { address: '/sign-in', words: 'サインインする', en: 'Sign in' },
} as const;

/** What is wrong, what to do now, and by which number others find it: for people, without a script. */
export function refusalPage(status: number, error: DomainError, requestId: string): string {
  const { heading, doThis, next } = ADVICE[status] ?? (status < 500 ? MISUSED : LATER);
  const button = next === null ? null : BUTTONS[next];
  return page(heading, [
    faultBox({ ja: error.messageJa, en: error.messageEn }),
    `<h2>${easy('これからすること')}</h2>`,
    `<p>${easy(doThis.ja)}</p><p class="en" lang="en">${text(doThis.en)}</p>`,
    button === null
      ? ''
      : `<p><a class="button yes" href="${button.address}">${easy(button.words)}<span lang="en">／${button.en}</span></a></p>`,
    `<p class="hint">${easy('お{問|と}い{合|あ}わせの{番号|ばんごう}')}: ${text(requestId)}</p>`,
  ]);
}
