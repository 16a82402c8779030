import { addDays } from '#yui/calendar';
import { invoiceTax, lineAmountYen } from '#yui/money';
import type {
  AcceptanceNotePaper,
  AllocationNoticePaper,
  BankAccount,
  ContractPaper,
  DeliveryNotePaper,
  InvoicePaper,
  OrderAcknowledgementPaper,
  PaperData,
  PaperKind,
  PaperLine,
  PaperParty,
  PaymentNoticePaper,
  PriceTable,
  PurchaseOrderPaper,
  QuotePaper,
  ReferralLetterPaper,
  ReturnInvoicePaper,
  TradeTerms,
  WorkLine,
  WorkReportPaper,
} from '#yui/papers';

const STANDARD = { percent: 10, isReduced: false };
const REDUCED = { percent: 8, isReduced: true };
const OUTSIDE = { percent: 0, isReduced: false };

const nobody: PaperParty = {
  name: '',
  operator: null,
  department: null,
  representative: null,
  contactPerson: null,
  postalCode: null,
  address: null,
  phone: null,
  email: null,
  registrationNumber: null,
};

export const desk: PaperParty = {
  ...nobody,
  name: 'こうち共同受注センター結',
  operator: '特定非営利活動法人こうち共同受注ネットワーク',
  representative: '理事長 髙﨑 花子',
  postalCode: '780-0870',
  address: '高知県高知市本町四丁目1番37号 県民ビル3階',
  phone: '088-555-0101',
  email: 'madoguchi@desk.example.jp',
  registrationNumber: 'T7000012050002',
};

export const city: PaperParty = {
  ...nobody,
  name: 'よさこい市',
  department: '健康福祉部 障がい福祉課',
  postalCode: '780-8571',
  address: '高知県よさこい市中央町一丁目2番3号',
};

export const company: PaperParty = {
  ...nobody,
  name: '株式会社はりまや商事',
  department: '総務部',
  contactPerson: '坂本 龍子',
  postalCode: '780-0822',
  address: '高知県高知市はりまや町一丁目5番1号',
};

export const facility: PaperParty = {
  ...nobody,
  name: '就労継続支援B型事業所 あじさい工房',
  operator: '社会福祉法人あじさい会',
  representative: '管理者 濵田 祐介',
  postalCode: '781-5101',
  address: '高知県高知市布師田1234番地5',
  phone: '088-555-0202',
  email: 'ajisai@facility.example.jp',
};

const account: BankAccount = {
  bankName: '土佐はりまや銀行',
  branchName: '本店営業部',
  accountType: 'ORDINARY',
  accountNumber: '1234567',
  holderKana: 'トクヒ）コウチキョウドウジュチュウネットワーク',
};

function line(
  name: string,
  quantity: number,
  unit: string,
  unitPriceSen: number,
  more: Partial<PaperLine> = {},
): PaperLine {
  return {
    name,
    specification: null,
    quantity,
    unit,
    unitPriceSen,
    amountYen: lineAmountYen(unitPriceSen, quantity, 'DOWN'),
    taxRate: STANDARD,
    tradedOn: null,
    ...more,
  };
}

function prices(lines: readonly PaperLine[], pricing: PriceTable['pricing'] = 'TAX_EXCLUSIVE'): PriceTable {
  return { pricing, lines, tax: invoiceTax(lines, pricing, 'DOWN') };
}

const envelopes = [
  line('封入・封緘', 12_000, '通', 350, { specification: '角2封筒、チラシ3種を三つ折りで封入、のり封' }),
  line('宛名ラベル貼り', 12_000, '通', 120),
  line('発送準備', 1, '式', 1_500_000),
];

const terms: TradeTerms = {
  deliverOn: '2026-12-18',
  deliverTo: 'よさこい市役所 本庁舎1階 文書室',
  inspection: '納品後10日以内',
  payment: '検収後、適法な請求書を受理した日から30日以内に銀行振込',
};

const head = {
  issuedOn: '2026-11-21',
  subject: '広報よさこい12月号 封入・封緘業務',
  workOrderNumber: 'KOCHI-2026-0042',
  replaces: null,
  notes: [],
} as const;

