/** Words about steps that a desk enters for a buyer or a facility. */
export const ja = {
  heading: '窓口が代わりに入力したもの',
  channels: { PHONE: '電話', FAX: 'FAX', MAIL: 'メール', VISIT: '来所', LETTER: '書面' },
  said: (who: string, how: string, when: string) => `${who}さんから ${how}で（${when}）`,
  enteredBy: (name: string, when: string) => `入力：${name} ${when}`,
  enteredOn: (when: string) => `入力：${when}`,
  setting: '代理入力（電話などで伝えた内容を窓口が入力すること）',
  isAllowed: '受け付けています。窓口が入力したときは、お知らせが届きます。',
  isRefused: '受け付けていません。窓口は、あなたの組織の代わりに入力できません。',
  allow: '代理入力を受け付ける',
  refuse: '代理入力を受け付けない',
  changed: '設定を変更しました。',
  onlyAdmins: '設定は、管理者が変更できます。',
};

export type EnteringWords = typeof ja;
