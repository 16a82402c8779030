import {
  ASSIGNMENT_STATES,
  BUYER_KINDS,
  CONTRACT_STATES,
  CONTRACT_TYPES,
  INQUIRY_WORDS,
  INVOICE_KINDS,
  ORDER_STATES,
  SETTLEMENT_KINDS,
  type Word,
  type Words,
} from './exported-words.js';

/** A column as the page calls it, and where its value stands below a row; several values stand beside each other. */
export interface ExportedColumn {
  readonly heading: Word;
  readonly path: string;
  readonly as: 'text' | 'number' | 'day' | 'moment' | Words;
}

/** A list of the API as a table. */
export interface ExportedList {
  /** The query; what it takes besides a page (a filter, an order) the export takes, too. */
  readonly query: string;
  /** Where the rows stand in its answer, when that is neither a page nor a list. */
  readonly rows?: string;
  readonly name: Word;
  readonly columns: readonly ExportedColumn[];
}

const column = (ja: string, en: string, path: string, as: ExportedColumn['as'] = 'text'): ExportedColumn => ({
  heading: { ja, en },
  path,
  as,
});

const PARTIES = [column('支払う側', 'Payer', 'payerParty.name'), column('受け取る側', 'Payee', 'payeeParty.name')];

/** By the name in the address. */
export const EXPORTED_LISTS: Readonly<Record<string, ExportedList>> = {
  orders: {
    query: 'workOrders',
    name: { ja: '案件', en: 'orders' },
    columns: [
      column('番号', 'Number', 'number'),
      column('件名', 'Title', 'title'),
      column('発注者', 'Buyer', 'buyer.name'),
      column('部署', 'Department', 'department.name'),
      column('作業', 'Work', 'lines.workType.nameJa'),
      column('数', 'Quantity', 'lines.quantity', 'number'),
      column('単位', 'Unit', 'lines.workType.unit'),
      column('納期', 'Due', 'lines.dueOn', 'day'),
      column('未配分', 'Unplaced', 'lines.unplaced', 'number'),
      column('契約の型', 'Contract type', 'contractType', CONTRACT_TYPES),
      column('状態', 'State', 'status', ORDER_STATES),
      column('受付', 'Submitted', 'submittedAt', 'moment'),
      column('発注', 'Ordered', 'orderedAt', 'moment'),
      column('検収', 'Accepted', 'acceptedAt', 'moment'),
    ],
  },
  assignments: {
    query: 'assignments',
    name: { ja: '割当', en: 'assignments' },
    columns: [
      column('番号', 'Number', 'orderNumber'),
      column('件名', 'Title', 'orderTitle'),
      column('事業所', 'Facility', 'facility.name'),
      column('作業', 'Work', 'workType.nameJa'),
      column('数', 'Units', 'units', 'number'),
      column('単位', 'Unit', 'workType.unit'),
      column('できた数', 'Done', 'doneUnits', 'number'),
      column('金額（税抜き）', 'Amount without tax', 'amountYen', 'number'),
      column('納期', 'Due', 'dueOn', 'day'),
      column('返事の期限', 'Answer by', 'answerBy', 'moment'),
      column('返事', 'Answered', 'answeredAt', 'moment'),
      column('状態', 'State', 'status', ASSIGNMENT_STATES),
    ],
  },
  facilities: {
    query: 'facilities',
    name: { ja: '事業所', en: 'facilities' },
    columns: [
      column('名称', 'Name', 'name'),
      column('法人', 'Corporation', 'corporationName'),
      column('事業所番号', 'Facility number', 'facilityNumber'),
      column('市町村', 'Municipality', 'municipality'),
      column('住所', 'Address', 'address'),
      column('定員', 'Capacity', 'capacityPersons', 'number'),
      column('できる仕事', 'Work', 'capabilities.workType.nameJa'),
      column('サービス', 'Services', 'servicesText'),
    ],
  },
  buyers: {
    query: 'buyers',
    name: { ja: '発注者', en: 'buyers' },
    columns: [
      column('名称', 'Name', 'name'),
      column('種別', 'Kind', 'kind', BUYER_KINDS),
      column('符号', 'Code', 'code'),
      column('部署', 'Departments', 'departments.name'),
    ],
  },
  inquiries: {
    query: 'inquiries',
    name: { ja: '引合い・訪問', en: 'inquiries and visits' },
    columns: [
      column('日', 'Day', 'receivedOn', 'day'),
      column('種別', 'Kind', 'kind', INQUIRY_WORDS.kinds),
      column('経路', 'Channel', 'channel', INQUIRY_WORDS.channels),
      column('相手', 'Who', 'organisation'),
      column('担当者', 'Person', 'person'),
      column('連絡先', 'Contact', 'contact'),
      column('用件', 'What', 'subject'),
      column('内容', 'Detail', 'detail'),
      column('次にすること', 'Next', 'nextAction'),
      column('その日', 'On', 'nextOn', 'day'),
      column('状態', 'State', 'status', INQUIRY_WORDS.states),
      column('終わった日', 'Ended', 'endedOn', 'day'),
      column('理由', 'Reason', 'endReason', INQUIRY_WORDS.reasons),
      column('終わりのメモ', 'Note', 'endNote'),
      column('紹介先', 'Referred to', 'facility.name'),
    ],
  },
  invoices: {
    query: 'invoices',
    name: { ja: '請求書', en: 'invoices' },
    columns: [
      column('種類', 'Kind', 'kind', INVOICE_KINDS),
      column('番号', 'Number', 'number'),
      ...PARTIES,
      column('発行日', 'Issued', 'issuedOn', 'day'),
      column('取引の始め', 'Traded from', 'tradedFrom', 'day'),
      column('取引の終わり', 'Traded to', 'tradedTo', 'day'),
      column('支払期日', 'Due', 'dueOn', 'day'),
      column('税抜き', 'Without tax', 'netYen', 'number'),
      column('消費税', 'Tax', 'taxYen', 'number'),
      column('税込み', 'With tax', 'grossYen', 'number'),
      column('残り', 'Left', 'openYen', 'number'),
      column('登録番号', 'Registration number', 'registrationNumber'),
      column('訂正の理由', 'Reason of the correction', 'correctionReason'),
    ],
  },
  payments: {
    query: 'payments',
    name: { ja: '入金・支払い', en: 'payments' },
    columns: [
      column('支払いの日', 'Paid on', 'paidOn', 'day'),
      ...PARTIES,
      column('金額（税込み）', 'Amount with tax', 'amountYen', 'number'),
      column('案件', 'Orders', 'orders.number'),
      column('メモ', 'Note', 'note'),
      column('記録', 'Recorded', 'recordedAt', 'moment'),
    ],
  },
  lines: {
    query: 'settlementLines',
    name: { ja: '精算の明細', en: 'settlement lines' },
    columns: [
      column('取引日', 'Traded on', 'tradedOn', 'day'),
      column('番号', 'Order', 'order.number'),
      column('件名', 'Title', 'order.title'),
      column('種類', 'Kind', 'kind', SETTLEMENT_KINDS),
      column('内容', 'What', 'description'),
      ...PARTIES,
      column('数', 'Units', 'units', 'number'),
      column('単位', 'Unit', 'unit'),
      column('税率', 'Tax rate', 'taxPercent', 'number'),
      column('税抜き', 'Without tax', 'netYen', 'number'),
      column('消費税', 'Tax', 'taxYen', 'number'),
      column('税込み', 'With tax', 'grossYen', 'number'),
      column('支払期日', 'Due', 'dueOn', 'day'),
    ],
  },
  contracts: {
    query: 'contracts',
    name: { ja: '契約', en: 'contracts' },
    columns: [
      column('番号', 'Order', 'order.number'),
      column('件名', 'Title', 'order.title'),
      column('契約の型', 'Type', 'type', CONTRACT_TYPES),
      column('発注者', 'Buyer', 'buyer.name'),
      column('事業所', 'Facility', 'facility.name'),
      column('状態', 'State', 'status', CONTRACT_STATES),
      column('金額（税抜き）', 'Amount without tax', 'amountYen', 'number'),
      column('実績（税抜き）', 'Fulfilled without tax', 'fulfilledYen', 'number'),
      column('作成', 'Created', 'createdAt', 'moment'),
      column('成立', 'Concluded', 'concludedAt', 'moment'),
      column('検収', 'Fulfilled', 'fulfilledAt', 'moment'),
      column('支払い', 'Settled', 'settledAt', 'moment'),
    ],
  },
  papers: {
    query: 'papers',
    name: { ja: '書類', en: 'papers' },
    columns: [
      column('種類', 'Kind', 'title'),
      column('番号', 'Number', 'number'),
      column('件名', 'Subject', 'subject'),
      column('発行者', 'Issuer', 'issuer.name'),
      column('宛先', 'Recipient', 'recipient.name'),
      column('発行日', 'Issued', 'issuedOn', 'day'),
      column('金額（税込み）', 'Amount with tax', 'amountYen', 'number'),
      column('SHA-256', 'SHA-256', 'sha256'),
    ],
  },
  results: {
    query: 'contractResults',
    rows: 'orders',
    name: { ja: '実績', en: 'results' },
    columns: [
      column('番号', 'Number', 'number'),
      column('件名', 'Title', 'title'),
      column('発注者', 'Buyer', 'buyerName'),
      column('契約の型', 'Contract type', 'contractType', CONTRACT_TYPES),
      column('計上日', 'Booked on', 'bookedOn', 'day'),
      column('事業所', 'Facilities', 'facilities.name'),
      column('売上', 'Sales', 'salesYen', 'number'),
    ],
  },
  'wage-plans': {
    query: 'wagePlans',
    name: { ja: '工賃向上計画', en: 'plans to raise wages' },
    columns: [
      column('事業所', 'Facility', 'facility.name'),
      column('初めの年度', 'First fiscal year', 'fromYear', 'number'),
      column('終わりの年度', 'Last fiscal year', 'toYear', 'number'),
      column('版', 'Version', 'version', 'number'),
      column('課題', 'Issues', 'issues'),
      column('年度', 'Fiscal years', 'years.fiscalYear', 'number'),
      column('目標（月額）', 'Targets (monthly)', 'years.targetYen', 'number'),
      column('実績（月額）', 'Actual (monthly)', 'years.monthYen', 'number'),
      column('取り組み', 'Measures', 'measures.measure'),
      column('担当', 'Responsible', 'measures.responsible'),
      column('記録', 'Recorded', 'recordedAt', 'moment'),
    ],
  },
};
