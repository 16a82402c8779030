import { ORDER_STATE_WORDS } from '../workbook/choices.js';
import { moveInErrors } from '../workbook/move-in.errors.js';
import { isFrom, type OpenState } from './open-states.js';
import type { OrderContent } from './order-content.js';
import { FaultOfRow, type ShareRow } from './shares.js';

/**
 * Whether the shares fit the state of their order.
 * @throws MOVE_IN.SHARES_TOO_EARLY, .SHARES_DIFFER, .SHARES_TOO_MANY, and at their own rows .NOT_ALL_ACCEPTED, .NOT_ALL_DELIVERED
 */
export function requireSharesOf({ state, contractType, quantity }: OrderContent, shares: readonly ShareRow[]): void {
  if (contractType === 'REFERRAL') return requireCandidates(state, shares);
  if (!isFrom(state, 'ALLOCATING')) {
    if (shares.length > 0) throw moveInErrors.SHARES_TOO_EARLY({ stage: ORDER_STATE_WORDS[state][0] }).at('state');
    return;
  }
  const sum = shares.reduce((units, { content }) => units + content.units, 0);
  const details = { shares: sum, quantity };
  if (sum > quantity) throw moveInErrors.SHARES_TOO_MANY(details).at('quantity');
  if (sum === 0) throw moveInErrors.MISSING_FOR_STATE({ stage: ORDER_STATE_WORDS[state][0] }).at('number');
  if (!isFrom(state, 'IN_PRODUCTION')) return;
  if (sum !== quantity) throw moveInErrors.SHARES_DIFFER(details).at('quantity');
  for (const { written, content } of shares) {
    if (content.answer !== 'ACCEPTED') throw new FaultOfRow(written, moveInErrors.NOT_ALL_ACCEPTED().at('answer'));
    if (isFrom(state, 'DELIVERED') && content.deliveredUnits !== content.units) {
      throw new FaultOfRow(written, moveInErrors.NOT_ALL_DELIVERED().at('deliveredUnits'));
    }
  }
}

/** 斡旋型: the facilities that are introduced; once it is ordered, the one that was chosen. */
function requireCandidates(state: OpenState, shares: readonly ShareRow[]): void {
  const details = { stage: ORDER_STATE_WORDS[state][0] };
  if (!isFrom(state, 'QUOTED')) {
    if (shares.length > 0) throw moveInErrors.SHARES_TOO_EARLY(details).at('state');
    return;
  }
  const chosen = shares.filter(({ content }) => content.answer === 'ACCEPTED');
  if (shares.length === 0) throw moveInErrors.CANDIDATES_MISSING().at('contractType');
  if (state === 'ORDERED' && chosen.length !== 1) throw moveInErrors.CHOSEN_MISSING().at('contractType');
}
