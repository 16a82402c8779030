import { feature } from '#yui/platform';
import { LapseReferrals } from './lapse-referrals.js';
import { RemindReferrals } from './remind-referrals.js';
import { ReportNegotiation } from './report-negotiation.js';
import { ReportReferralOutcome } from './report-referral-outcome.js';

export const referrals = feature({
  commands: [ReportNegotiation, ReportReferralOutcome],
  deadlines: [LapseReferrals, RemindReferrals],
});
