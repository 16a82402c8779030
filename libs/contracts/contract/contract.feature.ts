import { feature } from '#yui/platform';
import { ContractMilestone } from './contract-milestone.entity.js';
import { Contract } from './contract.entity.js';
import { TimelineEntry } from './timeline-entry.entity.js';

export const contract = feature({
  entities: [Contract, ContractMilestone, TimelineEntry],
  auditSentences: {
    'contract.draft': { ja: '契約の案を作りました。', en: 'Drafted a contract.' },
    'contract.reissue': {
      ja: '回答が取り消されたため、契約を申し込みに戻しました。',
      en: 'Back to an offer, as the answer was taken back.',
    },
    'contract.redraft': { ja: '契約の案を作り直しました。', en: 'Drafted a contract again.' },
    'contract.issue': { ja: '契約書類を発行しました。', en: 'Issued the papers of a contract.' },
    'contract.recordPaperReturned': { ja: '契約書類の返送を記録しました。', en: 'Recorded that a paper came back.' },
    'contract.changeAmount': { ja: '契約の金額が変わりました。', en: 'The amount of a contract changed.' },
    'contract.reopen': { ja: '契約を再び開きました。', en: 'Opened a contract again.' },
    'contract.settle': { ja: '契約の精算が済みました。', en: 'A contract was settled.' },
    'contract.reportNegotiation': { ja: '交渉中であることを報告しました。', en: 'Reported a negotiation.' },
    'contract.conclude': { ja: '契約が成立しました。', en: 'Concluded a contract.' },
    'contract.introduce': { ja: '事業所を紹介しました。', en: 'Introduced a facility.' },
    'contract.fulfil': { ja: '契約が履行されました。', en: 'A contract was fulfilled.' },
    'contract.lapse': { ja: '紹介の期限が切れました。', en: 'An introduction lapsed.' },
    'contract.reportConcluded': { ja: '紹介の成立を報告しました。', en: 'Reported a concluded introduction.' },
    'contract.reportNotConcluded': { ja: '紹介の不成立を報告しました。', en: 'Reported a failed introduction.' },
    'contract.terminate': { ja: '契約を終了しました。', en: 'Terminated a contract.' },
  },
});
