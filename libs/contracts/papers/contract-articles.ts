import type { ContractPaper } from '#yui/papers';

/** The short form (契約書 略式): what both sides most need to have said once. A desk with longer terms signs its own. */
export const CONTRACT_ARTICLES: ContractPaper['articles'] = [
  {
    heading: '業務の委託',
    paragraphs: ['甲は、上記の業務（以下「本業務」という。）を乙に委託し、乙はこれを受託する。'],
  },
  {
    heading: '再委託',
    paragraphs: [
      '乙は、本業務の全部または一部を、乙に登録する障害福祉サービス事業所等に再委託することができる。',
      '乙は、再委託先の行為について、自らの行為と同じ責任を負う。',
    ],
  },
  {
    heading: '納品と検収',
    paragraphs: [
      '乙は、納期までに本業務を完了し、成果を甲に引き渡す。',
      '甲は、上記の期間内に検収を行い、契約の内容に適合しないときは、乙に補修または代金の減額を求めることができる。',
    ],
  },
  { heading: '支払い', paragraphs: ['甲は、検収を終えた本業務の代金を、上記の支払条件により乙に支払う。'] },
  {
    heading: '変更と解除',
    paragraphs: [
      '数量、納期または仕様の変更は、甲乙が電磁的記録により合意して行う。',
      '契約が中途で終わるときは、甲は、それまでに完了した業務の代金を乙に支払う。',
    ],
  },
  {
    heading: '秘密と個人情報',
    paragraphs: [
      '甲および乙は、本契約に関して知った相手方の秘密および個人情報を、本業務のほかに使わず、第三者に漏らさない。',
    ],
  },
  { heading: '協議', paragraphs: ['本契約に定めのない事項および疑義は、甲乙が誠実に協議して定める。'] },
];
