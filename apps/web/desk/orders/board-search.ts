import type { WorkOrderFlag, WorkOrderSort, WorkOrderState } from '../../data/generated/types.js';

/** Groups of states by which a board is read. */
export const SHOWN_STATES = {
  open: [
    'SUBMITTED',
    'REVIEWING',
    'QUOTED',
    'QUOTE_EXPIRED',
    'ORDERED',
    'ALLOCATING',
    'IN_PRODUCTION',
    'DELIVERED',
    'CANCELLING',
  ],
  received: ['SUBMITTED', 'REVIEWING', 'QUOTE_EXPIRED'],
  quoted: ['QUOTED'],
  placing: ['ORDERED', 'ALLOCATING'],
  making: ['IN_PRODUCTION'],
  delivered: ['DELIVERED'],
  accepted: ['ACCEPTED', 'SETTLED'],
  ended: ['CLOSED', 'REJECTED', 'WITHDRAWN', 'CANCELLING', 'CANCELLED'],
  all: null,
} as const satisfies Record<string, readonly WorkOrderState[] | null>;
export type Shown = keyof typeof SHOWN_STATES;

export const FLAGS = [
  'LATE',
  'UNPLACED',
  'UNANSWERED',
  'HAS_ASK',
  'AT_RISK',
  'TO_INSPECT',
  'HAS_QUESTION',
  'HAS_REQUEST',
] as const satisfies readonly WorkOrderFlag[];

export const SORTS = [
  'DUE_FIRST',
  'DUE_LAST',
  'SUBMITTED_LAST',
  'SUBMITTED_FIRST',
] as const satisfies readonly WorkOrderSort[];
type BoardSort = (typeof SORTS)[number];

/** All there is to know of what a board shows; it stands in the address. */
export interface BoardSearch {
  show?: Shown;
  text?: string;
  from?: string;
  to?: string;
  buyer?: string;
  facility?: string;
  /** The code of a kind of work. */
  work?: string;
  /** Joined by a comma. */
  flags?: string;
  sort?: BoardSort;
  /** Where each page before the shown one ended, joined by a point. */
  walked?: string;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const CODE = /^[A-Z_]{2,60}$/;
const ID = /^[0-9a-f-]{36}$/;

/** What was typed into the address and means nothing is omitted. */
export function readBoardSearch(search: Record<string, unknown>): BoardSearch {
  // What looks like a number in an address arrives as one: `text=321`.
  const text = (name: string) => {
    const value = search[name];
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  };
  const fitting = (name: string, pattern: RegExp) => (pattern.test(text(name)) ? text(name) : '');
  const flags = text('flags')
    .split(',')
    .filter((flag) => FLAGS.some((known) => known === flag));
  return withoutEmpty({
    show: Object.hasOwn(SHOWN_STATES, text('show')) ? (text('show') as Shown) : '',
    text: text('text'),
    from: fitting('from', DAY),
    to: fitting('to', DAY),
    buyer: fitting('buyer', ID),
    facility: fitting('facility', ID),
    work: fitting('work', CODE),
    flags: flags.join(','),
    sort: SORTS.find((sort) => sort === search.sort) ?? '',
    walked: text('walked'),
  });
}

export function withoutEmpty(search: object): object {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== '' && value !== undefined));
}

export function flagsOf({ flags = '' }: BoardSearch): WorkOrderFlag[] {
  return FLAGS.filter((flag) => flags.split(',').includes(flag));
}
