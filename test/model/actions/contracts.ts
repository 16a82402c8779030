import type { Thing } from '../seen.js';
import { type Makers, REASON, simple } from './request.js';

export const CONTRACT_ACTIONS: Makers<Thing> = {
  recordPaperReturned: simple('recordPaperReturned', 'contractId'),
};

export const REFERRAL_ACTIONS: Makers<Thing> = {
  reportNegotiation: simple('reportNegotiation', 'contractId'),
  reportConcluded: ({ id }, { dice }) => ({
    mutation: 'reportReferralOutcome',
    input: {
      contractId: id,
      isConcluded: true,
      amountYen: dice.between(1, 99_999),
      feeYen: dice.happens(1, 2) ? dice.between(1, 999) : null,
    },
  }),
  reportNotConcluded: ({ id }) => ({
    mutation: 'reportReferralOutcome',
    input: { contractId: id, isConcluded: false, reason: REASON },
  }),
};
