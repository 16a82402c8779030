import { BUYER_ROLES, DESK_ROLES, TransitionTable } from '#yui/platform';

export const QUOTE_STATES = ['ISSUED', 'ACCEPTED', 'EXPIRED', 'REPLACED', 'TAKEN_BACK', 'REFUSED', 'DROPPED'] as const;
export type QuoteState = (typeof QUOTE_STATES)[number];

export type QuoteAction = 'order' | 'refuse' | 'revise' | 'replace' | 'expire' | 'drop';

/** The life of one version of a quote. What becomes of the order with it is in the life of the order. */
export const quoteTransitions = new TransitionTable<QuoteState, QuoteAction>('Quote', 'ISSUED', QUOTE_STATES, [
  { from: ['ISSUED'], action: 'order', to: 'ACCEPTED', by: BUYER_ROLES },
  { from: ['ISSUED'], action: 'refuse', to: 'REFUSED', by: BUYER_ROLES },
  { from: ['ISSUED'], action: 'revise', to: 'TAKEN_BACK', by: DESK_ROLES },
  // By a newer version: of a quote made again, or of the price of an order that was amended.
  { from: ['ISSUED', 'ACCEPTED'], action: 'replace', to: 'REPLACED', by: ['SYSTEM'] },
  { from: ['ISSUED'], action: 'expire', to: 'EXPIRED', by: ['SYSTEM'] },
  // The order ended before the quote was answered.
  { from: ['ISSUED'], action: 'drop', to: 'DROPPED', by: ['SYSTEM'] },
]);
