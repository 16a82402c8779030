import type { PaperFilterInput, PaperKind } from '../../data/generated/types.js';
import { readWholeNumber } from '../../words/typed-numbers.js';
import type { PaperSearch } from './paper-search.js';

export const PAPER_KINDS = [
  'QUOTE',
  'PURCHASE_ORDER',
  'ORDER_ACKNOWLEDGEMENT',
  'CONTRACT',
  'REFERRAL_LETTER',
  'ALLOCATION_NOTICE',
  'DELIVERY_NOTE',
  'WORK_REPORT',
  'ACCEPTANCE_NOTE',
  'INVOICE',
  'RETURN_INVOICE',
  'PAYMENT_NOTICE',
] as const satisfies readonly PaperKind[];

export function kindsIn({ kinds = '' }: PaperSearch): PaperKind[] {
  const named = kinds.split('.');
  return PAPER_KINDS.filter((kind) => named.includes(kind));
}

export function paperFilterOf(search: PaperSearch): PaperFilterInput {
  const { from, to, min, max, partner } = search;
  const kinds = kindsIn(search);
  return {
    from: from ?? null,
    to: to ?? null,
    minYen: readWholeNumber(min ?? ''),
    maxYen: readWholeNumber(max ?? ''),
    partner: partner ?? null,
    kinds: kinds.length === 0 ? null : kinds,
  };
}
