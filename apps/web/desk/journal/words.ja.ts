/** Words of the journal for the accounting program. */
export const ja = {
  lead: '会計ソフトに取り込む仕訳を、CSV で保存します。窓口が受け取る・支払う取引だけが入ります。',
  period: '期間',
  from: 'この日から',
  to: 'この日まで',
  download: '仕訳の CSV を保存する',
  late: 'あとから登録したものは、取引の日の月に入ります。登録日の列で見分けられます。',
  accounts: '勘定科目の名前',
  accountsLead: '会計ソフトの科目の名前に合わせます。',
  edit: '勘定科目の名前を変える',
  save: '保存する',
  saved: '保存しました。',
  names: {
    RECEIVABLE: '受け取る代金',
    SALES: '仕事の売上',
    FEE_INCOME: '窓口の手数料',
    OUTPUT_TAX: '受け取った消費税',
    SUBCONTRACTING: '事業所に払う代金',
    INPUT_TAX: '支払った消費税',
    PAYABLE: '支払う代金',
    BANK: '銀行の口座',
  },
};
export type JournalWords = typeof ja;