const quote: QuotePaper = {
  ...head,
  kind: 'QUOTE',
  number: '見2026-0012',
  issuer: desk,
  recipient: city,
  prices: prices(envelopes),
  terms,
  validUntil: '2026-12-05',
  notes: ['数量が確定したとき、単価はそのままで数量に応じて精算いたします。'],
};

const order: PurchaseOrderPaper = {
  ...head,
  kind: 'PURCHASE_ORDER',
  number: '注2026-0031',
  issuer: desk,
  recipient: facility,
  prices: prices([line('封入・封緘', 7_000, '通', 280, { specification: '角2封筒、チラシ3種' })]),
  terms,
  basis: null,
  subcontract: {
    orderedOn: '2026-11-21',
    receiveFrom: '2026-12-07',
    receiveOn: '2026-12-15',
    receiveAt: 'こうち共同受注センター結 作業場（高知市本町四丁目1番37号）',
    inspectedBy: '2026-12-22',
    formula: null,
    payOn: '2027-01-31',
    payBy: '銀行振込（振込手数料は当センターが負担します）',
    nonCash: null,
    materials: [
      { name: '封筒（角2）', quantity: '7,100枚', priceYen: null, handOverOn: '2026-12-01', settlement: null },
      {
        name: 'のり',
        quantity: '20本',
        priceYen: 4_400,
        handOverOn: '2026-12-01',
        settlement: '2027年1月31日の代金と相殺',
      },
    ],
    undecided: [{ item: '封入物3の仕様', reason: '発注者が原稿を校正中のため', decideOn: '2026-11-30' }],
    decided: [{ item: '封入の順番', decision: '案内状、返信用封筒、チラシの順', decidedOn: '2026-11-21' }],
  },
  preparedBy: null,
};

const acknowledgement: OrderAcknowledgementPaper = {
  ...head,
  kind: 'ORDER_ACKNOWLEDGEMENT',
  number: '請2026-0020',
  issuer: desk,
  recipient: city,
  prices: prices(envelopes),
  terms,
  basis: { kind: 'QUOTE', number: '見2026-0012', issuedOn: '2026-11-18' },
  orderedOn: '2026-11-20',
};

const contract: ContractPaper = {
  ...head,
  kind: 'CONTRACT',
  number: '契2026-0009',
  issuer: desk,
  recipient: { ...city, representative: '市長 中岡 慎太' },
  prices: prices(envelopes),
  terms,
  forSeal: { stampDutyYen: 200, isWithGovernment: true },
  concludedOn: '2026-11-21',
  articles: [
    { heading: '業務の委託', paragraphs: ['甲は、上記の業務を乙に委託し、乙はこれを受託する。'] },
    {
      heading: '再委託',
      paragraphs: [
        '乙は、業務の全部または一部を、乙に登録する障害福祉サービス事業所に再委託することができる。',
        '乙は、再委託先の行為について、自らの行為と同じ責任を負う。',
      ],
    },
    {
      heading: '秘密の保持',
      paragraphs: ['甲および乙は、本契約に関して知った相手方の秘密を、第三者に漏らしてはならない。'],
    },
  ],
};

const referral: ReferralLetterPaper = {
  ...head,
  kind: 'REFERRAL_LETTER',
  number: '紹2026-0003',
  issuer: desk,
  recipient: company,
  subject: '社内報の印刷と封入',
  introduced: facility,
  strengths: ['封入・封緘', '軽印刷', 'ラベル貼り'],
  works: [{ name: '封入・封緘', specification: '角2封筒', quantity: 800, unit: '通', note: '毎月' }],
  deliverOn: '2026-12-18',
  reportBy: '2026-12-20',
};

const allocation: AllocationNoticePaper = {
  ...head,
  kind: 'ALLOCATION_NOTICE',
  number: '配2026-0077',
  issuer: desk,
  recipient: facility,
  shares: [
    {
      name: '封入・封緘',
      step: '封入',
      specification: '角2封筒、チラシ3種を三つ折りで封入',
      units: 7_000,
      unit: '通',
      unitPriceSen: 280,
      amountYen: 19_600,
      deliverOn: '2026-12-15',
    },
  ],
  totalYen: 19_600,
  answerBy: '令和8年11月25日（水）17:00',
  reasons: [
    '12月15日までに、貴事業所の余力で7,000通まで作業できます。',
    '今年度これまでの配分が少ないため、多めに配分しました。',
  ],
};

