import { readTexts } from '../../app/search.js';

export const inquirySearch = readTexts('text', 'kinds', 'channels', 'statuses', 'from', 'to', 'walked');

export const KINDS = ['INQUIRY', 'VISIT'] as const;
export const CHANNELS = ['PHONE', 'FAX', 'MAIL', 'VISIT', 'LETTER'] as const;
export const STATES = ['OPEN', 'ORDERED', 'REFERRED', 'ENDED'] as const;

/** Of a list in the address those values there are; null: all. */
export function chosen<Value extends string>(text: string | undefined, all: readonly Value[]): Value[] | null {
  const values = all.filter((value) => (text ?? '').split('.').includes(value));
  return values.length === 0 ? null : values;
}
