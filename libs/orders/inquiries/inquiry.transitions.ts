import { DESK_ROLES, TransitionTable } from '#yui/platform';

export const INQUIRY_STATES = ['OPEN', 'ORDERED', 'REFERRED', 'ENDED'] as const;
export type InquiryState = (typeof INQUIRY_STATES)[number];
export type InquiryAction = 'change' | 'becomeOrder' | 'refer' | 'end' | 'reopen';

/** The life of what came before an order: it becomes one, is referred to a facility, or ends with a reason. */
export const inquiryTransitions = new TransitionTable<InquiryState, InquiryAction>('Inquiry', 'OPEN', INQUIRY_STATES, [
  { from: ['OPEN'], action: 'change', to: 'OPEN', by: DESK_ROLES },
  { from: ['OPEN'], action: 'becomeOrder', to: 'ORDERED', by: DESK_ROLES },
  { from: ['OPEN'], action: 'refer', to: 'REFERRED', by: DESK_ROLES },
  { from: ['OPEN'], action: 'end', to: 'ENDED', by: DESK_ROLES },
  { from: ['ORDERED', 'REFERRED', 'ENDED'], action: 'reopen', to: 'OPEN', by: DESK_ROLES },
]);