const delivery: DeliveryNotePaper = {
  ...head,
  kind: 'DELIVERY_NOTE',
  number: '納2026-0051',
  issuer: facility,
  recipient: desk,
  works: [
    { name: '封入・封緘', specification: '角2封筒、チラシ3種', quantity: 7_000, unit: '通', note: '35箱（1箱200通）' },
  ],
  deliveredOn: '2026-12-14',
  deliverTo: 'こうち共同受注センター結 作業場',
};

const report: WorkReportPaper = {
  ...head,
  kind: 'WORK_REPORT',
  number: '完2026-0007',
  issuer: desk,
  recipient: city,
  doneFrom: '2026-12-01',
  doneOn: '2026-12-31',
  works: [
    { doneOn: '2026-12-01', place: '本庁舎', name: '清掃', quantity: 2, unit: '回', note: null },
    { doneOn: '2026-12-08', place: '支所', name: '清掃', quantity: 1, unit: '回', note: '床のワックスがけを含む' },
  ],
  photos: [
    { attachmentId: 'photo', mediaType: 'image/png', takenFor: '2026-12-01', place: '本庁舎' },
    { attachmentId: 'erased', mediaType: 'image/jpeg', takenFor: '2026-12-08', place: '支所' },
  ],
};

const acceptance: AcceptanceNotePaper = {
  ...head,
  kind: 'ACCEPTANCE_NOTE',
  number: '検2026-0048',
  issuer: desk,
  recipient: facility,
  results: [
    {
      name: '封入・封緘',
      unit: '通',
      deliveredUnits: 7_000,
      acceptedUnits: 6_980,
      defectUnits: 20,
      handling: '手直し（令和8年12月18日まで）',
    },
  ],
  deliveredOn: '2026-12-14',
  acceptedOn: '2026-12-16',
  amountYen: 21_498,
};

const invoice: InvoicePaper = {
  ...head,
  kind: 'INVOICE',
  number: '請求2026-0015',
  issuer: desk,
  recipient: city,
  prices: prices([
    ...envelopes,
    line('イベント用焼き菓子セット', 40, '箱', 86_400, { taxRate: REDUCED, specification: '5個入り、のし付き' }),
    line('立替郵送料', 1, '式', 84_000, { taxRate: OUTSIDE }),
  ]),
  tradedFrom: null,
  tradedOn: '2026-12-18',
  payOn: '2027-01-29',
  bankAccount: account,
};

const returned: ReturnInvoicePaper = {
  ...head,
  kind: 'RETURN_INVOICE',
  number: '返還2026-0002',
  issuer: desk,
  recipient: city,
  prices: prices([line('封入・封緘（令和8年12月18日取引分の返品）', -20, '通', 450)]),
  tradedFrom: null,
  tradedOn: '2027-01-12',
};

const payment: PaymentNoticePaper = {
  ...head,
  kind: 'PAYMENT_NOTICE',
  number: '支2026-0033',
  issuer: desk,
  recipient: { ...facility, registrationNumber: 'T7010705000725' },
  prices: prices([line('封入・封緘', 6_980, '通', 280, { tradedOn: '2026-12-14' })]),
  tradedFrom: '2026-12-01',
  tradedOn: '2026-12-31',
  payOn: '2027-01-31',
  bankAccount: { ...account, bankName: '四万十信用金庫', branchName: '布師田支店', holderKana: 'フク）アジサイカイ' },
  objectBy: '2027-01-15',
};

