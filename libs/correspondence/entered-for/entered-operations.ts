import type { Sentence } from '#yui/platform';

/** Which of its own steps a desk may enter for a party, and whether it has to show how it knows. */
export interface EnteredOperation {
  /** What was done, for people. */
  readonly name: Sentence;
  readonly for: readonly ('BUYER' | 'FACILITY')[];
  /** REQUIRED: a statement of law; a file, or a note of what was said. OFFERED: either may be given. */
  readonly evidence: 'REQUIRED' | 'OFFERED';
  /**
   * What the party may have done itself on the same matter, as the audit calls it: done after it was said, it counts, and
   * what was said before is not entered over it. Empty: it takes the place of nothing.
   */
  readonly overtakenBy: readonly string[];
}

type Kind = Omit<EnteredOperation, 'name' | 'overtakenBy'>;
const BUYER: Kind = { for: ['BUYER'], evidence: 'OFFERED' };
const LEGAL: Kind = { for: ['BUYER'], evidence: 'REQUIRED' };
const FACILITY: Kind = { for: ['FACILITY'], evidence: 'OFFERED' };
const EITHER: Kind = { for: ['BUYER', 'FACILITY'], evidence: 'OFFERED' };

const entered = (kind: Kind, ja: string, en: string, overtakenBy: readonly string[] = []): EnteredOperation => ({
  ...kind,
  name: { ja, en },
  overtakenBy,
});

const DRAFT = ['workOrder.changeDraft', 'workOrder.submit', 'workOrder.withdraw'];
const QUOTE = ['quote.order', 'quote.refuse', 'workOrder.withdraw'];
const WORK = ['workOrder.accept', 'workOrder.rejectWork', 'workRejection.open'];
const AMENDMENT = ['amendment.propose', 'amendment.withdraw'];
const ANSWER = ['amendment.accept', 'amendment.refuse'];
const CANCELLATION = ['cancellation.request', 'cancellation.withdraw'];
const OFFER = [
  'assignment.accept',
  'assignment.acceptPart',
  'assignment.counter',
  'assignment.decline',
  'assignment.undoAnswer',
];
const PROGRESS = [
  'assignment.reportProgress',
  'assignment.deliverPart',
  'assignment.deliverRest',
  'assignment.handBack',
  'assignment.confirmStop',
];
const SHARE_CHANGE = ['shareChange.agree', 'shareChange.refuse'];
const CALL = ['callResponse.answer', 'callResponse.decline', 'callResponse.withdraw'];

/**
 * Everything a buyer or a facility does on orders, standing orders, shares and calls: the same command, with the same checks, takes what the
 * party told the desk (`enteredFor` of its input). A test compares this with all operations of both.
 */
export const ENTERED_OPERATIONS: Readonly<Record<string, EnteredOperation>> = {
  draftWorkOrder: entered(BUYER, '案件の下書き', 'Drafting the order'),
  changeDraft: entered(BUYER, '案件の下書きの修正', 'Changing the draft', DRAFT),
  submitWorkOrder: entered(BUYER, '案件の依頼', 'Submitting the order', DRAFT),
  withdrawWorkOrder: entered(BUYER, '案件の取り下げ', 'Withdrawing the order', DRAFT),
  placeOrder: entered(LEGAL, '発注（見積の承諾）', 'Placing the order', QUOTE),
  refuseQuote: entered(BUYER, '見積のお断り', 'Refusing the quote', QUOTE),
  acceptWork: entered(LEGAL, '検収（仕上がりの承認）', 'Accepting the work', WORK),
  rejectWork: entered(BUYER, '仕上がりのやり直し依頼', 'Rejecting the work', WORK),
  proposeAmendment: entered(LEGAL, '注文内容の変更依頼', 'Proposing an amendment', AMENDMENT),
  answerAmendment: entered(LEGAL, '変更の申し入れへの返事', 'Answering a proposed amendment', ANSWER),
  withdrawAmendment: entered(BUYER, '変更依頼の取り下げ', 'Withdrawing the amendment', AMENDMENT),
  requestCancellation: entered(BUYER, 'キャンセルの依頼', 'Requesting the cancellation', CANCELLATION),
  withdrawCancellation: entered(BUYER, 'キャンセル依頼の取り下げ', 'Withdrawing the request to cancel', CANCELLATION),
  agreeStandingOrder: entered(LEGAL, '年間契約・単価契約の承諾', 'Agreeing to the standing order'),
  refuseStandingOrder: entered(BUYER, '年間契約・単価契約のお断り', 'Refusing the standing order'),
  callOff: entered(LEGAL, '単価契約からの発注', 'Calling off the unit-price contract'),
  acceptMonth: entered(LEGAL, '1か月分の検収', 'Accepting the work of a month'),
  answerOccurrences: entered(FACILITY, '定期の予定への返事', 'Answering about the dates of a standing order'),
  decideContractBasis: entered(BUYER, '随意契約の根拠の決定', 'Deciding the basis of the contract', [
    'decideContractBasis',
  ]),
  acceptAssignment: entered(FACILITY, '仕事の引き受け', 'Accepting the work offered', OFFER),
  acceptPartOfAssignment: entered(FACILITY, '一部の引き受け', 'Accepting a part of the work offered', OFFER),
  counterAssignment: entered(FACILITY, '条件の相談', 'Answering with other terms', OFFER),
  declineAssignment: entered(FACILITY, '仕事のお断り', 'Declining the work offered', OFFER),
  undoAnswer: entered(FACILITY, '返事の取り消し', 'Taking the answer back', OFFER),
  handBackAssignment: entered(FACILITY, '仕事の返上', 'Handing work back', PROGRESS),
  reportProgress: entered(FACILITY, '進み具合の報告', 'Reporting progress', PROGRESS),
  reportDelivery: entered(FACILITY, '納品の報告', 'Reporting a delivery'),
  confirmStop: entered(FACILITY, '中止の確認', 'Confirming the stop', PROGRESS),
  answerShareChange: entered(FACILITY, '割当の変更への返事', 'Answering a change of the share', SHARE_CHANGE),
  recordMaterial: entered(FACILITY, '支給材の記録', 'Recording material'),
  answerCall: entered(FACILITY, '募集への回答', 'Answering the call', CALL),
  declineCall: entered(FACILITY, '募集へのお断り', 'Declining the call', CALL),
  withdrawCallResponse: entered(FACILITY, '募集への回答の取り下げ', 'Withdrawing the answer to the call', CALL),
  askCallQuestion: entered(FACILITY, '募集についての質問', 'Asking about the call'),
  askQuestion: entered(EITHER, '質問', 'Asking a question'),
  answerQuestion: entered(EITHER, '質問への回答', 'Answering a question'),
  withdrawQuestion: entered(EITHER, '質問の取り下げ', 'Withdrawing the question'),
};
