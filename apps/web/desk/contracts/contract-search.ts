import { readTexts } from '../../app/search.js';
import type { ContractState } from '../../data/generated/types.js';

export const CONTRACT_SHOWS = ['open', 'referrals', 'done', 'all'] as const;
export type ContractShow = (typeof CONTRACT_SHOWS)[number];

export const STATES: Readonly<Record<ContractShow, readonly ContractState[] | null>> = {
  open: ['DRAFT', 'ISSUED', 'CONCLUDED', 'FULFILLED'],
  referrals: ['INTRODUCED', 'NEGOTIATING'],
  done: ['SETTLED', 'TERMINATED', 'NOT_CONCLUDED', 'LAPSED'],
  all: null,
};

const readSearch = readTexts('show', 'walked');

/** Which contracts, as it stands in the address. */
export const contractSearch = (search: Record<string, unknown>): { show?: ContractShow; walked?: string } => {
  const { show, walked } = readSearch(search);
  const known = CONTRACT_SHOWS.find((each) => each === show);
  return { ...(known === undefined ? {} : { show: known }), ...(walked === undefined ? {} : { walked }) };
};