/** One of each, as they are most of the time. */
export const SHORT_PAPERS: Readonly<Record<PaperKind, PaperData>> = {
  QUOTE: quote,
  PURCHASE_ORDER: order,
  ORDER_ACKNOWLEDGEMENT: acknowledgement,
  CONTRACT: contract,
  REFERRAL_LETTER: referral,
  ALLOCATION_NOTICE: allocation,
  DELIVERY_NOTE: delivery,
  WORK_REPORT: report,
  ACCEPTANCE_NOTE: acceptance,
  INVOICE: invoice,
  RETURN_INVOICE: returned,
  PAYMENT_NOTICE: payment,
};

const LONG_NAME =
  '独立行政法人地域障害者就労環境整備機構四国地方支部高知県高岡郡地域活動支援センターむろと・あき・なんこく合同共同作業所';
const WORDY =
  '用紙は支給、三つ折りのうえ天地をそろえ、封緘はのり付けとし、はみ出し・しわ・二重封入のないことを全数目視で確認してください。'.repeat(
    2,
  );

function longParty(party: PaperParty): PaperParty {
  return {
    ...party,
    name: `${LONG_NAME}（${party.name}）`,
    operator: party.operator && `${party.operator}・${LONG_NAME}`,
    department: party.department && `${party.department} 地域共生社会推進室 障害者優先調達推進担当`,
    address: `${party.address ?? ''} よさこい合同庁舎別館西棟第三会議室横 共同受注推進事務局内`,
    email: `${'very-long-mailbox-name-'.repeat(4)}@facility.example.jp`,
  };
}

function longPrices(): PriceTable {
  return prices(
    Array.from({ length: 100 }, (_, index) =>
      line(
        `作業${index + 1} ${index % 9 === 0 ? '焼き菓子' : '封入・封緘'}`,
        1_000 + index * 37,
        index % 5 === 0 ? 'セット' : '通',
        350 + index,
        {
          specification: index % 7 === 0 ? WORDY : null,
          taxRate: index % 9 === 0 ? REDUCED : STANDARD,
          tradedOn: addDays('2026-11-01', index % 28),
        },
      ),
    ),
  );
}

const longWorks: WorkLine[] = Array.from({ length: 60 }, (_, index) => ({
  name: `作業${index + 1}`,
  specification: index % 5 === 0 ? WORDY : null,
  quantity: 1_234_567 + index,
  unit: '通',
  note: index % 4 === 0 ? '分納、残りは翌週' : null,
}));

/** The same with far more of everything than is usual. */
export const LONG_PAPERS: Readonly<Record<PaperKind, PaperData>> = Object.fromEntries(
  Object.entries(SHORT_PAPERS).map(([kind, paper]) => [kind, lengthen(paper)]),
) as Record<PaperKind, PaperData>;

function lengthen(paper: PaperData): PaperData {
  const more = {
    issuer: longParty(paper.issuer),
    recipient: longParty(paper.recipient),
    subject: `${paper.subject}ならびにこれに付随する${'発送準備・宛名ラベル作成・検品・梱包および'.repeat(3)}関連業務一式`,
    notes: Array.from({ length: 6 }, () => WORDY),
    replaces: { kind: paper.kind, number: paper.number, issuedOn: '2026-11-01' } as const,
  };
  switch (paper.kind) {
    case 'REFERRAL_LETTER':
      return { ...paper, ...more, introduced: longParty(paper.introduced), works: longWorks };
    case 'ALLOCATION_NOTICE':
      return {
        ...paper,
        ...more,
        shares: Array.from({ length: 45 }, () => paper.shares[0]!),
        totalYen: 45 * 19_600,
        reasons: Array.from({ length: 8 }, () => WORDY),
      };
    case 'DELIVERY_NOTE':
      return { ...paper, ...more, works: longWorks };
    case 'WORK_REPORT':
      return { ...paper, ...more, works: Array.from({ length: 60 }, (_, index) => paper.works[index % 2]!) };
    case 'ACCEPTANCE_NOTE':
      return { ...paper, ...more, results: Array.from({ length: 50 }, () => paper.results[0]!) };
    case 'CONTRACT':
      return {
        ...paper,
        ...more,
        prices: longPrices(),
        articles: Array.from({ length: 5 }, () => paper.articles).flat(),
      };
    default:
      return { ...paper, ...more, prices: longPrices() };
  }
}
