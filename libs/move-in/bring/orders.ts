import { checkFields, MAX_UNIT_PRICE_SEN, MAX_UNITS, type Said } from '#yui/platform';
import { CHANNEL_WORDS, CONTRACT_WORDS, ORDER_STATE_WORDS, type WrittenOrderState } from '../workbook/choices.js';
import { moveInErrors } from '../workbook/move-in.errors.js';
import type { SheetBringer } from './bringing.js';
import { isFrom, type OpenState } from './open-states.js';
import type { OrderContent } from './order-content.js';
import { bringOrder } from './order-steps.js';
import { requireSharesOf } from './share-rules.js';
import type { ShareSheet } from './shares.js';

/** Orders that are under way: each goes through the commands every order goes through, entered for its parties. */
export function orderBringer(sheet: ShareSheet): SheetBringer<OrderContent> {
  /** Who said so is kept with the steps that were entered, not with the row. */
  const saidOf = new WeakMap<OrderContent, Said>();
  return {
    sheet: 'ORDERS',
    keyOf: ({ number }) => number,
    nameOf: ({ title }) => title,
    read(cells, { names }) {
      const shares = sheet.sharesOf(cells.key('number'));
      const { content, said } = checkFields({
        content: () =>
          checkFields<OrderContent>({
            number: () => cells.key('number'),
            buyer: () => cells.key('buyer'),
            department: () => (cells.has('department') ? cells.key('department') : ''),
            title: () => cells.line('title', 100),
            workTypeCode: () => cells.choice('workTypeCode', names.WORK_TYPES),
            specification: () => cells.optionalText('specification', 2_000),
            quantity: () => cells.integer('quantity', 1, MAX_UNITS),
            dueOn: () => cells.day('dueOn'),
            state: () => openState(cells.choice('state', ORDER_STATE_WORDS)),
            contractType: () => cells.optionalChoice('contractType', CONTRACT_WORDS),
            unitPrice: () => cells.optionalParts('unitPrice', 2, MAX_UNIT_PRICE_SEN),
            facilityUnitPrice: () => cells.optionalParts('facilityUnitPrice', 2, MAX_UNIT_PRICE_SEN),
            validUntil: () => cells.optionalDay('validUntil'),
            shares: () => shares.map(({ content }) => Object.values(content).join(':')).join(' '),
          }),
        said: () =>
          checkFields<Said>({
            saidBy: () => cells.line('saidBy', 100),
            channel: () => cells.choice('channel', CHANNEL_WORDS),
            saidAt: () => new Date(`${cells.day('saidOn')}T00:00:00+09:00`),
            note: () => cells.optionalText('note', 1_000),
          }),
      });
      requireForState(content, said);
      requireSharesOf(content, shares);
      saidOf.set(content, said);
      return content;
    },
    bring: async (row) => bringOrder(row, saidOf.get(row.content)!, sheet.sharesOf(row.content.number)),
  };
}

/** @throws MOVE_IN.ORDER_IS_OVER, MOVE_IN.QUOTE_EXPIRES_BY_ITSELF, MOVE_IN.CANCEL_ON_PAGE */
function openState(state: WrittenOrderState): OpenState {
  if (state === 'OVER') throw moveInErrors.ORDER_IS_OVER().at('state');
  if (state === 'QUOTE_EXPIRED') throw moveInErrors.QUOTE_EXPIRES_BY_ITSELF().at('state');
  if (state === 'CANCELLING') throw moveInErrors.CANCEL_ON_PAGE().at('state');
  return state;
}

/** @throws MOVE_IN.MISSING_FOR_STATE, MOVE_IN.REFERRAL_ENDS_WITH_ORDER */
function requireForState(content: OrderContent, { note }: Said): void {
  const { state, contractType } = content;
  const missing = () => moveInErrors.MISSING_FOR_STATE({ stage: ORDER_STATE_WORDS[state][0] });
  const need = (isNeeded: boolean, field: string, value: unknown) => () => {
    if (isNeeded && (value === null || value === '' || value === undefined)) throw missing().at(field);
  };
  const isQuoted = isFrom(state, 'QUOTED');
  const isReferral = contractType === 'REFERRAL';
  if (isReferral && isFrom(state, 'ALLOCATING')) throw moveInErrors.REFERRAL_ENDS_WITH_ORDER().at('state');
  checkFields({
    contractType: need(isQuoted, 'contractType', contractType),
    unitPrice: need(isQuoted && !isReferral, 'unitPrice', content.unitPrice),
    validUntil: need(state === 'QUOTED', 'validUntil', content.validUntil),
    note: need(isFrom(state, 'ORDERED'), 'note', note),
  });
}
