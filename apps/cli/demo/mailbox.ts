interface Mail {
  readonly to: readonly string[];
  readonly subject: string;
}

/** Words by which the subject of each kind of mail is known. */
export const SUBJECTS = {
  submitted: '新しい案件',
  quoted: '見積が届きました',
  introduced: '事業所のご紹介',
  ordered: '注文が確定',
  called: 'お仕事の募集',
  offered: 'お仕事の依頼',
  reminded: 'お返事をお待ちしています',
  answered: '引き受け',
  expired: '期限が過ぎました',
  inspected: '検品の結果',
  delivered: 'すべて納品されました',
  accepted: '検収が終わりました',
  invoiced: '書類：請求書',
} as const;

/** The mail catcher of the running product, from the moment the demo began. */
export class Mailbox {
  constructor(
    private readonly pageUrl: string,
    private readonly since: Date,
  ) {}

  /** The newest first; of one person or of all. */
  async read(address = ''): Promise<Mail[]> {
    const query = new URLSearchParams({ since: this.since.toISOString(), to: address });
    const response = await fetch(`${this.pageUrl}/api/messages?${query.toString()}`);
    return ((await response.json()) as { items: Mail[] }).items;
  }
}
